// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/backbone/served_points.h"

#include "solvers/graph/cable_end_space.h"

#include <unordered_map>

namespace riser {

namespace {

std::optional<SpaceId> space_of_end(const Design& design, AnyId on) {
    if (on.kind == Kind::panels)
        if (const Panel* panel = design.find(PanelId{on.value}); panel && design.find(panel->space))
            return panel->space;
    return std::nullopt;
}

} // namespace

void count_point(ServedRooms& rooms, const Jack& jack, SpaceId space) {
    ServedPoints& points = rooms[{jack.plane, space}];
    ++(jack.category == Category::cat3 ? points.pairs : points.ports);
}

ServedRooms served_by_cables(const Design& design, CableWays& ways) {
    struct Ends {
        std::optional<SpaceId> space;
        JackId jack;
    };
    std::map<std::pair<OutletId, std::int32_t>, JackId> by_place;
    for (const Jack& jack : design.jacks)
        by_place.try_emplace({jack.outlet, jack.position}, jack.id);
    std::unordered_map<CableId, Ends> ends;
    for (const Termination& row : design.terminations) {
        Ends& cable = ends[row.cable];
        if (row.on.kind == Kind::jacks)
            cable.jack = JackId{row.on.value};
        if (row.on.kind == Kind::outlets)
            if (const auto at = by_place.find({OutletId{row.on.value}, row.position}); at != by_place.end())
                cable.jack = at->second;
        if (const auto space = space_of_end(design, row.on))
            cable.space = space;
    }
    ServedRooms out;
    for (const Cable& cable : design.cables) {
        const auto found = ends.find(cable.id);
        const Jack* jack = found == ends.end() ? nullptr : design.find(found->second.jack);
        const Outlet* outlet = jack ? design.find(jack->outlet) : nullptr;
        if (cable.role != CableRole::horizontal || cable.status == Status::remove || !outlet)
            continue;
        std::optional<SpaceId> space = found->second.space;
        if (!space)
            space = space_at_end(design, cable, CableEnd::a);
        if (!space)
            if (const CableWays::Found way = ways.of(*jack, *outlet); way.way)
                space = way.way->space;
        if (space)
            count_point(out, *jack, *space);
    }
    return out;
}

} // namespace riser
