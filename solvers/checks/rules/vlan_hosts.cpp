// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/vlan_hosts.h"

#include "solvers/checks/rules/rules.h"

namespace riser {

namespace {

void at_most(FactInput& facts, const Parameters& deck, FindingList& findings) {
    for (const auto& [vlan, hosts] : facts.get<VlanHosts>().vlans) {
        if (hosts.count() == 0)
            continue;
        ++findings.examined;
        findings.at_most(
            {.subjects = {vlan}, .limit = Count{deck.count("max")}, .actual = Count{hosts.count()}, .words = {}});
    }
    if (findings.examined == 0)
        findings.not_applicable = {"还没有终端接入 VLAN", "no host is on a VLAN yet"};
}

} // namespace

// As many as are advised, and as many as a broadcast domain bears.
constexpr Rule vlan_hosts_advised{
    .id = "VL-04",
    .group = RuleGroup::logical,
    .parameters = {{{.name = "max", .dimension = Dimension::count, .low = 1, .high = 65'534}}},
    .check = at_most,
};
constexpr Rule vlan_hosts_borne{
    .id = "VL-12",
    .group = RuleGroup::logical,
    .parameters = {{{.name = "max", .dimension = Dimension::count, .low = 1, .high = 65'534}}},
    .check = at_most,
};

} // namespace riser
