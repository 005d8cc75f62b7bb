// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest moved or further uplinks that rid telecom rooms of their single points, a row a step.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/base/facts.h"
#include "solvers/base/run.h"

namespace riser {

// 单点消除表. Stopped: the rooms done so far.
TableDocument uplink_fix_table(const Facts& facts, const Run& run = {});

} // namespace riser
