// SPDX-License-Identifier: GPL-3.0-or-later
// How many hosts are on each VLAN: jacks on the access ports that are in it, and devices whose address lies in one of
// its prefixes. Users of a wireless network are not counted: no row says how many there are.
#pragma once

#include "model/logical.h"
#include "solvers/base/facts.h"

#include <map>

namespace riser {

struct VlanHosts {
    struct Hosts {
        std::int64_t jacks = 0;
        std::int64_t devices = 0;
        std::int64_t count() const { return jacks + devices; }
        bool operator==(const Hosts&) const = default;
    };
    std::map<VlanId, Hosts> vlans; // every VLAN
    bool operator==(const VlanHosts&) const = default;
    static VlanHosts compute(FactInput& input); // O(jacks log + devices x prefixes)
};

// Addresses that gateways of a VLAN take in a prefix.
std::int32_t gateway_addresses(FactInput& input, VlanId vlan, const IpPrefix& prefix);

} // namespace riser
