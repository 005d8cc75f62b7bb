// SPDX-License-Identifier: GPL-3.0-or-later
// Changing one field of any row, as a person types it: what the inspector, the tables and a paste do. A field that a
// person set is pinned, so that planners and masters leave it alone until it is let go.
#pragma once

#include "model/edits/edit.h"

#include <string_view>

namespace riser {

// The canonical text of the field (model/fields); a bilingual one is set by "name.zh" and "name.en". An empty text
// makes a field absent or its default. Pins the field. not_found: no such row, no such field, or a reference to a row
// that is not there. bad_input: malformed, out of range, empty where a value is needed. refused: the origin, and labels
// that were retired. unsupported: a list of parts.
Result<void> set_field(Edit& edit, AnyId id, std::string_view key, std::string_view text);

// Keys as above, without a language.
Result<void> pin(Edit& edit, AnyId id, std::string_view key);
Result<void> unpin(Edit& edit, AnyId id, std::string_view key);
bool is_pinned(const Design& design, AnyId id, std::string_view key);

} // namespace riser
