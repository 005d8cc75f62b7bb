// SPDX-License-Identifier: GPL-3.0-or-later
// One packet, walked through the network as ordinary hosts and devices send it: to a neighbour at once, else to the
// gateway that answers now, of those that share an address the one of the highest priority, then address (RFC 5798).
// Where several routes are equally good, by all of them.
#pragma once

#include "designer/verify/network.h"

namespace riser::verify {

struct WalkStep {
    GatewayId in;  // 0: from the sender
    GatewayId out; // by which it left
    GatewayId to;  // 0: to the destination itself
    auto operator<=>(const WalkStep&) const = default;
};
struct PacketWalk {
    std::set<WalkStep> steps;
    // Where frames for the destination came, after which gateway (0: at once).
    std::set<std::pair<NetPlaceKey, GatewayId>> arrived;
    // To which provider's device it was handed over, after which gateway; its source may be translated then.
    std::set<std::pair<ProviderHandoffId, GatewayId>> handed_over;
    std::set<EquipmentId> passed; // firewalls whose rule base let it pass
};

// From a VLAN at all of the places, the packet having every bit given. `answered`: firewalls also let pass what answers
// to that walk, their own or one of a device that shares an address with them. What translation would change ends
// there, unless it is handed over. O(gateways reached x rules).
PacketWalk walk(const PlainNetwork& network, const std::set<NetPlaceKey>& from, VlanId vlan, const Cube& packet,
                const PacketWalk* answered = nullptr);

} // namespace riser::verify
