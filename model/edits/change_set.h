// SPDX-License-Identifier: GPL-3.0-or-later
// What changed between two designs: ids added, removed and changed, by table. Derived from the tables themselves,
// walking only the chunks that differ, so it is always true and never recorded by hand.
#pragma once

#include "model/design.h"

#include <array>
#include <vector>

namespace riser {

struct TableChanges {
    std::vector<std::uint64_t> added; // each sorted
    std::vector<std::uint64_t> removed;
    std::vector<std::uint64_t> changed;
    bool empty() const { return added.empty() && removed.empty() && changed.empty(); }
    bool operator==(const TableChanges&) const = default;
};

struct ChangeSet {
    std::array<TableChanges, kind_count> tables;
    TableChanges& of(Kind kind) { return tables[static_cast<std::size_t>(kind)]; }
    const TableChanges& of(Kind kind) const { return tables[static_cast<std::size_t>(kind)]; }
    bool empty() const;
    std::size_t size() const; // rows
    bool operator==(const ChangeSet&) const = default;
};

ChangeSet changes_between(const Design& before, const Design& after);
TableChanges changes_between(const Design& before, const Design& after, Kind kind);

} // namespace riser
