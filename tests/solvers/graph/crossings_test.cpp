// SPDX-License-Identifier: GPL-3.0-or-later
// Where runs go through fire barriers, against walking along them in millimetre steps.
#include "solvers/graph/crossings.h"

#include "solvers/graph/fire_ratings.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace riser {
namespace {

Polygon square(std::int32_t low, std::int32_t high) {
    return {{{low, low}, {high, low}, {high, high}, {low, high}}, {}};
}

TEST(Passages, InAndOutAndThroughACorner) {
    const Polygon room = square(0, 1'000);
    EXPECT_EQ(passages({{-500, 500}, {1'500, 500}}, room), (std::vector<Point>{{0, 500}, {1'000, 500}}));
    EXPECT_EQ(passages({{500, 500}, {1'500, 500}}, room), (std::vector<Point>{{1'000, 500}}));
    EXPECT_TRUE(passages({{-500, 500}, {500, -500}}, room).empty()) << "it only touches the corner";
    EXPECT_EQ(passages({{-500, -500}, {500, 500}}, room), (std::vector<Point>{{0, 0}}));
    EXPECT_TRUE(passages({{100, 100}, {900, 900}, {100, 900}}, room).empty());
    EXPECT_EQ(passages({{500, 1'500}, {500, 500}, {500, 1'500}}, room).size(), 2U);
    EXPECT_TRUE(passages({}, room).empty());
    Polygon with_court = room;
    with_court.holes.push_back({{400, 400}, {400, 600}, {600, 600}, {600, 400}});
    EXPECT_EQ(passages({{-100, 500}, {1'100, 500}}, with_court).size(), 4U);
}

// Every passage of random lines through random rings, found by steps of a millimetre.
TEST(Passages, AsAWalkInMillimetresFindsThem) {
    std::size_t found = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        const auto coordinate = [&] { return static_cast<std::int32_t>(random() % 41) * 50; };
        Polygon polygon{{{coordinate(), coordinate()}, {coordinate(), coordinate()}, {coordinate(), coordinate()}}, {}};
        if (random() % 2)
            polygon.outer.push_back({coordinate(), coordinate()});
        if (!is_simple(polygon.outer))
            continue;
        Polyline line;
        for (std::uint32_t i = 0; i < 2 + random() % 3; ++i)
            line.push_back({coordinate() + 7, coordinate() + 13});
        Polygon fine = polygon; // in 64ths of a millimetre
        for (Point& corner : fine.outer)
            corner = {corner.x * 64, corner.y * 64};
        std::size_t walked = 0;
        bool inside = contains(polygon, line.front());
        std::int64_t since = 0; // mm since the last change, or the beginning
        bool narrow = false;    // two of them, or the end, so near one another that a touch is no passage
        for (std::size_t i = 1; i < line.size(); ++i) {
            const std::int64_t length = distance(line[i - 1], line[i]).value;
            for (std::int64_t k = 1; k <= length; ++k, ++since) {
                const double share = static_cast<double>(k) / static_cast<double>(length);
                const Point at{
                    static_cast<std::int32_t>(std::lround(64 * (line[i - 1].x + share * (line[i].x - line[i - 1].x)))),
                    static_cast<std::int32_t>(std::lround(64 * (line[i - 1].y + share * (line[i].y - line[i - 1].y))))};
                if (contains(fine, at) == inside)
                    continue;
                narrow = narrow || since < 6;
                since = 0;
                inside = !inside;
                ++walked;
            }
        }
        if (narrow || since < 6)
            continue;
        const std::vector<Point> places = passages(line, polygon);
        EXPECT_EQ(places.size(), walked) << "seed " << seed;
        for (const Point place : places)
            EXPECT_LE(distance_to_ring(polygon.outer, place).value, 1) << "seed " << seed;
        found += walked;
    }
    EXPECT_GT(found, 150U);
}

struct Tower {
    Design design;
    PathwayRun run;

    explicit Tower(std::initializer_list<std::int32_t> elevations) {
        std::uint64_t id = 0;
        for (const std::int32_t elevation : elevations) {
            Floor floor;
            floor.id = FloorId{++id};
            floor.building = BuildingId{1};
            floor.elevation = Millimetres(elevation);
            design.floors.put(floor);
        }
        run.id = PathwayRunId{9};
    }
    PathwayNodeId node(std::uint64_t floor, Point place) {
        PathwayNode row;
        row.id = PathwayNodeId{design.pathway_nodes.size() + 1};
        row.floor = FloorId{floor};
        row.place = place;
        design.pathway_nodes.put(row);
        return row.id;
    }
    std::vector<Crossing> crossings() const {
        return Crossings(design.floors, design.rooms, design.spaces, design.fire_compartments, design.pathway_nodes)
            .of(run);
    }
};

TEST(Crossings, EverySlabBetweenTheEndsOnceWhicheverWayItRuns) {
    Tower tower({0, 4'000, 8'000, 12'000});
    tower.run.kind = PathwayKind::shaft;
    const PathwayNodeId low = tower.node(2, {5, 5}), high = tower.node(4, {6, 6});
    for (const bool up : {true, false}) {
        tower.run.from = up ? low : high;
        tower.run.to = up ? high : low;
        const std::vector<Crossing> found = tower.crossings();
        ASSERT_EQ(found.size(), 2U);
        EXPECT_EQ(found[0].floor, FloorId{3});
        EXPECT_EQ(found[1].floor, FloorId{4});
        EXPECT_EQ(found[1].of, CrossingOf::slab);
        EXPECT_EQ(found[1].place, (Point{6, 6}));
    }
}

TEST(Crossings, OneHoleForTheTwoFacesOfAWallAndNoneForConduitInAPlainOne) {
    Tower tower({0});
    tower.run.kind = PathwayKind::tray;
    tower.run.from = tower.node(1, {500, 500});
    tower.run.to = tower.node(1, {5'000, 500});
    const auto compartment = [&](std::uint64_t id, std::int32_t from, std::int32_t to) {
        FireCompartment row;
        row.id = FireCompartmentId{id};
        row.floor = FloorId{1};
        row.outline.outer = {{from, 0}, {to, 0}, {to, 1'000}, {from, 1'000}};
        tower.design.fire_compartments.put(row);
    };
    compartment(1, 0, 2'000);
    compartment(2, 2'200, 9'000);
    std::vector<Crossing> found = tower.crossings();
    ASSERT_EQ(found.size(), 1U) << "the wall between two compartments is 200 mm thick";
    EXPECT_EQ(found[0].through, AnyId(FireCompartmentId{1}));
    EXPECT_EQ(found[0].place, (Point{2'000, 500}));
    Room room;
    room.id = RoomId{1};
    room.floor = FloorId{1};
    room.outline.outer = {{0, 0}, {1'200, 0}, {1'200, 1'000}, {0, 1'000}};
    tower.design.rooms.put(room);
    EXPECT_EQ(tower.crossings().size(), 1U) << "an office's wall needs no sleeve";
    Space space;
    space.id = SpaceId{1};
    space.room = room.id;
    tower.design.spaces.put(space);
    found = tower.crossings();
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].of, CrossingOf::wall);
    EXPECT_FALSE(stops_fire(found[0]));
    tower.run.kind = PathwayKind::conduit;
    EXPECT_EQ(tower.crossings().size(), 1U);
}

TEST(FireRatings, AreWrittenAsTheyAreRead) {
    for (const int minutes : {0, 3, 30, 45, 90, 180, 240})
        EXPECT_EQ(promised_rating(rating_text(Seconds(minutes * 60))), Seconds(minutes * 60)) << minutes;
    EXPECT_EQ(rating_text(Seconds(5'400)), "1.50 h");
    EXPECT_EQ(promised_rating("90 min mortar"), Seconds(5'400));
    EXPECT_EQ(promised_rating("2小时"), Seconds(7'200));
    for (const char* none : {"", "防火泥", "3", "-1 h", "h", "1e9 h", "nan h"})
        EXPECT_FALSE(promised_rating(none)) << none;
    const FireRatings ratings;
    EXPECT_EQ(rating_of(ratings, CrossingOf::slab, FireClass::second), Seconds(3'600));
    EXPECT_EQ(rating_of(ratings, CrossingOf::wall, FireClass::first), std::nullopt);
}

} // namespace
} // namespace riser
