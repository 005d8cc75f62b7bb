// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "solvers/analysis/guard_ways.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

struct Bastions {
    explicit Bastions(FactInput& facts) {
        for (const Equipment& row : facts.table<Equipment>())
            if (const EquipmentType* type = facts.find(row.type);
                type && type->role == EquipmentRole::bastion && row.status != Status::remove) {
                ids.insert(row.id);
                if (row.address)
                    addresses.insert(*row.address);
            }
    }
    bool is_one(const IpPrefix& prefix) const {
        return prefix.length == (prefix.address.is_v6 ? 128 : 32) && addresses.contains(prefix.address);
    }
    std::set<EquipmentId> ids;
    std::set<IpAddress> addresses;
};

bool by_bastion(const Policy& policy, const Bastions& bastions) {
    return std::count(policy.controls.begin(), policy.controls.end(), Control::bastion) > 0 &&
           std::any_of(policy.enforced_by.begin(), policy.enforced_by.end(),
                       [&](EquipmentId id) { return bastions.ids.contains(id); });
}

void add(FindingList& findings, AnyId subject, ZoneId zone, Text how) {
    findings.add({.subjects = {subject, zone},
                  .limit = {},
                  .actual = {},
                  .words = {{"zone", AnyId(zone)}, {"how", std::move(how)}}});
}

} // namespace

// A management zone is entered at its bastion alone: by policy, and in what firewalls let pass into it.
constexpr Rule management_access{
    .id = "Z-13",
    .group = RuleGroup::security,
    .words = {"zone", "how"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const Bastions bastions(facts);
            for (const Policy& policy : facts.table<Policy>()) {
                const Zone* from = facts.find(policy.from);
                const Zone* to = facts.find(policy.to);
                if (!from || !to || !to->management || from->management || policy.action != AclAction::permit)
                    continue;
                ++findings.examined;
                if (!by_bastion(policy, bastions))
                    add(findings, policy.id, to->id, {"策略未经堡垒机执行", "by a policy that no bastion enforces"});
            }
            for (const Prefix& prefix : facts.table<Prefix>()) {
                const Vlan* vlan = facts.find(prefix.vlan);
                const Zone* zone = vlan ? facts.find(vlan->zone) : nullptr;
                if (!zone || !zone->management || !prefix.prefix)
                    continue;
                for (const Acl& acl : facts.table<Acl>()) {
                    ++findings.examined;
                    const bool lets =
                        !acl.vlan && std::any_of(acl.rules.begin(), acl.rules.end(), [&](const AclRule& r) {
                            return r.action == AclAction::permit && r.destination &&
                                   contains(*prefix.prefix, r.destination->address) && !bastions.is_one(*r.destination);
                        });
                    if (lets)
                        add(findings, acl.id, zone->id,
                            {"规则库放行了堡垒机以外的地址",
                             "by a rule base that permits addresses beside the bastion's"});
                }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有进入管理域的策略与规则",
                                           "no policy and no rule base leads into a management zone"};
        },
};

} // namespace riser
