// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cabling.h"
#include "model/equipment.h"
#include "solvers/analysis/device_links.h"
#include "solvers/analysis/jack_zones.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/base/boundary_measures.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

namespace {

// What sends and hears without handing on; where what it stands in is a zone's.
bool is_host(EquipmentRole role) {
    switch (role) {
    case EquipmentRole::access_switch:
    case EquipmentRole::distribution_switch:
    case EquipmentRole::core_switch:
    case EquipmentRole::router:
    case EquipmentRole::firewall:
    case EquipmentRole::isolation_gateway:
    case EquipmentRole::optical_terminal:
        return false;
    default:
        return !is_inline(role);
    }
}

void add(FindingList& findings, AnyId who, PortId port, VlanId vlan, Word wanted) {
    findings.add({.subjects = {who, port, vlan},
                  .limit = {},
                  .actual = {},
                  .words = {{{"port", AnyId(port)}, {"vlan", AnyId(vlan)}, std::move(wanted)}}});
}

bool is_wireless(FactInput& facts, JackId id) {
    const Jack* jack = facts.find(id);
    const PointKind* kind = jack ? facts.find(jack->kind) : nullptr;
    return kind && kind->wireless;
}

// A wired jack hears what its trunk carries: the first VLAN of another zone is named.
void look_at_trunk(FactInput& facts, const JackZone& own, const Port& port, FindingList& findings) {
    ++findings.examined;
    for (const VlanId id : port.trunk_vlans)
        if (const Vlan* vlan = facts.find(id); vlan && vlan->zone != own.zone)
            return add(findings, own.id, port.id, id, {"wanted", AnyId(own.zone)});
}

void look_at_jacks(FactInput& facts, FindingList& findings) {
    const Table<JackZone>& zones = facts.get<JackZones>().jacks;
    for (const PatchedJack& patched : facts.get<PatchedJacks>().jacks) {
        const JackZone* own = zones.find(patched.jack);
        const Port* port = facts.find(patched.port);
        if (own && port && port->mode == PortMode::trunk && !is_wireless(facts, patched.jack))
            look_at_trunk(facts, *own, *port, findings);
        const Vlan* vlan = port && port->mode == PortMode::access ? facts.find(port->access_vlan) : nullptr;
        if (!own || !vlan)
            continue;
        ++findings.examined;
        const Zone* zone = facts.find(own->zone);
        if (vlan->zone != own->zone)
            add(findings, patched.jack, port->id, vlan->id, {"wanted", AnyId(own->zone)});
        else if (vlan->body && own->owner && *vlan->body != *own->owner && zone && zone->bodies.size() > 1)
            add(findings, patched.jack, port->id, vlan->id, {"wanted", AnyId(*own->owner)});
    }
}

void look_at_hosts(FactInput& facts, FindingList& findings) {
    for (const DeviceLink& link : facts.get<DeviceLinks>().links)
        for (const auto& [own, far] : {std::pair(link.a, link.b), std::pair(link.b, link.a)}) {
            const Port* port = facts.find(own);
            const Equipment* host = port ? facts.find(port->equipment) : nullptr;
            const EquipmentType* type = host ? facts.find(host->type) : nullptr;
            const Port* there = facts.find(far);
            const Vlan* vlan = there && there->mode == PortMode::access ? facts.find(there->access_vlan) : nullptr;
            if (!type || !is_host(type->role) || !host->zone || !vlan)
                continue;
            ++findings.examined;
            if (vlan->zone != host->zone)
                add(findings, host->id, there->id, vlan->id, {"wanted", AnyId(*host->zone)});
        }
}

} // namespace

// An access port is in a VLAN of the zone of what it is joined to: a jack by its kind, room and owner, a host as it
// states.
constexpr Rule misplaced_port{
    .id = "VL-13",
    .group = RuleGroup::logical,
    .words = {"port", "vlan", "wanted"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            look_at_jacks(facts, findings);
            look_at_hosts(facts, findings);
            if (findings.examined == 0)
                findings.not_applicable = {"还没有接入端口的 VLAN", "no access port has a VLAN yet"};
        },
};

} // namespace riser
