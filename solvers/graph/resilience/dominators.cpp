// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/dominators.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dominator_tree.hpp>

namespace riser {

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;

} // namespace

// Boost's search wants all nodes reached: those that are get numbers from 1, before which one node leads to all roots.
Dominators::Dominators(const LinkNetwork& network, std::span<const NetNode> roots, std::span<const std::uint8_t> leaf)
    : reached_(network.nodes, 0), last_(network.nodes) {
    std::vector<std::vector<NetNode>> next(network.nodes);
    for (const LinkEnds& link : network.links) {
        next[at(link.a)].push_back(link.b);
        next[at(link.b)].push_back(link.a);
    }
    std::vector<NetNode> order;
    std::vector<std::size_t> number(network.nodes, 0);
    const auto reach = [&](NetNode node) {
        if (reached_[at(node)])
            return;
        reached_[at(node)] = 1;
        order.push_back(node);
        number[at(node)] = order.size();
    };
    for (const NetNode root : roots)
        reach(root);
    const std::size_t starts = order.size();
    const auto passes = [&](std::size_t i) { return i < starts || leaf.empty() || leaf[at(order[i])] == 0; };
    for (std::size_t i = 0; i < order.size(); ++i)
        if (passes(i))
            for (const NetNode there : next[at(order[i])])
                reach(there);
    Graph graph(order.size() + 1);
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i < starts)
            boost::add_edge(0, i + 1, graph);
        if (passes(i))
            for (const NetNode there : next[at(order[i])])
                boost::add_edge(i + 1, number[at(there)], graph);
    }
    std::vector<Graph::vertex_descriptor> last(boost::num_vertices(graph), Graph::null_vertex());
    boost::lengauer_tarjan_dominator_tree(
        graph, boost::vertex(0, graph),
        boost::make_iterator_property_map(last.begin(), boost::get(boost::vertex_index, graph)));
    for (std::size_t i = 0; i < order.size(); ++i)
        if (const std::size_t by = last[i + 1]; by != Graph::null_vertex() && by != 0)
            last_[at(order[i])] = order[by - 1];
}

std::vector<NetNode> Dominators::before(NetNode node) const {
    std::vector<NetNode> out;
    for (std::optional<NetNode> here = last_[at(node)]; here; here = last_[at(*here)])
        out.push_back(*here);
    return out;
}

} // namespace riser
