// SPDX-License-Identifier: GPL-3.0-or-later
// Whether links carry what their ports ask for, as tables: each fibre link with its loss and margin, and of each
// telecom room the copper channel that has least to spare. Numbers of standards are given, not known here.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/base/facts.h"
#include "solvers/base/link_tables.h"

namespace riser {

struct LinkAllowances {
    LinkTables tables;          // empty: nothing can be reckoned, and each row says so
    Millimetres work_area_cord; // where none is drawn
    Millimetres equipment_cords;
};

// 光链路计算表: one row a link between two ports, ends, length, joints, loss, limit, margin, and the sum in words.
TableDocument fibre_link_schedule(const Facts& facts, const LinkAllowances& allowances);

// 铜缆信道余量表: one row a telecom room and speed, the channel with the least margin.
TableDocument copper_margins(const Facts& facts, const LinkAllowances& allowances);

} // namespace riser
