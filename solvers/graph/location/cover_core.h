// SPDX-License-Identifier: GPL-3.0-or-later
// A cover problem as flat incidence lists in both directions, and what can be left out of it without losing every best
// cover: columns another one replaces, rows that are covered whenever another is, columns that a row cannot do without.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace riser::location {

using Index = std::uint32_t;

// One list of ascending numbers for each of 0..size()-1.
struct FlatLists {
    std::vector<Index> start{0};
    std::vector<Index> items;

    std::size_t size() const { return start.size() - 1; }
    std::span<const Index> operator[](std::size_t list) const {
        return {items.data() + start[list], start[list + 1] - start[list]};
    }
    void close_list() { start.push_back(static_cast<Index>(items.size())); }
    // For each of 0..count-1, the lists that hold it.
    FlatLists turned(std::size_t count) const;
};

struct CoverCore {
    std::vector<std::int64_t> cost;
    FlatLists rows_of;
    FlatLists columns_of;
    // What the columns and rows are called in the problem that this one came from.
    std::vector<Index> column_name;
    std::vector<Index> row_name;

    std::size_t columns() const { return cost.size(); }
    std::size_t rows() const { return columns_of.size(); }
};

// Which columns and rows of a core are still of interest, one byte each.
struct CoverMask {
    std::vector<std::uint8_t> column;
    std::vector<std::uint8_t> row;
    explicit CoverMask(const CoverCore& core) : column(core.columns(), 1), row(core.rows(), 1) {}
    // Removes the column and the rows it covers.
    void take(const CoverCore& core, Index taken);
};

// The part of the core that the mask leaves; names stay those of the first problem, in the same order.
CoverCore restricted(const CoverCore& core, const CoverMask& mask);

// Removes what is dominated and takes what is necessary, until nothing changes; the names of what was taken are
// appended to `taken`, their cost is returned. Stopped, it leaves a valid core that is merely larger.
std::int64_t reduce(CoverCore& core, std::vector<Index>& taken, const std::stop_token& stop);

} // namespace riser::location
