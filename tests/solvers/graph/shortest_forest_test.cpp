// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/shortest_forest.h"

#include "tests/solvers/graph/random_pathways.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

using Key = std::pair<std::int64_t, SourceIndex>;

// Bellman-Ford over (distance, source), straight from the rows.
std::map<PathwayNodeId, Key> brute_force(const Design& design, const PathwayGraph& graph,
                                         const std::vector<Seed>& seeds, OpenRuns open) {
    std::map<PathwayNodeId, Key> best;
    const auto lower = [&](PathwayNodeId node, Key key) {
        const auto [at, fresh] = best.try_emplace(node, key);
        if (!fresh && key >= at->second)
            return false;
        at->second = key;
        return true;
    };
    for (const Seed& seed : seeds)
        lower(graph[seed.node].id, {seed.initial, seed.source});
    for (bool changed = true; changed;) {
        changed = false;
        for (const PathwayRun& run : design.pathway_runs) {
            if (!open.empty() && !open[at(*graph.find(run.id))])
                continue;
            const std::int64_t length = test::run_length(design, run);
            for (const auto& [a, b] : {std::pair(run.from, run.to), std::pair(run.to, run.from)})
                if (const auto from = best.find(a); from != best.end()) {
                    const Key key{from->second.first + length, from->second.second};
                    const auto to = best.find(b);
                    if (to == best.end() || key < to->second)
                        changed |= lower(b, key);
                }
        }
    }
    return best;
}

TEST(ShortestForest, equalsBellmanFordOnRandomPathways) {
    int unreached = 0;
    int ties = 0;
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        std::mt19937 engine(seed * 7 + 3);
        const test::RandomPathways p =
            test::random_pathways(seed, 3 + static_cast<int>(engine() % 10), static_cast<int>(engine() % 22));
        const PathwayGraph graph(p.design);
        std::vector<Seed> seeds;
        for (unsigned i = 0; i < engine() % 4; ++i)
            seeds.push_back({.node = static_cast<NodeIndex>(engine() % graph.nodes().size()),
                             .initial = static_cast<std::int64_t>(engine() % 3) * 1'000,
                             .source = static_cast<SourceIndex>(engine() % 3)});
        std::vector<std::uint8_t> open;
        if (engine() % 2)
            for (std::size_t i = 0; i < graph.runs().size(); ++i)
                open.push_back(engine() % 4 != 0);
        const ShortestForest forest(graph, seeds, open);
        const auto expected = brute_force(p.design, graph, seeds, open);
        for (std::size_t v = 0; v < graph.nodes().size(); ++v) {
            const auto node = static_cast<NodeIndex>(v);
            const auto reach = forest.reach(node);
            const auto wanted = expected.find(graph[node].id);
            ASSERT_EQ(reach.has_value(), wanted != expected.end()) << seed;
            if (!reach) {
                ++unreached;
                EXPECT_TRUE(forest.way_to(node, graph).empty());
                continue;
            }
            EXPECT_EQ(Key(reach->distance, reach->source), wanted->second) << seed;

            // The way is open, joined, as long as the distance says, and begins at a seed of that source.
            std::int64_t along = 0;
            NodeIndex here = forest.root_of(node, graph);
            const NodeIndex root = here;
            for (const RunIndex run : forest.way_to(node, graph)) {
                EXPECT_TRUE(open.empty() || open[at(run)]);
                ASSERT_TRUE(graph[run].from == here || graph[run].to == here);
                here = graph[run].from == here ? graph[run].to : graph[run].from;
                along += graph[run].geometry.length();
            }
            EXPECT_EQ(here, node);
            bool rooted = false;
            for (const Seed& s : seeds)
                rooted |= s.node == root && s.source == reach->source && s.initial + along == reach->distance;
            EXPECT_TRUE(rooted) << seed;

            // Of the runs that would do as well, the lowest id is taken.
            if (!reach->back || graph[*reach->back].geometry.length() == 0)
                continue;
            for (const PathwayGraph::Arc arc : graph.arcs(node)) {
                if (!open.empty() && !open[at(arc.run)])
                    continue;
                const auto other = forest.reach(arc.to);
                const std::int64_t length = graph[arc.run].geometry.length();
                if (length > 0 && other && other->source == reach->source &&
                    other->distance + length == reach->distance) {
                    EXPECT_LE(*reach->back, arc.run) << seed;
                    ties += arc.run != *reach->back;
                }
            }
        }
    }
    EXPECT_GT(unreached, 100);
    EXPECT_GT(ties, 100);
}

TEST(ShortestForest, equalDistancesGoToTheSourceNamedFirst) {
    Design design;
    Floor floor;
    floor.id = FloorId{1};
    design.floors.put(floor);
    for (std::uint64_t i = 1; i <= 3; ++i) {
        PathwayNode node;
        node.id = PathwayNodeId{i};
        node.floor = floor.id;
        node.place = {static_cast<std::int32_t>(i) * 1'000, 0};
        design.pathway_nodes.put(node);
    }
    for (std::uint64_t i = 1; i <= 2; ++i) {
        PathwayRun run;
        run.id = PathwayRunId{i};
        run.from = PathwayNodeId{i};
        run.to = PathwayNodeId{i + 1};
        design.pathway_runs.put(run);
    }
    const PathwayGraph graph(design);
    const NodeIndex middle = *graph.find(PathwayNodeId{2});
    for (const std::uint32_t first : {0u, 1u}) {
        const std::vector<Seed> seeds{
            {.node = *graph.find(PathwayNodeId{1}), .initial = 0, .source = static_cast<SourceIndex>(first)},
            {.node = *graph.find(PathwayNodeId{3}), .initial = 0, .source = static_cast<SourceIndex>(1 - first)}};
        const auto reach = ShortestForest(graph, seeds).reach(middle);
        ASSERT_TRUE(reach);
        EXPECT_EQ(reach->source, SourceIndex{0});
        EXPECT_EQ(graph[*reach->back].id, PathwayRunId{first == 0 ? 1u : 2u});
    }
}

TEST(ShortestForest, emptyGraphsAndNoSeeds) {
    const PathwayGraph none{Design{}};
    EXPECT_NO_FATAL_FAILURE(ShortestForest(none, {}));
    const test::RandomPathways p = test::random_pathways(1, 5, 8);
    const PathwayGraph graph(p.design);
    EXPECT_FALSE(ShortestForest(graph, {}).reach(NodeIndex{0}));
}

} // namespace
} // namespace riser
