// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that the cables laid overfill: planned ones are widened to the smallest section that holds them, others are
// named. Planned holes grow with their runs. What every planner that lays cables ends with.
#pragma once

#include "solvers/base/run.h"
#include "solvers/planning/rows.h"
#include "solvers/planning/sections.h"

namespace riser {

struct Widened {
    std::int32_t widened = 0;  // runs
    std::int32_t overfull = 0; // runs that stay too full, each with a reason
};

// Looks at what lies in `after`, of cables for which `counts` holds when given, and changes its runs there. Stops when
// `run` is stopped. O(cables' route steps).
Widened widen_overfull(Design& after, const PlanesApart& apart, const SectionOptions& options, ReasonList& reasons,
                       const Run& run, const std::function<bool(const Cable&)>& counts = {});

// Whether the loads, by compartment, fill a run beyond its own limit, else the options'.
bool is_overfull(const PathwayRun& row, const std::map<std::int32_t, SectionLoad>& loads, const Sections& sections);

// Planned by us and not built or taken over: it may be widened.
bool may_widen(const PathwayRun& row);

} // namespace riser
