// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/logical.h"
#include "solvers/checks/rules/rules.h"

#include <map>

namespace riser {

// Numbers are unique on a plane within a distribution block; a VLAN without a block spans the plane.
constexpr Rule vlan_number{
    .id = "VL-01",
    .group = RuleGroup::logical,
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            std::map<std::pair<PlaneId, VlanNumber>, std::vector<const Vlan*>> numbered;
            for (const Vlan& vlan : facts.table<Vlan>()) {
                ++findings.examined;
                if (vlan.number)
                    numbered[{vlan.plane, *vlan.number}].push_back(&vlan);
                else
                    findings.add({.subjects = {vlan.id},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"problem", Text{"没有编号", "has no number"}}}});
            }
            for (const auto& [key, vlans] : numbered) {
                std::vector<AnyId> clash;
                for (const Vlan* vlan : vlans)
                    for (const Vlan* other : vlans)
                        if (vlan != other &&
                            (vlan->block == other->block || vlan->block.empty() || other->block.empty())) {
                            clash.emplace_back(vlan->id);
                            break;
                        }
                const std::string number = std::to_string(key.second.number());
                if (!clash.empty())
                    findings.add({.subjects = std::move(clash),
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"problem", Text{"在同一网络同一汇聚区重复使用编号 " + number,
                                                             "shares number " + number +
                                                                 " on one plane and distribution block"}}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有 VLAN", "there is no VLAN yet"};
        },
};

} // namespace riser
