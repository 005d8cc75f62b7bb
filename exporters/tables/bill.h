// SPDX-License-Identifier: GPL-3.0-or-later
// The bill of materials and what checks it. Three quantities stand apart and are never summed: net (清单工程量, by the
// bill's measuring rule), consumption (with loss) and purchase (whole boxes, reels, drums).
#pragma once

#include "exporters/tables/table.h"
#include "solvers/base/facts.h"

namespace riser {

// 工程量清单. Amount = net x price; what has no bill item is listed without a code, what has no price without an
// amount.
TableDocument bill_of_materials(const Facts& facts);

// The rule of thumb C = [0.55 (L + S) + 6] n beside the routed sum, by telecom space and floor: only a cross-check,
// flagged when they differ by more than 15 %.
TableDocument cable_estimate(const Facts& facts);

} // namespace riser
