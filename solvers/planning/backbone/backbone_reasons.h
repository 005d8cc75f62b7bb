// SPDX-License-Identifier: GPL-3.0-or-later
// Why the backbone is as it is: rooms without one, routes less apart than their class asks and what would part them,
// telephones that take ports.
#pragma once

#include "solvers/planning/backbone/plan_backbone.h"
#include "solvers/planning/rows.h"

namespace riser {

// Also fills the plan's counts of uplinks.
void explain_backbone(const Design& design, const RoutingNet& net, const UplinkCables& cables, BackbonePlan& plan,
                      ReasonList& reasons);

// The least that the class asks of two routes; none: one route will do.
Diversity asked_diversity(RedundancyClass asked);

} // namespace riser
