// SPDX-License-Identifier: GPL-3.0-or-later
// Devices in the line: intrusion prevention, malware gateways, web application firewalls and behaviour audit between
// two bridges pass frames and spanning tree messages on, so that links through them are links of these bridges.
#pragma once

#include "solvers/capacity/link_map.h"

#include <functional>

namespace riser {

// Boxes that are one bridge have one number.
using BridgeOfBox = std::function<std::uint32_t(NetIndex)>;

// By box: those of these roles that, with others of them, join exactly two bridges and have nothing plugged in.
std::vector<bool> devices_in_line(const Design& design, const Network& net, const LinkMap& map,
                                  const BridgeOfBox& bridge);

// The shortest ways through them from each link that leads in to the other side, each once, as arcs. O(ways).
std::vector<std::vector<std::uint32_t>> ways_in_line(const LinkMap& map, const std::vector<bool>& in_line,
                                                     const BridgeOfBox& bridge);

} // namespace riser
