// SPDX-License-Identifier: GPL-3.0-or-later
// 误配置表: which single slips of a hand would join zones that must stay apart, a row those that are alike: where, what
// was done, what then comes where, and a packet that does. Names are those of `shown`, the design as its reader may see
// it.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/proof/slips.h"

namespace riser {

// Slips on what `shown` has not are counted and not told.
TableDocument slip_table(const SlipSweep& sweep, const Design& shown);

} // namespace riser
