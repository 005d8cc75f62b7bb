// SPDX-License-Identifier: GPL-3.0-or-later
// A row and its fields as people read them in lists of changes and conflicts.
#pragma once

#include "model/fields/field.h"

namespace riser {

// What people call the row: its label, number, code, name or rule, whichever it has first; empty when it has none.
Text row_name(const Record& record, const void* row);

// "rooms 301", or the id when the row has no name.
Text row_title(const Design& design, AnyId id);

// A field's value as text; of parts, each in braces with its fields that are not default.
std::string field_text(const Field& field, const void* row);

} // namespace riser
