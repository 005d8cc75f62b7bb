// SPDX-License-Identifier: GPL-3.0-or-later
// How full links are in the busy hour, normally and after the worst of all single failures, and what trunks must be.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/base/facts.h"
#include "solvers/capacity/demands.h"

namespace riser {

// 链路负荷表: a row a link that carries anything, the fullest after a failure first; what is not counted in the notes.
TableDocument loads_table(const Facts& facts, const TrafficAssumptions& assumptions);

// 上联容量规划表: a row a trunk: what it is, its peak after any one failure, and what it must be so that the peak still
// fits when a member is lost: at its rate, and at the least rate among the types' ports that needs no more members.
TableDocument trunks_table(const Facts& facts, const TrafficAssumptions& assumptions);

} // namespace riser
