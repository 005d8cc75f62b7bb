// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "model/logical.h"
#include "solvers/base/address_space.h"
#include "solvers/checks/rules/rules.h"

#include <map>
#include <set>

namespace riser {

namespace {

// Blocks of the VLANs that hold access ports of a device: more than one, and a VLAN has left its own.
void look_at_blocks(FactInput& facts, FindingList& findings) {
    std::map<EquipmentId, std::map<std::string, VlanId>> blocks;
    for (const Port& port : facts.table<Port>()) {
        const Vlan* vlan =
            port.mode == PortMode::access && port.status != Status::remove ? facts.find(port.access_vlan) : nullptr;
        const Equipment* device = vlan ? facts.find(port.equipment) : nullptr;
        const EquipmentType* type = device ? facts.find(device->type) : nullptr;
        if (type && type->role == EquipmentRole::access_switch && !vlan->block.empty())
            blocks[port.equipment].emplace(vlan->block, vlan->id);
    }
    for (const auto& [device, of] : blocks)
        if (of.size() > 1)
            findings.add({.subjects = {of.rbegin()->second, device},
                          .limit = {},
                          .actual = {},
                          .words = {{"problem", Text{"跨越汇聚区：与他区的VLAN同在一台接入交换机上",
                                                     "leaves its distribution block: an access switch holds it beside "
                                                     "VLANs of another"}}}});
}

} // namespace

// A VLAN is one subnet of each family, and a subnet is in one VLAN, which stays inside its distribution block.
constexpr Rule vlan_subnet{
    .id = "VL-03",
    .group = RuleGroup::logical,
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            std::map<std::pair<VlanId, bool>, std::vector<const Prefix*>> of_vlan;
            for (const Prefix& row : facts.table<Prefix>())
                if (row.vlan && row.prefix && facts.find(*row.vlan))
                    of_vlan[{*row.vlan, row.prefix->address.is_v6}].push_back(&row);
            findings.examined = facts.table<Vlan>().size();
            for (const auto& [vlan, rows] : of_vlan) {
                if (rows.size() < 2)
                    continue;
                std::vector<AnyId> subjects{vlan.first};
                for (const Prefix* row : rows)
                    subjects.emplace_back(row->id);
                const std::string count = std::to_string(rows.size());
                findings.add({.subjects = std::move(subjects),
                              .limit = {},
                              .actual = {},
                              .words = {{"problem", Text{"有 " + count + " 个网段", "has " + count + " subnets"}}}});
            }
            look_at_blocks(facts, findings);
            if (findings.examined == 0)
                findings.not_applicable = {"还没有 VLAN", "there is no VLAN yet"};
        },
};

} // namespace riser
