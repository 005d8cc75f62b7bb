// SPDX-License-Identifier: GPL-3.0-or-later
// The holes that runs need: one row a crossing (see graph/crossings), as large as the run's section with its allowance,
// sleeved, and stopped where the crossing holds fire back. A hole that a person drew for a run stands for the crossing
// it lies at. Holes go with their run; they grow with it.
#pragma once

#include "model/design.h"
#include "solvers/graph/fire_ratings.h"
#include "solvers/planning/rows.h"

namespace riser {

struct PenetrationOptions {
    // Around the section, on each side: room for the sleeve and the stopping. Own default.
    Millimetres allowance = Millimetres(50);
    FireRatings ratings;
    // A person's hole at most so far from the crossing is the one. Own default.
    Millimetres same_place = Millimetres(1'000);
    std::string label = "{floor}-PE{n:2}"; // Fields: building, floor, storey, run, host (W, S), n.
};

// Plans the holes of all runs of `after`, whoever drew them, but of runs that stand in the building. The planner's name
// in Origin::source is "penetrations". O(runs x vertices on their floors).
void plan_penetrations(Design& after, const PenetrationOptions& options = {});

// Makes planned holes as large as their runs are now, with the allowance. O(holes).
void fit_penetrations(Design& after, Millimetres allowance = PenetrationOptions().allowance);

} // namespace riser
