// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs of routes against brute force: every pair of simple ways over small random pathways with random groups.
#include "solvers/graph/disjoint_routes.h"
#include "tests/solvers/graph/random_pathways.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace riser::test {
namespace {

struct World {
    RandomPathways pathways;
    PathwayGraph graph;
    FailureGroups groups;
    std::vector<std::uint8_t> open;
    std::array<std::vector<SpaceTouch>, 2> from;
    std::vector<SpaceTouch> to;
    std::vector<std::uint32_t> unavoidable;
};

SpaceTouch touch_of(NodeIndex node, std::int64_t drop) { return {.drop = drop, .node = node, .midway = {}}; }

World random_world(std::uint32_t seed, int nodes, int runs) {
    World world{.pathways = random_pathways(seed, nodes, runs, 2, false),
                .graph = {},
                .groups = {},
                .open = {},
                .from = {},
                .to = {},
                .unavoidable = {}};
    world.graph = PathwayGraph(world.pathways.design);
    std::mt19937 random(seed * 31 + 7);
    const auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
    world.groups.tier = {0, 0, 1, 1};
    for (std::size_t i = 0; i < world.graph.runs().size(); ++i) {
        world.open.push_back(below(8) != 0);
        std::set<std::uint32_t> groups;
        for (std::uint32_t n = below(3); n > 0; --n)
            groups.insert(below(4));
        world.groups.of_run.emplace_back(groups.begin(), groups.end());
    }
    const auto touches = [&] {
        std::vector<SpaceTouch> out;
        for (std::uint32_t n = 1 + below(2); n > 0; --n)
            out.push_back(touch_of(static_cast<NodeIndex>(below(world.graph.nodes().size())), below(3) * 500));
        return out;
    };
    world.from = {touches(), touches()};
    world.to = touches();
    if (below(3) == 0)
        world.unavoidable = {below(4)};
    return world;
}

// A way by its runs and touches.
struct Walk {
    std::vector<RunIndex> runs;
    std::int64_t length = 0;
};

void extend(const World& world, NodeIndex here, std::vector<std::uint8_t>& passed, Walk& walk, std::vector<Walk>& out) {
    for (const SpaceTouch& touch : world.to)
        if (touch.node == here)
            out.push_back({walk.runs, walk.length + touch.drop});
    passed[at(here)] = 1;
    for (const PathwayGraph::Arc arc : world.graph.arcs(here))
        if (world.open[at(arc.run)] && !passed[at(arc.to)]) {
            const std::int64_t length = world.graph[arc.run].geometry.length();
            walk.runs.push_back(arc.run);
            walk.length += length;
            extend(world, arc.to, passed, walk, out);
            walk.runs.pop_back();
            walk.length -= length;
        }
    passed[at(here)] = 0;
}

std::vector<Walk> every_walk(const World& world, const std::vector<SpaceTouch>& from) {
    std::vector<Walk> out;
    std::vector<std::uint8_t> passed(world.graph.nodes().size(), 0);
    for (const SpaceTouch& touch : from) {
        Walk walk{.runs = {}, .length = touch.drop};
        extend(world, *touch.node, passed, walk, out);
    }
    return out;
}

std::set<std::uint32_t> groups_of(const World& world, const std::vector<RunIndex>& runs) {
    std::set<std::uint32_t> out;
    for (const RunIndex run : runs)
        for (const std::uint32_t group : world.groups.of_run[at(run)])
            if (std::find(world.unavoidable.begin(), world.unavoidable.end(), group) == world.unavoidable.end())
                out.insert(group);
    return out;
}

SharedCost cost_of(const World& world, const std::vector<RunIndex>& a, const std::vector<RunIndex>& b,
                   std::int64_t length) {
    SharedCost cost{.length = length};
    const std::set<std::uint32_t> in_b = groups_of(world, b);
    for (const std::uint32_t group : groups_of(world, a))
        if (in_b.contains(group))
            ++(world.groups.tier[group] == 0 ? cost.tier_0 : cost.tier_1);
    for (const RunIndex run : a)
        if (std::find(b.begin(), b.end(), run) != b.end())
            cost.shared += world.graph[run].geometry.length();
    return cost;
}

std::optional<SharedCost> brute_force(const World& world, const std::vector<Walk>& first,
                                      const std::vector<Walk>& second, std::optional<std::int64_t> longest) {
    std::optional<SharedCost> best;
    for (const Walk& a : first)
        for (const Walk& b : second) {
            const SharedCost cost = cost_of(world, a.runs, b.runs, a.length + b.length);
            if ((!longest || cost.length <= *longest) && (!best || cost < *best))
                best = cost;
        }
    return best;
}

std::vector<SpaceTouch> all_touches(const World& world) {
    std::vector<SpaceTouch> out = world.to;
    for (const auto& list : world.from)
        out.insert(out.end(), list.begin(), list.end());
    return out;
}

// The routes found are ways over open runs, from a touch to a touch, of the cost that is said.
void expect_sound(const World& world, const RoutePair& pair, const RoutePairQuery& query) {
    std::int64_t length = 0;
    for (const std::size_t route : {0U, 1U}) {
        const FoundRoute& found = pair.routes[route];
        length += found.length;
        if (route == 0 && query.first)
            continue;
        NodeIndex here = *query.from[route][found.from].node;
        std::int64_t along = 0;
        for (const RunIndex run : found.runs) {
            ASSERT_TRUE(world.open[at(run)]);
            ASSERT_TRUE(world.graph[run].from == here || world.graph[run].to == here);
            here = world.graph[run].from == here ? world.graph[run].to : world.graph[run].from;
            along += world.graph[run].geometry.length();
        }
        EXPECT_EQ(here, *world.to[found.to].node);
        EXPECT_EQ(found.along, along);
        EXPECT_EQ(found.length, along + query.from[route][found.from].drop + world.to[found.to].drop);
    }
    EXPECT_EQ(pair.cost, cost_of(world, pair.routes[0].runs, pair.routes[1].runs, length));
    EXPECT_TRUE(pair.proven);
    EXPECT_EQ(pair.bound, pair.cost);
}

TEST(DisjointRoutes, AgreeWithBruteForceFromOneRoomAndFromTwo) {
    int with_sharing = 0;
    int apart = 0;
    for (std::uint32_t seed = 0; seed < 1'500; ++seed) {
        const World world = random_world(seed, 4 + static_cast<int>(seed % 4), 6 + static_cast<int>(seed % 6));
        const RouteNet net(world.graph, world.open, world.groups, all_touches(world));
        const std::vector<Walk> walks[] = {every_walk(world, world.from[0]), every_walk(world, world.from[1])};
        for (const std::size_t second : {0U, 1U}) {
            const RoutePairQuery query{
                .from = {world.from[0], world.from[second]}, .to = world.to, .unavoidable = world.unavoidable};
            const auto expected = brute_force(world, walks[0], walks[second], {});
            const auto found = most_diverse_pair(net, query);
            ASSERT_EQ(found.has_value(), expected.has_value()) << "seed " << seed;
            if (!found)
                continue;
            EXPECT_EQ(found->cost, *expected) << "seed " << seed << " second room " << second;
            expect_sound(world, *found, query);
            (found->cost.tier_0 + found->cost.tier_1 + found->cost.shared > 0 ? with_sharing : apart) += 1;
        }
    }
    EXPECT_GT(with_sharing, 200);
    EXPECT_GT(apart, 200);
}

TEST(DisjointRoutes, AgreeWithBruteForceBesideARouteThatStands) {
    int found_some = 0;
    for (std::uint32_t seed = 0; seed < 1'000; ++seed) {
        const World world = random_world(seed + 5'000, 6, 10);
        const RouteNet net(world.graph, world.open, world.groups, all_touches(world));
        const std::vector<Walk> first = every_walk(world, world.from[0]);
        if (first.empty())
            continue;
        const std::vector<RunIndex>& standing = first[seed % first.size()].runs;
        std::int64_t along = 0;
        for (const RunIndex run : standing)
            along += world.graph[run].geometry.length();
        const RoutePairQuery query{.from = {world.from[0], world.from[1]},
                                   .to = world.to,
                                   .unavoidable = world.unavoidable,
                                   .first = standing};
        const auto expected = brute_force(world, {{standing, along}}, every_walk(world, world.from[1]), {});
        const auto found = most_diverse_pair(net, query);
        ASSERT_EQ(found.has_value(), expected.has_value()) << "seed " << seed;
        if (!found)
            continue;
        ++found_some;
        EXPECT_EQ(found->cost, *expected) << "seed " << seed;
        expect_sound(world, *found, query);
    }
    EXPECT_GT(found_some, 200);
}

TEST(DisjointRoutes, AgreeWithBruteForceUnderALongestLength) {
    int found_some = 0;
    int without_room = 0;
    for (std::uint32_t seed = 0; seed < 1'000; ++seed) {
        const World world = random_world(seed + 9'000, 6, 10);
        const RouteNet net(world.graph, world.open, world.groups, all_touches(world));
        const std::vector<Walk> walks = every_walk(world, world.from[0]);
        const auto shortest = shortest_route(net, world.from[0], world.to);
        ASSERT_EQ(shortest.has_value(), !walks.empty());
        if (!shortest)
            continue;
        EXPECT_EQ(shortest->length, std::min_element(walks.begin(), walks.end(), [](const Walk& a, const Walk& b) {
                                        return a.length < b.length;
                                    })->length);
        const std::int64_t longest = 2 * shortest->length - 1 + static_cast<std::int64_t>(seed % 4) * 1'000;
        const RoutePairQuery query{.from = {world.from[0], world.from[0]},
                                   .to = world.to,
                                   .unavoidable = world.unavoidable,
                                   .longest_together = longest};
        const auto expected = brute_force(world, walks, walks, longest);
        const auto found = most_diverse_pair(net, query);
        ASSERT_EQ(found.has_value(), expected.has_value()) << "seed " << seed;
        ++(found ? found_some : without_room);
        if (found) {
            EXPECT_EQ(found->cost, *expected) << "seed " << seed;
            expect_sound(world, *found, query);
        }
    }
    EXPECT_GT(found_some, 200);
    EXPECT_GT(without_room, 20);
}

// A search that is cut off says so, and its bound is below what brute force finds.
TEST(DisjointRoutes, CutOffIsSaidWithABound) {
    int cut = 0;
    for (std::uint32_t seed = 0; seed < 600; ++seed) {
        const World world = random_world(seed, 7, 12);
        const RouteNet net(world.graph, world.open, world.groups, all_touches(world));
        const std::vector<Walk> walks = every_walk(world, world.from[0]);
        const auto expected = brute_force(world, walks, walks, {});
        const auto found = most_diverse_pair(net, {.from = {world.from[0], world.from[0]},
                                                   .to = world.to,
                                                   .unavoidable = world.unavoidable,
                                                   .most_branches = 1});
        if (!found)
            continue;
        EXPECT_LE(found->bound, *expected) << "seed " << seed;
        EXPECT_GE(found->cost, *expected) << "seed " << seed;
        EXPECT_EQ(found->proven, found->bound == found->cost) << "seed " << seed;
        cut += !found->proven;
    }
    EXPECT_GT(cut, 10);
}

// Both rooms hang on the middle of one run: along it, or round by its ends.
TEST(DisjointRoutes, RoomsMidwayOnOneRun) {
    RandomPathways pathways = random_pathways(3, 2, 0, 1);
    IdSource ids(77);
    Design& design = pathways.design;
    for (int i = 0; i < 2; ++i) {
        PathwayNode node = *design.find(pathways.nodes[static_cast<std::size_t>(i)]);
        node.place = {i * 10'000, 0};
        node.elevation = Millimetres(2'500);
        design.pathway_nodes.put(node);
    }
    for (const std::int32_t detour : {0, 5'000}) {
        PathwayRun run;
        run.id = ids.next<PathwayRun>();
        run.from = pathways.nodes[0];
        run.to = pathways.nodes[1];
        if (detour > 0)
            run.bends = {{0, detour}, {10'000, detour}};
        design.pathway_runs.put(run);
    }
    const PathwayGraph graph(design);
    const RunIndex straight = graph.runs()[0].geometry.length() == 10'000 ? RunIndex{0} : RunIndex{1};
    const std::vector<SpaceTouch> from{
        {.drop = 100, .node = {}, .midway = Attachment{.run = straight, .offset = 2'000, .place = {}}}};
    const std::vector<SpaceTouch> to{
        {.drop = 200, .node = {}, .midway = Attachment{.run = straight, .offset = 9'000, .place = {}}}};
    std::vector<SpaceTouch> ends = from;
    ends.insert(ends.end(), to.begin(), to.end());
    const FailureGroups none;
    const RouteNet net(graph, {}, none, ends);
    const auto pair = most_diverse_pair(net, {.from = {from, from}, .to = to});
    ASSERT_TRUE(pair);
    EXPECT_EQ(pair->cost.shared, 0);
    const std::int64_t round = 2'000 + 20'000 + 1'000;
    EXPECT_EQ(pair->cost.length, 7'000 + round + 2 * 300);
    EXPECT_EQ(std::min(pair->routes[0].along, pair->routes[1].along), 7'000);
    EXPECT_EQ(std::max(pair->routes[0].along, pair->routes[1].along), round);
}

} // namespace
} // namespace riser::test
