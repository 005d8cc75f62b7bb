// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/flow_trees.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>

#include <algorithm>
#include <limits>
#include <map>

namespace riser {

namespace {

using Number = boost::property<boost::edge_index_t, std::size_t>;
using Links = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Number>;
constexpr std::uint32_t no_link = std::numeric_limits<std::uint32_t>::max();

struct Step {
    std::uint32_t link = no_link;
    std::size_t from = 0;
};

// Remembers by which link each node was reached, and in which order.
class Remember : public boost::default_dijkstra_visitor {
  public:
    Remember(std::vector<Step>& by, std::vector<std::size_t>& order) : by_(&by), order_(&order) {}
    void edge_relaxed(Links::edge_descriptor edge, const Links& graph) {
        (*by_)[boost::target(edge, graph)] = {static_cast<std::uint32_t>(boost::get(boost::edge_index, graph, edge)),
                                              boost::source(edge, graph)};
    }
    void examine_vertex(std::size_t node, const Links&) { order_->push_back(node); }

  private:
    std::vector<Step>* by_;
    std::vector<std::size_t>* order_;
};

} // namespace

struct FlowTrees::Graph {
    Links links;
    std::vector<double> distance;
};

FlowTrees::FlowTrees(const LinkNetwork& network, LinkUse use) : graph_(std::make_unique<Graph>()) {
    graph_->links = Links(network.nodes);
    for (std::size_t i = 0; i < network.links.size(); ++i) {
        const std::size_t a = at(network.links[i].a), b = at(network.links[i].b);
        boost::add_edge(a, b, Number(use == LinkUse::shared ? i : 2 * i), graph_->links);
        boost::add_edge(b, a, Number(use == LinkUse::shared ? i : 2 * i + 1), graph_->links);
    }
}

FlowTrees::~FlowTrees() = default;

FlowTree FlowTrees::tree(const FlowSource& source, std::span<const double> prices) {
    const std::size_t nodes = boost::num_vertices(graph_->links);
    std::vector<double>& distance = graph_->distance;
    distance.assign(nodes, 0);
    std::vector<Step> by(nodes);
    std::vector<std::size_t> order;
    const auto index = boost::get(boost::vertex_index, graph_->links);
    boost::dijkstra_shortest_paths(graph_->links, at(source.node),
                                   boost::weight_map(boost::make_iterator_property_map(
                                                         prices.begin(), boost::get(boost::edge_index, graph_->links)))
                                       .distance_map(boost::make_iterator_property_map(distance.begin(), index))
                                       .visitor(Remember(by, order)));
    FlowTree out;
    std::vector<double> below(nodes, 0); // what must go to the node and beyond
    for (const auto& [target, amount] : source.demands) {
        out.reaches_all = out.reaches_all && by[at(target)].link != no_link;
        out.cost += amount * distance[at(target)];
        below[at(target)] = amount;
    }
    for (auto node = order.rbegin(); node != order.rend() && out.reaches_all; ++node)
        if (const auto [link, from] = by[*node]; link != no_link && below[*node] > 0) {
            below[from] += below[*node];
            out.loads.emplace_back(link, below[*node]);
        }
    std::ranges::sort(out.loads);
    return out;
}

std::vector<FlowSource> flow_sources(const FlowProblem& problem) {
    std::map<std::pair<NetNode, NetNode>, double> amounts;
    for (const FlowDemand& demand : problem.demands)
        if (demand.from != demand.to && demand.amount > 0) {
            const bool turned = problem.use == LinkUse::shared && demand.to < demand.from;
            amounts[turned ? std::pair(demand.to, demand.from) : std::pair(demand.from, demand.to)] += demand.amount;
        }
    std::vector<FlowSource> out;
    for (const auto& [ends, amount] : amounts) {
        if (out.empty() || out.back().node != ends.first)
            out.push_back({ends.first, {}});
        out.back().demands.emplace_back(ends.second, amount);
    }
    return out;
}

} // namespace riser
