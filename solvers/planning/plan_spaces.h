// SPDX-License-Identifier: GPL-3.0-or-later
// Which rooms play a role for the network: telecom rooms, ELV shafts, core machine rooms, equipment and entrance rooms
// as the drawing names them. A floor without a telecom room is served from its ELV shafts, else from the nearest floor
// that has one. Spaces that a person made for a room stand; labels once given stay.
#pragma once

#include "solvers/base/plan.h"

namespace riser {

enum class ShaftUse {
    distributor_where_no_telecom_room, // 弱电井 with the floor's cabinets in it
    shaft_only,
};

struct SpaceOptions {
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
};

// The planner's name in Origin::source is "spaces", the key the room's id.
Result<SpacePlan> plan_spaces(const Design& design, const SpaceOptions& options = {}, const Run& run = {});

// Whether cables of a floor may start in a space of that role.
bool is_distributor(SpaceRole role);
// Floors that the space serves: those it names, else its own; none when its room is not there.
std::vector<FloorId> floors_served(const Design& design, const Space& space);

} // namespace riser
