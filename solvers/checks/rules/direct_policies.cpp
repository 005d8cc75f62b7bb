// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/boundary_order.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// Bodies share by the zones of services: no policy lets their desks meet, nor what the intent keeps apart.
constexpr Rule direct_policies{
    .id = "Z-16",
    .group = RuleGroup::security,
    .words = {"from", "to"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const Policy& row : facts.table<Policy>())
                findings.examined += row.action == AclAction::permit;
            for (const PolicyId id : facts.get<DirectPolicies>().list) {
                const Policy& row = *facts.find(id);
                findings.add({.subjects = {id, row.from, row.to},
                              .limit = {},
                              .actual = {},
                              .words = {{"from", AnyId(row.from)}, {"to", AnyId(row.to)}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有放行的策略", "no policy permits anything"};
        },
};

} // namespace riser
