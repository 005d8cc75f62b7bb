// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/cover_core.h"

#include <algorithm>
#include <limits>

namespace riser::location {

namespace {

// Pairs are compared no more often than this in one round; beyond, what is left is only larger.
constexpr std::int64_t most_comparisons = 20'000'000;
constexpr std::size_t most_bit_words = 8'000'000;

// The rows of each column as bits, so that "is part of" is a few words' work.
class RowBits {
  public:
    explicit RowBits(const CoverCore& core) : words_((core.rows() + 63) / 64), bits_(words_ * core.columns(), 0) {
        for (std::size_t c = 0; c < core.columns(); ++c)
            for (const Index r : core.rows_of[c])
                bits_[c * words_ + r / 64] |= std::uint64_t{1} << (r % 64);
    }
    bool part_of(std::size_t a, std::size_t b) const {
        const std::uint64_t* x = &bits_[a * words_];
        const std::uint64_t* y = &bits_[b * words_];
        for (std::size_t w = 0; w < words_; ++w)
            if (x[w] & ~y[w])
                return false;
        return true;
    }

  private:
    std::size_t words_;
    std::vector<std::uint64_t> bits_;
};

Index shortest_of(std::span<const Index> lists, const FlatLists& all) {
    Index best = lists.front();
    for (const Index list : lists)
        if (all[list].size() < all[best].size())
            best = list;
    return best;
}

// A column costing more than the cheapest columns of its rows, one by one, is never needed.
bool dearer_than_its_rows(const CoverCore& core, std::size_t column, std::span<const std::int64_t> cheapest) {
    std::int64_t sum = 0;
    for (const Index r : core.rows_of[column])
        sum += cheapest[r];
    return sum < core.cost[column];
}

std::vector<std::int64_t> cheapest_of_rows(const CoverCore& core) {
    std::vector<std::int64_t> cheapest(core.rows(), std::numeric_limits<std::int64_t>::max());
    for (std::size_t r = 0; r < core.rows(); ++r)
        for (const Index c : core.columns_of[r])
            cheapest[r] = std::min(cheapest[r], core.cost[c]);
    return cheapest;
}

// Whether some column still there covers all that `column` does for no more; of equal ones the first stays.
bool replaceable(const CoverCore& core, const CoverMask& mask, const RowBits& bits, Index column, std::int64_t& work) {
    const std::span<const Index> rows = core.rows_of[column];
    if (rows.empty())
        return true;
    for (const Index other : core.columns_of[shortest_of(rows, core.columns_of)]) {
        if (other == column || !mask.column[other] || core.cost[other] > core.cost[column])
            continue;
        const std::size_t size = core.rows_of[other].size();
        if (size < rows.size())
            continue;
        const bool same = size == rows.size() && core.cost[other] == core.cost[column];
        if (same && other > column)
            continue;
        ++work;
        if (bits.part_of(column, other))
            return true;
    }
    return false;
}

bool drop_columns(const CoverCore& core, CoverMask& mask, const std::stop_token& stop) {
    if ((core.rows() + 63) / 64 * core.columns() > most_bit_words)
        return false;
    bool changed = false;
    std::int64_t work = 0;
    const RowBits bits(core);
    const std::vector<std::int64_t> cheapest = cheapest_of_rows(core);
    for (Index c = 0; c < core.columns() && work < most_comparisons && !stop.stop_requested(); ++c)
        if (dearer_than_its_rows(core, c, cheapest) || replaceable(core, mask, bits, c, work)) {
            mask.column[c] = 0;
            changed = true;
        }
    return changed;
}

// A row whose columns include all those of another row is covered whenever that one is.
bool drop_rows(const CoverCore& core, CoverMask& mask, const std::stop_token& stop) {
    bool changed = false;
    std::int64_t work = 0;
    for (Index r = 0; r < core.rows() && work < most_comparisons && !stop.stop_requested(); ++r) {
        const std::span<const Index> columns = core.columns_of[r];
        if (!mask.row[r] || columns.empty())
            continue;
        for (const Index other : core.rows_of[shortest_of(columns, core.rows_of)]) {
            const std::span<const Index> wide = core.columns_of[other];
            if (other == r || !mask.row[other] || wide.size() < columns.size())
                continue;
            if (wide.size() == columns.size() && other < r)
                continue;
            ++work;
            if (std::includes(wide.begin(), wide.end(), columns.begin(), columns.end())) {
                mask.row[other] = 0;
                changed = true;
            }
        }
    }
    return changed;
}

} // namespace

FlatLists FlatLists::turned(std::size_t count) const {
    FlatLists out;
    out.start.assign(count + 1, 0);
    for (const Index item : items)
        ++out.start[item + 1];
    for (std::size_t i = 0; i < count; ++i)
        out.start[i + 1] += out.start[i];
    out.items.resize(items.size());
    std::vector<Index> next(out.start.begin(), out.start.end() - 1);
    for (std::size_t list = 0; list < size(); ++list)
        for (const Index item : (*this)[list])
            out.items[next[item]++] = static_cast<Index>(list);
    return out;
}

void CoverMask::take(const CoverCore& core, Index taken) {
    column[taken] = 0;
    for (const Index r : core.rows_of[taken])
        row[r] = 0;
}

CoverCore restricted(const CoverCore& core, const CoverMask& mask) {
    CoverCore out;
    std::vector<Index> new_row(core.rows(), 0);
    for (std::size_t r = 0; r < core.rows(); ++r)
        if (mask.row[r]) {
            new_row[r] = static_cast<Index>(out.row_name.size());
            out.row_name.push_back(core.row_name[r]);
        }
    for (std::size_t c = 0; c < core.columns(); ++c) {
        if (!mask.column[c])
            continue;
        const std::size_t before = out.rows_of.items.size();
        for (const Index r : core.rows_of[c])
            if (mask.row[r])
                out.rows_of.items.push_back(new_row[r]);
        if (out.rows_of.items.size() == before)
            continue;
        out.rows_of.close_list();
        out.cost.push_back(core.cost[c]);
        out.column_name.push_back(core.column_name[c]);
    }
    out.columns_of = out.rows_of.turned(out.row_name.size());
    return out;
}

std::int64_t reduce(CoverCore& core, std::vector<Index>& taken, const std::stop_token& stop) {
    std::int64_t cost = 0;
    bool changed = true;
    while (changed && core.rows() > 0 && !stop.stop_requested()) {
        CoverMask mask(core);
        changed = drop_columns(core, mask, stop);
        if (changed) {
            core = restricted(core, mask);
            mask = CoverMask(core);
        }
        changed = drop_rows(core, mask, stop);
        for (Index r = 0; r < core.rows(); ++r)
            if (const auto columns = core.columns_of[r]; mask.row[r] && columns.size() == 1) {
                taken.push_back(core.column_name[columns.front()]);
                cost += core.cost[columns.front()];
                mask.take(core, columns.front());
                changed = true;
            }
        if (changed)
            core = restricted(core, mask);
    }
    return cost;
}

} // namespace riser::location
