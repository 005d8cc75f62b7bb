// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/power.h"
#include "solvers/base/address_space.h"
#include "solvers/planning/addresses/address_works.h"
#include "solvers/planning/addresses/vlan_parts.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

// Whom a zone's VLANs are for, and where.
struct GroupKey {
    ZoneId zone;
    std::optional<BodyId> body;
    std::size_t block = 0;
    auto operator<=>(const GroupKey&) const = default;
};

bool manages(EquipmentRole role) {
    return role == EquipmentRole::bastion || role == EquipmentRole::log_audit || role == EquipmentRole::nac ||
           role == EquipmentRole::management_station || role == EquipmentRole::probe ||
           role == EquipmentRole::collector;
}

class Wanting {
  public:
    explicit Wanting(AddressWorks& works) : works_(works) {
        for (const Zone& zone : works.after.zones)
            if (const Plane* plane = works.after.find(zone.plane); plane && plane->disclosure != Disclosure::secret)
                zones_.push_back(&zone);
        std::sort(zones_.begin(), zones_.end(), [&](const Zone* a, const Zone* b) {
            const auto key = [&](const Zone* zone) {
                const Plane& plane = *works_.after.find(zone->plane);
                return std::tuple(std::string_view(plane.code), plane.id, zone->role == ZoneRole::edge,
                                  std::string_view(zone->code), zone->id);
            };
            return key(a) < key(b);
        });
        for (const Service& service : works.after.services)
            for (const EquipmentId host : service.hosts)
                if (service.zone)
                    zone_by_service_.emplace(host, *service.zone);
    }

    void want() {
        jacks();
        devices();
        services();
        for (const Zone* zone : zones_)
            for (auto& [key, group] : groups_)
                if (key.zone == zone->id)
                    divide(*zone, key, group);
        wireless();
        transit();
        providers();
    }

  private:
    // A zone for desks that says nothing of kinds and uses, and not of one body, is many bodies'.
    std::optional<BodyId> body_in(const Zone& zone, const std::optional<BodyId>& owner) const {
        if (zone.bodies.size() == 1)
            return zone.bodies.front();
        const bool open = zone.bodies.empty() && zone.kinds.empty() && zone.uses.empty();
        return zone.role == ZoneRole::desks && (open || zone.bodies.size() > 1) ? owner : std::nullopt;
    }

    void jacks() {
        const Table<JackZone>& zones = works_.facts.get<JackZones>().jacks;
        std::set<JackId> seen;
        for (const PatchedJack& patched : works_.facts.get<PatchedJacks>().jacks) {
            const Port* port = works_.after.find(patched.port);
            const std::optional<std::size_t> node = port ? works_.map.node_of(port->equipment) : std::nullopt;
            const std::optional<std::size_t> block = node ? works_.map.block_of(*node) : std::nullopt;
            if (!block || !is_switch(works_.map.nodes[*node].role) || !seen.insert(patched.jack).second)
                continue;
            const JackZone* zone = zones.find(patched.jack);
            const Zone* row = zone ? works_.after.find(zone->zone) : nullptr;
            if (!row || row->plane != works_.map.nodes[*node].plane) {
                ++works_.without_zone;
                works_.reasons.add(works_.map.nodes[*node].plane,
                                   {"部分信息点不属于本网络的任何安全域，端口不划VLAN",
                                    "some points belong to no zone of this network: their ports get no VLAN"});
                continue;
            }
            if (row->role == ZoneRole::edge) // no place for desks: said by the rules
                continue;
            const std::optional<BodyId> body = body_in(*row, zone->owner);
            ++groups_[{row->id, body, *block}][*node].jacks;
            if (port->access_vlan)
                ++works_.jacks_now[*node][*port->access_vlan];
            works_.jack_ports.push_back({patched.port, patched.jack, *node, row->id, body});
        }
    }

    const Zone* management_zone(PlaneId plane) const {
        for (const Zone* zone : zones_)
            if (zone->plane == plane && zone->management)
                return zone;
        return nullptr;
    }

    // Where a device has its address: end hosts in their own zone, what carries traffic in that of the management.
    const Zone* zone_for(const Equipment& row, EquipmentRole role) const {
        if (is_end_host(role)) {
            if (const Zone* own = works_.after.find(row.zone); own && own->role != ZoneRole::edge)
                return own;
            if (const auto service = zone_by_service_.find(row.id); service != zone_by_service_.end())
                return works_.after.find(service->second);
            if (!manages(role))
                return nullptr;
        }
        return management_zone(*row.plane);
    }

    void devices() {
        for (std::size_t n = 0; n < works_.map.nodes.size(); ++n) {
            const NetworkNode& node = works_.map.nodes[n];
            const std::optional<std::size_t> block = works_.map.block_of(n);
            const Equipment& row = *works_.after.find(node.devices.front());
            if (!block) {
                works_.reasons.add(row.id, {"设备未接入网络，不分配地址", "is linked to no switch, so has no address"});
                continue;
            }
            if (node.role == EquipmentRole::isolation_gateway)
                sides(n, *block);
            const Zone* zone = zone_for(row, node.role);
            if (!zone || zone->plane != node.plane) {
                works_.reasons.add(node.plane, {"网络没有管理域，或服务器未定安全域：这些设备不分配地址",
                                                "has no management zone, or servers without a zone: those devices get "
                                                "no address"});
                continue;
            }
            groups_[{zone->id, std::nullopt, *block}][n].devices.push_back(row.id);
        }
    }

