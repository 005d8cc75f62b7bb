// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/plan.h"

#include "model/edits/issue_edits.h"

#include <algorithm>
#include <string>

namespace riser {

namespace {

Error stale(const std::vector<AnyId>& rows, std::size_t count) {
    std::string names;
    for (const AnyId& id : rows)
        names += (names.empty() ? "" : " ") + to_string(id);
    if (count > rows.size())
        names += " …";
    return {.code = ErrorCode::stale,
            .message = {"方案已过期：其依据有 " + std::to_string(count) + " 处改动（" + names + "）",
                        "the plan is stale: " + std::to_string(count) + " rows it read have changed (" + names + ")"},
            .fix = {"请重新生成方案", "plan again"},
            .where = {}};
}

} // namespace

Result<void> apply(Edit& edit, const PlannedChange& plan) {
    const Design before = edit.design();
    const ChangeSet since = changes_between(plan.before, edit.design());
    std::vector<AnyId> named;
    std::size_t count = 0;
    for (const Kind kind : plan.read)
        for (const auto* list : {&since.of(kind).added, &since.of(kind).removed, &since.of(kind).changed}) {
            count += list->size();
            for (const std::uint64_t id : *list)
                if (named.size() < 5)
                    named.emplace_back(kind, id);
        }
    if (count > 0)
        return stale(named, count);
    Design& work = edit.working();
    if (since.empty()) { // the rows of the plan as they are: what differs need not be known
        for (std::size_t i = 0; i < kind_count; ++i)
            work.rows(static_cast<Kind>(i)) = plan.after.rows(static_cast<Kind>(i));
        retire_given_up(before, work, {});
        return {};
    }
    // A row that the plan writes and somebody else wrote meanwhile is a clash even in a table it did not read.
    const ChangeSet ours = plan.changes();
    for (std::size_t i = 0; i < kind_count; ++i) {
        const Kind kind = static_cast<Kind>(i);
        for (const auto* list : {&ours.of(kind).removed, &ours.of(kind).changed})
            for (const std::uint64_t id : *list)
                for (const auto* other : {&since.of(kind).removed, &since.of(kind).changed})
                    if (std::binary_search(other->begin(), other->end(), id))
                        return stale({AnyId(kind, id)}, 1);
    }
    for (std::size_t i = 0; i < kind_count; ++i) {
        const Kind kind = static_cast<Kind>(i);
        RowTree& rows = work.rows(kind);
        if (since.of(kind).empty()) {
            rows = plan.after.rows(kind);
            continue;
        }
        for (const std::uint64_t id : ours.of(kind).removed)
            rows.erase(id);
        for (const auto* list : {&ours.of(kind).added, &ours.of(kind).changed})
            for (const std::uint64_t id : *list)
                rows.put(id, *plan.after.rows(kind).find_ref(id));
    }
    retire_given_up(before, work, {});
    return {};
}

} // namespace riser
