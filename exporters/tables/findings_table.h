// SPDX-License-Identifier: GPL-3.0-or-later
// What a check found, as tables: every finding, and every rule with what became of it.
#pragma once

#include "exporters/tables/table.h"
#include "solvers/checks/run_checks.h"

namespace riser {

// 问题清单: errors first, then as the report has them; the notes say what was not checked.
TableDocument findings_table(const CheckReport& report, const Design& design);

// 规则检查表: one row a rule of the deck's catalogue.
TableDocument rules_table(const CheckReport& report);

// "CAB-02 Horizontal cable too long: needs input (…)": each rule that is on and applies, and was not checked.
std::vector<Text> not_checked(const CheckReport& report);

} // namespace riser
