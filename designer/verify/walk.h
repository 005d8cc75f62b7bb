// SPDX-License-Identifier: GPL-3.0-or-later
// Packets, walked one by one through the network as ordinary hosts and devices send them: to a neighbour at once, else
// to the gateway that answers now, of those that share an address the one of the highest priority, then address (RFC
// 5798). Where several routes are equally good, by all of them.
#pragma once

#include "designer/verify/network.h"

#include <unordered_map>

namespace riser::verify {

// The place itself, all to which its frames go, and what is there.
struct FrameReach {
    std::set<NetPlaceKey> places;
    std::vector<GatewayId> gateways;
    std::vector<NetPlaceKey> sides; // of isolation gateways
    std::set<ProviderHandoffId> providers;
};

struct WalkStep {
    WalkEnd in;  // none: from the sender
    WalkEnd out; // by which it left
    WalkEnd to;  // none: to the destination itself
    auto operator<=>(const WalkStep&) const = default;
};
struct PacketWalk {
    Cube packet;
    std::set<WalkStep> steps;
    // Where frames for the destination came, after which gateway or side (none: at once).
    std::set<std::pair<const FrameReach*, WalkEnd>> arrived;
    // To which provider's device it was handed over, after which gateway; its source may be translated then.
    std::set<std::pair<ProviderHandoffId, WalkEnd>> handed_over;
    // Gateways at which its destination was changed for a published service, and to what: there it ends.
    std::map<GatewayId, Cube> redirected;
    std::set<EquipmentId> passed; // firewalls whose rule base let it pass, isolation gateways that carried it

    bool came_to(const NetPlaceKey& place) const;
    bool came_to(const NetPlaceKey& place, const WalkEnd& after) const;
};

class Walker {
  public:
    // Both must outlive this, and this the walks.
    Walker(const Design& design, const PlainNetwork& network);

    // From a VLAN at all of the places, the packet having every bit given. `answered`: firewalls and isolation gateways
    // also let pass what answers to that walk, their own or one of a device that shares an address with them. What
    // translation would change ends there, unless it is handed over. O(gateways reached x rules).
    PacketWalk walk(const std::set<NetPlaceKey>& from, VlanId vlan, const Cube& packet,
                    const PacketWalk* answered = nullptr);

    // What a packet became at a gateway that redirected it, on from there; with the steps before.
    PacketWalk walk_on(const PacketWalk& before, GatewayId at);

    const FrameReach& reach_of(const NetPlaceKey& place); // found once
    // Whether all let it pass: in each the first rule that speaks of it decides, and its end denies.
    bool pass(const std::vector<const Acl*>& filters, const Cube& packet);
    bool is_own(const NetGatewayOf& gateway, const Cube& packet) const;
    bool has_address(const NetGatewayOf& gateway, const std::optional<IpAddress>& address) const;
    bool share_an_address(EquipmentId a, EquipmentId b) const;
    const PlainNetwork& network() const { return net_; }
    const Design& design() const { return design_; }

  private:
    using Table = std::pair<EquipmentId, std::optional<VrfId>>;
    struct ReadRule {
        std::vector<Cube> spoken;
        bool permits = false;
    };
    const std::vector<ReadRule>& rules_of(const Acl& acl);

    const Design& design_;
    const PlainNetwork& net_;
    std::map<NetPlaceKey, FrameReach> reach_;
    std::map<NetPlaceKey, std::vector<GatewayId>> gateways_at_;
    std::map<Table, std::set<IpAddress>> own_;
    std::map<EquipmentId, std::set<IpAddress>> shared_;
    std::unordered_map<const Acl*, std::vector<ReadRule>> rules_;
};

} // namespace riser::verify
