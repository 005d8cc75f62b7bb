// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/change_set.h"

#include "model/fields/table_access.h"

#include <algorithm>

namespace riser {

bool ChangeSet::empty() const {
    return std::all_of(tables.begin(), tables.end(), [](const TableChanges& table) { return table.empty(); });
}

std::size_t ChangeSet::size() const {
    std::size_t rows = 0;
    for (const TableChanges& table : tables)
        rows += table.added.size() + table.removed.size() + table.changed.size();
    return rows;
}

TableChanges changes_between(const Design& before, const Design& after, Kind kind) {
    TableChanges changes;
    struct Context {
        TableChanges& changes;
        const TableAccess& table;
    } context{changes, table_access(kind)};
    RowTree::diff(
        before.rows(kind), after.rows(kind), context.table.equal,
        [](void* to, const void* old_row, const void* new_row) {
            Context& c = *static_cast<Context*>(to);
            (!old_row   ? c.changes.added
             : !new_row ? c.changes.removed
                        : c.changes.changed)
                .push_back(c.table.id(old_row ? old_row : new_row));
            return true;
        },
        &context);
    return changes;
}

ChangeSet changes_between(const Design& before, const Design& after) {
    ChangeSet changes;
    for (std::size_t kind = 0; kind < kind_count; ++kind)
        changes.tables[kind] = changes_between(before, after, static_cast<Kind>(kind));
    return changes;
}

} // namespace riser
