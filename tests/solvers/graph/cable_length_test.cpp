// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/cable_length.h"

#include "tests/solvers/graph/random_pathways.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

// 1F and 2F; A --10 m-- B --5 m-- C on 1F, C up to D on 2F (4 m), D --3 m-- E.
class CableLengthTest : public testing::Test {
  protected:
    CableLengthTest() {
        design.floors.put(floor(1, 0));
        design.floors.put(floor(2, 4'000));
        node(1, 1, {0, 0});
        node(2, 1, {10'000, 0});
        node(3, 1, {10'000, 5'000});
        node(4, 2, {10'000, 5'000});
        node(5, 2, {13'000, 5'000});
        run(1, 1, 2);
        run(2, 3, 2); // drawn against the cable's way
        run(3, 3, 4);
        run(4, 4, 5);
        cable.id = CableId{1};
        cable.entry_drop = Millimetres(700);
        cable.exit_drop = Millimetres(2'300);
        cable.slack_a = Millimetres(2'000);
        cable.slack_b = Millimetres(300);
    }
    static Floor floor(std::uint64_t id, std::int32_t elevation) {
        Floor row;
        row.id = FloorId{id};
        row.elevation = Millimetres(elevation);
        return row;
    }
    void node(std::uint64_t id, std::uint64_t on, Point place, std::int32_t elevation = 2'800) {
        PathwayNode row;
        row.id = PathwayNodeId{id};
        row.floor = FloorId{on};
        row.place = place;
        row.elevation = Millimetres(elevation);
        design.pathway_nodes.put(row);
    }
    void run(std::uint64_t id, std::uint64_t from, std::uint64_t to) {
        PathwayRun row;
        row.id = PathwayRunId{id};
        row.from = PathwayNodeId{from};
        row.to = PathwayNodeId{to};
        design.pathway_runs.put(row);
    }
    void route(std::initializer_list<std::uint64_t> runs, std::int32_t entry, std::int32_t exit) {
        cable.route.clear();
        for (const std::uint64_t id : runs)
            cable.route.push_back({.run = PathwayRunId{id}});
        cable.entry_offset = Millimetres(entry);
        cable.exit_offset = Millimetres(exit);
    }
    // Both faces must agree.
    Result<CableLength> measured() {
        const Result<CableLength> by_graph = measure(PathwayGraph(design), cable);
        const Result<CableLength> by_tables = measure(design, cable);
        EXPECT_EQ(by_graph.has_value(), by_tables.has_value());
        if (by_graph && by_tables) {
            EXPECT_EQ(*by_graph, *by_tables);
        }
        return by_graph;
    }
    void expect(std::int32_t tray, std::int32_t riser) {
        const Result<CableLength> length = measured();
        ASSERT_TRUE(length) << to_string(length.error(), Language::en);
        EXPECT_EQ(length->tray.value, tray);
        EXPECT_EQ(length->riser.value, riser);
        EXPECT_EQ(length->drop.value, 3'000);
        EXPECT_EQ(length->slack.value, 2'300);
        EXPECT_EQ(length->total().value, tray + riser + 5'300);
    }
    Design design;
    Cable cable;
};

TEST_F(CableLengthTest, wholeRunsAndPartOfTheEnds) {
    route({1, 2, 3, 4}, 4'000, 1'000);
    expect(6'000 + 5'000 + 1'000, 4'000);
}

TEST_F(CableLengthTest, againstTheDirectionOfTheRuns) {
    route({4, 3, 2, 1}, 2'500, 7'000);
    expect(2'500 + 5'000 + 3'000, 4'000);
}

TEST_F(CableLengthTest, lastRunEnteredAtItsFarEnd) {
    route({1, 2}, 0, 1'500); // enters run 2 at B, its `to`
    expect(10'000 + 3'500, 0);
}

TEST_F(CableLengthTest, oneRunCountsBetweenItsOffsets) {
    route({1}, 8'000, 1'500);
    expect(6'500, 0);
    route({3}, 1'000, 4'000);
    expect(0, 3'000);
}

TEST_F(CableLengthTest, shaftOnOneFloorAndTheRiseOfASlopingRunAreRiser) {
    node(6, 1, {16'000, 5'000}, 4'800); // 6 m away, 2 m higher than C
    run(5, 3, 6);
    route({5}, 0, 4'000); // half of 8 m: 3 m across, 1 m up
    expect(3'000, 1'000);
    PathwayRun shaft = *design.find(PathwayRunId{5});
    shaft.kind = PathwayKind::shaft;
    design.pathway_runs.put(shaft);
    expect(0, 4'000);
}

TEST_F(CableLengthTest, bendsCount) {
    PathwayRun bent = *design.find(PathwayRunId{1});
    bent.bends = {{0, 2'000}, {10'000, 2'000}};
    design.pathway_runs.put(bent);
    route({1}, 0, 14'000);
    expect(14'000, 0);
}

TEST_F(CableLengthTest, parallelRunsTakeTheShorterWay) {
    run(6, 1, 2); // beside run 1
    route({1, 6}, 1'000, 2'000);
    expect(1'000 + 2'000, 0); // round A, not round B
    route({1, 6}, 9'000, 8'000);
    expect(1'000 + 2'000, 0);       // round B
    route({2, 1, 6}, 4'000, 9'000); // C..B (1 m), all of 1 to A, then 9 m of 6
    expect(1'000 + 10'000 + 9'000, 0);
}

TEST_F(CableLengthTest, dropsAloneMeasureACableWithoutRoute) {
    route({}, 0, 0);
    expect(0, 0);
    cable.entry_drop = cable.exit_drop = Millimetres(0);
    EXPECT_FALSE(measured());
}

TEST_F(CableLengthTest, brokenRoutesSayWhere) {
    route({1, 3}, 0, 0);
    const auto gap = measured();
    ASSERT_FALSE(gap);
    EXPECT_NE(gap.error().message.en.find(to_string(PathwayRunId{3})), std::string::npos);
    route({1, 2, 1}, 0, 0); // comes back: run 2 leaves by C, run 1 does not end there
    EXPECT_FALSE(measured());
    route({1, 99}, 0, 0);
    const auto missing = measured();
    ASSERT_FALSE(missing);
    EXPECT_NE(missing.error().message.en.find(to_string(PathwayRunId{99})), std::string::npos);
    route({1}, 0, 10'001);
    EXPECT_FALSE(measured());
    route({1}, -1, 0);
    EXPECT_FALSE(measured());
}

TEST_F(CableLengthTest, danglingEndsAreLeftOut) {
    run(7, 1, 77);
    node(8, 9, {0, 0}); // a floor that is not there
    run(8, 1, 8);
    run(9, 1, 1);
    const PathwayGraph graph(design);
    EXPECT_EQ(graph.runs().size(), 4u);
    EXPECT_EQ(graph.left_out().size(), 4u);
    for (const std::uint64_t id : {7u, 8u, 9u}) {
        route({id}, 0, 0);
        EXPECT_FALSE(measured()) << id;
    }
}

// A random walk along runs, summed step by step, is what measure() says.
TEST(CableLength, equalsTheSumAlongRandomWalks) {
    int measured = 0;
    for (std::uint32_t seed = 0; seed < 1'000; ++seed) {
        test::RandomPathways p = test::random_pathways(seed, 6, 9);
        const PathwayGraph graph(p.design);
        std::mt19937 engine(seed);
        if (graph.runs().empty())
            continue;
        Cable cable;
        cable.id = CableId{1};
        auto run = static_cast<RunIndex>(engine() % graph.runs().size());
        NodeIndex exit = engine() % 2 ? graph[run].from : graph[run].to;
        const auto offset = [&](RunIndex r) {
            return static_cast<std::int64_t>(engine() % static_cast<std::uint64_t>(graph[r].geometry.length() + 1));
        };
        std::int64_t sum = 0;
        const auto entry = offset(run);
        cable.entry_offset = Millimetres(static_cast<std::int32_t>(entry));
        cable.route.push_back({.run = graph[run].id});
        sum += exit == graph[run].to ? graph[run].geometry.length() - entry : entry;
        const unsigned steps = 1 + engine() % 4;
        bool doubled = false; // two runs that join at both ends may be shorter the other way
        for (unsigned i = 1; i <= steps; ++i) {
            const auto arcs = graph.arcs(exit);
            const PathwayGraph::Arc arc = arcs[engine() % arcs.size()];
            if (arc.run == run)
                break;
            doubled |= (graph[arc.run].from == graph[run].from && graph[arc.run].to == graph[run].to) ||
                       (graph[arc.run].from == graph[run].to && graph[arc.run].to == graph[run].from);
            cable.route.push_back({.run = graph[arc.run].id});
            if (i == steps) {
                const std::int64_t out = offset(arc.run);
                cable.exit_offset = Millimetres(static_cast<std::int32_t>(out));
                sum += graph[arc.run].from == exit ? out : graph[arc.run].geometry.length() - out;
            } else {
                sum += graph[arc.run].geometry.length();
            }
            exit = arc.to;
            run = arc.run;
        }
        if (doubled || cable.route.size() != steps + 1)
            continue;
        cable.slack_a = Millimetres(1);
        const Result<CableLength> length = measure(p.design, cable);
        ASSERT_TRUE(length) << seed;
        EXPECT_EQ(length->total().value, sum + 1) << seed;
        EXPECT_EQ(measure(graph, cable)->total(), length->total());
        ++measured;
    }
    EXPECT_GT(measured, 100);
}

} // namespace
} // namespace riser
