// SPDX-License-Identifier: GPL-3.0-or-later
// Outlets and jacks by the brief's point table, and classified ones by its approved list alone. Jacks are packed into
// faceplates (planes never share one), faceplates stand together at work places spread along the free walls, others on
// ceiling or floor grids. What a person drew counts towards what the table asks. Each room depends on itself only.
#pragma once

#include "model/cabling.h"
#include "solvers/base/plan.h"
#include "solvers/base/restrictions.h"
#include "solvers/planning/places.h"
#include "solvers/planning/point_table.h"

namespace riser {

// Lines of the point table for access points on networks with wireless service: placed as they say, or left to
// plan_access_points.
enum class WirelessLines { placed, left_to_coverage };

struct OutletOptions {
    CountingOptions counting;
    WirelessLines wireless = WirelessLines::placed;
    PlacingOptions placing;
    // Fields: floor, room, plane (empty when secret), body, n; of jacks also kind, outlet, position.
    std::string outlet_label = "{floor}-{room}-{n:2}";
    std::string jack_label = "{outlet}-{n}";
    Category copper = Category::cat6a;
    Screen screen = Screen::utp;
    Screen secret_screen = Screen::ftp; // of copper on planes of state secrets
    Category fibre = Category::os2;
    // Approved points say neither height nor packing.
    Millimetres approved_height = Millimetres(300);
    std::int32_t approved_per_outlet = 2;
    // Between faceplates of planes that must be apart. No public number exists and there is no default: absent, they
    // stand side by side and the plan says so.
    std::optional<Millimetres> apart_distance;
};

struct OutletPlan {
    PlannedChange change;
    Outcome outcome = Outcome::complete;
    std::vector<Reason> reasons;
    std::int32_t outlets = 0; // planned, in all
    std::int32_t jacks = 0;
    std::int32_t rooms = 0; // with any
};

// The planner's name in Origin::source is "outlets". Stopped: the floors done so far, and nothing is removed.
Result<OutletPlan> plan_outlets(const Design& design, const OutletOptions& options = {}, const Run& run = {});

// By what the room is and by the restricted areas that name it.
Restrictions restrictions_of(const Storey& storey, const Room& room);

} // namespace riser
