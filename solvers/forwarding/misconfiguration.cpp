// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/misconfiguration.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

void apply(Design& design, const PortMadeTrunk& slip) {
    const Port* port = design.find(slip.port);
    const Equipment* device = port ? design.find(port->equipment) : nullptr;
    if (!device)
        return;
    Port changed = *port;
    changed.mode = PortMode::trunk;
    changed.trunk_vlans.clear();
    for (const Vlan& vlan : design.vlans)
        if (!device->plane || vlan.plane == *device->plane)
            changed.trunk_vlans.push_back(vlan.id);
    design.ports.put(std::move(changed));
}

void apply(Design& design, const PortMovedTo& slip) {
    const Port* port = design.find(slip.port);
    if (!port)
        return;
    Port changed = *port;
    changed.mode = PortMode::access;
    changed.access_vlan = slip.vlan;
    changed.trunk_vlans.clear();
    design.ports.put(std::move(changed));
}

void apply(Design& design, const RuleRemoved& slip) {
    const Acl* acl = design.find(slip.acl);
    if (!acl || slip.rule >= acl->rules.size())
        return;
    Acl changed = *acl;
    changed.rules.erase(changed.rules.begin() + static_cast<std::ptrdiff_t>(slip.rule));
    design.acls.put(std::move(changed));
}

void apply(Design& design, const RuleWidened& slip) {
    const Acl* acl = design.find(slip.acl);
    if (!acl || slip.rule >= acl->rules.size())
        return;
    Acl changed = *acl;
    changed.rules[slip.rule] = {acl->rules[slip.rule].action, "ip", {}, {}, ""};
    design.acls.put(std::move(changed));
}

} // namespace

Design misconfigured(Design design, const Misconfiguration& slip) {
    std::visit([&](const auto& one) { apply(design, one); }, slip);
    return design;
}

std::vector<Misconfiguration> misconfigurations(const Design& design) {
    std::map<EquipmentId, std::set<VlanId>> known;
    for (const Port& port : design.ports) {
        if (port.access_vlan)
            known[port.equipment].insert(*port.access_vlan);
        known[port.equipment].insert(port.trunk_vlans.begin(), port.trunk_vlans.end());
    }
    std::vector<Misconfiguration> out;
    for (const Port& port : design.ports)
        if (port.mode == PortMode::access && port.access_vlan) {
            out.emplace_back(PortMadeTrunk{port.id});
            for (const VlanId vlan : known[port.equipment])
                if (vlan != *port.access_vlan)
                    out.emplace_back(PortMovedTo{port.id, vlan});
        }
    for (const Acl& acl : design.acls)
        for (std::size_t rule = 0; rule < acl.rules.size(); ++rule) {
            out.emplace_back(RuleRemoved{acl.id, rule});
            out.emplace_back(RuleWidened{acl.id, rule});
        }
    return out;
}

} // namespace riser
