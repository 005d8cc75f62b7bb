// SPDX-License-Identifier: GPL-3.0-or-later
// Which planned cables are longer than their temperature permits, the heat of power in bundles included: the shortest
// way was taken already, so each is named with what would have to change.
#pragma once

#include "solvers/planning/plan_cables.h"
#include "solvers/planning/rows.h"

#include <functional>

namespace riser {

// Adds a reason for each horizontal cable of pairs that `is_mine` and is too long; how many. O(cables x route).
std::int32_t name_too_long(const Design& laid, const PermittedLength& permitted,
                           const std::function<bool(const Cable&)>& is_mine, ReasonList& reasons);

} // namespace riser
