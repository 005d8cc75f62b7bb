// SPDX-License-Identifier: GPL-3.0-or-later
// Rows picked evenly from a table, the same ones in each run.
#pragma once

#include "model/design.h"

namespace riser::bench {

// `count` ids, or as many as there are; never none of a table that has rows.
template<class Row> std::vector<Id<Row>> sample(const Table<Row>& rows, int count) {
    const std::size_t step = std::max<std::size_t>(1, rows.size() / static_cast<std::size_t>(count));
    std::vector<Id<Row>> out;
    std::size_t at = 0;
    for (const Row& row : rows)
        if (at++ % step == 0)
            out.push_back(row.id);
    return out;
}

template<class Row> Id<Row> of(const std::vector<Id<Row>>& picked, int i) {
    return picked[static_cast<std::size_t>(i) % picked.size()];
}

} // namespace riser::bench
