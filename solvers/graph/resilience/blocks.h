// SPDX-License-Identifier: GPL-3.0-or-later
// Where a network hangs by one thread: its components, blocks (biconnected components: maximal parts that no single
// node's loss cuts), articulation points and bridges. One depth-first search (Hopcroft, Tarjan 1973) by Boost.Graph,
// which stands in the source. Linear but for sorting the links.
#pragma once

#include "solvers/graph/resilience/link_network.h"

#include <optional>

namespace riser {

constexpr std::uint32_t no_block = ~std::uint32_t{0};

struct Blocks {
    std::uint32_t components = 0;
    std::vector<std::uint32_t> component = {}; // of each node; no_block for one that was left out
    std::uint32_t count = 0;
    std::vector<std::uint32_t> block = {};         // of each link; no_block: from a node to itself, or left out
    std::vector<std::uint32_t> blocks_at = {};     // how many blocks meet in each node; a node alone is in none
    std::vector<NetNode> articulation_points = {}; // ascending
    std::vector<NetLink> bridges = {};             // ascending; one of parallel links is none
};

// What is taken out of the network first. A node goes with its links.
struct Without {
    std::optional<NetNode> node = {};
    std::optional<NetLink> link = {};
};

Blocks blocks_of(const LinkNetwork& network, const Without& without = {});

} // namespace riser
