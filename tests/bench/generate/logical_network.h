// SPDX-License-Identifier: GPL-3.0-or-later
// The logical network of a campus, without its building: blocks of access switches under pairs of distribution
// switches, zones with a VLAN in each block that has them, a VRF and a transit to a pair of firewalls a zone, services
// in server zones, and one rule base of what each zone may ask.
#pragma once

#include "tests/bench/generate/generate.h"

namespace riser {

struct LogicalRecipe {
    int blocks = 10;
    int access_a_block = 92;
    int zones = 40;   // the last tenth are server zones
    int vlans = 300;  // of zones, spread over the blocks
    int servers = 56; // each with a service
    int jacks_a_switch = 20;
};
// M: 200 devices, 60 VLANs, 12 zones; L: 1,000, 300, 40; XL: 3,500, 1,200, 80. Transit VLANs come on top.
LogicalRecipe logical_recipe(DesignSize size);

struct LogicalNetwork {
    Design design;
    std::vector<ZoneId> zones;
    std::vector<AclId> rule_base; // the same on each firewall
};
LogicalNetwork logical_network(const LogicalRecipe& recipe);

} // namespace riser
