// SPDX-License-Identifier: GPL-3.0-or-later
// One committed edit as text: its name and the ids it erased on one line, then a small design that holds the rows it
// put.
#pragma once

#include "model/file/reader.h"

#include <string>

namespace riser {

// bad_input when a row could not be read back (storable.h). O(rows changed).
Result<std::string> edit_text(const Design& before, const Design& after, const Text& name);
// The name of the edit, which `design` then has.
Result<Text> apply_edit(std::string_view text, Design& design, const ReadOptions& options);

} // namespace riser
