// SPDX-License-Identifier: GPL-3.0-or-later
// Grades, policies with those who enforce them, ways out, and where wireless enters.
#include "model/cabling.h"
#include "model/equipment.h"
#include "model/fields/field.h"
#include "solvers/analysis/boundary_order.h"
#include "solvers/analysis/jack_zones.h"
#include "solvers/base/boundary_measures.h"
#include "solvers/forwarding/network.h"
#include "solvers/proof/law_readers.h"

#include <algorithm>
#include <set>

namespace riser::detail {

namespace {

bool is_permit_on(FactInput& input, const Policy& row, PlaneId plane) {
    const Zone* from = input.find(row.from);
    return from && from->plane == plane && row.action == AclAction::permit;
}

// What a provider's line may end on, and what stands in it.
bool is_border(FactInput& input, EquipmentId id) {
    const Equipment* device = input.find(id);
    const EquipmentType* type = device ? input.find(device->type) : nullptr;
    return type && (is_inline(type->role) || type->role == EquipmentRole::firewall ||
                    type->role == EquipmentRole::router || type->role == EquipmentRole::isolation_gateway);
}

void lines_of(FactInput& input, const Network& net, const ProviderHandoff& handoff, KeptLaw& out) {
    const NetIndex station = net.station(handoff.id);
    if (station == no_index)
        return;
    for (const NetStation::Contact& contact : net.stations[station].sends)
        for (const NetIndex segment : net.segments[net.places[contact.place].segment].onward)
            for (const NetIndex place : net.segments[segment].places)
                if (net.places[place].box != no_index) {
                    const EquipmentId device = net.boxes[net.places[place].box].id;
                    out.facts.push_back({{handoff.id, device}, {}});
                    if (!is_border(input, device))
                        out.broken_by.emplace_back(device);
                }
}

} // namespace

KeptLaw grades_of(FactInput& input, PlaneId plane) {
    KeptLaw out{.law = Law::grades, .of = plane, .facts = {}, .broken_by = {}};
    for (const Zone& zone : input.table<Zone>()) {
        if (zone.plane != plane)
            continue;
        const std::int32_t own = level_of(zone.grading);
        out.facts.push_back({{zone.id}, std::to_string(own)});
        if (is_secret(zone.grading) || level_of(zone, [&](GradedSystemId id) { return input.find(id); }) > own)
            out.broken_by.emplace_back(zone.id);
    }
    return out;
}

KeptLaw policies_of(FactInput& input, PlaneId plane) {
    KeptLaw out{.law = Law::policies, .of = plane, .facts = {}, .broken_by = {}};
    for (const Policy& row : input.table<Policy>()) {
        if (!is_permit_on(input, row, plane))
            continue;
        out.facts.push_back({{row.id, row.from, row.to}, {}});
        const std::vector<PolicyId>& direct = input.get<DirectPolicies>().list;
        if (!input.find(row.to) || std::binary_search(direct.begin(), direct.end(), row.id))
            out.broken_by.emplace_back(row.id);
    }
    return out;
}

KeptLaw guards_of(FactInput& input, PlaneId plane) {
    KeptLaw out{.law = Law::guards, .of = plane, .facts = {}, .broken_by = {}};
    std::set<EquipmentId> joined;
    for (const CabledLink& link : input.get<CabledLinks>().links())
        for (const PortId id : {link.a, link.b})
            if (const Port* port = input.find(id))
                joined.insert(port->equipment);
    for (const Policy& row : input.table<Policy>()) {
        if (!is_permit_on(input, row, plane))
            continue;
        for (const Control control : row.controls) {
            const Choice& choice = choices(control)[static_cast<std::size_t>(control)];
            out.facts.push_back({{row.id}, std::string(choice.key)});
        }
        for (const EquipmentId id : row.enforced_by) {
            out.facts.push_back({{row.id, id}, {}});
            const Equipment* device = input.find(id);
            if (!device || device->status == Status::remove || device->plane != plane || !joined.contains(id))
                out.broken_by.emplace_back(row.id);
        }
        if (!row.controls.empty() && row.enforced_by.empty())
            out.broken_by.emplace_back(row.id);
    }
    return out;
}

KeptLaw exits_of(FactInput& input, PlaneId plane) {
    KeptLaw out{.law = Law::exits, .of = plane, .facts = {}, .broken_by = {}};
    for (const ProviderHandoff& handoff : input.table<ProviderHandoff>()) {
        if (handoff.plane != plane || handoff.status == Status::remove)
            continue;
        lines_of(input, *input.get<WholeNetwork>().net, handoff, out);
        for (const ExitTranslations::Of& of : input.get<ExitTranslations>().list) {
            if (of.handoff != handoff.id)
                continue;
            LawFact fact{{handoff.id, of.prefix}, {}};
            if (of.by)
                fact.rows.emplace_back(*of.by);
            else
                out.broken_by.emplace_back(of.prefix);
            out.facts.push_back(std::move(fact));
        }
    }
    return out;
}

KeptLaw wireless_of(FactInput& input, PlaneId plane) {
    KeptLaw out{.law = Law::wireless, .of = plane, .facts = {}, .broken_by = {}};
    for (const Ssid& row : input.table<Ssid>())
        if (const Vlan* vlan = input.find(row.vlan); vlan && vlan->plane == plane)
            out.facts.push_back({{row.id, vlan->id}, {}});
    for (const WiredInWireless::Of& of : input.get<WiredInWireless>().list)
        if (input.find(of.vlan)->plane == plane)
            out.broken_by.emplace_back(of.jack);
    return out;
}

KeptLaw jacks_of(FactInput& input, PlaneId plane) {
    KeptLaw out{.law = Law::jacks, .of = plane, .facts = {}, .broken_by = {}};
    const Table<JackZone>& zones = input.get<JackZones>().jacks;
    for (const NetStation& station : input.get<WholeNetwork>().net->stations) {
        const Jack* jack = station.id.kind == Kind::jacks ? input.find(JackId{station.id.value}) : nullptr;
        const PointKind* kind = jack ? input.find(jack->kind) : nullptr;
        if (!jack || jack->plane != plane || (kind && kind->wireless))
            continue;
        const JackZone* own = zones.find(jack->id);
        for (const NetStation::Contact& contact : station.hears) {
            const Vlan* vlan = input.find(contact.vlan);
            if (!vlan)
                continue;
            out.facts.push_back({{jack->id, vlan->id}, {}});
            if (own && vlan->zone != own->zone)
                out.broken_by.emplace_back(jack->id);
        }
    }
    return out;
}

KeptLaw ways_of(FactInput& input, PlaneId plane) {
    KeptLaw out{.law = Law::ways, .of = plane, .facts = {}, .broken_by = {}};
    const auto role_of = [&](PortId id) -> std::pair<EquipmentId, EquipmentRole> {
        const Port* port = input.find(id);
        const Equipment* device = port ? input.find(port->equipment) : nullptr;
        const EquipmentType* type = device ? input.find(device->type) : nullptr;
        return type && device->plane == plane && device->status != Status::remove
                   ? std::pair(device->id, type->role)
                   : std::pair(EquipmentId{}, EquipmentRole::other);
    };
    std::set<EquipmentId> behind_others, at_switches; // firewalls
    for (const CabledLink& link : input.get<CabledLinks>().links())
        for (const auto& [one, other] : {std::pair(link.a, link.b), std::pair(link.b, link.a)}) {
            const auto [firewall, role] = role_of(one);
            const auto [next, its_role] = role_of(other);
            if (role != EquipmentRole::firewall || !next)
                continue;
            out.facts.push_back({{firewall, next}, {}});
            if (is_inline(its_role))
                behind_others.insert(firewall);
            if (its_role == EquipmentRole::core_switch || its_role == EquipmentRole::distribution_switch)
                at_switches.insert(firewall);
        }
    for (const EquipmentId firewall : at_switches)
        if (behind_others.contains(firewall))
            out.broken_by.emplace_back(firewall);
    return out;
}

} // namespace riser::detail
