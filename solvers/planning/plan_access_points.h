// SPDX-License-Identifier: GPL-3.0-or-later
// Access points where the walls as drawn let them be heard and where there are people enough: of the places on the
// ceilings of rooms, the fewest that reach every spot at its level and have room for every device, beside what the
// point table and people placed. For each physical network that a wireless service or an SSID uses, floor by floor.
// What the client signed stays: lines of the point table give access points that count, and coverage adds what they
// leave open. A client who wants coverage to decide leaves those lines out, or asks for `coverage`.
#pragma once

#include "model/cabling.h"
#include "solvers/base/plan.h"
#include "solvers/graph/location/capacitated_cover.h"
#include "solvers/planning/places.h"
#include "solvers/radio/coverage.h"

namespace riser {

// The planner's name in Origin::source.
constexpr std::string_view access_point_source = "access-points";

enum class AccessPointBasis {
    point_table,              // as many as the point table says, none beside
    point_table_and_coverage, // those, and what coverage and capacity need beside them
    coverage,                 // the table's lines for access points are not used on wireless networks
};
// Whether places where access points were planned before go before others that do as well. The plan is then as near as
// can be to the last one, and no longer depends on the building alone.
enum class EarlierPlaces { do_not_matter, go_first };

struct AccessPointOptions {
    AccessPointBasis basis = AccessPointBasis::point_table_and_coverage;
    EarlierPlaces earlier = EarlierPlaces::do_not_matter;
    WirelessOptions wireless;
    SquareMillimetres place_area = SquareMillimetres(12'000'000); // of a room's ceiling, for each place looked at
    PlacingOptions placing;
    CapacitatedCoverOptions effort; // a floor
    std::int32_t jacks = 1;         // an access point
    Category copper = Category::cat6a;
    Screen screen = Screen::utp;
    // Fields as those of plan_outlets.
    std::string outlet_label = "{floor}-{room}-{n:2}";
    std::string jack_label = "{outlet}-{n}";
};

struct AccessPointPlan {
    PlannedChange change;
    Outcome outcome = Outcome::complete;
    std::vector<Reason> reasons;
    std::int32_t networks = 0; // with wireless access
    std::int32_t planned = 0;  // access points, in all
    std::int32_t standing = 0; // that the point table and people placed
    std::int64_t bound = 0;    // no fewer than that many could be planned, of the places looked at
    bool proved = true;        // planned == bound on every floor
    std::int32_t spots = 0;    // places where a device may be
    std::int32_t below = 0;    // of them, at which no access point is heard well enough
    std::int64_t devices = 0;  // active at once, thousandths
    std::int64_t turned_away = 0;
};

// Stopped: the floors done so far, and nothing is removed.
Result<AccessPointPlan> plan_access_points(const Design& design, const AccessPointOptions& options = {},
                                           const Run& run = {});

} // namespace riser
