// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner_tree.h"

#include "solvers/graph/steiner/cut_exchange.h"
#include "tests/solvers/graph/random_steiner.h"

#include <gtest/gtest.h>

#include <bit>

namespace riser {
namespace {

using test::draw;
using test::fault_of_tree;
using test::steiner_edge;

// The least tree by trying every set of vertices besides the terminals: the spanning tree over each. Nothing: none
// spans.
std::optional<std::int64_t> brute_force(const SteinerGraph& graph) {
    std::vector<SteinerEdge> edges = graph.edges;
    std::sort(edges.begin(), edges.end(), [](const SteinerEdge& x, const SteinerEdge& y) { return x.cost < y.cost; });
    std::uint32_t needed = 0;
    for (const SteinerVertex t : graph.terminals)
        needed |= 1u << at(t);
    std::optional<std::int64_t> best;
    for (std::uint32_t chosen = 0; chosen < 1u << graph.vertices; ++chosen) {
        if ((chosen & needed) != needed)
            continue;
        std::vector<std::size_t> leader(graph.vertices);
        std::iota(leader.begin(), leader.end(), std::size_t{0});
        const auto lead = [&](std::size_t v) {
            while (leader[v] != v)
                v = leader[v];
            return v;
        };
        std::int64_t cost = 0;
        int missing = std::popcount(chosen) - 1;
        for (const SteinerEdge& edge : edges)
            if ((chosen >> at(edge.a) & 1) && (chosen >> at(edge.b) & 1) && lead(at(edge.a)) != lead(at(edge.b))) {
                leader[lead(at(edge.a))] = lead(at(edge.b));
                cost += edge.cost;
                --missing;
            }
        if (missing <= 0 && (!best || cost < *best))
            best = cost;
    }
    return best;
}

// Any edges at all: parallel, from a vertex to itself, of no cost; in parts that may hang apart.
SteinerGraph small_graph(std::uint32_t seed) {
    std::mt19937 engine(seed);
    SteinerGraph graph{.vertices = 2 + draw(engine, 9), .edges = {}, .terminals = {}};
    const std::uint32_t most_cost = draw(engine, 3) == 0 ? 3 : draw(engine, 2) ? 12 : 1'000'000;
    const bool free_edges = draw(engine, 3) == 0;
    for (std::uint32_t i = draw(engine, 30); i > 0; --i) {
        const auto a = draw(engine, graph.vertices);
        const auto b = draw(engine, graph.vertices);
        graph.edges.push_back(steiner_edge(a, b, free_edges && draw(engine, 4) == 0 ? 0 : 1 + draw(engine, most_cost)));
    }
    for (std::uint32_t i = draw(engine, 7); i > 0; --i)
        graph.terminals.push_back(static_cast<SteinerVertex>(draw(engine, graph.vertices)));
    return graph;
}

TEST(SteinerTree, equalsBruteForceOnSmallGraphs) {
    int feasible = 0;
    int infeasible = 0;
    for (std::uint32_t seed = 0; seed < 6'000; ++seed) {
        const SteinerGraph graph = small_graph(seed);
        const auto tree = steiner_tree(graph);
        ASSERT_TRUE(tree) << seed;
        const std::optional<std::int64_t> least = graph.terminals.empty() ? 0 : brute_force(graph);
        ASSERT_EQ(tree->outcome, least ? Outcome::complete : Outcome::infeasible) << seed;
        ++(least ? feasible : infeasible);
        if (!least)
            continue;
        ASSERT_EQ(fault_of_tree(graph, *tree), "") << seed;
        ASSERT_EQ(tree->cost, *least) << seed;
    }
    EXPECT_GT(feasible, 2'000);
    EXPECT_GT(infeasible, 500);
}

// Costs of one or two, so that reductions which remove what is no longer than another way must not remove both.
TEST(SteinerTree, equalsBruteForceWhereCostsAreEqual) {
    for (std::uint32_t seed = 0; seed < 1'500; ++seed) {
        std::mt19937 engine(seed);
        const std::uint32_t vertices = 7 + draw(engine, 4);
        SteinerGraph graph = test::sparse_graph(vertices, vertices + draw(engine, 14), 2 + draw(engine, 4),
                                                1 + draw(engine, 2), seed + 77);
        const auto tree = steiner_tree(graph);
        ASSERT_TRUE(tree) << seed;
        ASSERT_EQ(fault_of_tree(graph, *tree), "") << seed;
        ASSERT_EQ(tree->cost, brute_force(graph)) << seed;
    }
}

// However little work is allowed, there is a tree, and the least cost lies between bound and cost.
TEST(SteinerTree, theLeastLiesBetweenBoundAndCostAtAnyLimit) {
    int unfinished = 0;
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const SteinerGraph graph = test::sparse_graph(60, 140, 12, 10, seed);
        const auto least = steiner_tree(graph, {.most_steps = {}});
        ASSERT_TRUE(least);
        ASSERT_EQ(least->outcome, Outcome::complete);
        for (const std::uint64_t steps : {0u, 100u, 1'000u, 3'000u, 10'000u, 30'000u, 100'000u}) {
            const auto tree = steiner_tree(graph, {.most_steps = steps});
            ASSERT_TRUE(tree);
            EXPECT_EQ(fault_of_tree(graph, *tree), "") << seed << ' ' << steps;
            EXPECT_LE(tree->bound, least->cost) << seed << ' ' << steps;
            EXPECT_GE(tree->cost, least->cost) << seed << ' ' << steps;
            if (tree->outcome != Outcome::complete) {
                EXPECT_EQ(tree->outcome, Outcome::limit_reached);
                ++unfinished;
            }
        }
    }
    EXPECT_GT(unfinished, 60);
}

// A cube of four dimensions whose even corners are terminals: no ascent's bound is tight there, as in SteinLib's PUC.
SteinerGraph cube(std::uint32_t seed) {
    std::mt19937 engine(seed);
    SteinerGraph graph{.vertices = 16, .edges = {}, .terminals = {}};
    for (std::uint32_t v = 0; v < 16; ++v) {
        if (std::popcount(v) % 2 == 0)
            graph.terminals.push_back(static_cast<SteinerVertex>(v));
        for (std::uint32_t bit = 1; bit < 16; bit *= 2)
            if ((v & bit) == 0)
                graph.edges.push_back(steiner_edge(v, v | bit, 100 + draw(engine, 11)));
    }
    return graph;
}

// Ascents and what is exchanged in them stay below the least tree, leave no arc less than nothing, and only rise.
TEST(SteinerTree, boundsOfAscentsHold) {
    int risen = 0;
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const SteinerGraph graph = seed < 20 ? cube(seed) : test::sparse_graph(10, 22, 5, seed % 2 ? 3 : 1'000, seed);
        std::vector<steiner::Network::Given> given;
        std::vector<steiner::Vertex> terminals;
        for (const SteinerEdge& edge : graph.edges)
            given.push_back({static_cast<steiner::Vertex>(edge.a), static_cast<steiner::Vertex>(edge.b), edge.cost});
        for (const SteinerVertex t : graph.terminals)
            terminals.push_back(static_cast<steiner::Vertex>(t));
        const steiner::Layout layout(steiner::Network(static_cast<steiner::Vertex>(graph.vertices), given, terminals));
        const riser::Run run;
        steiner::Effort effort(run, 300'000);
        const steiner::Ascent plain = steiner::dual_ascent(layout, layout.terminals[0], effort);
        steiner::CutExchange exchange(layout, layout.terminals[0], effort);
        exchange.run(effort, steiner::unreachable);
        EXPECT_TRUE(plain.complete);
        EXPECT_GE(exchange.ascent().bound, plain.bound) << seed;
        EXPECT_LE(exchange.ascent().bound, brute_force(graph)) << seed;
        EXPECT_GE(*std::min_element(exchange.ascent().reduced.begin(), exchange.ascent().reduced.end()), 0) << seed;
        risen += exchange.ascent().bound > plain.bound;
    }
    EXPECT_GT(risen, 10);
}

TEST(SteinerTree, progressIsToldAndOnlyRises) {
    std::vector<double> shares;
    const riser::Run run{.stop = {}, .progress = [&](double share, const Text&) { shares.push_back(share); }};
    ASSERT_TRUE(steiner_tree(test::grid_graph(40, 30, 30, 50, 3), {.most_steps = 10'000'000}, run));
    EXPECT_GT(shares.size(), 2u);
    EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
    EXPECT_LE(shares.back(), 1);
}

TEST(SteinerTree, aStoppedRunGetsATree) {
    std::stop_source stop;
    stop.request_stop();
    const SteinerGraph graph = test::sparse_graph(400, 1'500, 60, 10, 5);
    const auto tree = steiner_tree(graph, {.most_steps = {}}, {.stop = stop.get_token(), .progress = {}});
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->outcome, Outcome::stopped);
    EXPECT_EQ(fault_of_tree(graph, *tree), "");
}

TEST(SteinerTree, equalCallsGiveEqualTrees) {
    const SteinerGraph graph = test::sparse_graph(300, 2'000, 50, 10, 9);
    for (const std::uint64_t steps : {50'000u, 3'000'000u}) {
        const auto once = steiner_tree(graph, {.most_steps = steps});
        const auto again = steiner_tree(graph, {.most_steps = steps});
        ASSERT_TRUE(once && again);
        EXPECT_EQ(once->edges, again->edges);
        EXPECT_EQ(once->bound, again->bound);
    }
}

TEST(SteinerTree, oneTerminalOrNoneNeedsNoEdge) {
    SteinerGraph graph{.vertices = 3, .edges = {steiner_edge(0, 1, 5), steiner_edge(1, 2, 5)}, .terminals = {}};
    for (int terminals = 0; terminals < 3; ++terminals) {
        const auto tree = steiner_tree(graph);
        ASSERT_TRUE(tree);
        EXPECT_EQ(tree->outcome, Outcome::complete);
        EXPECT_TRUE(tree->edges.empty());
        EXPECT_EQ(tree->cost, 0);
        graph.terminals.push_back(SteinerVertex{2}); // the second time it is the same again
    }
}

TEST(SteinerTree, terminalsThatNothingJoinsAreNamed) {
    const SteinerGraph graph{.vertices = 4,
                             .edges = {steiner_edge(0, 1, 5), steiner_edge(2, 3, 5)},
                             .terminals = {SteinerVertex{1}, SteinerVertex{0}, SteinerVertex{3}}};
    const auto tree = steiner_tree(graph);
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->outcome, Outcome::infeasible);
    ASSERT_TRUE(tree->apart);
    EXPECT_EQ(*tree->apart, std::pair(SteinerVertex{0}, SteinerVertex{3}));
}

TEST(SteinerTree, whatCannotBeAGraphIsRefused) {
    const auto code = [](const SteinerGraph& graph) {
        const auto tree = steiner_tree(graph);
        return tree ? std::optional<ErrorCode>() : tree.error().code;
    };
    EXPECT_EQ(code({.vertices = 2, .edges = {steiner_edge(0, 2, 1)}, .terminals = {}}), ErrorCode::bad_input);
    EXPECT_EQ(code({.vertices = 2, .edges = {steiner_edge(0, 1, -1)}, .terminals = {}}), ErrorCode::bad_input);
    EXPECT_EQ(code({.vertices = 2, .edges = {}, .terminals = {SteinerVertex{2}}}), ErrorCode::bad_input);
    const std::int64_t half = std::int64_t{1} << 60;
    EXPECT_EQ(code({.vertices = 2, .edges = {steiner_edge(0, 1, half), steiner_edge(0, 1, half)}, .terminals = {}}),
              ErrorCode::bad_input);
    // Just below that all is well, though no room is left to tell equal costs apart.
    const SteinerGraph large{.vertices = 3,
                             .edges = {steiner_edge(0, 1, half), steiner_edge(1, 2, half - 1)},
                             .terminals = {SteinerVertex{0}, SteinerVertex{2}}};
    const auto tree = steiner_tree(large);
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->cost, half + half - 1);
}

// The sizes of a floor's corridors: proved, or within some percent, at the work allowed by default.
TEST(SteinerTree, corridorsOfAFloorEndNearTheirBound) {
    for (std::uint32_t seed = 0; seed < 6; ++seed) {
        const SteinerGraph graph = test::grid_graph(40, 30, 40, 60 + 40 * seed, seed);
        const auto tree = steiner_tree(graph);
        ASSERT_TRUE(tree);
        EXPECT_EQ(fault_of_tree(graph, *tree), "");
        EXPECT_LE(static_cast<double>(tree->cost), 1.05 * static_cast<double>(tree->bound)) << seed;
    }
}

} // namespace
} // namespace riser
