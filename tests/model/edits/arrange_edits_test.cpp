// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/arrange_edits.h"
#include "model/edits/cabling_edits.h"
#include "model/edits/equipment_edits.h"
#include "model/edits/field_edits.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

struct Case {
    test::BuildingBuilder house;
    IdSource ids{23};
    FloorId floor;
    PlaneId open, secret;
    PointKindId kind;
    OutletId outlet;
    SpaceId space;

    template<class Row> Id<Row> put(Row row) {
        row.id = ids.next<Row>();
        const Id<Row> id = row.id;
        house.design.table<Row>().put(std::move(row));
        return id;
    }
    Case() {
        floor = house.with_floor("3F", {"AAAAABBBBB", "AAAAABBBBB", "AAAAAZZZZZ"},
                                 {{'A', {.number = "301"}}, {'B', {.number = "302"}}, {'Z', {.number = "303"}}});
        open = house.with_plane("W");
        secret = house.with_plane("N", Disclosure::secret);
        kind = house.with_kind("TD");
        Space row;
        row.room = house.room('Z');
        row.place = {7'500, 500};
        space = put(row);
        ApprovedPoint approved;
        approved.plane = secret;
        approved.floor = "3F";
        approved.room = "301";
        approved.kind = kind;
        put(approved);
        outlet = add("3F-301-01", {1'000, 2'000}, open);
    }
    OutletId add(const std::string& label, Point place, std::optional<PlaneId> plane) {
        Edit edit(house.design, {}, ids);
        const auto id =
            add_outlet(edit, floor, {.place = place, .label = label, .jacks = {{kind, plane, label + "-1"}}});
        EXPECT_TRUE(id);
        house.design = std::move(edit).commit();
        return *id;
    }
    Edit edit() { return Edit(house.design, {}, ids); }
};

const Outlet& outlet_of(const Design& design, AnyId id) { return *design.find(OutletId{id.value}); }

TEST(MoveRows, WhatStandsInARoomGoesWithIt) {
    Case c;
    Edit edit = c.edit();
    const std::vector<AnyId> ids{c.house.room('A')};
    ASSERT_TRUE(move_rows(edit, ids, {-2'000, 500}));
    EXPECT_EQ(outlet_of(edit.design(), c.outlet).place, (Point{-1'000, 2'500}));
    EXPECT_EQ(outlet_of(edit.design(), c.outlet).room, c.house.room('A'));
    EXPECT_EQ(box_of(edit.design(), ids.front())->low, (Point{-2'000, 500}));
    EXPECT_TRUE(is_pinned(edit.design(), ids.front(), "outline"));
    // And back.
    ASSERT_TRUE(move_rows(edit, ids, {2'000, -500}));
    EXPECT_EQ(box_of(edit.design(), ids.front()), box_of(c.house.design, ids.front()));
}

TEST(MoveRows, ARoomTakesItsSpaceAndRacks) {
    Case c;
    Edit edit = c.edit();
    const auto rack = add_rack(edit, c.space, {.label = "R1", .place = {7'000, 500}, .depth = Millimetres(600)});
    ASSERT_TRUE(rack);
    ASSERT_TRUE(move_rows(edit, std::vector<AnyId>{c.house.room('Z')}, {0, -3'000}));
    EXPECT_EQ(edit.design().find(*rack)->place, (Point{7'000, -2'500}));
    EXPECT_EQ(edit.design().find(c.space)->place, (Point{7'500, -2'500}));
}

TEST(MoveRows, AllOrNothing) {
    Case c;
    const OutletId classified = c.add("3F-301-02", {2'000, 2'000}, c.secret);
    Edit edit = c.edit();
    const auto moved = move_rows(edit, std::vector<AnyId>{c.outlet, classified}, {5'000, 0});
    ASSERT_FALSE(moved);
    EXPECT_EQ(moved.error().code, ErrorCode::refused) << "it would leave the room it is approved for";
    EXPECT_EQ(edit.design(), c.house.design);
    EXPECT_EQ(move_rows(edit, std::vector<AnyId>{c.outlet, OutletId{5}}, {1, 0}).error().code, ErrorCode::not_found);
    EXPECT_EQ(move_rows(edit, std::vector<AnyId>{c.house.room('B')}, {2'000'000'000, 0}).error().code,
              ErrorCode::bad_input);
    EXPECT_EQ(edit.design(), c.house.design);
}

TEST(MoveRows, ARunTakesItsNodesOnce) {
    Case c;
    PathwayNode node;
    node.floor = c.floor;
    PathwayRun run;
    run.from = c.put(node);
    node.place = {4'000, 0};
    run.to = c.put(node);
    run.bends = {{2'000, 1'000}};
    const PathwayRunId id = c.put(run);
    Edit edit = c.edit();
    ASSERT_TRUE(move_rows(edit, std::vector<AnyId>{id, run.from}, {10, 20}));
    EXPECT_EQ(edit.design().find(run.from)->place, (Point{10, 20}));
    EXPECT_EQ(edit.design().find(run.to)->place, (Point{4'010, 20}));
    EXPECT_EQ(edit.design().find(id)->bends, (Polyline{{2'010, 1'020}}));
}

TEST(RotateRows, AQuarterFourTimesIsNone) {
    Case c;
    Edit edit = c.edit();
    const std::vector<AnyId> ids{c.house.room('A'), c.house.room('B'), c.house.room('Z')};
    const Point about{5'000, 1'500};
    ASSERT_TRUE(rotate_rows(edit, ids, about, MilliDegrees(90'000)));
    EXPECT_EQ(outlet_of(edit.design(), c.outlet).place, (Point{4'500, -2'500}));
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(rotate_rows(edit, ids, about, MilliDegrees(90'000)));
    for (const AnyId id : ids)
        EXPECT_EQ(edit.design().find(RoomId{id.value})->outline, c.house.design.find(RoomId{id.value})->outline);
}

TEST(CopyRows, TakeNewIdsAndFreeLabels) {
    Case c;
    Edit edit = c.edit();
    const auto copied = copy_rows(edit, c.house.design, std::vector<AnyId>{c.outlet}, c.floor, {500, 0});
    ASSERT_TRUE(copied);
    ASSERT_EQ(copied->ids.size(), 1U);
    const Outlet& copy = outlet_of(edit.design(), copied->ids.front());
    EXPECT_NE(copy.id, c.outlet);
    EXPECT_EQ(copy.place, (Point{1'500, 2'000}));
    EXPECT_EQ(copy.label, "3F-301-02");
    EXPECT_EQ(copy.room, c.house.room('A'));
    std::vector<std::string> jacks;
    for (const Jack& jack : edit.design().jacks)
        if (jack.outlet == copy.id)
            jacks.push_back(jack.label);
    EXPECT_EQ(jacks, std::vector<std::string>{"3F-301-02-1"});
    // Into the next room it takes that room's number.
    const auto next = copy_rows(edit, c.house.design, std::vector<AnyId>{c.outlet}, c.floor, {5'000, 0});
    ASSERT_TRUE(next);
    EXPECT_EQ(outlet_of(edit.design(), next->ids.front()).label, "3F-302-01");
    EXPECT_EQ(outlet_of(edit.design(), next->ids.front()).room, c.house.room('B'));
}

TEST(CopyRows, RoomsGoWithTheirOutletsToAnotherFloor) {
    Case c;
    const RoomId room = c.house.room('A');
    const FloorId above = c.house.with_floor("5F", {"."});
    Edit edit = c.edit();
    const auto copied = copy_rows(edit, c.house.design, std::vector<AnyId>{room}, above, {100, 0});
    ASSERT_TRUE(copied);
    ASSERT_EQ(copied->ids.size(), 1U);
    const RoomId copy{copied->ids.front().value};
    EXPECT_EQ(edit.design().find(copy)->number, "501");
    EXPECT_EQ(edit.design().find(copy)->floor, above);
    std::vector<std::string> there;
    for (const Outlet& outlet : edit.design().outlets)
        if (outlet.room == copy)
            there.push_back(outlet.label);
    EXPECT_EQ(there, std::vector<std::string>{"5F-501-01"});
}

TEST(CopyRows, NothingOfASecretPlaneIsCopied) {
    Case c;
    const OutletId classified = c.add("3F-301-02", {2'000, 2'000}, c.secret);
    Edit edit = c.edit();
    const auto copied = copy_rows(edit, c.house.design, std::vector<AnyId>{classified, c.outlet}, c.floor, {0, 300});
    ASSERT_TRUE(copied);
    EXPECT_EQ(copied->ids.size(), 1U);
    EXPECT_EQ(copied->secret, 1);
    EXPECT_EQ(edit.design().outlets.size(), 3U);
    // A room's come along no more than when they are asked for.
    const auto room = copy_rows(edit, c.house.design, std::vector<AnyId>{c.house.room('A')}, c.floor, {0, 9'000});
    ASSERT_TRUE(room);
    EXPECT_EQ(room->secret, 1);
    for (const Jack& jack : edit.design().jacks)
        EXPECT_TRUE(jack.plane == c.open || jack.outlet == classified);
}

TEST(CopyRows, WhatIsInNoDesignAnyMoreIsCopiedFromWhereItWas) {
    Case c;
    const Design before = c.house.design;
    Edit edit = c.edit();
    ASSERT_TRUE(delete_outlet(edit, c.outlet));
    const auto copied = copy_rows(edit, before, std::vector<AnyId>{c.outlet}, c.floor, {});
    ASSERT_TRUE(copied);
    EXPECT_EQ(outlet_of(edit.design(), copied->ids.front()).label, "3F-301-01");
    Design empty = edit.design();
    Edit other(empty, {}, c.ids);
    other.working().point_kinds = {};
    EXPECT_EQ(copy_rows(other, before, std::vector<AnyId>{c.outlet}, c.floor, {}).error().code, ErrorCode::not_found);
}

TEST(CopyRows, RacksStandInTelecomSpacesOnly) {
    Case c;
    Edit edit = c.edit();
    const auto rack = add_rack(edit, c.space, {.label = "3F-R01", .place = {6'000, 500}, .depth = Millimetres(600)});
    ASSERT_TRUE(rack);
    const Design with = edit.design();
    const auto beside = copy_rows(edit, with, std::vector<AnyId>{*rack}, c.floor, {600, 0});
    ASSERT_TRUE(beside);
    EXPECT_EQ(edit.design().find(RackId{beside->ids.front().value})->label, "3F-R02");
    EXPECT_EQ(copy_rows(edit, with, std::vector<AnyId>{*rack}, c.floor, {0, 1'500}).error().code, ErrorCode::refused);
    EXPECT_EQ(edit.design().racks.size(), 2U);
}

TEST(Restrictions, NoCameraWhereAnAreaForbidsIt) {
    Case c;
    PointKind camera;
    camera.code = "FC";
    camera.camera = true;
    const PointKindId id = c.put(camera);
    RestrictedArea area;
    area.floor = c.floor;
    area.outline = {{{0, 0}, {3'000, 0}, {3'000, 3'000}, {0, 3'000}}, {}};
    c.put(area);
    Edit edit = c.edit();
    const auto wish = [&](Point place) { return OutletWish{.place = place, .label = {}, .jacks = {{id, {}, ""}}}; };
    EXPECT_EQ(add_outlet(edit, c.floor, wish({1'000, 1'000})).error().code, ErrorCode::refused);
    const auto outside = add_outlet(edit, c.floor, wish({4'000, 1'000}));
    ASSERT_TRUE(outside);
    EXPECT_EQ(move_outlet(edit, *outside, {2'000, 1'000}).error().code, ErrorCode::refused);
    EXPECT_TRUE(move_outlet(edit, *outside, {4'200, 1'000}));
    EXPECT_TRUE(move_outlet(edit, c.outlet, {1'000, 1'000})) << "a data point is no camera";
}

TEST(AddEquipment, FillsTheLowestFreeUnitsAndHasThePortsOfItsType) {
    Case c;
    EquipmentType type;
    type.code = "SW48";
    type.rack_units = 2;
    type.power_supplies = 2;
    type.ports = {{.prefix = "GE1/0/", .count = 4, .rate = {}},
                  {.prefix = "XGE1/0/", .count = 2, .rate = {}, .medium = Medium::fibre}};
    const EquipmentTypeId type_id = c.put(type);
    Edit edit = c.edit();
    const auto rack =
        add_rack(edit, c.space, {.label = "R", .place = {7'000, 500}, .units = 5, .depth = Millimetres(600)});
    ASSERT_TRUE(rack);
    const auto first = add_equipment(edit, {.type = type_id, .label = "SW1", .rack = *rack});
    const auto second = add_equipment(edit, {.type = type_id, .label = "SW2", .rack = *rack});
    ASSERT_TRUE(first && second);
    EXPECT_EQ(add_equipment(edit, {.type = type_id, .rack = *rack}).error().code, ErrorCode::refused) << "1 U is left";
    EXPECT_EQ(edit.design().ports.size(), 12U);
    EXPECT_EQ(edit.design().power_supplies.size(), 4U);
    EXPECT_EQ(edit.design().find(*second)->space, c.space);
    std::vector<std::int32_t> units;
    for (const RackItem& item : edit.design().rack_items)
        units.push_back(item.unit);
    std::sort(units.begin(), units.end());
    EXPECT_EQ(units, (std::vector<std::int32_t>{1, 3}));
    EXPECT_EQ(add_equipment(edit, {.type = type_id}).error().code, ErrorCode::bad_input);
    EXPECT_TRUE(add_equipment(edit, {.type = type_id, .space = c.space, .place = {7'000, 500}}));
    EXPECT_EQ(add_rack(edit, c.space, {.place = {1'000, 500}}).error().code, ErrorCode::refused);
}

} // namespace
} // namespace riser
