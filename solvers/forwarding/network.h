// SPDX-License-Identifier: GPL-3.0-or-later
// The network that a design describes, as its devices would run it: in which VLAN of which device frames are, where
// they go on from there, which gateways take packets out of them, and by which table and filters those go on. Derived
// whole, also without things that have failed. The semantics stand in this room's README, sentence by sentence.
#pragma once

#include "solvers/forwarding/network_rows.h"

namespace riser {

using NetIndex = std::uint32_t;
constexpr NetIndex no_index = UINT32_MAX;

enum class Forwards { nothing, frames, by_permission }; // station, network device, isolation gateway

// A device, or all of a stack.
struct NetBox {
    EquipmentId id;                        // the lowest
    std::vector<EquipmentId> members = {}; // ascending
    bool lives = false;                    // one of them does
    Forwards forwards = Forwards::nothing;
    bool firewall = false;
    std::vector<AclId> rule_base = {};
    std::vector<NatId> nats = {};
    std::vector<PolicyId> policies = {}; // that an isolation gateway carries
    std::vector<NetIndex> gateways = {}; // up or not
    std::vector<NetIndex> places = {};   // by number, port
    std::vector<NetIndex> stations = {}; // its ports, of a station
};

// Frames of one VLAN number in one device. With `port` of that port alone; between two stations without number and box.
struct NetPlace {
    NetIndex box = no_index;
    std::uint16_t number = 0;
    std::optional<PortId> port = {};
    std::vector<VlanId> vlans = {};  // rows by which it goes by this number here, ascending
    std::optional<ZoneId> zone = {}; // the side of an isolation gateway
    NetIndex segment = no_index;
    std::vector<NetIndex> onward = {}; // places to which its frames go over a link
};

// Places between which frames go both ways. Other lists are of all that its frames come to.
struct NetSegment {
    std::vector<NetIndex> places;
    std::vector<NetIndex> onward; // segments, itself the first
    std::vector<NetIndex> gateways, sides, stations;
};

// A gateway's row; up when it has places.
struct NetGateway {
    GatewayId id;
    NetIndex box = no_index;
    VlanId vlan;
    std::optional<VrfId> vrf = {};
    std::optional<IpAddress> address = {}, shared = {};
    std::int32_t priority = 100;
    std::vector<NetIndex> places = {};
    std::vector<AclId> in = {}, out = {};
    NetIndex table = no_index;
};

struct NetHop {
    NetIndex gateway = no_index;       // by which it leaves; none: discarded
    std::optional<IpAddress> next_hop; // none: to the destination itself
    std::optional<RouteId> route;
};
// What a device knows of one VRF, longest prefixes first; of equal ones only what decides.
struct NetTable {
    NetIndex box = no_index;
    std::optional<VrfId> vrf;
    std::vector<IpAddress> own; // of its gateways that are up
    struct Entry {
        IpPrefix to;
        std::vector<NetHop> hops; // any of them may be taken
    };
    std::vector<Entry> entries;
};

// What sends and hears without forwarding: a jack, a port of a station, a provider's device behind a handoff.
struct NetStation {
    AnyId id; // jack, port, handoff
    NetIndex box = no_index;
    struct Contact {
        NetIndex place = no_index;
        bool tagged = false;
        std::optional<VlanId> vlan; // as the device at the other end names it
    };
    std::vector<Contact> sends = {}, hears = {};
    std::optional<IpAddress> peer = {}; // of a handoff
    std::optional<IpPrefix> link = {};
};

struct Network {
    std::vector<NetBox> boxes; // by id
    std::vector<NetPlace> places;
    std::vector<NetSegment> segments;
    std::vector<NetGateway> gateways; // by id
    std::vector<NetTable> tables;
    std::vector<NetStation> stations;                     // by id
    std::vector<std::pair<VlanId, NetIndex>> vlan_places; // sorted

    // Nothing, or an empty list, when there is none. O(log n).
    NetIndex box_of(EquipmentId id) const;
    NetIndex station(AnyId id) const;
    std::span<const std::pair<VlanId, NetIndex>> places_of(VlanId vlan) const;

    std::vector<std::pair<EquipmentId, NetIndex>> box_by_equipment; // sorted
};

// The whole one, as a fact.
struct WholeNetwork {
    std::shared_ptr<const Network> net;
    bool operator==(const WholeNetwork&) const = default; // one and the same
    static WholeNetwork compute(FactInput& input);
};

// Which link, jack or handoff carries frames where, for who asks what each depends on.
struct FrameWays {
    struct Crossing { // over a link, from one place to another
        PortId from, to;
        NetIndex here = no_index, there = no_index;
    };
    struct Plug { // a station sends into the place untagged, and hears from it
        AnyId station;
        PortId port; // of the device that the place is in
        NetIndex place = no_index;
    };
    struct Joined { // a link between two forwarding devices, whether or not it carries anything
        PortId a;   // a < b
        PortId b;
    };
    struct Station { // what is plugged into a port of a forwarding device
        AnyId id;
        PortId port;
    };
    struct Settled { // the places that a port makes there be while it is joined to anything
        PortId port;
        std::vector<NetIndex> places = {};
    };
    std::vector<Crossing> crossings;
    std::vector<Plug> plugs;
    std::vector<Joined> joined;
    std::vector<Station> stations;
    std::vector<Settled> ports; // by id
};

// Without what has failed: devices, cards, ports, cables, LAGs, stacks. O(rows log rows + frames' ways).
Network derive_network(const NetworkRows& rows, std::span<const AnyId> failed = {}, FrameWays* ways = nullptr);

} // namespace riser