    // An isolation gateway stands in a zone with each port that names one.
    void sides(std::size_t node, std::size_t block) {
        for (const NetworkLink& link : works_.map.links)
            for (const auto& [end, id] : {std::pair(link.a, link.port_a), std::pair(link.b, link.port_b)}) {
                const Port* port = end == node ? works_.after.find(id) : nullptr;
                const Zone* zone = port ? works_.after.find(port->zone) : nullptr;
                if (!zone || zone->plane != works_.map.nodes[node].plane)
                    continue;
                ++groups_[{zone->id, std::nullopt, block}][node].sides;
                if (port->access_vlan)
                    ++works_.jacks_now[node][*port->access_vlan];
            }
    }

    // A service on several hosts, or on none yet, has an address of its own.
    void services() {
        std::vector<const Service*> sorted;
        for (const Service& service : works_.after.services)
            sorted.push_back(&service);
        std::sort(sorted.begin(), sorted.end(), [](const Service* a, const Service* b) {
            return std::tie(a->code, a->id) < std::tie(b->code, b->id);
        });
        for (const Service* service : sorted) {
            const Zone* zone = works_.after.find(service->zone);
            if (!zone || zone->role == ZoneRole::edge || service->medium == ServiceMedium::wireless ||
                (service->address && !works_.gave(service->address)))
                continue;
            std::optional<std::size_t> node;
            for (const EquipmentId host : service->hosts)
                if (const auto at = works_.map.node_of(host); at && !node)
                    node = at;
            if (service->hosts.size() == 1 && node)
                continue; // that of its host
            const std::optional<std::size_t> block =
                node ? works_.map.block_of(*node) : works_.map.top_block(zone->plane);
            if (!block || works_.map.blocks[*block].plane != zone->plane)
                continue;
            const std::size_t at = node.value_or(works_.map.blocks[*block].routers.front());
            groups_[{zone->id, std::nullopt, *block}][at].services.push_back(service->id);
        }
    }

    void divide(const Zone& zone, const GroupKey& key, const std::map<std::size_t, NodeHosts>& group) {
        const NetworkBlock& block = works_.map.blocks[key.block];
        WantedVlan one{.key = to_string(zone.id) + "|" + (key.body ? to_string(*key.body) : "-") + "|" + block.key,
                       .use = zone.management ? VlanUse::management : VlanUse::users,
                       .plane = zone.plane,
                       .zone = zone.id,
                       .body = key.body,
                       .block = key.block,
                       .name = zone.code};
        if (const Body* body = works_.after.find(key.body); body && zone.bodies.size() != 1)
            one.name += "-" + (body->letter.empty() ? body->code : body->letter);
        one.routers = static_cast<std::int32_t>(block.routers.size());
        one.members.insert(block.routers.begin(), block.routers.end());
        for (WantedVlan& part : divided(works_, one, group))
            works_.wanted.push_back(std::move(part));
    }

