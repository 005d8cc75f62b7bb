// SPDX-License-Identifier: GPL-3.0-or-later
// Laid networks priced again here from the problem alone, and compared with the best of all choices of edges.
#include "solvers/graph/laid_network.h"

#include "tests/solvers/graph/random_steiner.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

using test::draw;

constexpr std::int64_t unreached = INT64_MAX / 4;

// Shortest lengths between all vertices over those edges.
std::vector<std::vector<std::int64_t>> lengths(const LayingProblem& problem, std::uint32_t edges) {
    std::vector<std::vector<std::int64_t>> out(problem.vertices,
                                               std::vector<std::int64_t>(problem.vertices, unreached));
    for (std::uint32_t v = 0; v < problem.vertices; ++v)
        out[v][v] = 0;
    for (std::size_t e = 0; e < problem.edges.size(); ++e)
        if (const LayingEdge& edge = problem.edges[e]; edges >> e & 1)
            out[edge.a][edge.b] = out[edge.b][edge.a] = std::min(out[edge.a][edge.b], edge.length);
    for (std::uint32_t k = 0; k < problem.vertices; ++k)
        for (std::uint32_t i = 0; i < problem.vertices; ++i)
            for (std::uint32_t j = 0; j < problem.vertices; ++j)
                out[i][j] = std::min(out[i][j], out[i][k] + out[k][j]);
    return out;
}

std::int64_t from_source(const LayingProblem& problem, const std::vector<std::vector<std::int64_t>>& length,
                         std::uint32_t vertex) {
    std::int64_t out = unreached;
    for (const std::uint32_t source : problem.sources)
        out = std::min(out, length[source][vertex]);
    return out;
}

std::set<std::uint32_t> to_be_joined(const LayingProblem& problem) {
    std::set<std::uint32_t> out(problem.sources.begin(), problem.sources.end());
    out.insert(problem.joined_twice.begin(), problem.joined_twice.end());
    for (const LayingDemand& demand : problem.demands)
        out.insert(demand.vertex);
    for (const LayingEdge& edge : problem.edges)
        if (edge.laid == LayingEdge::Laid::always)
            out.insert({edge.a, edge.b});
    return out;
}

// With any one edge gone, what is joined twice stays joined unless it would be apart even with all others laid.
bool joined_twice(const LayingProblem& problem, std::uint32_t edges) {
    const std::uint32_t all = (1u << problem.edges.size()) - 1;
    for (std::size_t e = 0; e < problem.edges.size(); ++e) {
        if (!(edges >> e & 1))
            continue;
        const auto less = lengths(problem, edges & ~(1u << e));
        const auto most = lengths(problem, all & ~(1u << e));
        bool apart = false, must_be = false;
        for (const std::uint32_t a : problem.joined_twice)
            for (const std::uint32_t b : problem.joined_twice) {
                apart |= less[a][b] >= unreached && lengths(problem, edges)[a][b] < unreached;
                must_be |= most[a][b] >= unreached && lengths(problem, all)[a][b] < unreached;
            }
        if (apart && !must_be)
            return false;
    }
    return true;
}

struct Price {
    std::int64_t laying = 0;
    std::int64_t ways = 0;
};

// Nothing when the choice will not do.
std::optional<Price> price(const LayingProblem& problem, std::uint32_t edges) {
    const std::uint32_t all = (1u << problem.edges.size()) - 1;
    const auto length = lengths(problem, edges);
    const auto shortest = lengths(problem, all);
    for (const std::uint32_t a : to_be_joined(problem))
        for (const std::uint32_t b : to_be_joined(problem))
            if (length[a][b] >= unreached && shortest[a][b] < unreached)
                return std::nullopt;
    Price out;
    std::map<std::uint32_t, std::set<std::int32_t>> axes;
    for (std::size_t e = 0; e < problem.edges.size(); ++e) {
        const LayingEdge& edge = problem.edges[e];
        if (!(edges >> e & 1)) {
            if (edge.laid == LayingEdge::Laid::always)
                return std::nullopt;
            continue;
        }
        out.laying += edge.cost;
        axes[edge.a].insert(edge.axis_a);
        axes[edge.b].insert(edge.axis_b);
    }
    for (const auto& [vertex, directions] : axes)
        out.laying += problem.turn * (static_cast<std::int64_t>(directions.size()) - 1);
    for (const LayingDemand& demand : problem.demands) {
        const std::int64_t way = from_source(problem, length, demand.vertex);
        if (way < unreached && way > std::max(problem.longest_way, from_source(problem, shortest, demand.vertex)))
            return std::nullopt;
        if (way < unreached)
            out.ways += demand.weight * way;
    }
    return joined_twice(problem, edges) ? std::optional(out) : std::nullopt;
}

