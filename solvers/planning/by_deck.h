// SPDX-License-Identifier: GPL-3.0-or-later
// The planners' options as a rule deck has them, so that what is planned is held to what will be checked: tables of
// links and heat, the length that POE-03 permits, levels and loads of wireless. All else keeps its documented default.
#pragma once

#include "solvers/checks/deck.h"
#include "solvers/planning/steps.h"

namespace riser {

PlanningOptions planning_options(const Deck& deck);

} // namespace riser