    // Users of an SSID come in where its controllers stand, else at the top.
    void wireless() {
        std::vector<const Ssid*> sorted;
        for (const Ssid& ssid : works_.after.ssids)
            if (!ssid.vlan || works_.gave(ssid.vlan))
                sorted.push_back(&ssid);
        std::sort(sorted.begin(), sorted.end(),
                  [](const Ssid* a, const Ssid* b) { return std::tie(a->name, a->id) < std::tie(b->name, b->id); });
        const std::int64_t people = count_people();
        for (const Ssid* ssid : sorted) {
            const bool guests = ssid->security == WirelessSecurity::open_portal;
            const Zone* zone = wireless_zone(guests);
            const std::optional<std::size_t> top = zone ? works_.map.top_block(zone->plane) : std::nullopt;
            if (!top) {
                works_.reasons.add(ssid->id, {"没有可归入的无线或访客安全域，或其网络没有交换机",
                                              "there is no zone for its users, or no switch on its network"});
                continue;
            }
            WantedVlan vlan{.key = to_string(zone->id) + "|" + to_string(ssid->id) + "|1",
                            .use = VlanUse::wireless,
                            .plane = zone->plane,
                            .zone = zone->id,
                            .block = top,
                            .name = zone->code + "-" + ssid->name,
                            .ssid = ssid->id};
            for (std::size_t n = works_.map.nodes.size(); n-- > 0;)
                if (works_.map.nodes[n].role == EquipmentRole::wireless_controller &&
                    works_.map.nodes[n].plane == zone->plane && works_.map.block_of(n)) {
                    vlan.members.insert(n);
                    vlan.block = works_.map.block_of(n);
                }
            const std::vector<std::size_t>& routers = works_.map.blocks[*vlan.block].routers;
            vlan.members.insert(routers.begin(), routers.end());
            vlan.routers = static_cast<std::int32_t>(routers.size());
            const BasisPoints share = guests ? works_.options.guest_devices : works_.options.wireless_devices;
            vlan.hosts = (people * share.value + 9'999) / 10'000;
            works_.reasons.add(ssid->id, {"无线用户网段按 " + std::to_string(vlan.hosts) + " 个终端计",
                                          "its users' subnet is for " + std::to_string(vlan.hosts) + " devices"});
            works_.wanted.push_back(std::move(vlan));
        }
    }

    std::int64_t count_people() const {
        std::int64_t out = 0;
        for (const Room& room : works_.after.rooms)
            out += room.occupants;
        return out;
    }

    const Zone* wireless_zone(bool guests) const {
        if (guests)
            for (const Zone* zone : zones_)
                if (zone->role == ZoneRole::guests)
                    return zone;
        for (const Service& service : works_.after.services)
            if (const Zone* zone = works_.after.find(service.zone);
                zone && service.medium == ServiceMedium::wireless && std::count(zones_.begin(), zones_.end(), zone))
                return zone;
        return nullptr;
    }

    // From each zone's routing switches to the firewalls, in one subnet a zone.
    void transit() {
        std::map<ZoneId, std::set<std::size_t>> blocks;
        for (const WantedVlan& vlan : works_.wanted)
            if (vlan.block)
                blocks[*vlan.zone].insert(*vlan.block);
        std::set<PlaneId> without;
        for (const Zone* zone : zones_) {
            const auto found = blocks.find(zone->id);
            if (found == blocks.end())
                continue;
            const std::vector<std::size_t> firewalls = works_.map.firewalls(zone->plane);
            if (firewalls.empty()) {
                without.insert(zone->plane);
                continue;
            }
            WantedVlan vlan{.key = to_string(zone->id) + "|transit",
                            .use = VlanUse::transit,
                            .plane = zone->plane,
                            .zone = zone->id,
                            .name = "T-" + zone->code};
            vlan.members.insert(firewalls.begin(), firewalls.end());
            vlan.hosts = AddressWorks::gateway_addresses(static_cast<std::int32_t>(firewalls.size()));
            for (const std::size_t block : found->second)
                join(vlan, firewalls.front(), works_.map.blocks[block].routers);
            if (vlan.members.size() > firewalls.size())
                works_.wanted.push_back(std::move(vlan));
        }
        for (const PlaneId plane : without)
            works_.reasons.add(plane, {"网络没有接入交换机的防火墙：各安全域之间与对外没有互联网段",
                                       "no firewall is linked to its switches: nothing joins its zones to one another "
                                       "or to the outside"});
    }

    void join(WantedVlan& transit, std::size_t firewall, const std::vector<std::size_t>& routers) {
        if (works_.map.joined(firewall, routers.front())) {
            transit.members.insert(routers.begin(), routers.end());
            transit.hosts += AddressWorks::gateway_addresses(static_cast<std::int32_t>(routers.size()));
        } else {
            works_.reasons.add(works_.map.nodes[routers.front()].devices.front(),
                               {"与防火墙之间没有链路，其下各安全域没有出口",
                                "no link leads to the firewalls: the zones under it have no way out"});
        }
    }

    void providers() {
        std::vector<const ProviderHandoff*> sorted;
        for (const ProviderHandoff& row : works_.after.provider_handoffs)
            if (const Plane* plane = works_.after.find(row.plane);
                row.status != Status::remove && plane && plane->disclosure != Disclosure::secret)
                sorted.push_back(&row);
        std::sort(sorted.begin(), sorted.end(), [](const ProviderHandoff* a, const ProviderHandoff* b) {
            return std::tie(a->provider.zh, a->provider.en, a->id) < std::tie(b->provider.zh, b->provider.en, b->id);
        });
        for (const ProviderHandoff* row : sorted) {
            const Port* port = works_.after.find(row->port);
            const std::optional<std::size_t> node = port ? works_.map.node_of(port->equipment) : std::nullopt;
            if (!node || !row->link || works_.map.nodes[*node].plane != *row->plane) {
                works_.reasons.add(row->id, {"未定端口或互联地址，不规划出口", "states no port or no addresses of its "
                                                                               "link: no way out is planned over it"});
                continue;
            }
            WantedVlan vlan{.key = to_string(row->id),
                            .use = VlanUse::provider,
                            .plane = *row->plane,
                            .zone = row->zone,
                            .name = "P-" + std::to_string(++providers_),
                            .given = row->link};
            vlan.members.insert(*node);
            if (is_switch(works_.map.nodes[*node].role)) {
                const std::vector<std::size_t> firewalls = works_.map.firewalls(*row->plane);
                vlan.members.insert(firewalls.begin(), firewalls.end());
            }
            works_.wanted.push_back(std::move(vlan));
        }
    }

    AddressWorks& works_;
    std::vector<const Zone*> zones_; // by plane, then code
    std::map<EquipmentId, ZoneId> zone_by_service_;
    std::map<GroupKey, std::map<std::size_t, NodeHosts>> groups_;
    int providers_ = 0;
};

} // namespace

void want_vlans(AddressWorks& works) { Wanting(works).want(); }

} // namespace riser
