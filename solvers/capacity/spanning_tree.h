// SPDX-License-Identifier: GPL-3.0-or-later
// Which links a spanning tree leaves open: the bridge of the lowest priority, then device, is the root of what it is
// joined to; each other bridge reaches it by its cheapest way, of equal ones over the neighbour of the lowest priority,
// then device, then port there (IEEE 802.1D-2004, 17.6). What is not open is blocked.
#pragma once

#include "solvers/capacity/link_map.h"

#include <span>

namespace riser {

// Of these edges, those that are open, ascending. O(edges log edges).
std::vector<std::uint32_t> open_edges(const LinkMap& map, std::span<const std::uint32_t> edges);

} // namespace riser
