// SPDX-License-Identifier: GPL-3.0-or-later
// Trays along the corridors that are needed, branches to rooms, trays to telecom spaces, risers through stacked shafts:
// every floor's network, tied together. Each run is as wide as the cables that will lie in it need, by routing every
// jack over the plan, with dividers where planes that must be apart meet; classified planes get runs of their own
// beside the others. A floor on which a person drew pathways is left as it is drawn.
#pragma once

#include "solvers/base/plan.h"
#include "solvers/geometry/centrelines.h"
#include "solvers/planning/laid_trays.h"
#include "solvers/planning/pathway_sizes.h"
#include "solvers/planning/penetrations.h"
#include "solvers/planning/sections.h"

namespace riser {

enum class RoomsServed { with_outlets, all };
// Trays where they are worth their price (see laid_trays), or along every corridor.
enum class TrayLayout { least_price, every_corridor };

struct PathwayOptions {
    CentrelineOptions centrelines;
    TrayLayout layout = TrayLayout::least_price;
    TrayPrices prices;
    WayOptions ways;
    SectionOptions sections;
    UplinkOptions uplinks;                         // of the rooms that serve the jacks
    RoomsServed rooms = RoomsServed::with_outlets; // all, while the design has no outlets
    GrowthReserve growth = GrowthReserve::of_brief;
    PenetrationOptions penetrations;
    // Trays hang so far below the next floor; where the storey height is not known, so high above their own.
    Millimetres below_next_floor = Millimetres(1'000);
    Millimetres height_without_storey = Millimetres(2'800);
    Millimetres least_riser = Millimetres(200); // width: backbones come on top of what is counted
    // Fields: floor, kind (T tray, C conduit, K trunking, R riser), n.
    std::string label = "{floor}-{kind}{n:2}";
};

struct PathwayPlan {
    PlannedChange change;
    Outcome outcome = Outcome::complete;
    std::vector<Reason> reasons;
    std::int32_t nodes = 0; // planned, in all
    std::int32_t runs = 0;
    std::int64_t tray_mm = 0; // their lengths
    std::int64_t branch_mm = 0;
    std::int64_t riser_mm = 0;
    // Of the floors laid at the least price, as a length of the smallest tray that costs the same: lines, fittings,
    // penetrations and cables along them. No choice among the corridors' lines costs less than the bound.
    std::int64_t priced_mm = 0;
    std::int64_t bound_mm = 0;
};

// The planner's name in Origin::source is "pathways". Stopped: the floors done so far, and nothing is removed.
Result<PathwayPlan> plan_pathways(const Design& design, const PathwayOptions& options = {}, const Run& run = {});

} // namespace riser
