// SPDX-License-Identifier: GPL-3.0-or-later
// Many fields of many rows, each as a person typed or pasted it: all of them, or none and why not, one by one.
#pragma once

#include "model/edits/field_edits.h"
#include "model/fields/spoken.h"

#include <span>

namespace riser {

struct CellChange {
    AnyId row;
    std::string key;       // of the field; "name.zh" and "name.en" of a bilingual one
    std::string text;      // as typed; empty: absent
    std::int64_t bare = 0; // see Spoken::canonical
};
struct RefusedCell {
    std::size_t at = 0; // of the change
    Error error;
};

// Sets each that is not so already (those stay unpinned); a device's type as use_type() does. With any refused the edit
// is as it was. `spoken` is of the edit's design. O(changes), and what Spoken indexes.
std::vector<RefusedCell> set_cells(Edit& edit, Spoken& spoken, std::span<const CellChange> changes);

} // namespace riser
