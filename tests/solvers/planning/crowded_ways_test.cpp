// SPDX-License-Identifier: GPL-3.0-or-later
// Drawn trays with room for some of the cables only: who goes the long way, and what is said when nobody can.
//
//      FD ======= short, 50 x 50 ======= J ------- along the office, outlets at every 100 mm
//       \======== long, 300 x 100 ======/
#include "solvers/planning/plan_cables.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

constexpr std::int32_t office_jacks = 30;

struct TwoTrays {
    Design design;
    PathwayRunId near_run{11}, far_run{12}, along{13};
};

TwoTrays two_trays(bool with_long_way) {
    TwoTrays out;
    Design& d = out.design;
    Floor floor;
    floor.id = FloorId{1};
    floor.label = "1F";
    d.floors.put(floor);
    Room fd;
    fd.id = RoomId{1};
    fd.floor = FloorId{1};
    Room office = fd;
    office.id = RoomId{2};
    office.outline.outer = {{9'000, -3'000}, {20'000, -3'000}, {20'000, 3'000}, {9'000, 3'000}};
    d.rooms.put(fd);
    d.rooms.put(office);
    Space space;
    space.id = SpaceId{1};
    space.room = fd.id;
    space.role = SpaceRole::floor_distributor;
    space.label = "1F-E1";
    d.spaces.put(space);
    const auto node = [&](std::uint64_t id, Point place) {
        PathwayNode row;
        row.id = PathwayNodeId{id};
        row.floor = FloorId{1};
        row.place = place;
        row.elevation = Millimetres(2'800);
        if (id == 1)
            row.space = space.id;
        d.pathway_nodes.put(row);
    };
    node(1, {0, 0});
    node(2, {10'000, 0});
    node(3, {19'000, 0});
    const auto run = [&](PathwayRunId id, std::uint64_t from, std::uint64_t to, std::int32_t width, std::int32_t height,
                         Polyline bends) {
        PathwayRun row;
        row.id = id;
        row.from = PathwayNodeId{from};
        row.to = PathwayNodeId{to};
        row.width = Millimetres(width);
        row.height = Millimetres(height);
        row.bends = std::move(bends);
        d.pathway_runs.put(row);
    };
    run(out.near_run, 1, 2, 50, 50, {});
    if (with_long_way)
        run(out.far_run, 1, 2, 300, 100, {{0, 4'000}, {10'000, 4'000}});
    run(out.along, 2, 3, 300, 100, {});
    PointKind kind;
    kind.id = PointKindId{1};
    kind.code = "TD";
    d.point_kinds.put(kind);
    CableType type;
    type.id = CableTypeId{1};
    type.diameter_um = 7'500;
    d.cable_types.put(type);
    for (std::int32_t i = 0; i < office_jacks; ++i) {
        Outlet outlet;
        outlet.id = OutletId{static_cast<std::uint64_t>(100 + i)};
        outlet.floor = FloorId{1};
        outlet.room = office.id;
        outlet.place = {11'000 + 100 * i, 0};
        d.outlets.put(outlet);
        Jack jack;
        jack.id = JackId{static_cast<std::uint64_t>(100 + i)};
        jack.outlet = outlet.id;
        jack.kind = kind.id;
        jack.label = "J" + std::to_string(100 + i);
        d.jacks.put(jack);
    }
    return out;
}

std::int32_t cables_through(const Design& design, PathwayRunId run) {
    std::int32_t out = 0;
    for (const Cable& cable : design.cables)
        out +=
            std::any_of(cable.route.begin(), cable.route.end(), [&](const RouteStep& step) { return step.run == run; })
                ? 1
                : 0;
    return out;
}

bool says(const CablePlan& plan, std::string_view words) {
    return std::any_of(plan.reasons.begin(), plan.reasons.end(),
                       [&](const Reason& reason) { return reason.sentence.en.find(words) != std::string::npos; });
}

TEST(CrowdedWays, CablesBeyondTheLimitTakeTheOtherTray) {
    const TwoTrays building = two_trays(true);
    const Result<CablePlan> plan = plan_cables(building.design);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->cables, office_jacks);
    // 40 % of 50 x 50 mm hold 22 cables of 7.5 mm (44.18 mm2 each).
    EXPECT_EQ(cables_through(plan->change.after, building.near_run), 22);
    EXPECT_EQ(cables_through(plan->change.after, building.far_run), office_jacks - 22);
    EXPECT_EQ(plan->overfull, 0);
    EXPECT_TRUE(says(*plan, "8 cables in all go another way, 64 m longer together"));
    EXPECT_LE(plan->bound_mm, plan->total_mm);
    EXPECT_GT(plan->bound_mm + 8'000, plan->total_mm); // within one cable's detour
    const Result<CablePlan> again = plan_cables(plan->change.after);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->change.after == plan->change.after);
}

TEST(CrowdedWays, APinnedRouteTakesItsRoomFirst) {
    TwoTrays building = two_trays(true);
    building.design = plan_cables(building.design)->change.after;
    std::int32_t pinned = 0;
    for (Cable cable : Table<Cable>(building.design.cables))
        if (cable.route.front().run == building.near_run && pinned < 5) {
            cable.route.front().run = building.far_run;
            cable.route_pinned = true;
            building.design.cables.put(cable);
            ++pinned;
        }
    ASSERT_EQ(pinned, 5);
    const Result<CablePlan> plan = plan_cables(building.design);
    ASSERT_TRUE(plan);
    EXPECT_EQ(cables_through(plan->change.after, building.near_run), 22); // others come nearer
    EXPECT_EQ(cables_through(plan->change.after, building.far_run), office_jacks - 22);
}

TEST(CrowdedWays, WithoutAnotherTrayItIsProvedThatNothingHelps) {
    const TwoTrays building = two_trays(false);
    const Result<CablePlan> plan = plan_cables(building.design);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->cables, office_jacks) << "they are laid all the same, and the check names the run";
    EXPECT_EQ(plan->overfull, 1);
    EXPECT_TRUE(says(*plan, "proved: whatever the ways"));
}

} // namespace
} // namespace riser
