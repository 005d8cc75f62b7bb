// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/failing_pairs.h"

#include "solvers/graph/resilience/blocks.h"

#include <algorithm>

namespace riser {

namespace {

const Text step{"两处同时失效", "two failures at once"};

void with_link(const LinkNetwork& network, const Blocks& whole, NetLink first, FailingPairs& out) {
    if (std::ranges::binary_search(whole.bridges, first)) {
        for (std::size_t second = at(first) + 1; second < network.links.size(); ++second)
            out.links.emplace_back(first, NetLink{static_cast<std::uint32_t>(second)});
        return;
    }
    for (const NetLink second : blocks_of(network, {.node = {}, .link = first}).bridges)
        if (second > first)
            out.links.emplace_back(first, second);
}

// Without a node where `n` blocks meet there are n - 1 pieces more; without one that stands alone, one less.
void with_node(const LinkNetwork& network, const Blocks& whole, NetNode first, FailingPairs& out) {
    const Blocks left = blocks_of(network, {.node = first, .link = {}});
    for (std::size_t second = at(first) + 1; second < network.nodes; ++second)
        if (left.components + left.blocks_at[second] > whole.components + 1)
            out.nodes.emplace_back(first, NetNode{static_cast<std::uint32_t>(second)});
}

} // namespace

FailingPairs failing_pairs(const LinkNetwork& network, const Run& run) {
    FailingPairs out;
    const Blocks whole = blocks_of(network);
    const std::size_t all = network.links.size() + network.nodes;
    for (std::size_t i = 0; i < all; ++i) {
        if (run.stopped()) {
            out.outcome = Outcome::stopped;
            return out;
        }
        if (i % (all / 100 + 1) == 0)
            run.report(static_cast<double>(i) / static_cast<double>(all), step);
        if (i < network.links.size())
            with_link(network, whole, NetLink{static_cast<std::uint32_t>(i)}, out);
        else
            with_node(network, whole, NetNode{static_cast<std::uint32_t>(i - network.links.size())}, out);
    }
    return out;
}

} // namespace riser
