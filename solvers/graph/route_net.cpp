// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/route_net.h"

#include <algorithm>

namespace riser {

namespace {

std::vector<std::uint32_t> merged(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    std::vector<std::uint32_t> out;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

// Which links meet in each node.
std::vector<std::vector<std::size_t>> incidence(const std::vector<RouteNet::Link>& links, std::size_t nodes) {
    std::vector<std::vector<std::size_t>> out(nodes);
    for (std::size_t i = 0; i < links.size(); ++i) {
        out[links[i].a].push_back(i);
        out[links[i].b].push_back(i);
    }
    return out;
}

// The two as one, from the outer end of the first to the outer end of the second.
RouteNet::Link joined(RouteNet::Link first, RouteNet::Link second, std::uint32_t middle) {
    const auto turn = [](RouteNet::Link& link) {
        std::swap(link.a, link.b);
        std::reverse(link.runs.begin(), link.runs.end());
    };
    if (first.a == middle)
        turn(first);
    if (second.b == middle)
        turn(second);
    first.b = second.b;
    first.length += second.length;
    first.runs.insert(first.runs.end(), second.runs.begin(), second.runs.end());
    first.groups = merged(first.groups, second.groups);
    return first;
}

void drop_marked(std::vector<RouteNet::Link>& links, const std::vector<std::uint8_t>& gone) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < links.size(); ++i)
        if (!gone[i]) {
            if (kept != i)
                links[kept] = std::move(links[i]);
            ++kept;
        }
    links.resize(kept);
}

} // namespace

RouteNet::RouteNet(const PathwayGraph& graph, OpenRuns open, const FailureGroups& groups,
                   std::span<const SpaceTouch> ends)
    : graph_(&graph), groups_(&groups) {
    std::vector<std::uint8_t> kept(graph.nodes().size(), 0);
    for (const SpaceTouch& end : ends) {
        if (end.node)
            kept[at(*end.node)] = 1;
        if (end.midway)
            kept[at(graph[end.midway->run].from)] = kept[at(graph[end.midway->run].to)] = 1;
    }
    std::vector<Link> links; // between nodes, until they are vertices
    for (std::size_t i = 0; i < graph.runs().size(); ++i) {
        if (!open.empty() && !open[i])
            continue;
        const PathwayGraph::Run& run = graph.runs()[i];
        links.push_back({.a = static_cast<std::uint32_t>(run.from),
                         .b = static_cast<std::uint32_t>(run.to),
                         .length = run.geometry.length(),
                         .runs = {static_cast<RunIndex>(i)},
                         .groups = groups.of_run.empty() ? std::vector<std::uint32_t>() : groups.of_run[i],
                         .touch = {}});
    }
    cut_dead_ends(links, kept);
    join_chains(links, kept);
    cut_dead_ends(links, kept); // a loop that hung on one chain
    for (std::size_t node = 0; node < kept.size(); ++node)
        if (kept[node])
            vertex_nodes_.push_back(static_cast<NodeIndex>(node));
    for (const Link& link : links)
        for (const std::uint32_t node : {link.a, link.b})
            vertex_nodes_.push_back(static_cast<NodeIndex>(node));
    std::sort(vertex_nodes_.begin(), vertex_nodes_.end());
    vertex_nodes_.erase(std::unique(vertex_nodes_.begin(), vertex_nodes_.end()), vertex_nodes_.end());
    for (Link& link : links) {
        link.a = *vertex(static_cast<NodeIndex>(link.a));
        link.b = *vertex(static_cast<NodeIndex>(link.b));
    }
    links_ = std::move(links);
}

std::optional<std::uint32_t> RouteNet::vertex(NodeIndex node) const {
    const auto found = std::lower_bound(vertex_nodes_.begin(), vertex_nodes_.end(), node);
    if (found == vertex_nodes_.end() || *found != node)
        return std::nullopt;
    return static_cast<std::uint32_t>(found - vertex_nodes_.begin());
}

void RouteNet::cut_dead_ends(std::vector<Link>& links, const std::vector<std::uint8_t>& kept) const {
    const auto at_node = incidence(links, kept.size());
    std::vector<std::size_t> degree(kept.size());
    std::vector<std::uint8_t> gone(links.size(), 0);
    std::vector<std::uint32_t> ends;
    for (std::size_t i = 0; i < links.size(); ++i)
        gone[i] = links[i].a == links[i].b;
    for (std::size_t node = 0; node < kept.size(); ++node) {
        for (const std::size_t i : at_node[node])
            degree[node] += !gone[i];
        if (degree[node] == 1 && !kept[node])
            ends.push_back(static_cast<std::uint32_t>(node));
    }
    while (!ends.empty()) {
        const std::uint32_t node = ends.back();
        ends.pop_back();
        for (const std::size_t i : at_node[node]) {
            if (gone[i])
                continue;
            gone[i] = 1;
            const std::uint32_t other = links[i].a == node ? links[i].b : links[i].a;
            if (--degree[other] == 1 && !kept[other])
                ends.push_back(other);
        }
    }
    drop_marked(links, gone);
}

void RouteNet::join_chains(std::vector<Link>& links, const std::vector<std::uint8_t>& kept) const {
    auto at_node = incidence(links, kept.size());
    std::vector<std::uint8_t> gone(links.size(), 0);
    for (std::uint32_t node = 0; node < kept.size(); ++node) {
        std::vector<std::size_t>& here = at_node[node];
        if (kept[node] || here.size() != 2 || here[0] == here[1])
            continue;
        const std::size_t into = std::min(here[0], here[1]);
        const std::size_t from = std::max(here[0], here[1]);
        links[into] = joined(std::move(links[into]), std::move(links[from]), node);
        gone[from] = 1;
        here.clear();
        for (const std::uint32_t end : {links[into].a, links[into].b})
            for (std::size_t& i : at_node[end])
                if (i == from)
                    i = into;
        if (links[into].a == links[into].b) { // a loop: no route passes it
            gone[into] = 1;
            std::erase(at_node[links[into].a], into);
        }
    }
    drop_marked(links, gone);
}

} // namespace riser
