// SPDX-License-Identifier: GPL-3.0-or-later
// Random graphs with terminals as the public instances of the field have them, and a judge of trees.
#pragma once

#include "solvers/graph/steiner_tree.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

namespace riser::test {

inline std::uint32_t draw(std::mt19937& engine, std::uint32_t below) {
    return static_cast<std::uint32_t>(engine() % below);
}

inline SteinerEdge steiner_edge(std::uint32_t a, std::uint32_t b, std::int64_t cost) {
    return {.a = static_cast<SteinerVertex>(a), .b = static_cast<SteinerVertex>(b), .cost = cost};
}

inline void draw_terminals(SteinerGraph& graph, std::uint32_t count, std::mt19937& engine) {
    std::vector<std::uint32_t> all(graph.vertices);
    std::iota(all.begin(), all.end(), 0u);
    for (std::uint32_t i = 0; i < count; ++i) {
        std::swap(all[i], all[i + draw(engine, graph.vertices - i)]);
        graph.terminals.push_back(static_cast<SteinerVertex>(all[i]));
    }
}

// A random tree and random edges besides, without parallel ones; costs 1 to most_cost. As Beasley's (SteinLib B to E).
inline SteinerGraph sparse_graph(std::uint32_t vertices, std::uint32_t edges, std::uint32_t terminals,
                                 std::uint32_t most_cost, std::uint32_t seed) {
    std::mt19937 engine(seed);
    SteinerGraph graph{.vertices = vertices, .edges = {}, .terminals = {}};
    std::set<std::pair<std::uint32_t, std::uint32_t>> there;
    const auto add = [&](std::uint32_t a, std::uint32_t b) {
        if (a != b && there.emplace(std::min(a, b), std::max(a, b)).second)
            graph.edges.push_back(steiner_edge(a, b, 1 + draw(engine, most_cost)));
    };
    for (std::uint32_t v = 1; v < vertices; ++v)
        add(v, draw(engine, v));
    while (there.size() < edges) {
        const auto a = draw(engine, vertices);
        add(a, draw(engine, vertices));
    }
    draw_terminals(graph, terminals, engine);
    return graph;
}

// A grid of uneven meshes with blocks cut out, as SteinLib's VLSI and as corridors are; what hangs not together with
// the corner is left isolated and gets no terminal.
inline SteinerGraph grid_graph(std::uint32_t width, std::uint32_t height, std::uint32_t holes, std::uint32_t terminals,
                               std::uint32_t seed) {
    std::mt19937 engine(seed);
    std::vector<std::uint8_t> open(width * height, 1);
    for (std::uint32_t i = 0; i < holes; ++i) {
        const std::uint32_t x = 1 + draw(engine, width - 2);
        const std::uint32_t y = 1 + draw(engine, height - 2);
        for (std::uint32_t dx = 0; dx < 1 + draw(engine, width / 10) && x + dx < width - 1; ++dx)
            for (std::uint32_t dy = 0; dy < 1 + draw(engine, height / 10) && y + dy < height - 1; ++dy)
                open[(y + dy) * width + x + dx] = 0;
    }
    std::vector<std::int64_t> wide(width);
    std::vector<std::int64_t> high(height);
    for (std::int64_t& mesh : wide)
        mesh = 1 + draw(engine, 10);
    for (std::int64_t& mesh : high)
        mesh = 1 + draw(engine, 10);
    SteinerGraph graph{.vertices = width * height, .edges = {}, .terminals = {}};
    std::vector<std::uint32_t> leader(width * height);
    std::iota(leader.begin(), leader.end(), 0u);
    const auto lead = [&](std::uint32_t v) {
        while (leader[v] != v)
            v = leader[v] = leader[leader[v]];
        return v;
    };
    const auto join = [&](std::uint32_t a, std::uint32_t b, std::int64_t cost) {
        if (open[a] && open[b]) {
            graph.edges.push_back(steiner_edge(a, b, cost));
            leader[lead(a)] = lead(b);
        }
    };
    for (std::uint32_t y = 0; y < height; ++y)
        for (std::uint32_t x = 0; x < width; ++x) {
            if (x + 1 < width)
                join(y * width + x, y * width + x + 1, wide[x]);
            if (y + 1 < height)
                join(y * width + x, (y + 1) * width + x, high[y]);
        }
    std::set<std::uint32_t> chosen;
    while (chosen.size() < terminals)
        if (const auto v = draw(engine, width * height); lead(v) == lead(0))
            chosen.insert(v);
    for (const std::uint32_t v : chosen)
        graph.terminals.push_back(static_cast<SteinerVertex>(v));
    return graph;
}

// What is wrong with a tree of a graph; empty: it is a tree, spans the terminals, has no other leaves, costs what it
// says, and its bound is not above that. Infeasible ones are not judged.
inline std::string fault_of_tree(const SteinerGraph& graph, const SteinerTree& tree) {
    std::vector<std::uint32_t> leader(graph.vertices);
    std::vector<int> uses(graph.vertices, 0);
    std::iota(leader.begin(), leader.end(), 0u);
    const auto lead = [&](std::size_t v) {
        while (leader[v] != v)
            v = leader[v];
        return static_cast<std::uint32_t>(v);
    };
    std::int64_t cost = 0;
    for (const SteinerEdgeIndex index : tree.edges) {
        const SteinerEdge& edge = graph.edges.at(at(index));
        if (lead(at(edge.a)) == lead(at(edge.b)))
            return "a circle";
        leader[lead(at(edge.a))] = lead(at(edge.b));
        ++uses[at(edge.a)];
        ++uses[at(edge.b)];
        cost += edge.cost;
    }
    for (const SteinerVertex terminal : graph.terminals) {
        if (lead(at(terminal)) != lead(at(graph.terminals.front())))
            return "a terminal is not joined";
        uses[at(terminal)] = 2;
    }
    if (std::find(uses.begin(), uses.end(), 1) != uses.end())
        return "a leaf that is no terminal";
    if (!std::is_sorted(tree.edges.begin(), tree.edges.end()))
        return "edges out of order";
    if (cost != tree.cost)
        return "the cost is not the sum";
    if (tree.bound > tree.cost)
        return "the bound is above the cost";
    if ((tree.outcome == Outcome::complete) != (tree.bound == tree.cost))
        return "complete without proof, or proof without being complete";
    return {};
}

} // namespace riser::test
