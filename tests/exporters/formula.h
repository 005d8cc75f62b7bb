// SPDX-License-Identifier: GPL-3.0-or-later
// A second opinion on formulas: evaluates the few functions that our tables use (+ - * / %, ROUND, ROUNDUP, MAX, SUM,
// IF) in floating point, from the shown numbers of a row, independently of how the exporter got its value.
#pragma once

#include "exporters/tables/table.h"

namespace riser {

double evaluate(const std::string& pattern, const TableDocument& table, const TableRow& row);

} // namespace riser
