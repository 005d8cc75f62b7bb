// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/cabling_edits.h"
#include "model/edits/field_edits.h"
#include "solvers/graph/cable_length.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

struct Case {
    test::BuildingBuilder house;
    Design& design = house.design;
    IdSource ids{41};
    PlaneId open, other, secret;
    PointKindId kind;

    template<class Row> Id<Row> put(Row row) {
        row.id = ids.next<Row>();
        const Id<Row> id = row.id;
        design.table<Row>().put(std::move(row));
        return id;
    }

    Case() {
        house.with_floor("1F", {"AAAAABBBBB", "AAAAABBBBB", "AAAAABBBBB", "CCCCCCCCCC"});
        open = house.with_plane("W");
        other = house.with_plane("S");
        secret = house.with_plane("N", Disclosure::secret);
        kind = house.with_kind("TD");
    }
    OutletWish wish(std::vector<JackWish> jacks, Point place = {1'000, 2'000}) const {
        return {.place = place, .label = "1F-A-001", .jacks = std::move(jacks)};
    }
    JackWish jack(std::optional<PlaneId> plane) const { return {.kind = kind, .plane = plane, .label = {}}; }
};

TEST(AddOutlet, StandsInTheRoomThatHoldsItWithItsJacks) {
    Case c;
    Edit edit(c.design, {}, c.ids);
    const auto id = add_outlet(edit, c.house.floor(), c.wish({c.jack(c.open), c.jack(c.open)}));
    ASSERT_TRUE(id);
    EXPECT_EQ(edit.design().find(*id)->room, c.house.room('A'));
    ASSERT_EQ(edit.design().jacks.size(), 2U);
    std::int32_t positions = 0;
    for (const Jack& jack : edit.design().jacks)
        positions += jack.position;
    EXPECT_EQ(positions, 3);
    EXPECT_EQ(add_outlet(edit, c.house.floor(), c.wish({})).error().code, ErrorCode::bad_input);
    EXPECT_EQ(add_outlet(edit, FloorId{3}, c.wish({c.jack({})})).error().code, ErrorCode::not_found);
    JackWish unknown = c.jack({});
    unknown.kind = {99};
    EXPECT_EQ(add_outlet(edit, c.house.floor(), c.wish({unknown})).error().code, ErrorCode::not_found);
}

TEST(AddOutlet, PlanesThatMustBeApartShareNoFaceplate) {
    Case c;
    Edit edit(c.design, {}, c.ids);
    EXPECT_TRUE(add_outlet(edit, c.house.floor(), c.wish({c.jack(c.open), c.jack(c.other)})));
    MustNotReach apart;
    apart.a = c.other;
    apart.b = c.open;
    edit.put(apart);
    const auto mixed = add_outlet(edit, c.house.floor(), c.wish({c.jack(c.open), c.jack(c.other)}));
    ASSERT_FALSE(mixed);
    EXPECT_EQ(mixed.error().code, ErrorCode::refused);
    EXPECT_FALSE(add_outlet(edit, c.house.floor(), c.wish({c.jack(c.secret), c.jack({})})));
}

TEST(AddOutlet, ClassifiedPointsComeFromTheApprovedListOnly) {
    Case c;
    Edit edit(c.design, {}, c.ids);
    EXPECT_EQ(add_outlet(edit, c.house.floor(), c.wish({c.jack(c.secret)})).error().code, ErrorCode::refused);
    ApprovedPoint approved;
    approved.plane = c.secret;
    approved.floor = "1F";
    approved.room = "A";
    approved.kind = c.kind;
    approved.jacks = 2;
    edit.put(approved);
    EXPECT_FALSE(add_outlet(edit, c.house.floor(), c.wish({c.jack(c.secret)}, {8'000, 2'000}))) << "another room";
    EXPECT_FALSE(add_outlet(edit, c.house.floor(), c.wish({c.jack(c.secret)}, {-8'000, 2'000}))) << "no room";
    EXPECT_FALSE(add_outlet(edit, c.house.floor(), c.wish({c.jack(c.secret), c.jack(c.secret), c.jack(c.secret)})));
    const auto first = add_outlet(edit, c.house.floor(), c.wish({c.jack(c.secret), c.jack(c.secret)}));
    ASSERT_TRUE(first);
    EXPECT_FALSE(add_outlet(edit, c.house.floor(), c.wish({c.jack(c.secret)}))) << "the approval is used up";
    // And it does not move out of its room.
    EXPECT_TRUE(move_outlet(edit, *first, {2'000, 2'500}));
    const auto moved = move_outlet(edit, *first, {8'000, 2'000});
    ASSERT_FALSE(moved);
    EXPECT_EQ(moved.error().code, ErrorCode::refused);
}

