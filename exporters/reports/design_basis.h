// SPDX-License-Identifier: GPL-3.0-or-later
// The design basis 设计说明 on one page: whose project, which bodies and networks, which editions, how many points and
// how much cable, growth, and what the check said, naming what it did not check.
#pragma once

#include "exporters/reports/report.h"
#include "solvers/checks/run_checks.h"

namespace riser {

// Facts and report of a design that went through redacted(): a secret plane that is still named there is named here.
Report design_basis(const Facts& facts, const CheckReport& report);

} // namespace riser
