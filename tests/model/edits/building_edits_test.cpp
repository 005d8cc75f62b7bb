// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/building_edits.h"
#include "model/edits/typical.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <map>

namespace riser {
namespace {

using test::BuildingBuilder;

struct Case {
    BuildingBuilder house;
    Design design;
    IdSource ids{31};
    BuildingId building;

    Case() {
        house.with_floor("1F", {"AAABBB", "AAABBB"});
        design = house.design;
        building = design.buildings.begin()->id;
    }
};

TEST(AddFloor, StacksOnTopOrInBetween) {
    Case c;
    Edit edit(c.design, {}, c.ids);
    const auto second = add_floor(edit, c.building, {.label = "2F", .name = {}, .elevation = {}});
    ASSERT_TRUE(second);
    EXPECT_EQ(edit.design().find(*second)->elevation, Millimetres(4'000));
    EXPECT_EQ(edit.design().find(*second)->order, 1);
    const auto basement = add_floor(edit, c.building, {.label = "B1", .name = {}, .elevation = Millimetres(-4'500)});
    ASSERT_TRUE(basement);
    EXPECT_EQ(edit.design().find(*basement)->order, 0);
    EXPECT_EQ(edit.design().find(c.house.floor())->order, 1);
    EXPECT_EQ(edit.design().find(*second)->order, 2);
}

TEST(AddFloor, RefusesDoublesAndStrangers) {
    Case c;
    Edit edit(c.design, {}, c.ids);
    EXPECT_EQ(add_floor(edit, BuildingId{1}, {.label = "2F", .name = {}, .elevation = {}}).error().code,
              ErrorCode::not_found);
    EXPECT_EQ(add_floor(edit, c.building, {.label = "", .name = {}, .elevation = {}}).error().code,
              ErrorCode::bad_input);
    EXPECT_EQ(add_floor(edit, c.building, {.label = "1F", .name = {}, .elevation = {}}).error().code,
              ErrorCode::conflict);
    EXPECT_EQ(add_floor(edit, c.building, {.label = "2F", .name = {}, .elevation = Millimetres(0)}).error().code,
              ErrorCode::conflict);
    EXPECT_TRUE(edit.design() == c.design);
}

TEST(AddRoom, TakesASoundOutlineOnly) {
    Case c;
    Edit edit(c.design, {}, c.ids);
    const Ring square{{0, 0}, {0, 4'000}, {4'000, 4'000}, {4'000, 0}};
    const auto room = add_room(edit, c.house.floor(), {.number = "9", .name = {}, .body = {}, .outline = {square, {}}});
    ASSERT_TRUE(room);
    EXPECT_GT(twice_area(edit.design().find(*room)->outline.outer), 0) << "normalised";
    const Ring bow{{0, 0}, {4'000, 4'000}, {4'000, 0}, {0, 4'000}};
    const Ring flat{{0, 0}, {4'000, 0}, {8'000, 0}};
    const Ring outside{{9'000, 9'000}, {9'500, 9'000}, {9'500, 9'500}};
    const Ring far{{0, 0}, {max_coordinate + 1, 0}, {0, 5}};
    for (const Polygon& bad : {Polygon{bow, {}}, Polygon{flat, {}}, Polygon{}, Polygon{square, {outside}},
                               Polygon{square, {bow}}, Polygon{far, {}}}) {
        const auto result = add_room(edit, c.house.floor(), {.number = "", .name = {}, .body = {}, .outline = bad});
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::bad_input);
    }
    EXPECT_FALSE(add_room(edit, FloorId{7}, {.number = "", .name = {}, .body = {}, .outline = {square, {}}}));
    EXPECT_FALSE(
        add_room(edit, c.house.floor(), {.number = "", .name = {}, .body = BodyId{4}, .outline = {square, {}}}));
}

TEST(DeleteRoom, LeavesItsOutletsStanding) {
    Case c;
    Outlet outlet;
    outlet.id = {5};
    outlet.floor = c.house.floor();
    outlet.room = c.house.room('A');
    c.design.outlets.put(outlet);
    Edit edit(c.design, {}, c.ids);
    ASSERT_TRUE(delete_room(edit, c.house.room('A')));
    ASSERT_TRUE(edit.design().find(outlet.id));
    EXPECT_FALSE(edit.design().find(outlet.id)->room);
    EXPECT_TRUE(edit.design().find(c.house.room('B')));
}

// A floor with an outlet, pathways and a telecom space, two jacks of which one is secret.
struct Master : Case {
    PlaneId open;
    PlaneId secret;
    OutletId outlet;
    OutletId secret_outlet;
    Master() {
        design = house.design;
        const auto put = [&](auto row) {
            using Row = decltype(row);
            row.id = ids.next<Row>();
            const Id<Row> id = row.id;
            design.table<Row>().put(std::move(row));
            return id;
        };
        Plane plane;
        plane.code = "W";
        open = put(plane);
        plane.code = "N";
        plane.disclosure = Disclosure::secret;
        secret = put(plane);
        const FloorId floor = house.floor();
        Room room = *design.find(house.room('A'));
        room.number = "101";
        design.rooms.put(room);
        Space space;
        space.room = room.id;
        space.label = "1F-E1";
        space.serves = {floor};
        const SpaceId space_id = put(space);
        Outlet row;
        row.floor = floor;
        row.room = room.id;
        row.label = "1F-A-001";
        outlet = put(row);
        row.label = "1F-A-002";
        secret_outlet = put(row);
        Jack jack;
        jack.outlet = outlet;
        jack.plane = open;
        jack.label = "1F-A-001-1";
        jack.served_from = space_id;
        put(jack);
        jack.outlet = secret_outlet;
        jack.plane = secret;
        jack.served_from.reset();
        put(jack);
        PathwayNode node;
        node.floor = floor;
        node.space = space_id;
        PathwayRun run;
        run.from = put(node);
        node.place = {4'000, 0};
        run.to = put(node);
        run.label = "1F-T1";
        RunCompartment compartment;
        run.compartments = {compartment, compartment};
        run.compartments[1].plane = secret;
        put(run);
        run.plane = secret;
        run.compartments.clear();
        put(run);
    }
};

TEST(CopyFloor, CopiesWhatATypicalFloorHas) {
    Master c;
    Edit edit(c.design, {}, c.ids);
    const auto copy = copy_floor(edit, c.house.floor(), {.label = "5F", .name = {}, .elevation = Millimetres(16'000)});
    ASSERT_TRUE(copy) << to_string(copy.error(), Language::en);
    const Design& design = edit.design();
    EXPECT_EQ(design.find(*copy)->typical_of, c.house.floor());
    const ChangeSet changes = edit.changes();
    for (const TableChanges& table : changes.tables)
        EXPECT_TRUE(table.removed.empty() && table.changed.empty()) << "the master is untouched";
    EXPECT_EQ(changes.of(Kind::rooms).added.size(), 2U);
    EXPECT_EQ(changes.of(Kind::outlets).added.size(), 1U) << "the secret one is not copied";
    EXPECT_EQ(changes.of(Kind::jacks).added.size(), 1U);
    EXPECT_EQ(changes.of(Kind::pathway_nodes).added.size(), 2U);
    EXPECT_EQ(changes.of(Kind::pathway_runs).added.size(), 1U);
    const Outlet& outlet = *design.find(OutletId{changes.of(Kind::outlets).added.front()});
    EXPECT_EQ(outlet.label, "5F-A-001");
    EXPECT_EQ(outlet.floor, *copy);
    EXPECT_EQ(design.find(outlet.room)->floor, *copy);
    EXPECT_EQ(design.find(outlet.room)->number, "501");
    EXPECT_EQ(outlet.origin.kind, OriginKind::typical);
    EXPECT_EQ(outlet.origin.source, to_string(c.house.floor()));
    EXPECT_EQ(outlet.origin.key, to_string(c.outlet));
    const Jack& jack = *design.find(JackId{changes.of(Kind::jacks).added.front()});
    EXPECT_EQ(jack.outlet, outlet.id);
    EXPECT_EQ(jack.plane, c.open);
    const Space& space = *design.find(*jack.served_from);
    EXPECT_EQ(space.label, "5F-E1");
    EXPECT_EQ(space.serves, std::vector<FloorId>{*copy});
    const PathwayRun& run = *design.find(PathwayRunId{changes.of(Kind::pathway_runs).added.front()});
    EXPECT_EQ(run.compartments.size(), 1U) << "the secret compartment is not copied";
    EXPECT_EQ(design.find(design.find(run.from)->floor)->id, *copy);
}

TEST(CopyFloor, IdsDeriveSoThatTwoCopiesDiffer) {
    Master c;
    Edit edit(c.design, {}, c.ids);
    const auto one = copy_floor(edit, c.house.floor(), {.label = "5F", .name = {}, .elevation = Millimetres(16'000)});
    const auto two = copy_floor(edit, c.house.floor(), {.label = "12F", .name = {}, .elevation = Millimetres(44'000)});
    ASSERT_TRUE(one);
    ASSERT_TRUE(two);
    EXPECT_EQ(edit.design().rooms.size(), 6U);
    std::map<std::string, int> numbers;
    for (const Room& room : edit.design().rooms)
        ++numbers[room.number];
    EXPECT_EQ(numbers["501"], 1);
    EXPECT_EQ(numbers["1201"], 1);
    EXPECT_FALSE(copy_floor(edit, FloorId{5}, {.label = "6F", .name = {}, .elevation = {}}));
    const Design before = edit.design();
    EXPECT_FALSE(copy_floor(edit, c.house.floor(), {.label = "5F", .name = {}, .elevation = {}}));
    EXPECT_TRUE(edit.design() == before);
}

} // namespace
} // namespace riser
