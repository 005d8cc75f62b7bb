// SPDX-License-Identifier: GPL-3.0-or-later
// Why nothing of `from` comes to `to`: everywhere that its packets come, with the headers that they come with, in boxes
// of bits that a simple program can check: what starts stands in it, every step of the semantics in this room's README
// out of it leads into it or is named as a denial, and no place of `to` stands in it. Plain values, sorted, no
// diagrams.
#pragma once

#include "solvers/forwarding/header_space.h"

namespace riser {

// Frames in a VLAN of a device: every member of a stack is its member with the lowest id. With `port`: of that port
// alone, which its device joins to no other (routed ports, isolation gateways). Between two stations joined by a cable
// stands a place without number, named by the lower port.
struct ClosedPlace {
    EquipmentId equipment;
    std::uint16_t number = 0;
    std::optional<PortId> port;
    std::vector<HeaderCube> headers; // of all frames that come here
    bool operator==(const ClosedPlace&) const = default;
};
// Packets that a device takes to forward, as they come to one of its gateways.
struct ClosedGateway {
    GatewayId gateway;
    std::vector<HeaderCube> headers;
    bool operator==(const ClosedGateway&) const = default;
};

enum class Stop {
    filter_in,    // a filter at the gateway: `acl`, and the rule that decided, or none for the end of it
    rule_base,    // the same of a firewall's rule base; no `acl`: a firewall without one
    filter_out,   // the same where it leaves to another VLAN
    no_route,     // no connected prefix and no active route to the destination
    discarded,    // a route without next hop
    no_next_hop,  // nobody answers for the next hop's address
    own_address,  // it was for the device itself
    not_permitted // an isolation gateway with no policy that carries it
};
// What of those packets ends there.
struct Denial {
    Stop why = Stop::no_route;
    AnyId at; // the gateway; of an isolation gateway the port
    std::optional<AclId> acl;
    std::optional<std::size_t> rule; // from 0
    std::optional<RouteId> route;
    std::vector<HeaderCube> headers;
    bool operator==(const Denial&) const = default;
};

struct ClosedSet {
    AnyId from; // zone, VLAN, jack, port of a station, its device, handoff
    AnyId to;
    std::vector<ClosedPlace> starts; // where and with which headers it is sent
    std::vector<ClosedPlace> places; // by equipment, number, port
    std::vector<ClosedPlace> sides;  // of isolation gateways, with what was offered to them
    std::vector<ClosedGateway> gateways;
    std::vector<Denial> denials; // by gateway, why
    bool operator==(const ClosedSet&) const = default;
};

} // namespace riser
