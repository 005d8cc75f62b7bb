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

} // namespace
} // namespace riser
