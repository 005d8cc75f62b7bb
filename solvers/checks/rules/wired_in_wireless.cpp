// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/boundary_order.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>

namespace riser {

// Wireless meets the wired network at a boundary: no jack but those of access points stands in a wireless network's
// VLAN. Of each network and VLAN the first jack is named.
constexpr Rule wired_in_wireless{
    .id = "Z-18",
    .group = RuleGroup::security,
    .words = {"vlan", "jack"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const Ssid& row : facts.table<Ssid>())
                findings.examined += row.vlan.has_value();
            std::vector<std::pair<SsidId, VlanId>> said;
            for (const WiredInWireless::Of& of : facts.get<WiredInWireless>().list) {
                if (std::find(said.begin(), said.end(), std::pair(of.network, of.vlan)) != said.end())
                    continue;
                said.emplace_back(of.network, of.vlan);
                findings.add({.subjects = {of.network, of.vlan, of.jack},
                              .limit = {},
                              .actual = {},
                              .words = {{"vlan", AnyId(of.vlan)}, {"jack", AnyId(of.jack)}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有无线网络，或尚无 VLAN", "no wireless network has a VLAN yet"};
        },
};

} // namespace riser