LayingProblem small_problem(std::uint32_t seed) {
    std::mt19937 engine(seed);
    LayingProblem out{
        .vertices = 2 + draw(engine, 6), .edges = {}, .sources = {}, .demands = {}, .turn = draw(engine, 4)};
    const auto vertex = [&] { return draw(engine, out.vertices); };
    for (std::uint32_t i = 1 + draw(engine, 10); i > 0; --i) {
        const std::int64_t length = draw(engine, 12);
        out.edges.push_back({.a = vertex(),
                             .b = vertex(),
                             .cost = length + draw(engine, 3),
                             .length = length,
                             .axis_a = static_cast<std::int32_t>(draw(engine, 2)),
                             .axis_b = static_cast<std::int32_t>(draw(engine, 2)),
                             .laid = draw(engine, 8) == 0 ? LayingEdge::Laid::always : LayingEdge::Laid::if_worth});
        if (out.edges.back().a == out.edges.back().b)
            out.edges.back().axis_b = out.edges.back().axis_a;
    }
    for (std::uint32_t i = draw(engine, 3); i > 0; --i)
        out.sources.push_back(vertex());
    for (std::uint32_t i = draw(engine, 5); i > 0; --i)
        out.demands.push_back({.vertex = vertex(), .weight = draw(engine, 3)});
    if (draw(engine, 3) == 0)
        out.longest_way = draw(engine, 20);
    for (std::uint32_t i = draw(engine, 3) == 0 ? 2 : 0; i > 0; --i)
        out.joined_twice.push_back(vertex());
    return out;
}

TEST(LaidNetwork, liesBetweenItsBoundAndTheBestOfAllChoices) {
    int best_found = 0, tried = 0, loops = 0;
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        const LayingProblem problem = small_problem(seed);
        std::int64_t best = unreached;
        for (std::uint32_t edges = 0; edges < 1u << problem.edges.size(); ++edges)
            if (const auto priced = price(problem, edges))
                best = std::min(best, priced->laying + priced->ways);
        const Result<LaidNetwork> laid = laid_network(problem);
        ASSERT_TRUE(laid) << seed;
        std::uint32_t chosen = 0;
        for (const std::uint32_t edge : laid->edges)
            chosen |= 1u << edge;
        const auto priced = price(problem, chosen);
        ASSERT_TRUE(priced) << seed << ": what is laid breaks a condition";
        EXPECT_EQ(laid->laying, priced->laying) << seed;
        EXPECT_EQ(laid->ways, priced->ways) << seed;
        EXPECT_LE(laid->bound, best) << seed;
        EXPECT_GE(laid->cost(), best) << seed;
        best_found += laid->cost() == best;
        loops += problem.edges.size() > problem.vertices;
        ++tried;
    }
    EXPECT_GE(best_found * 100, tried * 97) << best_found << " of " << tried;
    EXPECT_GT(loops, 50) << "the problems must leave something to choose";
}

// A ring of four sides of 100 with a source in one corner and demands in the others; its corners turn.
LayingProblem ring(std::int64_t weight) {
    LayingProblem out{.vertices = 4, .edges = {}, .sources = {0}, .demands = {}, .turn = 10};
    for (std::uint32_t v = 0; v < 4; ++v)
        out.edges.push_back({.a = v, .b = (v + 1) % 4, .cost = 100, .length = 100, .axis_a = 0, .axis_b = 1});
    for (std::uint32_t v = 1; v < 4; ++v)
        out.demands.push_back({.vertex = v, .weight = weight});
    return out;
}

