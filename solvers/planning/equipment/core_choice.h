// SPDX-License-Identifier: GPL-3.0-or-later
// Which switches gather the uplinks of a network: one layer where a switch of the catalogue has the ports for it
// (distribution and core in one), else distribution switches under a core. The cheapest that does.
#pragma once

#include "model/design.h"

namespace riser {

struct GatherNeed {
    std::int32_t links = 0;   // from below, in all, growth included
    BitRate rate;             // of each
    std::int32_t devices = 2; // side by side: a pair, or one
    std::int32_t upward = 0;  // ports of each device for links further up
    std::int32_t spare = 0;   // ports kept for servers, exits and firewalls; of each device of the upper layer
    std::int32_t hosts = 0;   // ports of the rate for those that are known; likewise
};

struct GatherChoice {
    const EquipmentType* upper = nullptr; // core, or both layers in one
    const EquipmentType* lower = nullptr; // distribution; null: one layer
    std::int32_t groups = 0;              // of distribution switches, each of `devices`
    std::int32_t group_links = 0;         // that a group takes
};
// Nothing when no type of the catalogue does.
std::optional<GatherChoice> cheapest_gathering(const Design& design, const GatherNeed& need);

// Ports a device of the type has for links of a rate, and beside those for links to its peers and upwards.
struct GatherPorts {
    std::int32_t down = 0;
    std::int32_t faster = 0;
    BitRate fastest;
};
GatherPorts gather_ports(const EquipmentType& type, BitRate rate);

constexpr std::int32_t peer_links = 2; // between the devices of a pair

// Two, unless the brief says of the network that one will do.
std::int32_t cores_side_by_side(const Design& design, std::optional<PlaneId> plane);

} // namespace riser
