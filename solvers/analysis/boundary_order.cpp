// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/boundary_order.h"

#include "model/cabling.h"
#include "model/equipment.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/base/address_space.h"
#include "solvers/base/boundary_measures.h"

#include <algorithm>
#include <set>

namespace riser {

namespace {

using Pairs = std::set<std::pair<AnyId, AnyId>>;

bool is_of_secrets(FactInput& input, const Zone& zone) {
    const Plane* plane = input.find(zone.plane);
    return is_secret(zone.grading) || (plane && plane->disclosure == Disclosure::secret);
}

bool are_kept_apart(FactInput& input, const Pairs& apart, const Zone& a, const Zone& b) {
    const bool desks_of_two = a.role == ZoneRole::desks && b.role == ZoneRole::desks && !a.bodies.empty() &&
                              !b.bodies.empty() && a.bodies != b.bodies;
    return desks_of_two || is_of_secrets(input, a) || is_of_secrets(input, b) || apart.contains({a.id, b.id}) ||
           apart.contains({b.id, a.id});
}

// Zones that a policy lets leave by the handoff.
std::set<ZoneId> leaving_by(FactInput& input, const ProviderHandoff& handoff) {
    std::set<ZoneId> out;
    for (const Policy& row : input.table<Policy>()) {
        const Zone* to = row.action == AclAction::permit ? input.find(row.to) : nullptr;
        if (to && handoff.plane == to->plane && (handoff.zone ? row.to == *handoff.zone : to->role == ZoneRole::edge))
            out.insert(row.from);
    }
    return out;
}

std::optional<NatId> translation_of(FactInput& input, const ProviderHandoff& handoff, EquipmentId device,
                                    const IpPrefix& prefix) {
    for (const Nat& nat : input.table<Nat>())
        if (nat.equipment == device && (!nat.handoff || *nat.handoff == handoff.id) && nat.translated &&
            contains(*handoff.outside, *nat.translated) && (!nat.source || contains(*nat.source, prefix)))
            return nat.id;
    return std::nullopt;
}

bool hears(const Port& port, VlanId vlan) {
    return port.mode != PortMode::unused &&
           (port.access_vlan == vlan ||
            (port.mode == PortMode::trunk &&
             std::find(port.trunk_vlans.begin(), port.trunk_vlans.end(), vlan) != port.trunk_vlans.end()));
}

} // namespace

DirectPolicies DirectPolicies::compute(FactInput& input) {
    DirectPolicies out;
    Pairs apart;
    for (const MustNotReach& row : input.table<MustNotReach>())
        apart.emplace(row.a, row.b);
    for (const Policy& row : input.table<Policy>()) {
        const Zone* from = input.find(row.from);
        const Zone* to = input.find(row.to);
        if (from && to && row.action == AclAction::permit && are_kept_apart(input, apart, *from, *to))
            out.list.push_back(row.id);
    }
    return out;
}

ExitTranslations ExitTranslations::compute(FactInput& input) {
    ExitTranslations out;
    for (const ProviderHandoff& handoff : input.table<ProviderHandoff>()) {
        const Port* port = input.find(handoff.port);
        if (!port || !handoff.outside || handoff.status == Status::remove)
            continue;
        const std::set<ZoneId> leaving = leaving_by(input, handoff);
        for (const Prefix& row : input.table<Prefix>()) {
            const Vlan* vlan = input.find(row.vlan);
            if (vlan && vlan->zone && leaving.contains(*vlan->zone) && row.prefix &&
                row.prefix->address.is_v6 == handoff.outside->address.is_v6)
                out.list.push_back({handoff.id, row.id, translation_of(input, handoff, port->equipment, *row.prefix)});
        }
    }
    return out;
}

WiredInWireless WiredInWireless::compute(FactInput& input) {
    WiredInWireless out;
    if (input.table<Ssid>().empty())
        return out;
    for (const PatchedJack& patched : input.get<PatchedJacks>().jacks) {
        const Jack* jack = input.find(patched.jack);
        const PointKind* kind = jack ? input.find(jack->kind) : nullptr;
        const Port* port = input.find(patched.port);
        const Equipment* device = port ? input.find(port->equipment) : nullptr;
        if (!device || device->status == Status::remove || port->status == Status::remove || (kind && kind->wireless))
            continue;
        for (const Ssid& network : input.table<Ssid>())
            if (network.vlan && input.find(*network.vlan) && hears(*port, *network.vlan))
                out.list.push_back({patched.jack, network.id, *network.vlan});
    }
    return out;
}

} // namespace riser
