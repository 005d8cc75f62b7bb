// SPDX-License-Identifier: GPL-3.0-or-later
// Logical networks for tests of configurations: random ones with everything that writers stumble over (labels in
// Chinese, labels that look like commands, ports without sound names, filters that cannot be told, all port modes), and
// one small sound network whose statements are known.
#pragma once

#include "model/design.h"

#include <cstdint>

namespace riser::test {

Design random_configured_network(std::uint64_t seed);

// A core switch and an access switch joined by a LAG of two, two VLANs with gateways, VRRP, a filter, routes, a
// firewall towards a provider, a management network with its stations; a secret plane beside it, of which every label
// begins with "CRIMSON".
struct SmallNetwork {
    Design design;
    EquipmentId access, core, firewall, secret_switch;
    PlaneId plane, secret_plane;
};
SmallNetwork small_network(const std::string& manufacturer);

} // namespace riser::test
