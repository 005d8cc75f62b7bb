// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/blocks.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace riser {

namespace {

using Number = boost::property<boost::edge_index_t, std::size_t>;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, Number>;

// Links that join the same two nodes, as one: Boost's search takes the second of two parallel edges for a way back to
// the parent and gives it no component.
struct Bundle {
    std::uint32_t low = 0, high = 0;
    std::vector<std::uint32_t> links = {};
};

std::vector<Bundle> bundles_of(const LinkNetwork& network, const Without& without) {
    std::vector<std::array<std::uint32_t, 3>> ends;
    for (std::uint32_t i = 0; i < network.links.size(); ++i) {
        const auto [a, b] = network.links[i];
        const bool out = without.link == NetLink{i} || without.node == a || without.node == b;
        if (a != b && !out) {
            const auto from = static_cast<std::uint32_t>(a), to = static_cast<std::uint32_t>(b);
            ends.push_back({std::min(from, to), std::max(from, to), i});
        }
    }
    std::ranges::sort(ends);
    std::vector<Bundle> out;
    for (const auto& [low, high, link] : ends) {
        if (out.empty() || out.back().low != low || out.back().high != high)
            out.push_back({low, high, {}});
        out.back().links.push_back(link);
    }
    return out;
}

void number_components(const Graph& graph, const Without& without, Blocks& out) {
    out.component.resize(boost::num_vertices(graph));
    out.components = static_cast<std::uint32_t>(boost::connected_components(
        graph, boost::make_iterator_property_map(out.component.begin(), boost::get(boost::vertex_index, graph))));
    if (!without.node)
        return;
    // It stands alone, so its number is its own.
    const std::uint32_t gone = std::exchange(out.component[at(*without.node)], no_block);
    for (std::uint32_t& number : out.component)
        if (number != no_block && number > gone)
            --number;
    --out.components;
}

} // namespace

Blocks blocks_of(const LinkNetwork& network, const Without& without) {
    Blocks out;
    const std::vector<Bundle> bundles = bundles_of(network, without);
    Graph graph(network.nodes);
    for (std::size_t i = 0; i < bundles.size(); ++i)
        boost::add_edge(bundles[i].low, bundles[i].high, Number(i), graph);
    number_components(graph, without, out);

    std::vector<std::size_t> block_of_bundle(bundles.size());
    std::vector<std::size_t> cuts;
    out.count = static_cast<std::uint32_t>(
        boost::biconnected_components(
            graph, boost::make_iterator_property_map(block_of_bundle.begin(), boost::get(boost::edge_index, graph)),
            std::back_inserter(cuts))
            .first);
    std::ranges::sort(cuts);
    for (const std::size_t node : cuts)
        out.articulation_points.push_back(NetNode{static_cast<std::uint32_t>(node)});

    std::vector<std::uint32_t> bundles_in(out.count, 0);
    std::vector<std::vector<std::uint32_t>> met(network.nodes);
    out.block.assign(network.links.size(), no_block);
    for (std::size_t i = 0; i < bundles.size(); ++i) {
        const auto block = static_cast<std::uint32_t>(block_of_bundle[i]);
        ++bundles_in[block];
        for (const std::uint32_t link : bundles[i].links)
            out.block[link] = block;
        met[bundles[i].low].push_back(block);
        met[bundles[i].high].push_back(block);
    }
    for (const Bundle& bundle : bundles)
        if (bundle.links.size() == 1 && bundles_in[out.block[bundle.links.front()]] == 1)
            out.bridges.push_back(NetLink{bundle.links.front()});
    std::ranges::sort(out.bridges);
    for (std::vector<std::uint32_t>& blocks : met) {
        std::ranges::sort(blocks);
        out.blocks_at.push_back(static_cast<std::uint32_t>(std::ranges::unique(blocks).begin() - blocks.begin()));
    }
    return out;
}

} // namespace riser