// A tray along the corridor C and a branch that bends into room B; a cable to an outlet in it.
struct Routed : Case {
    PathwayRunId tray, branch;
    OutletId outlet;
    CableId cable;
    Routed() {
        const auto node = [&](Point place, std::int32_t elevation) {
            PathwayNode row;
            row.floor = house.floor();
            row.place = place;
            row.elevation = Millimetres(elevation);
            return put(row);
        };
        const PathwayNodeId a = node({500, 500}, 3'000);
        const PathwayNodeId b = node({6'500, 500}, 3'000);
        const PathwayNodeId d = node({9'500, 2'500}, 2'500);
        PathwayRun run;
        run.from = a;
        run.to = b;
        tray = put(run);
        run.from = b;
        run.to = d;
        run.bends = {{6'500, 2'500}};
        branch = put(run);
        Outlet row;
        row.floor = house.floor();
        row.place = {7'000, 3'000};
        row.height = Millimetres(300);
        row.room = house.room('B');
        outlet = put(row);
        Jack jack_row;
        jack_row.outlet = outlet;
        jack_row.kind = kind;
        const JackId jack_id = put(jack_row);
        Cable cable_row;
        cable_row.route = {{tray, 0}, {branch, 0}};
        cable_row.exit_offset = Millimetres(100);
        cable_row.exit_drop = Millimetres(9'000);
        cable = put(cable_row);
        Termination end;
        end.cable = cable;
        end.end = CableEnd::b;
        end.on = jack_id;
        put(end);
    }
};

TEST(MoveOutlet, TakesTheRoomThereAndPinsThePlace) {
    Routed c;
    Edit edit(c.design, {}, c.ids);
    ASSERT_TRUE(move_outlet(edit, c.outlet, {1'000, 3'000}));
    EXPECT_EQ(edit.design().find(c.outlet)->room, c.house.room('A'));
    EXPECT_TRUE(is_pinned(edit.design(), c.outlet, "place"));
    // Outside every room it keeps the one it was said to be in: a finding, not an error.
    ASSERT_TRUE(move_outlet(edit, c.outlet, {-9'000, 0}));
    EXPECT_EQ(edit.design().find(c.outlet)->room, c.house.room('A'));
    EXPECT_EQ(move_outlet(edit, OutletId{4}, {}).error().code, ErrorCode::not_found);
}

TEST(MoveOutlet, MeasuresItsDropAgainAndNothingElse) {
    Routed c;
    Edit edit(c.design, {}, c.ids);
    ASSERT_TRUE(move_outlet(edit, c.outlet, {8'500, 3'200}));
    const Cable& cable = *edit.design().find(c.cable);
    // The branch is 2 m, a bend, 3 m in the plan and falls 500 mm; 4 m of its 5 m are passed.
    EXPECT_EQ(cable.exit_offset, Millimetres(4'400));
    // 700 mm across, and from 2,600 mm down to 300.
    EXPECT_EQ(cable.exit_drop, Millimetres(700 + 2'300));
    EXPECT_EQ(cable.route, c.design.find(c.cable)->route);
    const Result<CableLength> length = measure(edit.design(), cable);
    ASSERT_TRUE(length);
    EXPECT_EQ(length->total(), Millimetres(6'000 + 4'400 + 3'000));
    const ChangeSet changes = edit.changes();
    EXPECT_EQ(changes.size(), 2U);
    // A route that a person chose is left alone.
    Edit pinned(c.design, {}, c.ids);
    ASSERT_TRUE(pinned.update(c.cable, [](Cable& row) { row.route_pinned = true; }));
    ASSERT_TRUE(move_outlet(pinned, c.outlet, {8'500, 3'200}));
    EXPECT_EQ(pinned.design().find(c.cable)->exit_drop, Millimetres(9'000));
}

TEST(DeleteOutlet, TakesJackTerminationAndCable) {
    Routed c;
    Edit edit(c.design, {}, c.ids);
    ASSERT_TRUE(delete_outlet(edit, c.outlet));
    EXPECT_TRUE(edit.design().jacks.empty());
    EXPECT_TRUE(edit.design().terminations.empty());
    EXPECT_TRUE(edit.design().cables.empty());
    EXPECT_EQ(edit.design().pathway_runs.size(), 2U);
}

TEST(MoveRack, StaysInItsRoomAndTakesItsDevicesAlong) {
    Case c;
    Space space;
    space.room = c.house.room('B');
    Rack rack;
    rack.space = c.put(space);
    rack.place = {7'000, 2'500};
    const RackId id = c.put(rack);
    Equipment device;
    device.place = rack.place;
    Panel panel;
    panel.place = {7'100, 2'500};
    const EquipmentId device_id = c.put(device);
    const PanelId panel_id = c.put(panel);
    for (const AnyId item : {AnyId(device_id), AnyId(panel_id)}) {
        RackItem row;
        row.rack = id;
        row.item = item;
        c.put(row);
    }
    Edit edit(c.design, {}, c.ids);
    ASSERT_TRUE(move_rack(edit, id, {8'000, 2'500}));
    EXPECT_EQ(edit.design().find(id)->place, (Point{8'000, 2'500}));
    EXPECT_TRUE(is_pinned(edit.design(), id, "place"));
    EXPECT_EQ(edit.design().find(device_id)->place, (Point{8'000, 2'500}));
    EXPECT_EQ(edit.design().find(panel_id)->place, (Point{8'100, 2'500}));
    const Design before = edit.design();
    // 600 x 1000 mm: its corner would reach through the wall at 5,000.
    for (const Point bad : {Point{5'200, 2'500}, Point{8'000, 3'800}, Point{1'000, 2'500}}) {
        const auto result = move_rack(edit, id, bad);
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::refused);
    }
    EXPECT_TRUE(edit.design() == before);
    // Turned by a quarter it is 1000 wide.
    ASSERT_TRUE(edit.update(id, [](Rack& row) { row.rotation = MilliDegrees(90'000); }));
    EXPECT_FALSE(move_rack(edit, id, {5'400, 2'500}));
    EXPECT_TRUE(move_rack(edit, id, {5'500, 2'500}));
}

TEST(DeleteRun, UnroutesItsCables) {
    Routed c;
    Edit edit(c.design, {}, c.ids);
    ASSERT_TRUE(delete_run(edit, c.branch));
    EXPECT_TRUE(edit.design().find(c.cable)->route.empty());
    EXPECT_TRUE(edit.design().find(c.tray));
    EXPECT_EQ(delete_run(edit, c.branch).error().code, ErrorCode::not_found);
}

} // namespace
} // namespace riser
