// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "solvers/analysis/boundaries.h"
#include "solvers/checks/rules/rules.h"

#include <map>
#include <set>
#include <tuple>

namespace riser {

namespace {

bool is_firewall(FactInput& facts, EquipmentId id) {
    const Equipment* device = facts.find(id);
    const EquipmentType* type = device ? facts.find(device->type) : nullptr;
    return type && (type->role == EquipmentRole::firewall || type->role == EquipmentRole::isolation_gateway);
}

} // namespace

// VLANs of two zones at which one device routes in one VRF meet there, before any firewall sees what passes between
// them. A filter on either VLAN is access control, and is let pass.
constexpr Rule unguarded_zones{
    .id = "Z-12",
    .group = RuleGroup::security,
    .words = {"other", "device"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            std::set<std::pair<EquipmentId, VlanId>> filtered;
            for (const Acl& acl : facts.table<Acl>())
                if (acl.equipment && acl.vlan)
                    filtered.emplace(*acl.equipment, *acl.vlan);
            std::map<std::pair<EquipmentId, std::optional<VrfId>>, std::set<std::pair<ZoneId, VlanId>>> routed;
            for (const Gateway& gateway : facts.table<Gateway>()) {
                const Vlan* vlan = facts.find(gateway.vlan);
                if (!vlan || !vlan->zone || !gateway.equipment || is_firewall(facts, *gateway.equipment))
                    continue;
                ++findings.examined;
                routed[{*gateway.equipment, vlan->vrf}].emplace(*vlan->zone, vlan->id);
            }
            std::set<std::tuple<ZoneId, ZoneId, EquipmentId>> said;
            for (const auto& [at, vlans] : routed)
                for (const auto& [a, vlan] : vlans)
                    for (const auto& [b, other] : vlans)
                        if (a < b && facts.get<Boundaries>().between(a, b) && !filtered.contains({at.first, vlan}) &&
                            !filtered.contains({at.first, other}) && said.emplace(a, b, at.first).second)
                            findings.add({.subjects = {a, b, at.first},
                                          .limit = {},
                                          .actual = {},
                                          .words = {{"other", AnyId(b)}, {"device", AnyId(at.first)}}});
            if (findings.examined == 0)
                findings.not_applicable = {"还没有网关", "there is no gateway yet"};
        },
};

} // namespace riser
