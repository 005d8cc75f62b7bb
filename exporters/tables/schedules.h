// SPDX-License-Identifier: GPL-3.0-or-later
// The schedules of a design: each point, each cable, each pathway run, and how many points of which kind there are.
// Rows with status `remove` are left out. Ordered as people read: by floor from the lowest, then by label.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/base/facts.h"

namespace riser {

// 点位表: one row a jack; an outlet without jacks has one row that says so.
TableDocument outlet_schedule(const Facts& facts);

// 线缆表: ends, route, and the parts of its length.
TableDocument cable_schedule(const Facts& facts);

// 线缆端标签表: a row a label, two to a cable, as they are printed: by the templates "cable-end" and "panel-position".
TableDocument label_schedule(const Facts& facts);

// 桥架管线表: section, way, length, fill.
TableDocument pathway_schedule(const Facts& facts);

// 点位统计表: floors by kinds of point, a group a plane when there are several.
TableDocument point_summary(const Facts& facts);

// VLAN与IP地址规划表: a row a prefix, a group a network; by number. A VLAN of both families has two rows.
TableDocument address_plan(const Facts& facts);

} // namespace riser
