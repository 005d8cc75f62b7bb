// SPDX-License-Identifier: GPL-3.0-or-later
// What will lie in each run, summed by plane, with room to grow: a cable to every jack, routed over the pathways as
// they stand, but for those that people laid or pinned, which lie where they lie.
#pragma once

#include "solvers/base/run.h"
#include "solvers/planning/cable_types.h"
#include "solvers/planning/cable_ways.h"
#include "solvers/planning/sections.h"

#include <functional>

namespace riser {

struct RunLoads {
    std::map<PathwayRunId, SectionLoad> open;                      // but those of secret planes
    std::map<PlaneId, std::map<PathwayRunId, SectionLoad>> secret; // over the runs that others take
};

// `growth` in ten-thousandths: 10,000 is none. Polls `run` and returns what it has when stopped.
RunLoads loads_of(const Design& design, const WayOptions& options, const PlanesApart& apart, std::int64_t growth,
                  const Run& run);

// Σ diameter² by run, compartment and plane of the cables that stand, but those to be removed; of those only for which
// `counts` holds, when given.
std::map<PathwayRunId, std::map<std::int32_t, SectionLoad>>
standing_loads(const Design& design, const std::function<bool(const Cable&)>& counts = {});

} // namespace riser
