// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in each telecom room and machine room: racks, panels for the cables that end there, switches for their
// jacks (the cheapest set that has the ports and the power), cords from panel to switch, fibre links up to the
// core, and beside it the security devices and hosts that boundaries and services ask for. Networks that must be apart
// share no rack; secret networks get room reserved and nothing else. Racks, panels and devices that people placed are
// used first and never changed.
#pragma once

#include "solvers/base/plan.h"
#include "solvers/planning/equipment/options.h"

namespace riser {

struct EquipmentPlan {
    PlannedChange change;
    Outcome outcome = Outcome::complete;
    std::vector<Reason> reasons;
    std::int32_t racks = 0; // planned, without reservations
    std::int32_t panels = 0;
    std::int32_t switches = 0;
    std::int32_t hosts = 0;      // security devices, servers and their like
    std::int32_t ports_used = 0; // copper, of access switches
    std::int32_t ports_free = 0;
    std::int32_t unpatched = 0;     // jacks that need a port and have none
    std::int32_t links = 0;         // up from access and distribution
    std::int32_t transceivers = 0;  // planned
    std::int32_t links_failing = 0; // fibre links that no transceiver of the catalogue carries
    Milliwatts poe;                 // promised to devices, by their classes
    std::int32_t units_free = 0;    // in planned racks
};

// The planner's name in Origin::source is "equipment"; ends of horizontal cables bear that of the planner of cables.
// stopped: when asked to stop, for what is done by then is of no use. O(jacks log + racks of a room x its size).
Result<EquipmentPlan> plan_equipment(const Design& design, const EquipmentOptions& options = {}, const Run& run = {});

} // namespace riser
