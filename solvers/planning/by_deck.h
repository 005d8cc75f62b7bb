// SPDX-License-Identifier: GPL-3.0-or-later
// The planners' options as a rule deck has them, so that what is planned is held to what will be checked: how many
// points a room takes and how far it reaches, what cables are permitted, how full sections, supplies and prefixes may
// get, ratios of uplinks, clearances, levels of wireless, ratings of penetrations, tables of links and controls. A rule
// that is off, or that the deck leaves out, changes nothing; all else keeps its documented default.
#pragma once

#include "solvers/checks/deck.h"
#include "solvers/planning/steps.h"

namespace riser {

PlanningOptions planning_options(const Deck& deck);

// With the project's own settings of rules. Sections are filled to less than the deck lets them be (SectionOptions);
// where the project sets that limit itself, they are filled to it.
PlanningOptions planning_options(const Deck& deck, const Design& design);

} // namespace riser
