// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/plan.h"

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
    // A row that the plan writes and somebody else wrote meanwhile is a clash even in a table it did not read.
    const ChangeSet ours = plan.changes();
    Design& work = edit.working();
#define RISER_APPLY(Type, member, prefix, element)                                                                     \
    if (!ours.of(Kind::member).empty() && !since.of(Kind::member).empty()) {                                           \
        for (const auto* list : {&ours.of(Kind::member).removed, &ours.of(Kind::member).changed})                      \
            for (const std::uint64_t id : *list)                                                                       \
                for (const auto* other : {&since.of(Kind::member).removed, &since.of(Kind::member).changed})           \
                    if (std::binary_search(other->begin(), other->end(), id))                                          \
                        return stale({AnyId(Kind::member, id)}, 1);                                                    \
    }
    RISER_TABLES(RISER_APPLY)
#undef RISER_APPLY
#define RISER_APPLY(Type, member, prefix, element)                                                                     \
    if (since.of(Kind::member).empty()) {                                                                              \
        work.member = plan.after.member;                                                                               \
    } else {                                                                                                           \
        for (const std::uint64_t id : ours.of(Kind::member).removed)                                                   \
            work.member.erase(Id<Type>{id});                                                                           \
        for (const auto* list : {&ours.of(Kind::member).added, &ours.of(Kind::member).changed})                        \
            for (const std::uint64_t id : *list)                                                                       \
                work.member.put(*plan.after.member.find(Id<Type>{id}));                                                \
    }
    RISER_TABLES(RISER_APPLY)
#undef RISER_APPLY
    return {};
}

} // namespace riser
