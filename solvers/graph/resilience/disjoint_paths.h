// SPDX-License-Identifier: GPL-3.0-or-later
// How many ways lead from one node to another that share nothing, and how much must be lost before a network falls
// apart (Menger 1927): flows of one unit a link, or a node, by augmenting paths.
#pragma once

#include "solvers/graph/resilience/link_network.h"

namespace riser {

// That share no link; each parallel link is a way of its own. `from` and `to` differ.
std::uint32_t link_disjoint_paths(const LinkNetwork& network, NetNode from, NetNode to);
// That share no node but their ends.
std::uint32_t node_disjoint_paths(const LinkNetwork& network, NetNode from, NetNode to);

// The fewest links whose loss leaves the network in more than one piece: 0 when it is already, or has one node.
std::uint32_t link_connectivity(const LinkNetwork& network);
// The same of nodes (Even 1975); one less than there are where each is joined to each.
std::uint32_t node_connectivity(const LinkNetwork& network);

} // namespace riser
