// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "model/logical.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace riser {

namespace {

class Scopes {
  public:
    Scopes(FactInput& facts, FindingList& findings) : facts_(facts), findings_(findings) {
        for (const Gateway& row : facts.table<Gateway>())
            for (const std::optional<IpAddress>& address : {row.address, row.shared})
                if (address) {
                    known_.insert(*address);
                    of_gateways_[row.vlan].insert(*address);
                }
        for (const Equipment& row : facts.table<Equipment>())
            if (row.address && row.status != Status::remove)
                known_.insert(*row.address);
    }

    void look() {
        for (const DhcpScope& row : facts_.table<DhcpScope>()) {
            ++findings_.examined;
            judge(row);
        }
        look_for_missing();
    }

  private:
    void say(std::vector<AnyId> subjects, const Text& problem) {
        findings_.add({.subjects = std::move(subjects), .limit = {}, .actual = {}, .words = {{"problem", problem}}});
    }
    void judge(const DhcpScope& row) {
        const Prefix* prefix = facts_.find(row.prefix);
        const Vlan* vlan = prefix ? facts_.find(prefix->vlan) : nullptr;
        if (!vlan || !prefix->prefix)
            return say({row.id}, {"不属于任何 VLAN 的网段", "is of no VLAN's prefix"});
        served_.insert(vlan->id);
        const auto tell = [&](const Text& problem) { say({row.id, vlan->id}, problem); };
        if (row.server && !known_.contains(*row.server))
            tell({"所指服务器 " + to_string(*row.server) + " 不是设计中任何设备的地址",
                  "names the server " + to_string(*row.server) + ", which is no device's address"});
        if (!row.first || !row.last)
            return;
        if (*row.last < *row.first || !contains(*prefix->prefix, *row.first) || !contains(*prefix->prefix, *row.last))
            return tell({"地址范围不在其网段内", "gives out addresses outside its prefix"});
        for (const IpAddress& address : of_gateways_[vlan->id])
            if (*row.first <= address && address <= *row.last)
                tell({"分配了网关地址 " + to_string(address), "gives out the gateway's address " + to_string(address)});
        for (const auto& [first, last] : given_[row.prefix])
            if (*row.first <= last && first <= *row.last)
                tell({"与同网段另一范围重叠", "overlaps another scope of the prefix"});
        given_[row.prefix].emplace_back(*row.first, *row.last);
    }

    bool is_for_people(const Vlan& vlan) {
        const Zone* zone = facts_.find(vlan.zone);
        return zone && !zone->management && (zone->role == ZoneRole::desks || zone->role == ZoneRole::guests);
    }
    // Where people of a network get addresses by DHCP, a VLAN with their ports that has no scope gives them none.
    void look_for_missing() {
        std::set<PlaneId> planes;
        for (const VlanId id : served_)
            if (const Vlan* vlan = facts_.find(id); vlan && is_for_people(*vlan))
                planes.insert(vlan->plane);
        std::set<VlanId> used;
        for (const Port& port : facts_.table<Port>())
            if (port.mode == PortMode::access && port.access_vlan && port.status != Status::remove)
                used.insert(*port.access_vlan);
        for (const Ssid& ssid : facts_.table<Ssid>())
            if (ssid.vlan)
                used.insert(*ssid.vlan);
        std::set<VlanId> addressed;
        for (const Prefix& prefix : facts_.table<Prefix>())
            if (prefix.vlan && prefix.prefix && !prefix.prefix->address.is_v6)
                addressed.insert(*prefix.vlan);
        for (const VlanId id : addressed)
            if (const Vlan* vlan = facts_.find(id); vlan && used.contains(id) && !served_.contains(id) &&
                                                    planes.contains(vlan->plane) && is_for_people(*vlan))
                say({id}, {"有终端端口而没有 DHCP 地址范围", "has ports of people and no scope"});
    }

    FactInput& facts_;
    FindingList& findings_;
    std::set<IpAddress> known_; // of devices
    std::map<VlanId, std::set<IpAddress>> of_gateways_;
    std::map<PrefixId, std::vector<std::pair<IpAddress, IpAddress>>> given_;
    std::set<VlanId> served_;
};

} // namespace

// What DHCP gives out lies in its prefix, once, and is no gateway's; the server is a device of the design; people of a
// network on which DHCP serves any of them are served in each of their VLANs.
constexpr Rule dhcp_scopes{
    .id = "VL-14",
    .group = RuleGroup::logical,
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            Scopes(facts, findings).look();
            if (findings.examined == 0)
                findings.not_applicable = {"还没有 DHCP 地址范围", "there is no DHCP scope yet"};
        },
};

} // namespace riser
