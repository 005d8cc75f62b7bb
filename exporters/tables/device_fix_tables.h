// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest fixes of single points other than uplinks: cords of devices that hang on one feed, further links of
// services' hosts.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/base/facts.h"
#include "solvers/base/run.h"

namespace riser {

// 双电源单点消除表: a row a device.
TableDocument cord_fix_table(const Facts& facts);
// 业务主机单点消除表: a row a link. Stopped: the services done so far.
TableDocument host_fix_table(const Facts& facts, const Run& run = {});

} // namespace riser
