// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/pathway_edits.h"
#include "solvers/graph/cable_length.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

// Two trays end to end, the first with a bend and a rise; cables along them both ways.
struct Case {
    test::BuildingBuilder house;
    IdSource ids{11};
    FloorId floor;
    PathwayNodeId a, b, d;
    PathwayRunId tray, next;

    template<class Row> Id<Row> put(Row row) {
        row.id = ids.next<Row>();
        const Id<Row> id = row.id;
        house.design.table<Row>().put(std::move(row));
        return id;
    }
    PathwayNodeId node(Point place, std::int32_t elevation) {
        PathwayNode row;
        row.floor = floor;
        row.place = place;
        row.elevation = Millimetres(elevation);
        return put(row);
    }
    Case() {
        floor = house.with_floor("1F", {"AAAAABBBBB", "AAAAABBBBB", "CCCCCCCCCC"});
        a = node({0, 0}, 3'000);
        b = node({6'000, 4'000}, 2'500);
        d = node({9'000, 4'000}, 2'500);
        PathwayRun run;
        run.from = a;
        run.to = b;
        run.bends = {{6'000, 0}};
        run.width = Millimetres(200);
        run.height = Millimetres(100);
        run.label = "T-01";
        tray = put(run);
        run.from = b;
        run.to = d;
        run.bends = {};
        run.label = "T-02";
        next = put(run);
    }
    CableId cable(std::vector<PathwayRunId> way, std::int32_t entry, std::int32_t exit) {
        Cable row;
        for (const PathwayRunId run : way)
            row.route.push_back({run, 0});
        row.entry_offset = Millimetres(entry);
        row.exit_offset = Millimetres(exit);
        return put(row);
    }
    Edit edit() { return Edit(house.design, {}, ids); }
};

std::int32_t length_of(const Design& design, CableId cable) {
    const PathwayTables tables{design.floors, design.pathway_nodes, design.pathway_runs};
    const auto length = measure(tables, *design.find(cable));
    EXPECT_TRUE(length) << (length ? "" : to_string(length.error(), Language::en));
    return length ? length->total().value : -1;
}

TEST(SplitRun, CablesKeepTheirWayAndTheirLength) {
    Case c;
    const std::vector<CableId> cables{c.cable({c.tray}, 500, 9'000),         c.cable({c.tray}, 9'000, 500),
                                      c.cable({c.tray}, 200, 900),           c.cable({c.tray}, 8'000, 10'000),
                                      c.cable({c.tray, c.next}, 100, 2'000), c.cable({c.tray, c.next}, 8'000, 10),
                                      c.cable({c.next, c.tray}, 2'000, 400), c.cable({c.next, c.tray}, 2'000, 9'500)};
    const Design before = c.house.design;
    for (const Point place : {Point{2'000, 100}, Point{6'000, 0}, Point{6'000, 3'000}}) {
        Edit edit = c.edit();
        const auto node = split_run(edit, c.tray, place);
        ASSERT_TRUE(node);
        const Design& after = edit.design();
        EXPECT_EQ(after.pathway_runs.size(), 3U);
        EXPECT_EQ(after.find(c.tray)->to, *node);
        EXPECT_EQ(after.find(c.tray)->from, c.a);
        for (const CableId cable : cables)
            EXPECT_NEAR(length_of(after, cable), length_of(before, cable), 1) << to_string(cable) << " at " << place.x;
        std::size_t steps = 0;
        for (const CableId cable : cables)
            steps += after.find(cable)->route.size();
        EXPECT_GT(steps, 12U) << "the ones that pass the node have a step more";
    }
}

TEST(SplitRun, TheNodeLiesOnTheRunAtItsHeight) {
    Case c;
    Edit edit = c.edit();
    const auto node = split_run(edit, c.tray, {5'000, 120});
    ASSERT_TRUE(node);
    EXPECT_EQ(edit.design().find(*node)->place, (Point{5'000, 0}));
    EXPECT_EQ(edit.design().find(*node)->elevation, Millimetres(2'750)) << "half the way, half the fall";
    std::vector<std::string> labels;
    for (const PathwayRun& run : edit.design().pathway_runs)
        labels.push_back(run.label);
    std::sort(labels.begin(), labels.end());
    EXPECT_EQ(labels, (std::vector<std::string>{"T-01", "T-02", "T-03"}));
}

TEST(SplitRun, AnEndIsNoPlaceToDivideIt) {
    Case c;
    Edit edit = c.edit();
    EXPECT_EQ(split_run(edit, c.tray, {-500, 0}).error().code, ErrorCode::refused);
    EXPECT_EQ(split_run(edit, PathwayRunId{4}, {0, 0}).error().code, ErrorCode::not_found);
    EXPECT_EQ(edit.design(), c.house.design);
}

TEST(AddPathway, JoinsWhatIsThere) {
    Case c;
    Edit edit = c.edit();
    // From the end of the second tray over a new node into the middle of the first.
    const auto runs = add_pathway(edit, c.floor, {{9'005, 4'000}, {9'000, 1'000}, {6'000, 1'000}}, {});
    ASSERT_TRUE(runs);
    ASSERT_EQ(runs->size(), 2U);
    EXPECT_EQ(edit.design().find(runs->front())->from, c.d);
    EXPECT_EQ(edit.design().pathway_nodes.size(), 5U) << "one new, one that divides";
    EXPECT_EQ(edit.design().pathway_runs.size(), 5U);
    EXPECT_EQ(edit.design().find(runs->back())->to, edit.design().find(c.tray)->to);
}

TEST(AddPathway, EndsInATelecomSpaceEnterIt) {
    Case c;
    Space space;
    space.room = c.house.room('B');
    const SpaceId id = c.put(space);
    Edit edit = c.edit();
    const auto runs = add_pathway(edit, c.floor, {{500, 2'000}, {7'000, 2'000}}, {.elevation = Millimetres(2'600)});
    ASSERT_TRUE(runs);
    const PathwayRun& run = *edit.design().find(runs->front());
    EXPECT_FALSE(edit.design().find(run.from)->space);
    EXPECT_EQ(edit.design().find(run.to)->space, id);
    EXPECT_EQ(edit.design().find(run.to)->elevation, Millimetres(2'600));
}

TEST(AddPathway, SaysWhatIsWrong) {
    Case c;
    Edit edit = c.edit();
    EXPECT_EQ(add_pathway(edit, c.floor, {{0, 500}}, {}).error().code, ErrorCode::bad_input);
    EXPECT_EQ(add_pathway(edit, c.floor, {{0, 500}, {5, 500}}, {}).error().code, ErrorCode::bad_input);
    EXPECT_EQ(add_pathway(edit, c.floor, {{0, 500}, {900, 500}}, {.width = Millimetres(0)}).error().code,
              ErrorCode::bad_input);
    EXPECT_EQ(add_pathway(edit, c.floor, {{6'000, 4'000}, {9'000, 4'000}}, {}).error().code, ErrorCode::conflict);
    EXPECT_TRUE(add_pathway(edit, c.floor, {{6'000, 4'000}, {9'000, 4'000}}, {.kind = PathwayKind::conduit}))
        << "a conduit beside the tray";
    EXPECT_EQ(add_pathway(edit, FloorId{4}, {{0, 0}, {900, 0}}, {}).error().code, ErrorCode::not_found);
}

} // namespace
} // namespace riser
