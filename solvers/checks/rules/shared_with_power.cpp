// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/rules/separation.h"

namespace riser {

constexpr Rule shared_with_power{
    .id = "PATH-05",
    .group = RuleGroup::pathways,
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            find_shared_runs(facts, findings, SeparationClass::power, SeparationClass::mixed);
        },
};

} // namespace riser
