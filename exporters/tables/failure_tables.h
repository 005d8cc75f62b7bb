// SPDX-License-Identifier: GPL-3.0-or-later
// What fails and what goes dark with it, as tables.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/base/facts.h"

namespace riser {

// 单点故障表: a row an element that takes anything down, those that take most first.
TableDocument failures_table(const Facts& facts);

} // namespace riser
