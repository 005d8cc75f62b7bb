// SPDX-License-Identifier: GPL-3.0-or-later
// Why: the way of one packet hop by hop, with the rule that let it pass at each; and of what does not come through,
// everywhere that it ends and by which rule, missing route or missing neighbour.
#pragma once

#include "solvers/forwarding/closed_set.h"
#include "solvers/forwarding/reachability.h"

namespace riser {

// What of the headers ended where. Filters are told apart by rule when asked for (stops_of).
struct FloodStop {
    Stop why = Stop::no_route;
    NetIndex gateway = no_index; // where it was taken in; of an isolation gateway's port: none
    NetIndex place = no_index;   // that port's
    NetIndex leaves_by = no_index;
    std::optional<RouteId> route = {};
    Bdd headers = BddSpace::no();
};

// Headers that came on: into a segment (frames for whoever is there), to a gateway, to a provider's device, or to a
// side of an isolation gateway; from the emission at a place, or out of a device that took them in at a gateway or
// side.
struct FloodStep {
    enum To { segment, gateway, outside, side } to = segment;
    NetIndex index = no_index;
    NetIndex from_gateway = no_index;
    NetIndex from_side = no_index; // both none: sent here
    NetIndex leaves_by = no_index; // a gateway, or the place of the other side
    NetIndex from_segment = no_index;
    std::optional<RouteId> route = {};
    Bdd headers = BddSpace::no();
};
struct FloodRecord {
    std::vector<FloodStop> stops;
    std::vector<FloodStep> steps; // in the order of the flood
};

// The rule of a filter that decided: from 0; nothing when it came to the filter's end.
struct Decision {
    AclId acl;
    std::optional<std::size_t> rule;
    bool operator==(const Decision&) const = default;
};

// One device on the way.
struct WitnessHop {
    EquipmentId device;
    std::optional<GatewayId> in; // where it took the packet; of an isolation gateway's port: none
    std::optional<VlanId> in_vlan;
    std::optional<GatewayId> out; // by which it left
    std::optional<VlanId> out_vlan;
    std::optional<RouteId> route;
    std::vector<Decision> permitted_by;
    Packet packet; // as it left
    bool operator==(const WitnessHop&) const = default;
};
struct Witness {
    Packet sent;
    EquipmentId from; // the device at whose place it was sent; 0: between two stations
    std::optional<VlanId> from_vlan;
    std::vector<WitnessHop> hops; // empty: frames come there without any gateway
    Packet received;
    bool operator==(const Witness&) const = default;
};

// A packet of the emissions that comes to the destination, by the fewest gateways; nothing when there is none.
std::optional<Witness> witness(const Floods& floods, const std::vector<Emission>& from, AnyId destination,
                               Senders senders);

// Where all that was sent and did not come to the destination ended, each filter by its rules; sorted by gateway,
// cause, rule. Cubes up to `most_cubes` a denial, then the first of them.
std::vector<Denial> denials(const Floods& floods, const std::vector<Emission>& from, Senders senders,
                            std::size_t most_cubes = 10'000);

} // namespace riser
