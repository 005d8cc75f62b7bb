// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of services that stand at no host and no address: of a way out, that packets for the outside are handed
// over to a provider; of a wireless one, that an access point is joined to a VLAN of it. By the README of this room.
#pragma once

#include "solvers/forwarding/network.h"

namespace riser {

// Neither host nor address, its zone an edge.
bool is_way_out(const Design& design, const Service& service);
// Neither host nor address, its medium wireless, with a zone.
bool is_over_the_air(const Design& design, const Service& service);

// Over which it leaves: those of its zone, or of its plane when none names the zone; by id.
std::vector<ProviderHandoffId> handoffs_of(const Design& design, const Service& service);

// An access point's jack, and a VLAN that it hears.
struct OnAir {
    JackId jack;
    VlanId vlan;
    auto operator<=>(const OnAir&) const = default;
};
// Of each VLAN of the service's zone, or of an SSID on its plane, the first jack of that plane; by VLAN. O(stations).
std::vector<OnAir> on_air(const NetworkRows& rows, const Network& net, const Service& service);

// A way between devices, not for hosts: a route of a device with a gateway in it has its next hop there, or a provider
// its peer. O(rows).
bool is_between_devices(const Design& design, VlanId vlan);

} // namespace riser
