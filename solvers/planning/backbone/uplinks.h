// SPDX-License-Identifier: GPL-3.0-or-later
// The uplinks of every telecom room: which cables, by which ways. What backbone planning lays and what pathway planning
// leaves room for is this one answer.
#pragma once

#include "solvers/base/run.h"
#include "solvers/planning/backbone/plane_routes.h"
#include "solvers/planning/backbone/uplink_cables.h"
#include "solvers/planning/sections.h"

namespace riser {

// The routes of one room on one plane: two for data, one for voice in pairs.
enum class UplinkRoute { first, second, voice };

struct Uplink {
    RoomOnPlane at;
    ServedPoints points;
    std::int32_t switches = 0;
    RedundancyClass asked = RedundancyClass::n;
    struct Laid {
        UplinkRoute route = UplinkRoute::first;
        std::vector<UplinkCable> cables;
        std::optional<Way> way; // absent: a person chose it
        std::vector<RouteStep> steps;
    };
    std::vector<Laid> laid;
    std::array<SpaceId, 2> cores{}; // where the two data routes begin; 0: unknown
    SharedParts parts;              // of those two
    bool proven = true;
    std::optional<NoUplink> why; // when nothing is laid
    bool no_fibre_type = false;  // the catalogue has no cable for it
    bool no_voice_type = false;
};

struct UplinkPlanning {
    UplinkOptions cables;
    PlaneRoutesOptions routes;
    SectionOptions sections;
    std::int64_t growth = 10'000;
    // The route of a cable that a person pinned; nothing: none does.
    std::function<std::optional<StandingRoute>(const RoomOnPlane&, UplinkRoute)> standing = {};
    // Where a planned cable lies that stays planned, beside one that does not; nothing: it does not matter.
    std::function<std::vector<RunIndex>(const RoomOnPlane&, UplinkRoute)> earlier = {};
    // What lies in the runs: those that it fills and those beside whose cables a plane may not lie are kept out of.
    // Nothing: pathways are only being planned.
    std::optional<std::map<PathwayRunId, std::map<std::int32_t, SectionLoad>>> loads = {};
    // Whose runs a plane's cables may lie in, when not its own: while pathways are planned, those of nobody.
    std::function<std::optional<PlaneId>(std::optional<PlaneId>)> runs_of = {};
};

// By plane, then the label of the room; rooms that are cores themselves are left out. Stopped: those done so far.
std::vector<Uplink> uplinks_of(const Design& design, const RoutingNet& net, const ServedRooms& rooms,
                               const UplinkPlanning& planning, const Run& run);

} // namespace riser
