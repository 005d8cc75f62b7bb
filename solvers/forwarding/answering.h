// SPDX-License-Identifier: GPL-3.0-or-later
// Which gateways answer where several share an address, for what floods and what reckons loads.
#pragma once

#include "solvers/forwarding/network.h"

#include <span>

namespace riser {

// Of gateways that share an address the one that answers for it (RFC 5798, 5.2.4 and 6.4.3): the highest priority,
// then address. There is one at least.
NetIndex answering(const Network& net, std::span<const NetIndex> members);

// Of a VLAN's gateways those to which hosts hand packets: of each shared address the one that answers; where none is
// shared, all. In order of address, else as given.
std::vector<NetIndex> answering_hosts(const Network& net, const std::vector<NetIndex>& gateways);

} // namespace riser
