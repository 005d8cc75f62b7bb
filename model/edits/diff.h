// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between two designs, row by row and field by field, as data: the command line, a page and a review lens
// print the same list.
#pragma once

#include "model/design.h"

#include <vector>

namespace riser {

enum class RowChangeKind { added, removed, changed };

struct FieldChange {
    std::string_view key;
    Text label;
    std::string before;
    std::string after;
    bool operator==(const FieldChange&) const = default;
};

struct RowChange {
    AnyId id;
    Text title; // "Room 301"
    RowChangeKind kind = RowChangeKind::changed;
    std::vector<FieldChange> fields; // of changed rows; pins and what a newer format added count as fields
    bool operator==(const RowChange&) const = default;
};

// By kind, then id. Walks only what differs.
std::vector<RowChange> diff(const Design& before, const Design& after);

} // namespace riser
