// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of calibration: the picked points end at the true distance, k and then 1/k is the identity, what was refused
// changed nothing, other floors stay.
#include "model/edits/calibrate_edits.h"

#include "model/edits/building_edits.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace riser {
namespace {

struct Calibrating : ::testing::Test {
    Calibrating() {
        floor = house.with_floor("3F", {"AAAAABBBBB", "AAAAABBBBB", "CCCCCCCCCC"},
                                 {{'A', {.number = "301"}},
                                  {'B', {.use = RoomUse::telecom_room, .number = "302"}},
                                  {'C', {.use = RoomUse::corridor, .number = "303"}}});
        other = house.with_floor("4F", {"AAAAA", "AAAAA"});
        Wall wall;
        wall.floor = floor;
        wall.line = {{0, 0}, {10'000, 0}};
        wall.thickness = Millimetres(200);
        typed_wall = put(wall);
        wall.origin.kind = OriginKind::imported;
        imported_wall = put(wall);
        Space space;
        space.room = house.room(floor, 'B');
        space.place = {7'000, 2'000};
        Rack cabinet;
        cabinet.space = put(space);
        cabinet.place = {7'500, 2'000};
        cabinet.rotation = MilliDegrees(350'000);
        rack = put(cabinet);
        PathwayNode node;
        node.floor = floor;
        node.place = {500, 500};
        PathwayRun tray;
        tray.from = put(node);
        node.place = {9'500, 500};
        tray.to = put(node);
        tray.bends = {{5'000, 700}};
        run = put(tray);
        Underlay sheet;
        sheet.floor = floor;
        sheet.scale_ppm = 1'000'000;
        sheet.offset_x = 1'000;
        sheet.offset_y = -2'000;
        underlay = put(sheet);
        sheet.floor = other;
        put(sheet);
    }
    template<class Row> Id<Row> put(Row row) {
        row.id = house.ids.next<Row>();
        const Id<Row> id = row.id;
        house.design.table<Row>().put(std::move(row));
        return id;
    }
    Edit edit() { return edit(house.design); }
    Edit edit(const Design& design) { return Edit(design, {"校准", "Calibrate"}, house.ids); }
    // Where a point of the drawing lies on the floor.
    static std::pair<double, double> place_of(const Underlay& row, double x, double y) {
        const double scale = static_cast<double>(row.scale_ppm) / 1e6;
        const double angle = row.rotation.value / 180'000.0 * std::acos(-1.0);
        return {scale * (x * std::cos(angle) - y * std::sin(angle)) + static_cast<double>(row.offset_x),
                scale * (x * std::sin(angle) + y * std::cos(angle)) + static_cast<double>(row.offset_y)};
    }
    std::vector<Point> places(const Design& design) const {
        std::vector<Point> out;
        for (const Room& room : design.rooms)
            out.insert(out.end(), room.outline.outer.begin(), room.outline.outer.end());
        for (const Wall& wall : design.walls)
            out.insert(out.end(), wall.line.begin(), wall.line.end());
        for (const PathwayNode& node : design.pathway_nodes)
            out.push_back(node.place);
        for (const PathwayRun& row : design.pathway_runs)
            out.insert(out.end(), row.bends.begin(), row.bends.end());
        for (const Rack& row : design.racks)
            out.push_back(row.place);
        for (const Space& row : design.spaces)
            out.push_back(row.place);
        return out;
    }
    template<class Verb> void expect_refused(Verb verb, ErrorCode code) {
        Edit e = edit();
        const Result<Calibration> done = verb(e);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, code);
        EXPECT_FALSE(done.error().message.zh.empty());
        EXPECT_FALSE(done.error().fix.en.empty());
        EXPECT_TRUE(e.design() == house.design);
    }
    test::BuildingBuilder house;
    FloorId floor, other;
    WallId typed_wall, imported_wall;
    RackId rack;
    PathwayRunId run;
    UnderlayId underlay;
};

TEST_F(Calibrating, ThePickedPointsEndAtTheTrueDistance) {
    std::mt19937 random(5);
    std::uniform_int_distribution<std::int32_t> somewhere(-80'000, 80'000), far(1'000, 90'000);
    for (int n = 0; n < 200; ++n) {
        const Point p{somewhere(random), somewhere(random)}, q{somewhere(random), somewhere(random)};
        const Millimetres truth(far(random));
        if (distance(p, q).value < 500)
            continue;
        const Result<Similarity> by = scaling_by_distance(p, q, truth);
        ASSERT_TRUE(by);
        Edit e = edit();
        Wall wall;
        wall.floor = floor;
        wall.line = {p, q};
        const WallId id = e.put(wall);
        ASSERT_TRUE(calibrate_floor(e, floor, *by));
        const Wall& now = *e.design().find(id);
        EXPECT_EQ(now.line.front(), p);
        EXPECT_NEAR(static_cast<double>(distance(now.line[0], now.line[1]).value), static_cast<double>(truth.value),
                    1.5);
    }
}

TEST_F(Calibrating, ByAFactorAndItsInverseIsTheIdentityWithinAMillimetre) {
    for (const auto& [drawn, truth] : {std::pair(1'000, 25'400), {1'000, 1'000'000}, {3'000, 5'000}, {7'000, 7'001}}) {
        const Point about{1'234, -567};
        Edit there = edit();
        ASSERT_TRUE(
            calibrate_floor(there, floor, *scaling_by_distance(about, about + Point{drawn, 0}, Millimetres(truth))));
        EXPECT_NE(places(there.design()), places(house.design));
        Edit back = edit(there.design());
        ASSERT_TRUE(
            calibrate_floor(back, floor, *scaling_by_distance(about, about + Point{truth, 0}, Millimetres(drawn))));
        const std::vector<Point> before = places(house.design), after = places(back.design());
        ASSERT_EQ(before.size(), after.size());
        for (std::size_t i = 0; i < before.size(); ++i)
            EXPECT_LE(std::max(std::abs(before[i].x - after[i].x), std::abs(before[i].y - after[i].y)), 1);
        const Underlay& was = *house.design.find(underlay);
        const Underlay& is = *back.design().find(underlay);
        EXPECT_NEAR(static_cast<double>(is.scale_ppm), static_cast<double>(was.scale_ppm), 1);
        EXPECT_LE(std::abs(is.offset_x - was.offset_x), 1);
        EXPECT_LE(std::abs(is.offset_y - was.offset_y), 1);
    }
}

TEST_F(Calibrating, AllOfTheFloorGoesAndNothingOfTheOthers) {
    Edit e = edit();
    const Result<Calibration> done =
        calibrate_floor(e, floor, *scaling_by_distance({}, {5'000, 0}, Millimetres(10'000)));
    ASSERT_TRUE(done);
    EXPECT_DOUBLE_EQ(done->factor, 2);
    EXPECT_EQ(done->old_ppm, 1'000'000);
    EXPECT_EQ(done->new_ppm, 2'000'000);
    EXPECT_EQ(done->rows, 3 + 2 + 1 + 1 + 2 + 1 + 1) << "rooms, walls, space, rack, nodes, run, underlay";
    const Design& now = e.design();
    EXPECT_EQ(now.find(run)->bends, (Polyline{{10'000, 1'400}}));
    EXPECT_EQ(now.find(rack)->place, (Point{15'000, 4'000}));
    EXPECT_EQ(now.find(rack)->width, house.design.find(rack)->width) << "a rack is as wide as it is";
    EXPECT_EQ(now.find(typed_wall)->thickness.value, 200);
    EXPECT_EQ(now.find(imported_wall)->thickness.value, 400);
    for (const Room& room : house.design.rooms) {
        if (room.floor == floor)
            EXPECT_EQ(area(now.find(room.id)->outline).value, 4 * area(room.outline).value);
        else
            EXPECT_TRUE(*now.find(room.id) == room);
        EXPECT_EQ(now.find(room.id)->pins, room.pins);
    }
    for (const Underlay& row : house.design.underlays)
        EXPECT_EQ(*now.find(row.id) == row, row.floor == other);
}

TEST_F(Calibrating, TheUnderlayAlone) {
    Edit e = edit();
    ASSERT_TRUE(
        calibrate_underlay(e, floor, *scaling_by_distance({4'000, 1'000}, {4'000, 2'000}, Millimetres(25'400))));
    EXPECT_EQ(places(e.design()), places(house.design));
    // The unit of the drawing that lay under the first point lies there still.
    const auto [x, y] = place_of(*e.design().find(underlay), 3'000, 3'000);
    EXPECT_NEAR(x, 4'000, 1);
    EXPECT_NEAR(y, 1'000, 1);
    EXPECT_EQ(e.design().find(underlay)->scale_ppm, 25'400'000);
}

TEST_F(Calibrating, TwoPairsAreMetExactly) {
    std::mt19937 random(11);
    std::uniform_int_distribution<std::int32_t> somewhere(-50'000, 50'000);
    for (int n = 0; n < 200; ++n) {
        const auto any = [&] { return Point{somewhere(random), somewhere(random)}; };
        const PointPair pairs[] = {{any(), any()}, {any(), any()}};
        const Result<Similarity> by = similarity_of(pairs);
        ASSERT_TRUE(by);
        EXPECT_NEAR(by->residual, 0, 1e-3);
        for (const auto& [drawn, truth] : pairs) {
            EXPECT_NEAR(by->a * drawn.x - by->b * drawn.y + by->shift_x, truth.x, 1e-3);
            EXPECT_NEAR(by->b * drawn.x + by->a * drawn.y + by->shift_y, truth.y, 1e-3);
        }
    }
}

TEST_F(Calibrating, MorePairsAreMetAsWellAsCanBe) {
    const PointPair pairs[] = {
        {{0, 0}, {10, 0}}, {{1'000, 0}, {0, 2'005}}, {{0, 1'000}, {-1'990, 0}}, {{900, 900}, {-1'800, 1'795}}};
    const auto squares = [&](const Similarity& by) {
        double sum = 0;
        for (const auto& [p, q] : pairs)
            sum += std::pow(by.a * p.x - by.b * p.y + by.shift_x - q.x, 2) +
                   std::pow(by.b * p.x + by.a * p.y + by.shift_y - q.y, 2);
        return sum;
    };
    const Result<Similarity> best = similarity_of(pairs);
    ASSERT_TRUE(best);
    EXPECT_NEAR(best->factor(), 2, 0.02);
    EXPECT_NEAR(best->turn().value, 90'000, 500);
    EXPECT_NEAR(best->residual, std::sqrt(squares(*best) / 4), 1e-6);
    for (const double step : {-1e-3, 1e-3}) {
        for (double Similarity::*part : {&Similarity::a, &Similarity::b}) {
            Similarity worse = *best;
            worse.*part += step;
            EXPECT_GT(squares(worse), squares(*best));
        }
        for (double Similarity::*part : {&Similarity::shift_x, &Similarity::shift_y}) {
            Similarity worse = *best;
            worse.*part += 1'000 * step;
            EXPECT_GT(squares(worse), squares(*best));
        }
    }
}

TEST_F(Calibrating, JogsThatBecomeTooShortAreLeftOut) {
    Room jogged;
    jogged.floor = floor;
    jogged.outline = {.outer = {{0, 0}, {50'000, 0}, {50'000, 20'000}, {20'001, 20'000}, {20'001, 20'002}, {0, 20'002}},
                      .holes = {}};
    const RoomId id = put(jogged);
    Edit e = edit();
    ASSERT_TRUE(calibrate_floor(e, floor, {.a = 0.1}));
    EXPECT_FALSE(outline_fault(e.design().find(id)->outline));
    EXPECT_NEAR(static_cast<double>(area(e.design().find(id)->outline).value), 10e6, 10e3);
}

TEST_F(Calibrating, CablesEnterAndLeaveTheirRunsWhereTheyDid) {
    Cable cable;
    cable.route = {{.run = run}};
    cable.entry_offset = Millimetres(1'000);
    cable.exit_offset = Millimetres(8'000);
    cable.slack_a = Millimetres(300);
    const CableId id = put(cable);
    Edit e = edit();
    ASSERT_TRUE(calibrate_floor(e, floor, {.a = 0.5}));
    EXPECT_EQ(e.design().find(id)->entry_offset.value, 500);
    EXPECT_EQ(e.design().find(id)->exit_offset.value, 4'000);
    EXPECT_EQ(e.design().find(id)->slack_a.value, 300);
    Edit others = edit();
    ASSERT_TRUE(calibrate_floor(others, other, {.a = 0.5}));
    EXPECT_EQ(others.design().find(id)->entry_offset.value, 1'000);
}

TEST_F(Calibrating, TurningTurnsRacksAndTheUnderlay) {
    const PointPair pairs[] = {{{0, 0}, {0, 0}}, {{1'000, 0}, {0, 1'000}}};
    Edit e = edit();
    ASSERT_TRUE(calibrate_floor(e, floor, *similarity_of(pairs)));
    EXPECT_EQ(e.design().find(rack)->rotation.value, 80'000);
    EXPECT_EQ(e.design().find(rack)->place, (Point{-2'000, 7'500}));
    const auto [x, y] = place_of(*e.design().find(underlay), 4'000, 3'000); // lay at 5000, 1000
    EXPECT_NEAR(x, -1'000, 1);
    EXPECT_NEAR(y, 5'000, 1);
}

TEST_F(Calibrating, PointsThatCoincideAndAbsurdFactorsAreRefused) {
    EXPECT_FALSE(scaling_by_distance({5, 5}, {5, 5}, Millimetres(1'000)));
    EXPECT_FALSE(scaling_by_distance({}, {1'000, 0}, Millimetres(0)));
    EXPECT_FALSE(scaling_by_distance({}, {1'000, 0}, Millimetres(-5)));
    EXPECT_FALSE(scaling_by_distance({}, {1'000, 0}, Millimetres(1'000'001)));
    EXPECT_TRUE(scaling_by_distance({}, {1'000, 0}, Millimetres(1'000'000)));
    EXPECT_FALSE(scaling_by_distance({}, {1'001, 0}, Millimetres(1)));
    EXPECT_TRUE(scaling_by_distance({}, {1'000, 0}, Millimetres(1)));
    const PointPair alone[] = {{{0, 0}, {1, 1}}};
    const PointPair drawn_as_one[] = {{{5, 5}, {0, 0}}, {{5, 5}, {9'000, 0}}};
    const PointPair true_as_one[] = {{{0, 0}, {5, 5}}, {{9'000, 0}, {5, 5}}};
    EXPECT_FALSE(similarity_of(alone));
    EXPECT_FALSE(similarity_of(drawn_as_one));
    EXPECT_FALSE(similarity_of(true_as_one));
}

TEST_F(Calibrating, RefusalsChangeNothing) {
    const Similarity twice{.a = 2};
    expect_refused([&](Edit& e) { return calibrate_floor(e, floor, {.a = 2'000}); }, ErrorCode::bad_input);
    expect_refused([&](Edit& e) { return calibrate_underlay(e, floor, {.a = 0}); }, ErrorCode::bad_input);
    expect_refused([&](Edit& e) { return calibrate_floor(e, floor, {.a = 2, .shift_x = 6e8}); }, ErrorCode::bad_input);
    expect_refused([&](Edit& e) { return calibrate_floor(e, FloorId{99}, twice); }, ErrorCode::not_found);
    Room tiny;
    tiny.floor = floor;
    tiny.outline.outer = {{0, 0}, {200, 0}, {200, 200}, {0, 200}};
    put(tiny);
    expect_refused([&](Edit& e) { return calibrate_floor(e, floor, {.a = 0.001}); }, ErrorCode::refused);
    house.design.underlays = {};
    expect_refused([&](Edit& e) { return calibrate_underlay(e, floor, twice); }, ErrorCode::refused);
    const FloorId empty = house.with_floor("5F", {});
    expect_refused([&](Edit& e) { return calibrate_floor(e, empty, twice); }, ErrorCode::refused);
}

} // namespace
} // namespace riser
