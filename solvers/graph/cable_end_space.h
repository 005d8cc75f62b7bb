// SPDX-License-Identifier: GPL-3.0-or-later
// In which telecom space a cable's route ends: that of the outer node of its first or last run. It tells where a cable
// comes from and goes to before there are panels to end on.
#pragma once

#include "model/cabling.h"

namespace riser {

// Nothing where the route hangs on the middle of a run, in no space, or does not hang together. `rows` finds rows by id
// and optional id, as a Design and a FactInput do. O(1).
template<class Rows> std::optional<SpaceId> space_at_end(Rows& rows, const Cable& cable, CableEnd end) {
    if (cable.route.empty())
        return std::nullopt;
    const bool at_a = end == CableEnd::a;
    const PathwayRun* outer = rows.find(at_a ? cable.route.front().run : cable.route.back().run);
    if (!outer)
        return std::nullopt;
    if (cable.route.size() == 1) { // a run's ends are told apart by how the cable lies in it
        const bool forwards = cable.entry_offset <= cable.exit_offset;
        const PathwayNode* node = rows.find(forwards == at_a ? outer->from : outer->to);
        return node && rows.find(node->space) ? node->space : std::nullopt;
    }
    const PathwayRun* inner = rows.find(at_a ? cable.route[1].run : cable.route[cable.route.size() - 2].run);
    for (const PathwayNodeId id : {outer->from, outer->to}) {
        const PathwayNode* node = rows.find(id);
        if (node && inner && inner->from != id && inner->to != id && rows.find(node->space))
            return node->space;
    }
    return std::nullopt;
}

// The telecom room that backbone planning laid the cable to: its key is "PLANE|ROOM|ROUTE|NUMBER".
inline std::optional<SpaceId> room_laid_to(const Cable& cable) {
    const std::string& key = cable.origin.key;
    const std::size_t from = key.find('|');
    if (cable.origin.source != "backbone" || from == std::string::npos)
        return std::nullopt;
    const std::size_t to = key.find('|', from + 1);
    const auto id = parse_any_id(std::string_view(key).substr(from + 1, to - from - 1));
    return id && id->kind == Kind::spaces ? std::optional(SpaceId{id->value}) : std::nullopt;
}

} // namespace riser
