// SPDX-License-Identifier: GPL-3.0-or-later
// One VLAN or several for the hosts of a zone in a block: as few as keep each within most_hosts, telecom room by
// telecom room, so that few trunks carry each. Switches stay in the VLAN that their ports are in while it holds them;
// what a person numbered for the zone is used first.
#pragma once

#include "solvers/planning/addresses/address_works.h"

namespace riser {

// What is at a node and needs an address.
struct NodeHosts {
    std::int64_t jacks = 0;
    std::vector<EquipmentId> devices;
    std::vector<ServiceId> services;
    std::int64_t sides = 0; // of an isolation gateway
    std::int64_t count() const { return jacks + sides + static_cast<std::int64_t>(devices.size() + services.size()); }
};

// `whole`: key, zone, body, block and routers of all of them. By number of the part. O(nodes x parts).
std::vector<WantedVlan> divided(AddressWorks& works, const WantedVlan& whole,
                                const std::map<std::size_t, NodeHosts>& group);

} // namespace riser
