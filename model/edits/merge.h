// SPDX-License-Identifier: GPL-3.0-or-later
// Three-way merge of designs, by field. What only one side changed is taken; what both changed alike is taken once;
// what they changed differently is a conflict, named, with our side's value kept so that the result is a whole design.
// A row that one side changed and the other removed stays, and is named. Merging without conflicts commutes.
#pragma once

#include "model/design.h"

#include <vector>

namespace riser {

struct MergeConflict {
    AnyId row;
    Text title;
    std::string field; // key; empty: the row as a whole, removed on one side
    std::string base;
    std::string ours;
    std::string theirs;
    bool operator==(const MergeConflict&) const = default;
};

struct Merged {
    Design design;
    std::vector<MergeConflict> conflicts; // by kind, then id, then field
};

// O(rows that differ from `base` on their side), beyond comparing shared chunks.
Merged merge(const Design& base, const Design& ours, const Design& theirs);

} // namespace riser
