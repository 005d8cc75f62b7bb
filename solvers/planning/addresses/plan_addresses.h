// SPDX-License-Identifier: GPL-3.0-or-later
// The VLANs of each zone, their prefixes, gateways and routes, and what each port carries, planned from the jacks and
// devices that are there. A VLAN is of a zone, of a body where the zone has several, and of the distribution block
// under which its access switches hang. Numbers and prefixes once given stay. Secret planes get nothing of it.
#pragma once

#include "model/base/units.h"
#include "solvers/base/plan.h"

#include <cstdint>
#include <string>
#include <vector>

namespace riser {

struct VlanRange {
    std::int32_t first = 1;
    std::int32_t last = 4094;
};

struct AddressOptions {
    BasisPoints growth = percent(30); // of hosts, where the brief states none (AV-09)
    std::int32_t most_hosts = 254;    // on one subnet with its gateways and growth (VL-04)
    // Of a deck (VL-08), else any number. A body that states a range of its own has that.
    VlanRange shared = {};
    VlanRange things = {};
    VlanRange infrastructure = {};                                // management, transit, providers' links
    std::vector<std::int32_t> avoided{1, 1002, 1003, 1004, 1005}; // VL-02
    std::uint8_t subnet_v6 = 64;                                  // VL-05
    std::int32_t first_priority = 120;                            // VRRP; the others a step less each
    std::int32_t priority_step = 20;
    // Spanning tree: the first core is the root, the second stands in (IEEE 802.1D steps of 4096); own defaults.
    std::int32_t root_priority = 4'096;
    std::int32_t distribution_priority = 16'384;
    std::int32_t access_priority = 32'768;
    Seconds desk_lease = Seconds(86'400); // own defaults
    Seconds guest_lease = Seconds(7'200);
    Seconds thing_lease = Seconds(604'800);
    BasisPoints wireless_devices = percent(100); // active at once, of the people; own defaults
    BasisPoints guest_devices = percent(20);
    std::int32_t system_number = 65'000; // of route distinguishers: private (RFC 6996)
};

struct AddressPlan {
    PlannedChange change;
    Outcome outcome = Outcome::complete;
    std::vector<Reason> reasons;
    std::int32_t vlans = 0; // planned or used
    std::int32_t prefixes = 0;
    std::int32_t gateways = 0;
    std::int32_t routes = 0;
    std::int64_t hosts = 0;    // today, on those VLANs
    std::int64_t reserved = 0; // IPv4 addresses in their prefixes
    std::int64_t least = 0;    // as few as prefixes of their sizes can hold
    std::int32_t without_zone = 0;
    std::int32_t without_prefix = 0;
};

// The planner's name in Origin::source is "addresses"; modes of ports and addresses of devices are set on rows of the
// planner of equipment. Of rows that people typed, it fills only Service::address and Ssid::vlan, where they are empty
// or hold what it once gave. O(jacks log + VLANs x links).
Result<AddressPlan> plan_addresses(const Design& design, const AddressOptions& options = {}, const Run& run = {});

} // namespace riser
