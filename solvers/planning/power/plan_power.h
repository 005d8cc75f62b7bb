// SPDX-License-Identifier: GPL-3.0-or-later
// What racks live on, planned from what stands in them: sources, transfer switches, UPS sized by AV-12, circuits to the
// power strips of each room; the main earth bar, a bar in each room with racks, and their bonds. Two feeds where a
// network in the rack must be N+1 or more. The electrical engineer's part (sources, transfer switches) is written as
// the fit-out's. Rows that people drew stay, and what they feed is not planned again.
#pragma once

#include "solvers/base/plan.h"

#include <string>
#include <vector>

namespace riser {

enum class UpsPlace {
    as_the_building, // in the core machine room where there is one, else in each room
    central,
    each_room,
};

struct PowerOptions {
    UpsPlace ups = UpsPlace::as_the_building;
    BasisPoints efficiency = percent(90);     // own default
    BasisPoints usable = percent(80);         // AV-12
    VoltAmperes circuit = VoltAmperes(7'360); // 32 A at 230 V, filled to `usable`
    Seconds autonomy = Seconds(30 * 60);      // own default, for the brief to say
    BasisPoints growth;                       // of the load over all years, where the brief states none
    // Ratings on the market, kVA; beyond the last in steps of it.
    std::vector<std::int64_t> ratings{1, 2, 3, 6, 10, 15, 20, 30, 40, 60, 80, 100, 120, 160, 200};
    // GND-03, unverified: bonds of a bar up to so far and with so many points.
    Millimetres short_bond = Millimetres(30'000);
    std::int32_t few_points = 75;
    SquareMillimetres thin = SquareMillimetres(16);
    SquareMillimetres thick = SquareMillimetres(50);
    SquareMillimetres of_rack = SquareMillimetres(6);

    std::string bar_label = "{space}-TGB{n}";
    std::string ups_label = "{space}-UPS{n}";
};

struct PowerPlan {
    PlannedChange change;
    Outcome outcome = Outcome::complete;
    std::vector<Reason> reasons;
    std::int32_t ups = 0; // planned
    std::int32_t circuits = 0;
    std::int32_t earth_bars = 0;
    std::int32_t bonds = 0;
    Milliwatts load; // of all racks
    Milliwatts heat;
};

// The planner's name in Origin::source is "power"; the circuit of a strip that the planner of equipment wrote is set on
// that row. O(racks + devices + jacks log ports).
Result<PowerPlan> plan_power(const Design& design, const PowerOptions& options = {}, const Run& run = {});

} // namespace riser
