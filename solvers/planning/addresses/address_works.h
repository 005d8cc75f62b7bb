// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the planner of addresses share: the design as it becomes, rows found again by key, the network as
// nodes and links, and the VLANs that are wanted with their hosts, prefixes and gateways.
#pragma once

#include "solvers/analysis/jack_zones.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/planning/addresses/network_map.h"
#include "solvers/planning/addresses/plan_addresses.h"
#include "solvers/planning/rows.h"

#include <map>
#include <set>

namespace riser {

enum class VlanUse { users, wireless, management, transit, provider };

// A VLAN that there will be.
struct WantedVlan {
    std::string key;
    VlanUse use = VlanUse::users;
    PlaneId plane;
    std::optional<ZoneId> zone = {}; // none: a provider's link without an edge
    std::optional<BodyId> body = {};
    std::optional<std::size_t> block = {};
    std::string name = {};
    std::int64_t hosts = 0;                // today
    std::int32_t routers = 0;              // nodes with a gateway in it
    std::set<std::size_t> members = {};    // nodes that its frames must come to, routers among them
    std::set<std::size_t> homes = {};      // those with hosts
    std::vector<EquipmentId> devices = {}; // that have an address in it, in order
    std::vector<ServiceId> services = {};  // that have an address of their own in it
    std::optional<IpPrefix> given = {};    // by the provider
    std::optional<SsidId> ssid = {};       // whose users are in it
    VlanId id = {};                        // once written
    std::optional<VlanId> before = {};     // what it takes over from: of the same kind in a block that is no more
    std::vector<PrefixId> prefixes = {};   // once written
};

// A port to which a jack is patched, and whose VLAN it gets.
struct JackPort {
    PortId port;
    JackId jack;
    std::size_t node = 0;
    ZoneId zone;
    std::optional<BodyId> body;
};

// Gateways in a VLAN that answer for one shared address.
struct GatewayGroup {
    std::vector<std::size_t> routers;       // nodes, by priority
    std::map<bool, IpAddress> address = {}; // by is_v6: what others use as next hop
};

struct AddressWorks {
    AddressWorks(const Design& design, const AddressOptions& given);
    AddressWorks(const AddressWorks&) = delete;
    AddressWorks& operator=(const AddressWorks&) = delete;

    const AddressOptions& options;
    Facts facts; // of the design as given
    Design after;
    ReasonList reasons;
    double growth = 1;
    std::optional<BodyId> shared;
    PlannedRows<Vrf> vrfs;
    PlannedRows<Vlan> vlans;
    PlannedRows<AddressPool> pools;
    PlannedRows<Prefix> prefixes;
    PlannedRows<DhcpScope> scopes;
    PlannedRows<Gateway> gateways;
    PlannedRows<Route> routes;
    PlannedRows<SpanningTree> trees;
    PlannedRows<Port> ports;          // of the planner of equipment
    PlannedRows<Equipment> equipment; // of the planner of equipment
    NetworkMap map;

    std::map<std::size_t, std::map<VlanId, std::int64_t>> jacks_now; // of a node, by the VLAN of their ports
    std::set<VlanId> claimed;                                        // of people, in use for a zone
    std::vector<JackPort> jack_ports;
    std::vector<WantedVlan> wanted;                                // in the order in which they are numbered
    std::map<std::pair<VlanId, std::string>, GatewayGroup> groups; // by the key of a block, or "firewalls"
    std::int32_t without_zone = 0;
    std::int32_t without_prefix = 0;
    std::int64_t reserved = 0; // IPv4 addresses in the prefixes of VLANs
    std::int64_t least = 0;

    // Gateways of a block, or of so many routers: their own addresses and the shared one.
    static std::int32_t gateway_addresses(std::int32_t routers) { return routers > 1 ? routers + 1 : routers; }
    const Zone* zone_of(const WantedVlan& vlan) const { return after.find(vlan.zone); }
    // Whether the row was given by this planner before.
    bool gave(const std::optional<VlanId>& vlan) const;
    bool gave(const std::optional<IpAddress>& address) const;
};

// Which VLANs there will be: users' by jacks and hosts, management, wireless, transit, providers' links.
void want_vlans(AddressWorks& works);
// Their rows, with numbers, and the VRF of each zone.
void write_vlans(AddressWorks& works);
// A prefix each of the pools that fit, zone by zone side by side.
void give_prefixes(AddressWorks& works);
// Gateways, scopes, addresses of devices and services.
void give_addresses(AddressWorks& works);
void plan_routes(AddressWorks& works);
// Modes and VLANs of ports, spanning tree.
void set_ports(AddressWorks& works);

} // namespace riser
