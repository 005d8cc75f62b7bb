// SPDX-License-Identifier: GPL-3.0-or-later
// 增长校核表: what runs out first, when and where, if all goes on growing at the brief's rate.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/analysis/growth_check.h"

namespace riser {

// What runs out within the brief's years, sooner first; of all else, of each sort what runs out first.
TableDocument growth_table(const Facts& facts, const GrowthLimits& limits);

} // namespace riser
