// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "model/logical.h"
#include "solvers/base/address_space.h"
#include "solvers/checks/rules/rules.h"

#include <map>
#include <set>

namespace riser {

// A gateway's own and shared address lie in a prefix of its VLAN, no two gateways of a VLAN have one address, and a
// redundant one shares its address with that of another device.
constexpr Rule gateway_address{
    .id = "VL-11",
    .group = RuleGroup::logical,
    .words = {"address", "problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            std::map<VlanId, std::vector<IpPrefix>> prefixes;
            for (const Prefix& row : facts.table<Prefix>())
                if (row.vlan && row.prefix)
                    prefixes[*row.vlan].push_back(*row.prefix);
            std::map<std::pair<VlanId, IpAddress>, GatewayId> own;
            std::map<std::pair<VlanId, std::optional<IpAddress>>, std::set<EquipmentId>> sharing;
            for (const Gateway& gateway : facts.table<Gateway>())
                if (const Equipment* device = facts.find(gateway.equipment); device && device->status != Status::remove)
                    sharing[{gateway.vlan, gateway.shared}].insert(device->id);
            for (const Gateway& gateway : facts.table<Gateway>()) {
                ++findings.examined;
                const auto say = [&](const IpAddress& address, const Text& problem) {
                    findings.add({.subjects = {gateway.id, gateway.vlan},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"address", same_text(to_string(address))}, {"problem", problem}}});
                };
                for (const std::optional<IpAddress>& address : {gateway.address, gateway.shared}) {
                    const std::vector<IpPrefix>& of = prefixes[gateway.vlan];
                    if (address && std::none_of(of.begin(), of.end(),
                                                [&](const IpPrefix& prefix) { return contains(prefix, *address); }))
                        say(*address, {"不在其VLAN的网段内", "lies in no prefix of its VLAN"});
                }
                if (gateway.address && !own.emplace(std::pair(gateway.vlan, *gateway.address), gateway.id).second)
                    say(*gateway.address, {"已是同一VLAN另一网关的地址", "is another gateway's of the VLAN"});
                if (gateway.redundant && gateway.shared && sharing[{gateway.vlan, gateway.shared}].size() < 2)
                    say(*gateway.shared, {"应冗余而只有一台设备", "is to be redundant and stands on one device"});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有网关", "there is no gateway yet"};
        },
};

} // namespace riser
