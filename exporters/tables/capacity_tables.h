// SPDX-License-Identifier: GPL-3.0-or-later
// What switches can send up of what they can take, and how much all links together could carry.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/capacity/flow_bound.h"

namespace riser {

// 收敛比表: a row a switch or stack that is linked up, by tier, the worst after a failure first.
TableDocument tiers_table(const Facts& facts);

// 承载上限表: one row: how many times over the busy hour fits as built, by some routing, and by no routing more.
TableDocument flow_bound_table(const FlowBound& found);

} // namespace riser
