// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/services.h"

#include <algorithm>

namespace riser::verify {

namespace {

bool is_for_secrets(const Zone& zone) {
    return zone.grading == Grading::secret_mi || zone.grading == Grading::secret_jimi ||
           zone.grading == Grading::secret_juemi;
}

} // namespace

std::set<NetPlaceKey> places_of(VlanId vlan, const PlainNetwork& net) {
    std::set<NetPlaceKey> out;
    for (const auto& [key, place] : net.places)
        if (place.vlans.contains(vlan))
            out.insert(key);
    return out;
}

std::optional<PlaneId> Services::plane_of(const Service& service) const {
    if (const Zone* zone = design_.find(service.zone))
        return zone->plane;
    for (const Prefix& prefix : design_.prefixes)
        if (service.address && prefix.prefix && contains(*prefix.prefix, *service.address))
            if (const Vlan* vlan = design_.find(prefix.vlan))
                return vlan->plane;
    return std::nullopt;
}

// Whom a zone of desks is for: the bodies that it names, else the owners of the rooms of its uses, else everybody
// if it names uses or kinds, else whoever is named by no other on its plane.
bool Services::has_desks_in(BodyId body, const Zone& zone) const {
    const auto names = [&](const Zone& row) {
        return std::find(row.bodies.begin(), row.bodies.end(), body) != row.bodies.end();
    };
    if (is_for_secrets(zone))
        return false;
    if (!zone.bodies.empty())
        return names(zone);
    std::set<BodyId> owners;
    for (const Room& room : design_.rooms)
        if (room.body && std::find(zone.uses.begin(), zone.uses.end(), room.use) != zone.uses.end())
            owners.insert(*room.body);
    if (!owners.empty())
        return owners.contains(body);
    return !zone.uses.empty() || !zone.kinds.empty() ||
           std::none_of(design_.zones.begin(), design_.zones.end(), [&](const Zone& other) {
               return other.plane == zone.plane && other.role == ZoneRole::desks && !other.management &&
                      !is_for_secrets(other) && names(other);
           });
}

// Next hops, of routes or to providers, lie in it: a way between devices.
bool Services::joins_devices(VlanId vlan, const PlainNetwork& net) const {
    const auto leads = [&](EquipmentId device, const std::optional<IpAddress>& hop) {
        const bool routes = std::any_of(design_.gateways.begin(), design_.gateways.end(), [&](const Gateway& row) {
            return row.vlan == vlan && row.equipment == device;
        });
        const auto own = net.prefixes.find(vlan);
        return hop && routes && own != net.prefixes.end() &&
               std::any_of(own->second.begin(), own->second.end(),
                           [&](const IpPrefix& prefix) { return contains(prefix, *hop); });
    };
    return std::any_of(design_.routes.begin(), design_.routes.end(),
                       [&](const Route& row) { return row.equipment && leads(*row.equipment, row.next_hop); }) ||
           std::any_of(design_.provider_handoffs.begin(), design_.provider_handoffs.end(),
                       [&](const ProviderHandoff& row) {
                           const Port* port = design_.find(row.port);
                           return port && leads(port->equipment, row.peer);
                       });
}

// The VLANs of desks on the service's plane that are the body's, or in a zone for it and nobody's; those that are
// somewhere.
std::set<VlanId> Services::vlans_of(const MustReach& row, const PlainNetwork& net) const {
    std::set<VlanId> out;
    const std::optional<PlaneId> plane = plane_of(*design_.find(row.service));
    for (const Vlan& vlan : design_.vlans) {
        const Zone* zone = design_.find(vlan.zone);
        if (!zone || !plane || zone->role != ZoneRole::desks || zone->management || zone->plane != *plane)
            continue;
        const bool ours =
            vlan.body ? *vlan.body == row.body : has_desks_in(row.body, *zone) && !joins_devices(vlan.id, net);
        if (ours && !places_of(vlan.id, net).empty())
            out.insert(vlan.id);
    }
    return out;
}

// With neither host nor address: a way out at an edge, or over the air.
bool Services::stands_nowhere(const Service& service) const {
    return service.hosts.empty() && !service.address && design_.find(service.zone);
}

bool Services::is_wireless(const Service& service) const {
    return stands_nowhere(service) && service.medium == ServiceMedium::wireless;
}

bool Services::is_way_out(const Service& service) const {
    return stands_nowhere(service) && service.medium != ServiceMedium::wireless &&
           design_.find(service.zone)->role == ZoneRole::edge;
}

// Where the service is: at its hosts, or in the VLANs around its address.
std::vector<std::pair<NetPlaceKey, VlanId>> Services::homes_of(const Service& service, const PlainNetwork& net) const {
    std::set<std::pair<NetPlaceKey, VlanId>> out;
    for (const EquipmentId host : service.hosts)
        if (const auto heard = net.heard.find(host); heard != net.heard.end())
            out.insert(heard->second.begin(), heard->second.end());
    if (service.hosts.empty() && service.address)
        for (const auto& [vlan, prefixes] : net.prefixes)
            if (std::any_of(prefixes.begin(), prefixes.end(),
                            [&](const IpPrefix& prefix) { return contains(prefix, *service.address); }))
                for (const NetPlaceKey& place : places_of(vlan, net))
                    out.emplace(place, vlan);
    return {out.begin(), out.end()};
}

// A prefix of a VLAN on the service's plane holds its destination.
bool Services::is_inside(const Cube& packet, const Service& service) const {
    const PlaneId plane = design_.find(service.zone)->plane;
    return std::any_of(design_.prefixes.begin(), design_.prefixes.end(), [&](const Prefix& row) {
        const Vlan* vlan = design_.find(row.vlan);
        return vlan && vlan->plane == plane && row.prefix && within(packet, to(*row.prefix));
    });
}

bool Services::is_of(const ProviderHandoff& handoff, const Service& service) const {
    const Zone& zone = *design_.find(service.zone);
    const bool named = std::any_of(design_.provider_handoffs.begin(), design_.provider_handoffs.end(),
                                   [&](const ProviderHandoff& row) { return row.zone == zone.id; });
    return named ? handoff.zone == zone.id : handoff.plane == zone.plane;
}

bool Services::is_on_air(JackId id, VlanId heard, const Service& service, const PlainNetwork& net) const {
    const Zone& zone = *design_.find(service.zone);
    const Jack* jack = design_.find(id);
    const PointKind* kind = jack ? design_.find(jack->kind) : nullptr;
    const Vlan* vlan = design_.find(heard);
    const bool named =
        vlan && (vlan->zone == zone.id || std::any_of(design_.ssids.begin(), design_.ssids.end(),
                                                      [&](const Ssid& ssid) { return ssid.vlan == vlan->id; }));
    const auto there = net.jacks.find(id);
    return kind && kind->wireless && jack->plane == zone.plane && named && vlan->plane == zone.plane &&
           there != net.jacks.end() && there->second.contains(heard);
}

bool Services::outlives(const MustReach& row) const {
    if (row.after_single_failure)
        return true;
    const Service* service = design_.find(row.service);
    const Zone* zone = service ? design_.find(service->zone) : nullptr;
    std::vector<AnyId> subjects{row.service};
    if (zone)
        subjects.insert(subjects.end(), {AnyId(zone->id), AnyId(zone->plane)});
    for (const AnyId subject : subjects) {
        std::optional<RedundancyClass> most;
        for (const RequirementClass& stated : design_.requirement_classes)
            if (stated.subject == subject)
                most = std::max(most.value_or(RedundancyClass::n), stated.redundancy);
        if (most)
            return *most != RedundancyClass::n;
    }
    return false;
}

} // namespace riser::verify
