// SPDX-License-Identifier: GPL-3.0-or-later
// What will lie in each run, summed by plane: a cable to every jack with room to grow, and the uplinks of the rooms
// that serve them, routed over the pathways as they stand, but for those that people laid or pinned, which lie where
// they lie.
#pragma once

#include "solvers/base/run.h"
#include "solvers/planning/backbone/uplink_cables.h"
#include "solvers/planning/cable_types.h"
#include "solvers/planning/cable_ways.h"
#include "solvers/planning/sections.h"

#include <functional>

namespace riser {

enum class GrowthReserve { of_brief, none }; // cables, points x (1 + growth a year) ^ horizon
// In ten-thousandths: 10,000 is none.
std::int64_t growth_of(const Design& design, GrowthReserve growth);

struct RunLoads {
    std::map<PathwayRunId, SectionLoad> open;                      // but those of secret planes
    std::map<PlaneId, std::map<PathwayRunId, SectionLoad>> secret; // over the runs that others take
};

// Whether the step of that name lays the cable anew: planned by it, not taken over or built, its route not pinned.
bool is_laid_by(const Cable& cable, std::string_view planner);

struct LoadOptions {
    WayOptions ways;
    UplinkOptions uplinks;
    std::int64_t growth = 10'000; // in ten-thousandths: 10,000 is none
};
// Polls `run` and returns what it has when stopped.
RunLoads loads_of(const Design& design, const LoadOptions& options, const PlanesApart& apart, const Run& run);

// Σ diameter² by run, compartment and plane of the cables that stand, but those to be removed; of those only for which
// `counts` holds, when given.
std::map<PathwayRunId, std::map<std::int32_t, SectionLoad>>
standing_loads(const Design& design, const std::function<bool(const Cable&)>& counts = {});

} // namespace riser
