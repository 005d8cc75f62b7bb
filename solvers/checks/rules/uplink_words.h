// SPDX-License-Identifier: GPL-3.0-or-later
// How rules speak of uplinks that are too few or too close together.
#pragma once

#include "solvers/analysis/backbone_diversity.h"
#include "solvers/checks/rule.h"

namespace riser {

// Says what a design without backbone or requirement lacks; true when there is something to look at.
bool has_uplinks(FactInput& facts, const BackboneDiversity& uplinks, FindingList& findings);

// Why two routes are not `wanted` apart, "share Shaft 1"; empty when they are.
Text why_not_apart(const RoomUplinks& room, Diversity wanted);

// The finding: the room, and what its uplinks share.
void add_uplink_finding(const RoomUplinks& room, Text problem, FindingList& findings);

} // namespace riser
