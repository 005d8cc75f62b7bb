// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/way_out.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

bool stands_nowhere(const Service& service) { return service.hosts.empty() && !service.address; }

} // namespace

bool is_way_out(const Design& design, const Service& service) {
    const Zone* zone = design.find(service.zone);
    return zone && zone->role == ZoneRole::edge && stands_nowhere(service) && service.medium != ServiceMedium::wireless;
}

bool is_over_the_air(const Design& design, const Service& service) {
    return design.find(service.zone) && stands_nowhere(service) && service.medium == ServiceMedium::wireless;
}

std::vector<ProviderHandoffId> handoffs_of(const Design& design, const Service& service) {
    std::vector<ProviderHandoffId> of_zone, of_plane;
    const Zone* zone = design.find(service.zone);
    if (!zone)
        return {};
    for (const ProviderHandoff& row : design.provider_handoffs) {
        if (row.zone == zone->id)
            of_zone.push_back(row.id);
        if (row.plane == zone->plane)
            of_plane.push_back(row.id);
    }
    return of_zone.empty() ? of_plane : of_zone;
}

std::vector<OnAir> on_air(const NetworkRows& rows, const Network& net, const Service& service) {
    const Zone* zone = rows.design.find(service.zone);
    if (!zone)
        return {};
    const auto counts = [&](VlanId id) {
        const Vlan* vlan = rows.design.find(id);
        return vlan && vlan->plane == zone->plane &&
               (vlan->zone == zone->id || std::any_of(rows.design.ssids.begin(), rows.design.ssids.end(),
                                                      [&](const Ssid& ssid) { return ssid.vlan == id; }));
    };
    std::map<VlanId, JackId> first;
    for (const AccessPointJack& point : rows.access_points) {
        const NetIndex station = point.plane == zone->plane ? net.station(point.jack) : no_index;
        if (station == no_index)
            continue;
        for (const NetStation::Contact& contact : net.stations[station].hears)
            if (contact.vlan && counts(*contact.vlan))
                first.emplace(*contact.vlan, point.jack);
    }
    std::vector<OnAir> out;
    for (const auto& [vlan, jack] : first)
        out.push_back({jack, vlan});
    return out;
}

bool is_between_devices(const Design& design, VlanId vlan) {
    const auto within = [&](const IpAddress& address) {
        return std::any_of(design.prefixes.begin(), design.prefixes.end(), [&](const Prefix& row) {
            return row.vlan == vlan && row.prefix && contains(*row.prefix, address);
        });
    };
    const auto routes_here = [&](EquipmentId id) {
        return std::any_of(design.gateways.begin(), design.gateways.end(),
                           [&](const Gateway& row) { return row.vlan == vlan && row.equipment == id; });
    };
    for (const Route& row : design.routes)
        if (row.next_hop && row.equipment && within(*row.next_hop) && routes_here(*row.equipment))
            return true;
    return std::any_of(design.provider_handoffs.begin(), design.provider_handoffs.end(),
                       [&](const ProviderHandoff& row) {
                           const Port* port = design.find(row.port);
                           return row.peer && within(*row.peer) && port && routes_here(port->equipment);
                       });
}

} // namespace riser
