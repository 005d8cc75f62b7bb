// SPDX-License-Identifier: GPL-3.0-or-later
// Backbone cables from the core to every telecom room that serves points, plane by plane: fibres for its switches,
// pairs for its analogue telephones, on one route or two as the brief's requirement class asks, two as far apart as the
// building allows. End a is the core's. Which room of the two a cable ends in its route tells; ends on panels are made
// by equipment planning. Routes that a person pinned or drew stand, and what is planned beside them keeps away from
// them. A plane of state secrets gets a backbone only where approved points of it exist, in runs of its own.
#pragma once

#include "solvers/base/plan.h"
#include "solvers/planning/backbone/uplinks.h"
#include "solvers/planning/pathway_sizes.h"

namespace riser {

struct BackboneOptions {
    UplinkOptions cables;
    PlaneRoutesOptions routes;
    SectionOptions sections;
    GrowthReserve growth = GrowthReserve::of_brief; // of points
    Millimetres slack_a = Millimetres(5'000);       // own: to the core's racks and back
    Millimetres slack_b = Millimetres(3'000);
    Millimetres least_length = Millimetres(15'000); // GB 50311 3.3.1, of channels with four connectors (CAB-06)
    // Fields: space and floor of the telecom room, core, plane (empty when secret), medium (F fibre, V voice), n.
    std::string label = "B-{space}-{plane}-{n}";
};

struct BackbonePlan {
    PlannedChange change;
    Outcome outcome = Outcome::complete;
    std::vector<Reason> reasons;
    std::vector<Uplink> uplinks; // the answer for each telecom room and plane
    std::int32_t cables = 0;     // planned, in all
    std::int32_t cores_lit = 0;  // of their fibres
    std::int32_t cores_spare = 0;
    std::int32_t pairs_lit = 0;
    std::int32_t pairs_spare = 0;
    std::int64_t total_mm = 0;
    std::array<std::int32_t, 5> pairs_of_routes{}; // rooms with two routes, by Diversity
    std::int32_t short_of_class = 0;               // rooms whose routes are less apart than their class asks
    std::int32_t unserved = 0;                     // rooms with points and no backbone
    std::int32_t widened = 0;                      // runs
    std::int32_t overfull = 0;
};

// The planner's name in Origin::source is "backbone". Stopped: the rooms done so far, and nothing is removed.
Result<BackbonePlan> plan_backbone(const Design& design, const BackboneOptions& options = {}, const Run& run = {});

} // namespace riser
