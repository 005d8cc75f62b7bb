// SPDX-License-Identifier: GPL-3.0-or-later
// Which rooms play a role for the network: telecom rooms, ELV shafts, core machine rooms, equipment and entrance rooms
// as the drawing names them. Of the telecom rooms (of a floor without one, its ELV shafts) those become distributors
// that room_choice finds needed; through the others vertical trays pass. A floor without points goes to the nearest.
// Spaces that a person made for a room stand, as do rooms in which people put racks or panels; labels once given stay.
#pragma once

#include "solvers/planning/room_choice.h"

namespace riser {

enum class ShaftUse {
    distributor_where_no_telecom_room, // 弱电井 with the floor's cabinets in it
    shaft_only,
};

enum class DistributorChoice {
    fewest,    // that serve every point within reach and capacity, then the least cable
    all_named, // every one that the drawing names
};

struct SpaceOptions {
    DistributorChoice choice = DistributorChoice::all_named;
    RoomLimits limits;
    CountingOptions counting;                       // of points, while there are no outlets
    GrowthReserve growth = GrowthReserve::of_brief; // of points, in rooms that serve several floors
    PathwayOptions pathways;                        // as they will be laid: what lengths are measured over
    ShaftUse shafts = ShaftUse::distributor_where_no_telecom_room;
    // Fields: floor, letter (E telecom, S shaft, C core, Q equipment, R entrance), n.
    std::string label = "{floor}-{letter}{n}";
};

struct SpacePlan {
    PlannedChange change;
    Outcome outcome = Outcome::complete;
    std::vector<Reason> reasons;
    std::int32_t spaces = 0;                // planned, in all
    std::int32_t floors_from_elsewhere = 0; // floors served from another one
    std::int32_t not_needed = 0;            // telecom rooms of the drawing that are no distributors
    // When distributors were chosen: how many, and the cable from them as estimated (mm).
    std::optional<RoomFigure> distributors;
    RoomFigure cable;
};

// Stopped: nothing, since which floor serves which is known only at the end. O(pathways + points x rooms near them).
// The planner's name in Origin::source is "spaces", the key the room's id.
Result<SpacePlan> plan_spaces(const Design& design, const SpaceOptions& options = {}, const Run& run = {});

// Whether cables of a floor may start in a space of that role.
bool is_distributor(SpaceRole role);
// Floors that the space serves: those it names, else its own; none when its room is not there.
std::vector<FloorId> floors_served(const Design& design, const Space& space);

} // namespace riser
