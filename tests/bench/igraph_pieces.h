// SPDX-License-Identifier: GPL-3.0-or-later
// Connected components by igraph, the peer of ours: the network without some links, made and searched anew each time.
#pragma once

#include "solvers/graph/resilience/link_network.h"

#include <span>

namespace riser::bench {

// By node the number of its component. What is timed is this alone.
std::vector<std::uint32_t> igraph_pieces(const LinkNetwork& network, std::span<const NetLink> gone);

} // namespace riser::bench
