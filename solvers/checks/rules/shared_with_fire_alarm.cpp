// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/rules/separation.h"

namespace riser {

constexpr Rule shared_with_fire_alarm{
    .id = "FIRE-03",
    .group = RuleGroup::fire,
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            find_shared_runs(facts, findings, SeparationClass::fire_alarm, SeparationClass::fire_alarm);
        },
};

} // namespace riser
