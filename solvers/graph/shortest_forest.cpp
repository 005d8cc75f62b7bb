// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/shortest_forest.h"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>

#include <algorithm>
#include <limits>

namespace riser {

namespace {

// A key is distance * 2^20 + source: up to a million sources and 8,000 km. Adding a run's length times 2^20 keeps the
// source, so Dijkstra over keys finds the least (distance, source) of each node exactly.
constexpr int source_bits = 20;
constexpr std::int64_t source_mask = (std::int64_t{1} << source_bits) - 1;
constexpr std::int64_t unreached = std::numeric_limits<std::int64_t>::max();
constexpr std::uint32_t no_run = std::numeric_limits<std::uint32_t>::max();

using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                               boost::no_property, std::uint32_t, std::uint32_t>;

std::int64_t key_of(std::int64_t distance, SourceIndex source) {
    return distance * (source_mask + 1) + static_cast<std::int64_t>(source);
}

// The order in which nodes are settled decides between predecessors over runs of no length.
class SettleOrder : public boost::dijkstra_visitor<> {
  public:
    explicit SettleOrder(std::vector<std::uint32_t>& rank) : rank_(&rank) {}
    template<class Vertex, class Graph> void examine_vertex(Vertex vertex, const Graph&) { (*rank_)[vertex] = next_++; }

  private:
    std::vector<std::uint32_t>* rank_;
    std::uint32_t next_ = 0;
};

} // namespace

ShortestForest::ShortestForest(const PathwayGraph& graph, std::span<const Seed> seeds, OpenRuns open,
                               std::span<const std::int64_t> extra) {
    const auto length_of = [&](RunIndex run) {
        return graph[run].geometry.length() + (extra.empty() ? 0 : extra[at(run)]);
    };
    const auto nodes = static_cast<std::uint32_t>(graph.nodes().size());
    keys_.assign(nodes + std::size_t{1}, unreached);
    back_.assign(nodes, no_run);

    // Vertex `nodes` is the super-source.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    std::vector<std::int64_t> weights;
    edges.reserve(graph.runs().size() * 2 + seeds.size());
    weights.reserve(edges.capacity());
    for (std::uint32_t v = 0; v < nodes; ++v)
        for (const PathwayGraph::Arc arc : graph.arcs(static_cast<NodeIndex>(v)))
            if (open.empty() || open[at(arc.run)]) {
                edges.emplace_back(v, static_cast<std::uint32_t>(arc.to));
                weights.push_back(key_of(length_of(arc.run), SourceIndex{}));
            }
    for (const Seed& seed : seeds) {
        ensure(seed.initial >= 0 && static_cast<std::int64_t>(seed.source) <= source_mask, "a seed is out of range");
        edges.emplace_back(nodes, static_cast<std::uint32_t>(seed.node));
        weights.push_back(key_of(seed.initial, seed.source));
    }
    const Csr csr(boost::edges_are_sorted, edges.begin(), edges.end(), nodes + 1);

    std::vector<std::uint32_t> rank(nodes + std::size_t{1}, 0);
    boost::dijkstra_shortest_paths_no_color_map_no_init(
        [&]() -> const Csr& {
            keys_[nodes] = 0;
            return csr;
        }(),
        nodes, boost::dummy_property_map(),
        boost::make_iterator_property_map(keys_.begin(), get(boost::vertex_index, csr)),
        boost::make_iterator_property_map(weights.begin(), get(boost::edge_index, csr)), get(boost::vertex_index, csr),
        std::less<std::int64_t>(), std::plus<std::int64_t>(), unreached, std::int64_t{0}, SettleOrder(rank));
    keys_.pop_back();

    std::vector<std::uint8_t> is_root(nodes, 0);
    for (const Seed& seed : seeds)
        if (keys_[at(seed.node)] == key_of(seed.initial, seed.source))
            is_root[at(seed.node)] = 1;
    for (std::uint32_t v = 0; v < nodes; ++v) {
        if (keys_[v] == unreached || is_root[v])
            continue;
        // Arcs come by run id: the first that fits is the one of the lowest id.
        for (const PathwayGraph::Arc arc : graph.arcs(static_cast<NodeIndex>(v))) {
            if (!open.empty() && !open[at(arc.run)])
                continue;
            const std::int64_t length = length_of(arc.run);
            const std::size_t u = at(arc.to);
            if (keys_[u] != unreached && keys_[u] + key_of(length, SourceIndex{}) == keys_[v] &&
                (length > 0 || rank[u] < rank[v])) {
                back_[v] = static_cast<std::uint32_t>(arc.run);
                break;
            }
        }
    }
}

std::optional<ShortestForest::Reach> ShortestForest::reach(NodeIndex node) const {
    const std::int64_t key = keys_[at(node)];
    if (key == unreached)
        return std::nullopt;
    Reach reach{.distance = key >> source_bits, .source = static_cast<SourceIndex>(key & source_mask), .back = {}};
    if (back_[at(node)] != no_run)
        reach.back = static_cast<RunIndex>(back_[at(node)]);
    return reach;
}

std::vector<RunIndex> ShortestForest::way_to(NodeIndex node, const PathwayGraph& graph) const {
    std::vector<RunIndex> way;
    for (std::uint32_t back = back_[at(node)]; back != no_run; back = back_[at(node)]) {
        const auto run = static_cast<RunIndex>(back);
        way.push_back(run);
        node = graph[run].from == node ? graph[run].to : graph[run].from;
    }
    std::reverse(way.begin(), way.end());
    return way;
}

NodeIndex ShortestForest::root_of(NodeIndex node, const PathwayGraph& graph) const {
    for (std::uint32_t back = back_[at(node)]; back != no_run; back = back_[at(node)]) {
        const auto run = static_cast<RunIndex>(back);
        node = graph[run].from == node ? graph[run].to : graph[run].from;
    }
    return node;
}

} // namespace riser
