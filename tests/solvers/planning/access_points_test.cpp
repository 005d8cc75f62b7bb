// SPDX-License-Identifier: GPL-3.0-or-later
// Access points by coverage and capacity: as few as trying every choice finds, never where wireless is forbidden,
// beside what the point table gives.
#include "solvers/planning/access_point_places.h"
#include "tests/solvers/planning/planned.h"
#include "tests/solvers/planning/varied_building.h"
#include "tests/support/wireless.h"

#include <random>

namespace riser::test {
namespace {

class AccessPoints : public testing::Test {
  protected:
    AccessPoints() {
        builder.with_catalogue();
        const WirelessNetwork network = with_wireless(builder);
        plane = network.plane;
        kind = network.kind;
    }
    Design& design() { return builder.design; }
    void office_floor() {
        builder.with_floor("1F",
                           {"aaaaaabbbbbbdddddd", "aaaaaabbbbbbdddddd", "aaaaaabbbbbbdddddd", "aaaaaabbbbbbdddddd",
                            "cccccccccccccccccc", "cccccccccccccccccc"},
                           {{'a', {.use = RoomUse::office, .number = "101", .occupants = 3}},
                            {'b', {.use = RoomUse::leader_office, .number = "102", .occupants = 1}},
                            {'d', {.use = RoomUse::meeting, .number = "103", .occupants = 0}},
                            {'c', {.use = RoomUse::corridor, .number = "", .occupants = 0}}});
    }
    void change(char letter, const std::function<void(Room&)>& with) {
        Room row = *design().find(builder.room(letter));
        with(row);
        design().rooms.put(row);
    }
    static std::vector<const Outlet*> planned(const Design& design) {
        std::vector<const Outlet*> out;
        for (const Outlet& outlet : design.outlets)
            if (outlet.origin.source == access_point_source)
                out.push_back(&outlet);
        return out;
    }
    BuildingBuilder builder;
    PlaneId plane;
    PointKindId kind;
};

TEST_F(AccessPoints, HangFromCeilingsWithAJackOfTheirKind) {
    office_floor();
    const auto reports = perform(design(), {"access-points"});
    const auto outlets = planned(design());
    ASSERT_EQ(outlets.size(), 1U) << "one in the middle reaches three rooms through their partitions";
    EXPECT_EQ(outlets[0]->mounting, OutletMounting::ceiling);
    EXPECT_EQ(outlets[0]->height, Millimetres(2'800));
    ASSERT_EQ(design().jacks.size(), 1U);
    const Jack& jack = *design().jacks.begin();
    EXPECT_EQ(jack.outlet, outlets[0]->id);
    EXPECT_EQ(jack.kind, kind);
    EXPECT_EQ(jack.plane, std::optional(plane));
    EXPECT_FALSE(jack.label.empty());
    ASSERT_EQ(reports[0].objectives.size(), 1U);
    EXPECT_EQ(reports[0].objectives[0].bound, 1);
    EXPECT_TRUE(says(reports[0].reasons, "no wall is drawn", builder.floor()));
}

TEST_F(AccessPoints, WithoutAWirelessNetworkNothingIsPlanned) {
    office_floor();
    perform(design(), {"access-points"});
    design().services = {};
    perform(design(), {"access-points"});
    EXPECT_TRUE(design().outlets.empty()) << "and what was planned goes";
    EXPECT_TRUE(design().jacks.empty());
}

TEST_F(AccessPoints, ThePointTableComesFirst) {
    office_floor();
    builder.with_rule(RoomUse::corridor, plane, kind, 1, PointBasis::room, OutletMounting::ceiling);
    perform(design(), {"outlets", "access-points"});
    EXPECT_EQ(design().outlets.size(), 1U) << "that of the table reaches all";
    EXPECT_TRUE(planned(design()).empty());
    PlanningOptions options;
    options.access_points.basis = AccessPointBasis::coverage;
    perform(design(), {"outlets", "access-points"}, options);
    EXPECT_EQ(design().outlets.size(), 1U);
    EXPECT_EQ(planned(design()).size(), 1U) << "its line is not used";
    options.access_points.basis = AccessPointBasis::point_table;
    perform(design(), {"outlets", "access-points"}, options);
    EXPECT_EQ(design().outlets.size(), 1U);
    EXPECT_TRUE(planned(design()).empty());
}

TEST_F(AccessPoints, TheTableIsMetWhateverCoverageAdds) {
    office_floor();
    builder.with_rule(RoomUse::meeting, plane, kind, 1, PointBasis::room, OutletMounting::ceiling);
    change('d', [](Room& room) { room.seats = 100; });
    for (int round = 0; round < 3; ++round) {
        perform(design(), {"outlets", "access-points"});
        EXPECT_EQ(design().outlets.size(), 4U) << "103 devices, 30 each";
        EXPECT_EQ(planned(design()).size(), 3U) << "one of them by the table";
    }
}

TEST_F(AccessPoints, WhatPeopleFixedStaysAndCounts) {
    office_floor();
    perform(design(), {"access-points"});
    Outlet moved = *planned(design())[0];
    moved.place = {1'000, 1'000}; // the end of the corridor
    moved.origin.kind = OriginKind::typed;
    design().outlets.put(moved);
    perform(design(), {"access-points"});
    EXPECT_EQ(*design().find(moved.id), moved);
    const Design settled = design();
    perform(design(), {"access-points"});
    EXPECT_TRUE(design() == settled);
}

TEST_F(AccessPoints, EarlierPlacesGoFirstWhenAsked) {
    office_floor();
    Wall aside; // with one wall drawn, those that are not drawn are not there
    aside.id = builder.ids.next<Wall>();
    aside.floor = builder.floor();
    aside.line = {{30'000, 0}, {30'000, 1'000}};
    design().walls.put(aside);
    perform(design(), {"access-points"});
    // A like place elsewhere in the room does as well: whichever was there stays there.
    AccessPointOptions options;
    options.earlier = EarlierPlaces::go_first;
    options.place_area = SquareMillimetres(4'000'000);
    std::size_t moved = 0, tried = 0;
    const Storey storey = storeys_of(design())[0];
    const Design& d = design();
    const RadioFloor floor =
        radio_floors({d.floors, d.rooms, d.walls, d.openings, d.restricted_areas}).at(builder.floor());
    for (const CeilingPlace& place : ceiling_places(storey, floor, options)) {
        Outlet row = *planned(design())[0];
        row.place = place.place;
        row.room = place.room->id;
        const auto alone = choose_places(floor, std::span(&place, 1), {}, {}, {}, options, {});
        ASSERT_TRUE(alone);
        if (!alone->unreached.empty())
            continue; // does not reach all
        ++tried;
        Design other = design();
        other.outlets.put(row);
        const auto again = plan_access_points(other, options);
        ASSERT_TRUE(again);
        ASSERT_EQ(planned(again->change.after).size(), 1U);
        moved += planned(again->change.after)[0]->place != place.place;
    }
    EXPECT_GT(tried, 1U);
    EXPECT_EQ(moved, 0U);
}

TEST_F(AccessPoints, NoPlaceThatReachesIsSaid) {
    office_floor();
    for (const std::int32_t x : {12'000, 13'500}) { // a strip of the meeting room behind shields
        Wall wall;
        wall.id = builder.ids.next<Wall>();
        wall.floor = builder.floor();
        wall.line = {{x, 0}, {x, 9'000}};
        wall.material = WallMaterial::shielded;
        design().walls.put(wall);
    }
    PlanningOptions options;
    options.access_points.place_area = SquareMillimetres(1'000'000'000);
    const auto reports = perform(design(), {"access-points"}, options);
    EXPECT_TRUE(says(reports[0].reasons, "no place where an access point may hang", builder.room('d')))
        << list(reports[0].reasons);
}

// Partitions, people and forbidden rooms as the dice fall; few places, so that every choice can be tried.
class SmallFloors : public testing::TestWithParam<std::uint32_t> {};

TEST_P(SmallFloors, AsFewAsTryingEveryChoiceFinds) {
    std::mt19937 random(GetParam());
    PlannedBuilding building = any_building(0);
    BuildingBuilder builder;
    builder.with_floor("1F",
                       {"aaaaaaaaaabbbbbbbbbbdddddddddd", "aaaaaaaaaabbbbbbbbbbdddddddddd",
                        "aaaaaaaaaabbbbbbbbbbdddddddddd", "aaaaaaaaaabbbbbbbbbbdddddddddd",
                        "aaaaaaaaaabbbbbbbbbbdddddddddd", "cccccccccccccccccccccccccccccc",
                        "cccccccccccccccccccccccccccccc", "eeeeeeeeeeeeeeefffffffffffffff",
                        "eeeeeeeeeeeeeeefffffffffffffff", "eeeeeeeeeeeeeeefffffffffffffff"},
                       {{'c', {.use = RoomUse::corridor, .number = "", .occupants = 0}}});
    Design& design = builder.design;
    for (const Room& row : Table<Room>(design.rooms)) {
        if (row.use == RoomUse::corridor)
            continue;
        Room room = row;
        room.use = std::array{RoomUse::office, RoomUse::meeting, RoomUse::registry, RoomUse::office}[random() % 4];
        room.occupants = static_cast<std::int32_t>(random() % 40);
        design.rooms.put(room);
    }
    const auto draw = [&](Point a, Point b) {
        Wall wall;
        wall.id = builder.ids.next<Wall>();
        wall.floor = builder.floor();
        wall.line = {a, b};
        wall.thickness = Millimetres(200);
        wall.material = std::array{WallMaterial::drywall, WallMaterial::brick, WallMaterial::concrete,
                                   WallMaterial::shielded}[random() % 4];
        design.walls.put(wall);
    };
    draw({10'000, 5'000}, {10'000, 10'000});
    draw({20'000, 5'000}, {20'000, 10'000});
    draw({0, 5'000}, {30'000, 5'000});
    draw({0, 3'000}, {30'000, 3'000});
    draw({15'000, 0}, {15'000, 3'000});

    AccessPointOptions options;
    options.place_area = SquareMillimetres(25'000'000);
    const RadioFloor floor =
        radio_floors({design.floors, design.rooms, design.walls, design.openings, design.restricted_areas})
            .at(builder.floor());
    const std::vector<Storey> storeys = storeys_of(design);
    std::vector<CeilingPlace> places = ceiling_places(storeys[0], floor, options);
    std::shuffle(places.begin(), places.end(), random);
    places.resize(std::min<std::size_t>(places.size(), 10));
    const auto with = [&](std::uint32_t chosen) {
        std::vector<AccessPoint> points;
        for (std::size_t i = 0; i < places.size(); ++i)
            if (chosen >> i & 1)
                points.push_back({.id = places[i].room->id,
                                  .plane = {},
                                  .floor = floor.id,
                                  .place = places[i].place,
                                  .height = places[i].height});
        return coverage_of(floor, points, options.wireless);
    };
    const std::uint32_t all = (1u << places.size()) - 1;
    const FloorCoverage best = with(all); // what no choice can better
    int fewest = 99;
    for (std::uint32_t chosen = 0; chosen <= all; ++chosen)
        if (const int count = __builtin_popcount(chosen); count < fewest)
            if (const FloorCoverage reached = with(chosen);
                reached.below <= best.below && reached.turned_away <= best.turned_away)
                fewest = count;
    const auto found = choose_places(floor, places, {}, {}, {}, options, {});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->outcome, Outcome::complete);
    EXPECT_EQ(static_cast<int>(found->places.size()), fewest);
    EXPECT_EQ(found->bound, fewest);
}
INSTANTIATE_TEST_SUITE_P(Dice, SmallFloors, testing::Range(0U, 24U));

class ForbiddenRooms : public testing::TestWithParam<std::uint32_t> {};

// Whatever the building: never in a room or area without wireless, nor where points of state secrets are.
TEST_P(ForbiddenRooms, HoldNoAccessPoint) {
    PlannedBuilding building = any_building(GetParam());
    Design& design = building.design();
    std::mt19937 random(GetParam());
    for (const Floor& floor : design.floors) { // areas drawn across rooms
        RestrictedArea area;
        area.id = building.builder.ids.next<RestrictedArea>();
        area.floor = floor.id;
        const auto x = static_cast<std::int32_t>(random() % 12'000), y = static_cast<std::int32_t>(random() % 9'000);
        area.outline = {.outer = {{x, y}, {x + 6'000, y}, {x + 6'000, y + 4'000}, {x, y + 4'000}}, .holes = {}};
        design.restricted_areas.put(area);
    }
    PlanningOptions options;
    options.access_points.basis = AccessPointBasis::coverage;
    perform(design, {"outlets", "access-points"}, options);
    const std::set<RoomId> classified = classified_rooms(design.planes, design.floors, design.rooms,
                                                         design.approved_points, design.jacks, design.outlets);
    int hung = 0;
    for (const Outlet& outlet : design.outlets) {
        if (outlet.origin.source != access_point_source)
            continue;
        ++hung;
        const Room* room = design.find(outlet.room);
        ASSERT_TRUE(room && contains(room->outline, outlet.place));
        EXPECT_FALSE(restricted_by_use(room->use)) << outlet.label;
        EXPECT_FALSE(classified.contains(room->id)) << outlet.label;
        for (const RestrictedArea& area : design.restricted_areas)
            EXPECT_FALSE(area.floor == outlet.floor && contains(area.outline, outlet.place)) << outlet.label;
        for (const Room& other : design.rooms)
            EXPECT_FALSE(other.floor == outlet.floor && restricted_by_use(other.use) &&
                         contains(other.outline, outlet.place))
                << outlet.label;
        for (const Jack& jack : design.jacks)
            EXPECT_FALSE(jack.outlet == outlet.id && jack.plane == building.secret);
    }
    EXPECT_GT(hung, 0);
}
INSTANTIATE_TEST_SUITE_P(Buildings, ForbiddenRooms, testing::Range(0U, 30U));

} // namespace
} // namespace riser::test
