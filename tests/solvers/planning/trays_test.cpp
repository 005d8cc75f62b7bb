// SPDX-License-Identifier: GPL-3.0-or-later
// Where trays run: along corridors and through the car park, never through a void that no door leads into.
#include "tests/solvers/planning/planned.h"

namespace riser {
namespace {

using test::BuildingBuilder;
using test::perform;

// Metres of tray on the floor whose middle lies in the room.
double tray_inside(const Design& design, RoomId room) {
    const Polygon& outline = design.find(room)->outline;
    double sum = 0;
    for (const PathwayRun& run : design.pathway_runs) {
        if (run.kind != PathwayKind::tray)
            continue;
        Polyline line{design.find(run.from)->place};
        line.insert(line.end(), run.bends.begin(), run.bends.end());
        line.push_back(design.find(run.to)->place);
        for (std::size_t i = 1; i < line.size(); ++i)
            if (contains(outline, {(line[i - 1].x + line[i].x) / 2, (line[i - 1].y + line[i].y) / 2}))
                sum += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y) / 1000;
    }
    return sum;
}

// A corridor c with a telecom room t, a car park p below it.
BuildingBuilder basement(RoomUse below) {
    BuildingBuilder builder;
    const PlaneId plane = builder.with_plane("S");
    const PointKindId camera = builder.with_kind("IPC");
    builder.with_catalogue();
    std::vector<std::string> rows{"tttaaaaaaaaaaaaaaaaaaaaa", "tttaaaaaaaaaaaaaaaaaaaaa", "tttaaaaaaaaaaaaaaaaaaaaa",
                                  "cccccccccccccccccccccccc", "cccccccccccccccccccccccc"};
    for (int row = 0; row < 12; ++row)
        rows.emplace_back("pppppppppppppppppppppppp");
    builder.with_floor("B1", rows,
                       {{'t', {.use = RoomUse::telecom_room, .number = ""}},
                        {'a', {.use = RoomUse::storage, .number = "B101"}},
                        {'c', {.use = RoomUse::corridor, .number = ""}},
                        {'p', {.use = below, .number = ""}}});
    builder.with_door('t', 'c');
    builder.with_door('a', 'c');
    builder.with_rule(below, plane, camera, 8, PointBasis::room, OutletMounting::ceiling);
    return builder;
}

TEST(Trays, runThroughTheCarPark) {
    BuildingBuilder builder = basement(RoomUse::parking);
    builder.with_door('p', 'c');
    perform(builder.design);
    EXPECT_GT(tray_inside(builder.design, builder.room('p')), 10);
    EXPECT_EQ(builder.design.cables.size(), builder.design.jacks.size());
    EXPECT_EQ(builder.design.jacks.size(), 8u);
}

TEST(Trays, runThroughAHallButNotASmallRoomOfOtherUse) {
    BuildingBuilder small = basement(RoomUse::other); // 288 m2
    small.with_door('p', 'c');
    perform(small.design);
    EXPECT_EQ(tray_inside(small.design, small.room('p')), 0);
    Room hall = *small.design.find(small.room('p'));
    const std::int32_t south = bounds(hall.outline)->low.y;
    for (Point& p : hall.outline.outer)
        if (p.y == south)
            p.y -= 1'000; // 312 m2
    small.design.rooms.put(hall);
    perform(small.design);
    EXPECT_GT(tray_inside(small.design, small.room('p')), 10);
}

TEST(Trays, keepOutOfAVoidAndItsPointsAreFedFromBesideIt) {
    BuildingBuilder builder = basement(RoomUse::atrium); // no door: open to the floor below
    perform(builder.design);
    EXPECT_EQ(tray_inside(builder.design, builder.room('p')), 0);
    EXPECT_EQ(builder.design.jacks.size(), 8u);
    EXPECT_EQ(builder.design.cables.size(), builder.design.jacks.size());
}

// A corridor c all round a core x; a telecom room t and offices a, b, d on the north side, one more, e, in the
// south-east when it has people.
BuildingBuilder ring(std::int32_t in_the_south) {
    BuildingBuilder builder;
    builder.with_catalogue();
    const PlaneId plane = builder.with_plane("S");
    const PointKindId data = builder.with_kind("D");
    std::vector<std::string> rows(4, "ttttaaaaaaaabbbbbbbbdddddddd");
    rows.insert(rows.end(), 2, "cccccccccccccccccccccccccccc");
    rows.insert(rows.end(), 10, "ccxxxxxxxxxxxxxxxxxxxxxxxxcc");
    rows.insert(rows.end(), 2, "cccccccccccccccccccccccccccc");
    rows.insert(rows.end(), 4, "ssssssssssssssssssssssssssee");
    builder.with_floor("1F", rows,
                       {{'t', {.use = RoomUse::telecom_room, .number = ""}},
                        {'a', {.use = RoomUse::office, .number = "101"}},
                        {'b', {.use = RoomUse::office, .number = "102"}},
                        {'d', {.use = RoomUse::office, .number = "103"}},
                        {'e', {.use = RoomUse::office, .number = "104"}},
                        {'x', {.use = RoomUse::storage, .number = ""}},
                        {'s', {.use = RoomUse::storage, .number = ""}},
                        {'c', {.use = RoomUse::corridor, .number = ""}}});
    for (const char room : {'t', 'a', 'b', 'd', 'x', 's', 'e'})
        builder.with_door(room, 'c');
    builder.with_rule(RoomUse::office, plane, data, 2);
    if (in_the_south == 0) {
        Room south = *builder.design.find(builder.room('e'));
        south.use = RoomUse::storage;
        builder.design.rooms.put(south);
    }
    return builder;
}

TEST(Trays, runOnlyWhereTheyAreNeeded) {
    BuildingBuilder builder = ring(0);
    BuildingBuilder everywhere = ring(0);
    PlanningOptions options;
    options.pathways.layout = TrayLayout::every_corridor;
    perform(everywhere.design, {}, options);
    const std::vector<StepReport> reports = perform(builder.design);
    EXPECT_GT(tray_inside(everywhere.design, everywhere.room('c')), 70);
    EXPECT_LT(tray_inside(builder.design, builder.room('c')), 26)
        << "from the telecom room to the last door, no further";
    EXPECT_GT(tray_inside(builder.design, builder.room('c')), 14);
    EXPECT_EQ(builder.design.cables.size(), builder.design.jacks.size());
    EXPECT_EQ(builder.design.jacks.size(), 6u);
    for (const StepReport& report : reports)
        if (report.step == "pathways") {
            ASSERT_EQ(report.objectives.size(), 1u);
            EXPECT_EQ(report.objectives[0].value, report.objectives[0].bound) << "there is one way to each room";
        }
}

TEST(Trays, goOneWayRoundToARoomThatHasTwo) {
    BuildingBuilder builder = ring(4);
    perform(builder.design);
    const double tray = tray_inside(builder.design, builder.room('c'));
    EXPECT_LT(tray, 45) << "down the east side, past the last office: neither the west nor the south side";
    EXPECT_GT(tray, 30);
    EXPECT_EQ(builder.design.cables.size(), 8u);
}

TEST(Trays, goBothWaysRoundBetweenSpacesThatNeedRoutesApart) {
    BuildingBuilder builder = ring(4);
    Room south = *builder.design.find(builder.room('e'));
    south.use = RoomUse::telecom_room;
    builder.design.rooms.put(south);
    BuildingBuilder apart = builder;
    RequirementClass asked;
    asked.id = apart.ids.next<RequirementClass>();
    asked.subject = AnyId(apart.design.planes.begin()->id);
    asked.redundancy = RedundancyClass::diverse_route;
    apart.design.requirement_classes.put(asked);
    perform(builder.design);
    perform(apart.design);
    EXPECT_LT(tray_inside(builder.design, builder.room('c')), 45);
    EXPECT_GT(tray_inside(apart.design, apart.room('c')), 70);
}

TEST(Trays, reachEveryPointInACorridorFromTheNearestLine) {
    BuildingBuilder builder = ring(0);
    Outlet camera;
    camera.id = builder.ids.next<Outlet>();
    camera.floor = builder.floor();
    camera.room = builder.room('c');
    const Box box = *bounds(builder.design.find(builder.room('c'))->outline);
    camera.place = {box.low.x + 600, box.low.y + 6'000}; // in the west corridor
    camera.mounting = OutletMounting::ceiling;
    builder.design.outlets.put(camera);
    Jack jack;
    jack.id = builder.ids.next<Jack>();
    jack.outlet = camera.id;
    jack.plane = builder.design.planes.begin()->id;
    builder.design.jacks.put(jack);
    perform(builder.design, {"spaces", "pathways", "cables"});
    ASSERT_EQ(builder.design.cables.size(), 1u);
    const Cable& cable = *builder.design.cables.begin();
    EXPECT_LT(cable.exit_drop.value, 5'000) << "a drop down, not across the floor";
    EXPECT_LT(tray_inside(builder.design, builder.room('c')), 35);
}

} // namespace
} // namespace riser
