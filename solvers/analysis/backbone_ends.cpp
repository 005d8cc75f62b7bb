// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/backbone_ends.h"

#include "model/catalogue.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/cable_starts.h"
#include "solvers/analysis/projection.h"
#include "solvers/base/uplink_class.h"
#include "solvers/graph/cable_end_space.h"

#include <algorithm>

namespace riser {

namespace {

bool is_pair_cable(FactInput& input, CableTypeId id) {
    const CableType* type = input.find(id);
    return type && type->category == Category::cat3;
}

// Where a cable that hangs on the middle of a run can only come from.
SpaceId only_core_beside(FactInput& input, SpaceId room, std::optional<PlaneId> plane) {
    const Design places = input.only<Floor, Room, Space>();
    const Space* space = places.find(room);
    const Room* drawn = space ? places.find(space->room) : nullptr;
    const Floor* floor = drawn ? places.find(drawn->floor) : nullptr;
    const std::vector<SpaceId> cores = floor ? cores_of(places, floor->building, plane) : std::vector<SpaceId>();
    return cores.size() == 1 ? cores.front() : SpaceId{};
}

} // namespace

BackboneEnds BackboneEnds::compute(FactInput& input) {
    const CableEnds& ends = input.get<CableEnds>();
    const auto space = [&](const Cable& cable, CableEnd end) {
        if (const CableEnding* ending = ends.first(cable.id, end))
            if (const SpaceId found = space_of(input, ending->on))
                return found;
        return space_at_end(input, cable, end).value_or(SpaceId{});
    };
    return {projected<BackboneEnd>(input.table<Cable>(), [&](const Cable& cable) -> std::optional<BackboneEnd> {
        if ((cable.role != CableRole::backbone && cable.role != CableRole::campus) || cable.status == Status::remove)
            return std::nullopt;
        BackboneEnd out{.id = cable.id,
                        .plane = cable.plane,
                        .in_pairs = is_pair_cable(input, cable.type),
                        .a = space(cable, CableEnd::a),
                        .b = space(cable, CableEnd::b),
                        .route = cable.route};
        if (!out.b)
            if (const auto room = room_laid_to(cable); room && input.find(*room))
                out.b = *room;
        if (!out.a && out.b)
            out.a = only_core_beside(input, out.b, cable.plane);
        return out;
    })};
}

ServingSpaces ServingSpaces::compute(FactInput& input) {
    const CableStarts& starts = input.get<CableStarts>();
    const CablePlanes& planes = input.get<CablePlanes>();
    ServingSpaces out;
    for (const CableKind& cable : input.get<CableKinds>().cables)
        if (cable.role == CableRole::horizontal && !is_pair_cable(input, cable.type))
            if (const SpaceId space = starts.of(cable.id))
                out.spaces.emplace_back(planes.of(cable.id), space);
    std::sort(out.spaces.begin(), out.spaces.end());
    out.spaces.erase(std::unique(out.spaces.begin(), out.spaces.end()), out.spaces.end());
    return out;
}

} // namespace riser
