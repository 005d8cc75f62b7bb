// SPDX-License-Identifier: GPL-3.0-or-later
// One cable a jack, from its telecom space by the shortest way over the pathways open to its plane, terminated on the
// jack and, where the space has a panel, on its next free position. Routes that a person pinned stay; jacks that a
// person cabled are left alone. Where the shortest ways of all would fill a run beyond its limit and it cannot be
// widened enough, some cables go another way; planned runs are widened as needed, what stays too full is named.
#pragma once

#include "solvers/base/derating.h"
#include "solvers/base/link_tables.h"
#include "solvers/base/plan.h"
#include "solvers/graph/cable_length.h"
#include "solvers/graph/crowded_routing.h"
#include "solvers/planning/cable_ways.h"
#include "solvers/planning/sections.h"

namespace riser {

// How long a cable may be at its temperature: the air's and, where it carries power, what its bundle adds (POE-03).
struct PermittedLength {
    Derating derating;
    LinkTables heat;        // of it, the heat of bundles
    std::int32_t tied = 24; // cables tied together in trays
};

struct CableOptions {
    WayOptions ways;
    SectionOptions sections;
    CrowdedOptions crowd;                     // where the shortest ways of all would overfill a run
    std::optional<PermittedLength> permitted; // absent: no cable is called too long
    // Engineering defaults after GB/T 50312: 0.5 to 2 m in the telecom room, 0.3 m at the outlet.
    Millimetres slack_a = Millimetres(2'000);
    Millimetres slack_b = Millimetres(300);
    // Fields: jack (its label), space, floor, room, kind, plane (empty when secret), n.
    std::string label = "{jack}";
};

struct CablePlan {
    PlannedChange change;
    Outcome outcome = Outcome::complete;
    std::vector<Reason> reasons;
    std::int32_t cables = 0;   // planned, in all
    std::int32_t unrouted = 0; // jacks without a cable
    std::int32_t widened = 0;  // runs
    std::int32_t overfull = 0; // runs that stay too full
    std::int32_t too_long = 0; // planned cables beyond the permitted length
    std::int64_t total_mm = 0; // of the planned cables
    std::int64_t tray_mm = 0;
    std::int64_t riser_mm = 0;
    std::int64_t drop_mm = 0;
    std::int64_t slack_mm = 0;
    std::int64_t bound_mm = 0; // no plan of the same cables over the same pathways is shorter in total
    Millimetres longest;
    std::optional<CableId> longest_cable;
};

// The planner's name in Origin::source is "cables", the key the jack's id. Stopped: the jacks done so far, and nothing
// is removed. O(pathways log + jacks).
Result<CablePlan> plan_cables(const Design& design, const CableOptions& options = {}, const Run& run = {});

// The cables of one outlet that was placed or moved, by ways kept from before: `ways` must be of the same pathways,
// rooms and spaces. Nothing is removed, no section is widened, the totals of the plan stay 0. Milliseconds at 20,000
// outlets.
Result<CablePlan> plan_cables_of(const Design& design, OutletId outlet, CableWays& ways,
                                 const CableOptions& options = {});

} // namespace riser
