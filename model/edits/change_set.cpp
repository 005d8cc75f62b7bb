// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/change_set.h"

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

ChangeSet changes_between(const Design& before, const Design& after) {
    ChangeSet changes;
#define RISER_DIFF(Type, member, prefix, element)                                                                      \
    if (!before.member.shares_all_with(after.member))                                                                  \
        Table<Type>::diff(before.member, after.member, [&](const Type* old_row, const Type* new_row) {                 \
            TableChanges& table = changes.of(Kind::member);                                                            \
            (!old_row   ? table.added                                                                                  \
             : !new_row ? table.removed                                                                                \
                        : table.changed)                                                                               \
                .push_back((old_row ? old_row : new_row)->id.value);                                                   \
            return true;                                                                                               \
        });
    RISER_TABLES(RISER_DIFF)
#undef RISER_DIFF
    return changes;
}

} // namespace riser
