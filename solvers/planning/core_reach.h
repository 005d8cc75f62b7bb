// SPDX-License-Identifier: GPL-3.0-or-later
// Spaces from which no pathway leads to the core of their building, by whatever pathways there are: their backbone
// could not be laid.
#pragma once

#include "solvers/planning/rows.h"

#include <map>

namespace riser {

// Adds a reason for each of the spaces that is cut off, and for each building of theirs that has no core: no core
// machine room, building distributor or equipment room. O(pathways + spaces) a core.
void name_cut_off(const Design& laid, const std::map<FloorId, std::vector<const Space*>>& spaces, ReasonList& reasons);

} // namespace riser