TEST(LaidNetwork, laysMoreWhereTheWaysPayForIt) {
    // To 1 and 2 each on its own, or to 2 by way of 1.
    LayingProblem problem{.vertices = 3,
                          .edges = {{.a = 0, .b = 1, .cost = 100, .length = 100},
                                    {.a = 0, .b = 2, .cost = 100, .length = 100},
                                    {.a = 1, .b = 2, .cost = 10, .length = 10}},
                          .sources = {0},
                          .demands = {{.vertex = 1, .weight = 1}, {.vertex = 2, .weight = 8}}};
    LaidNetwork laid = *laid_network(problem);
    EXPECT_EQ(laid.edges, (std::vector<std::uint32_t>{1, 2})) << "the many go straight, the one round";
    EXPECT_EQ(laid.cost(), 110 + 110 + 800);
    problem.demands[0].weight = 10; // round costs 100, straight 90 more of trays
    laid = *laid_network(problem);
    EXPECT_EQ(laid.edges, (std::vector<std::uint32_t>{0, 2}));
    problem.demands[1].weight = problem.demands[0].weight = 12;
    laid = *laid_network(problem);
    EXPECT_EQ(laid.edges, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(laid.laying, 200);
    EXPECT_EQ(laid.ways, 2'400);
    EXPECT_EQ(laid.bound, 110 + 2'400);
}

TEST(LaidNetwork, keepsWaysWithinTheLongest) {
    LayingProblem problem = ring(0);
    problem.edges[3].cost = 1'000; // from the source to vertex 3 directly
    EXPECT_EQ(laid_network(problem)->edges, (std::vector<std::uint32_t>{0, 1, 2}));
    problem.longest_way = 250;
    const LaidNetwork laid = *laid_network(problem);
    EXPECT_TRUE(std::find(laid.edges.begin(), laid.edges.end(), 3u) != laid.edges.end());
    EXPECT_EQ(laid.edges.size(), 3u);
}

TEST(LaidNetwork, keepsTwoWaysWhereTheyAreAskedForAndThere) {
    LayingProblem problem = ring(0);
    problem.vertices = 5;
    problem.edges.push_back({.a = 2, .b = 4, .cost = 50, .length = 50, .axis_a = 0, .axis_b = 0}); // a spur
    problem.joined_twice = {0, 4};
    EXPECT_EQ(laid_network(problem)->edges.size(), 5u);
    problem.joined_twice = {0};
    EXPECT_EQ(laid_network(problem)->edges.size(), 3u);
}

TEST(LaidNetwork, takesTheStraighterOfTwoWays) {
    // From 0 to 3 by 1 (straight) or by 2 (a turn), each 20 long.
    LayingProblem problem{.vertices = 4,
                          .edges = {{.a = 0, .b = 2, .cost = 10, .length = 10},
                                    {.a = 2, .b = 3, .cost = 10, .length = 10, .axis_a = 1},
                                    {.a = 0, .b = 1, .cost = 10, .length = 10},
                                    {.a = 1, .b = 3, .cost = 10, .length = 10}},
                          .sources = {0},
                          .demands = {{.vertex = 3, .weight = 1}},
                          .turn = 3};
    const LaidNetwork laid = *laid_network(problem);
    EXPECT_EQ(laid.edges, (std::vector<std::uint32_t>{2, 3}));
    EXPECT_EQ(laid.cost(), 40);
    EXPECT_EQ(laid.bound, 40);
}

TEST(LaidNetwork, refusesWhatIsNoProblem) {
    LayingProblem problem = ring(1);
    problem.sources.push_back(4);
    EXPECT_EQ(laid_network(problem).error().code, ErrorCode::bad_input);
    problem = ring(-1);
    EXPECT_EQ(laid_network(problem).error().code, ErrorCode::bad_input);
    problem = ring(1);
    problem.edges[2].cost = -1;
    EXPECT_EQ(laid_network(problem).error().code, ErrorCode::bad_input);
    problem = ring(1);
    problem.joined_twice = {9};
    EXPECT_EQ(laid_network(problem).error().code, ErrorCode::bad_input);
    EXPECT_TRUE(laid_network({})->edges.empty());
}

} // namespace
} // namespace riser
