// SPDX-License-Identifier: GPL-3.0-or-later
// Why: the way of one packet hop by hop, with the rule that let it pass at each; and of what does not come through,
// everywhere that it ends and by which rule, missing route or missing neighbour.
#pragma once

#include "solvers/forwarding/closed_set.h"
#include "solvers/forwarding/reachability.h"

namespace riser {

// What of the headers ended where. Filters are not told apart yet.
struct FloodStop {
    Stop why = Stop::no_route;
    NetIndex gateway = no_index; // where it was taken in; of an isolation gateway's port none,
    NetIndex place = no_index;   // but that port's place
    NetIndex leaves_by = no_index;
    std::optional<RouteId> route = {};
    Bdd headers = BddSpace::no();
};

// Headers that came on: into a segment (frames for whoever is there), to a gateway, to a provider's device, or to a
// side of an isolation gateway; as sent, or out of a device that took them in at a gateway or side.
struct FloodStep {
    enum To { segment, gateway, outside, side } to = segment;
    NetIndex index = no_index;
    NetIndex from_gateway = no_index;
    NetIndex from_side = no_index;    // both none: sent here
    NetIndex leaves_by = no_index;    // a gateway; of an isolation gateway the place of the other side
    NetIndex from_segment = no_index; // in which frames were sent
    std::optional<RouteId> route = {};
    Bdd headers = BddSpace::no();
};
struct FloodRecord {
    std::vector<FloodStop> stops;
    std::vector<FloodStep> steps; // in the order of the flood: the fewest gateways first
};

// The rule of a filter that decided, from 0; nothing when it came to the filter's end.
struct Decision {
    AclId acl;
    std::optional<std::size_t> rule;
    bool operator==(const Decision&) const = default;
};

// A VLAN number in a device through which frames went.
struct FrameStop {
    EquipmentId device;
    std::uint16_t number = 0;
    bool operator==(const FrameStop&) const = default;
};

// One device that took the packet in and sent it on.
struct WitnessHop {
    std::vector<FrameStop> frames; // on the way to it, itself the last
    EquipmentId device;
    std::optional<GatewayId> in;                       // none: a port of an isolation gateway,
    std::optional<PortId> in_side = {}, out_side = {}; // these of it
    std::optional<VlanId> in_vlan;
    std::optional<GatewayId> out; // none: the same, or it was for the device itself
    std::optional<VlanId> out_vlan;
    std::optional<RouteId> route;
    std::vector<Decision> permitted_by;
    Packet packet; // as it left
    bool operator==(const WitnessHop&) const = default;
};
struct Witness {
    Packet sent;
    std::vector<WitnessHop> hops;  // empty: frames come there without any gateway
    std::vector<FrameStop> frames; // from the last hop, or the sender, to the destination
    Packet received;
    std::optional<ProviderHandoffId> handoff = {}; // when it ends in being handed over
    bool operator==(const Witness&) const = default;
};

// A packet of the emissions that comes to the destination, by the fewest gateways; nothing when there is none.
std::optional<Witness> witness(const Floods& floods, const std::vector<Emission>& from, AnyId destination,
                               Senders senders);

// What of the emissions is meant for the destination by its address: a zone's or VLAN's prefixes, a service's address
// and ports, a device's addresses; all of it for what has none.
std::vector<Emission> meant_for(const Floods& floods, const std::vector<Emission>& from, AnyId destination);

// Where what was sent ended, each filter by its rules; by gateway, cause, filter, rule. At most `most_cubes` boxes
// each.
std::vector<Denial> denials(const Floods& floods, const std::vector<Emission>& from, Senders senders,
                            std::size_t most_cubes = 10'000);

// That nothing of `from` comes to `to`, to be checked elsewhere; nothing when something does (ask for a witness) or
// when it takes more than `most_cubes` boxes in one place.
std::optional<ClosedSet> closed_set(const Floods& floods, AnyId from, AnyId to, const ReachOptions& options = {},
                                    std::size_t most_cubes = 100'000);

} // namespace riser
