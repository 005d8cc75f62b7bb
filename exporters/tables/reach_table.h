// SPDX-License-Identifier: GPL-3.0-or-later
// 互通矩阵: who reaches whom, a row the VLANs of a zone that are the same bodies', a column a service or zone, a group
// a network; what comes through beside what was asked. Names are those of `shown`, the design as its reader may see it.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/forwarding/reach_matrix.h"

namespace riser {

// `matrix` names nothing that `shown` has not.
TableDocument reach_table(const ReachMatrix& matrix, const Design& shown);

// "通 3/4", "隔离"; empty: nothing was asked.
Text words_of(const ReachCell& cell);

} // namespace riser
