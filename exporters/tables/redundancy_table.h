// SPDX-License-Identifier: GPL-3.0-or-later
// How many ways of cables lead from each access switch to the core, from the core to each service's hosts and to each
// exit, what they share, and the fewest things whose loss parts them: beside what the brief asks.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/base/facts.h"

namespace riser {

// 冗余与多路由表: one row an access switch, service, exit.
TableDocument redundancy_table(const Facts& facts);

// 信息点至核心必经设备表: one row a switch that points are patched to; the single devices on every way, in order.
TableDocument device_chain_table(const Facts& facts);

} // namespace riser
