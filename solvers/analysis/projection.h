// SPDX-License-Identifier: GPL-3.0-or-later
// A projection is a fact that keeps some columns of a table, one row for one row: edits to the other columns stop there
// and wake nobody behind it. Rows of `Out` carry the id of the row they show. Following a change costs O(changes log
// n).
#pragma once

#include "model/base/table.h"
#include "model/edits/change_set.h"

#include <optional>

namespace riser {

// One row of `Out` for each row for which make(row) gives one.
template<class Out, class Row, class Make> Table<Out> projected(const Table<Row>& rows, Make make) {
    std::vector<std::shared_ptr<const Out>> out;
    out.reserve(rows.size());
    for (const Row& row : rows)
        if (std::optional<Out> made = make(row))
            out.push_back(std::make_shared<const Out>(std::move(*made)));
    Table<Out> table;
    table.assign_sorted(std::move(out));
    return table;
}

// Puts what `made` says of `id` into the table; whether the table changed.
template<class Out, class Key> bool settle_row(Table<Out>& table, Key id, std::optional<Out> made) {
    if (!made)
        return table.erase(id);
    const Out* old = table.find(id);
    if (old && *old == *made)
        return false;
    table.put(std::move(*made));
    return true;
}

// The projection after the changes, or nothing when it is as it was.
template<class Out, class Row, class Make>
std::optional<Table<Out>> followed(const Table<Out>& previous, const TableChanges& changes, const Table<Row>& rows,
                                   Make make) {
    Table<Out> next = previous;
    bool changed = false;
    for (const std::uint64_t id : changes.removed)
        changed |= next.erase(Id<Row>{id});
    for (const auto* list : {&changes.added, &changes.changed})
        for (const std::uint64_t id : *list)
            changed |= settle_row(next, Id<Row>{id}, make(*rows.find(Id<Row>{id})));
    return changed ? std::optional(std::move(next)) : std::nullopt;
}

} // namespace riser
