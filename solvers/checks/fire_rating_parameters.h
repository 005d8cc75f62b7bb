// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of FIRE-04 as values, for the rule and the planner of holes.
#pragma once

#include "solvers/checks/rule.h"
#include "solvers/graph/fire_ratings.h"

namespace riser {

inline FireRatings fire_ratings(const Parameters& of_rule) {
    const auto minutes = [&](std::string_view name) { return Seconds(of_rule.count(name) * 60); };
    return {.walls = minutes("walls"), .slabs = {minutes("slab-first"), minutes("slab-second"), minutes("slab-third")}};
}

} // namespace riser
