// SPDX-License-Identifier: GPL-3.0-or-later
// Where racks come to stand in rooms of known sizes, and what is measured about them.
#include "solvers/planning/equipment/rack_places.h"

#include <gtest/gtest.h>

namespace riser::test {
namespace {

const std::vector<Millimetres> depths{Millimetres(1'000), Millimetres(800), Millimetres(600)};

Polygon rectangle(std::int32_t width, std::int32_t height) {
    return {{{0, 0}, {width, 0}, {width, height}, {0, height}}, {}};
}

std::vector<Rack> racks_of(const RackPlaces& places) {
    std::vector<Rack> out;
    for (const RackPlace& place : places.places) {
        Rack rack;
        rack.id = {out.size() + 1};
        rack.place = place.place;
        rack.rotation = place.turn;
        rack.depth = places.depth;
        out.push_back(rack);
    }
    return out;
}

// The least free distance before an edge of any rack, but to a rack side by side.
std::int32_t least(const std::vector<Rack>& racks, const Polygon& room, RackEdge edge) {
    std::vector<const Rack*> all;
    for (const Rack& rack : racks)
        all.push_back(&rack);
    std::int32_t out = INT32_MAX;
    for (const Rack& rack : racks) {
        const auto space = free_spaces(rack, room, all)[static_cast<std::size_t>(edge)];
        const bool joined = space && space->to_rack && (edge == RackEdge::left || edge == RackEdge::right);
        if (space && !joined)
            out = std::min(out, space->distance.value);
    }
    return out;
}

TEST(RackPlaces, ALargeRoomKeepsEveryClearance) {
    const Polygon room = rectangle(8'000, 9'000);
    for (const std::int32_t count : {1, 3, 7, 12, 20}) {
        const RackPlaces places = rack_places({.outline = room, .columns = {}, .standing = {}, .entry = {4'000, 200}},
                                              count, Millimetres(600), depths, {});
        ASSERT_EQ(places.fit, RackFit::clear) << count;
        ASSERT_EQ(places.places.size(), static_cast<std::size_t>(count));
        const std::vector<Rack> racks = racks_of(places);
        EXPECT_GE(least(racks, room, RackEdge::front), 1'000) << count;
        EXPECT_GE(least(racks, room, RackEdge::rear), 800) << count;
        EXPECT_GE(least(racks, room, RackEdge::left), 800) << count;
        EXPECT_GE(least(racks, room, RackEdge::right), 800) << count;
        for (std::size_t a = 0; a < racks.size(); ++a)
            for (std::size_t b = 0; b < a; ++b)
                EXPECT_FALSE(boxes_overlap(turned_footprint(racks[a]), turned_footprint(racks[b]))) << count;
    }
}

TEST(RackPlaces, FrontsLookTowardsTheDoor) {
    const RackPlaces places =
        rack_places({.outline = rectangle(6'000, 6'000), .columns = {}, .standing = {}, .entry = {3'000, 5'900}}, 3,
                    Millimetres(600), depths, {});
    ASSERT_EQ(places.fit, RackFit::clear);
    EXPECT_EQ(places.places.front().turn.value, 180'000) << "a rack turned by 0 faces south, the door is in the north";
}

TEST(RackPlaces, ATightRoomGivesUpEndsThenBacksNeverFronts) {
    // 2.2 x 2.8 m, as telecom rooms of 6 m2 are.
    const Polygon room = rectangle(2'200, 2'800);
    const RackRoom in{.outline = room, .columns = {}, .standing = {}, .entry = {1'100, 100}};
    EXPECT_EQ(rack_places(in, 1, Millimetres(600), depths, {}).fit, RackFit::clear);
    EXPECT_EQ(rack_places(in, 2, Millimetres(600), depths, {}).fit, RackFit::end_at_wall);
    const RackPlaces three = rack_places(in, 3, Millimetres(600), depths, {});
    EXPECT_EQ(three.fit, RackFit::back_at_wall);
    EXPECT_GE(least(racks_of(three), room, RackEdge::front), 1'000);
    EXPECT_EQ(rack_places(in, 9, Millimetres(600), depths, {}).fit, RackFit::none);
    EXPECT_TRUE(rack_places(in, 9, Millimetres(600), depths, {}).places.empty());
}

TEST(RackPlaces, KeepsOffColumnsAndRacksThatStand) {
    const Polygon room = rectangle(6'000, 4'000);
    const Polygon column{{{2'500, 1'500}, {3'000, 1'500}, {3'000, 2'000}, {2'500, 2'000}}, {}};
    Rack standing;
    standing.id = {99};
    standing.place = {5'000, 2'000};
    const RackPlaces places = rack_places(
        {.outline = room, .columns = {column}, .standing = {turned_footprint(standing)}, .entry = {200, 200}}, 2,
        Millimetres(600), depths, {});
    ASSERT_FALSE(places.places.empty());
    for (const Rack& rack : racks_of(places)) {
        EXPECT_FALSE(boxes_overlap(turned_footprint(rack), turned_footprint(standing)));
        for (const Point corner : column.outer) {
            const auto box = turned_footprint(rack).corners();
            EXPECT_FALSE(contains(Polygon{{box.begin(), box.end()}, {}}, corner));
        }
    }
}

// A wing that leans by 16.26 degrees.
TEST(RackPlaces, ALeaningRoomTurnsItsRacks) {
    const auto lean = [](double x, double y) {
        return Point{static_cast<std::int32_t>(0.96 * x - 0.28 * y), static_cast<std::int32_t>(0.28 * x + 0.96 * y)};
    };
    const Polygon room{{lean(0, 0), lean(5'000, 0), lean(5'000, 5'000), lean(0, 5'000)}, {}};
    const RackPlaces places = rack_places({.outline = room, .columns = {}, .standing = {}, .entry = lean(2'500, 100)},
                                          4, Millimetres(600), depths, {});
    ASSERT_EQ(places.fit, RackFit::clear);
    EXPECT_NEAR(places.places.front().turn.value % 90'000, 16'260, 10);
    EXPECT_GE(least(racks_of(places), room, RackEdge::front), 995);
}

TEST(RackClearances, MeasuresToWallsAndRacks) {
    Rack rack;
    rack.id = {1};
    rack.place = {1'500, 2'000};
    Rack beside = rack;
    beside.id = {2};
    beside.place.x += 600;
    Rack behind = rack;
    behind.id = {3};
    behind.place.y += 2'300;
    const std::vector<const Rack*> all{&rack, &beside, &behind};
    const auto spaces = free_spaces(rack, rectangle(4'000, 6'000), all);
    EXPECT_EQ(spaces[0]->distance.value, 1'500);
    EXPECT_FALSE(spaces[0]->to_rack);
    EXPECT_EQ(spaces[1]->distance.value, 1'300) << "to the row behind";
    EXPECT_TRUE(spaces[1]->to_rack);
    EXPECT_EQ(spaces[2]->distance.value, 1'200);
    EXPECT_EQ(spaces[3]->distance.value, 0);
    EXPECT_TRUE(spaces[3]->to_rack);
}

} // namespace
} // namespace riser::test
