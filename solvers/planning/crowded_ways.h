// SPDX-License-Identifier: GPL-3.0-or-later
// The cables' ways kept under the limits of the runs: where the shortest ways of all would overfill a run that cannot
// be widened enough, some take another (solvers/graph/crowded_routing). Runs that we may widen have the room of the
// largest section there is; what lies there already takes its part first.
#pragma once

#include "solvers/graph/crowded_routing.h"
#include "solvers/planning/cable_ways.h"
#include "solvers/planning/sections.h"

#include <functional>

namespace riser {

struct CableToLay {
    const Jack* jack = nullptr;
    const Outlet* outlet = nullptr;
    const CableType* type = nullptr;
    CableWays::Found found;
    bool pinned = false; // a person chose its route: it is laid as it lies
};

struct Crowding {
    std::int32_t detours = 0;            // cables that take a longer way
    std::int64_t longer_mm = 0;          // by so much in all
    std::int64_t bound_mm = 0;           // no ways that fit are shorter by less than this in all
    std::vector<PathwayRunId> relieved;  // runs that the shortest ways would have overfilled, and that fit now
    std::vector<PathwayRunId> too_full;  // that stay above their limit
    Outcome outcome = Outcome::complete; // as of CrowdedRoutes
};

// Changes the ways of `cables`, in which those without a way stay so. `stays`: the standing cables that are not laid
// anew.
Crowding keep_under_limits(const Design& design, const PlanesApart& apart, const SectionOptions& sections,
                           const CrowdedOptions& options, const std::function<bool(const Cable&)>& stays,
                           std::span<CableToLay> cables, const Run& run);

} // namespace riser
