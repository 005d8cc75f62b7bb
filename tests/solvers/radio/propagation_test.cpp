// SPDX-License-Identifier: GPL-3.0-or-later
// Losses by hand, the same both ways, more walls never a better signal.
#include "solvers/radio/rays.h"

#include <gtest/gtest.h>

#include <random>

namespace riser {
namespace {

RadioWall wall(Point a, Point b, WallMaterial material = WallMaterial::brick, std::int32_t thickness = 240) {
    return {.a = a, .b = b, .material = material, .thickness = Millimetres(thickness), .half = false};
}

std::optional<std::int32_t> lost(const RadioFloor& floor, Point a, Point b, std::int32_t most = 1'000) {
    const auto loss = RadioRays(floor, {}).obstacles(a, b, decibels(most));
    return loss ? std::optional(loss->value) : std::nullopt;
}

TEST(FreeSpace, AsWorkedOutByHand) {
    // 20 log 10 + 20 log 5200 - 27.55 = 20 + 74.3201 - 27.55.
    EXPECT_EQ(free_space_loss(100'000'000, band_5).value, 66'770);
    // Twice as far: 20 log 2 = 6.0206 more. 2.4 GHz: 20 log (5200/2440) = 6.5725 less.
    EXPECT_EQ(free_space_loss(400'000'000, band_5).value, 72'791);
    EXPECT_EQ(free_space_loss(100'000'000, band_2_4).value, 60'198);
    EXPECT_EQ(free_space_loss(0, band_5), free_space_loss(1'000'000, band_5)) << "nearer than a metre is a metre";
    EXPECT_NEAR(free_space_range(MilliDecibels(66'770), band_5), 10'000, 1);
}

TEST(FreeSpace, LevelTakesHeightAndMarginIn) {
    // 3 m away and 1.8 m up: sqrt(12.24) m. 20 - 5 - (10 log 12.24 + 74.3201 - 27.55) = -42.648.
    const RadioRays rays(RadioFloor{}, {});
    EXPECT_EQ(rays.free_level({0, 0}, Millimetres(2'800), {3'000, 0}).value, -42'648);
    EXPECT_EQ(rays.level({0, 0}, Millimetres(2'800), {3'000, 0}, -decibels(65))->value, -42'648);
    EXPECT_FALSE(rays.level({0, 0}, Millimetres(2'800), {3'000, 0}, -decibels(42)));
    EXPECT_EQ(display_level(MilliDecibels(-42'648)), "-42.6 dBm");
    EXPECT_EQ(display_level(MilliDecibels(3'250)), "3.3 dBm");
}

TEST(Obstacles, EachCrossingCountsOnceByItsMaterial) {
    RadioFloor floor;
    floor.walls = {wall({5'000, -20'000}, {5'000, 20'000}, WallMaterial::concrete), // through many squares
                   wall({9'000, -1'000}, {9'000, 1'000}, WallMaterial::glass),
                   wall({12'000, 500}, {12'000, 5'000})}; // beside the way
    EXPECT_EQ(lost(floor, {0, 0}, {20'000, 0}), 20'000 + 3'000);
    EXPECT_EQ(lost(floor, {0, 0}, {4'999, 0}), 0);
    EXPECT_EQ(lost(floor, {0, 0}, {20'000, 0}, 22), std::nullopt) << "given up beyond the most asked for";
    EXPECT_EQ(lost(floor, {0, 0}, {20'000, 0}, 23), 23'000);
}

TEST(Obstacles, ThinWallsOfUnknownMaterialAreLight) {
    RadioFloor floor;
    floor.walls = {wall({5'000, -1'000}, {5'000, 1'000}, WallMaterial::unknown, 100)};
    EXPECT_EQ(lost(floor, {0, 0}, {9'000, 0}), 4'000);
    floor.walls[0].thickness = Millimetres(200);
    EXPECT_EQ(lost(floor, {0, 0}, {9'000, 0}), 7'000);
    floor.walls[0].half = true;
    EXPECT_EQ(lost(floor, {0, 0}, {9'000, 0}), 3'500);
}

TEST(Obstacles, AWayThroughACornerCrossesOneWall) {
    RadioFloor floor; // one wall drawn as two that meet on the way
    floor.walls = {wall({5'000, -3'000}, {5'000, 0}), wall({5'000, 0}, {5'000, 3'000})};
    EXPECT_EQ(lost(floor, {0, 0}, {9'000, 0}), 7'000);
    EXPECT_EQ(lost(floor, {9'000, 0}, {0, 0}), 7'000);
}

TEST(Obstacles, DoorsAndPanesAreCutOutOfTheirWalls) {
    Design design;
    const FloorId id{7};
    Floor row;
    row.id = id;
    design.floors.put(row);
    Wall partition;
    partition.id = WallId{1};
    partition.floor = id;
    partition.line = {{5'000, 0}, {5'000, 10'000}};
    partition.thickness = Millimetres(240);
    partition.material = WallMaterial::brick;
    design.walls.put(partition);
    const auto opening = [&](std::uint64_t key, OpeningKind kind, std::int32_t from) {
        Opening o;
        o.id = OpeningId{key};
        o.floor = id;
        o.kind = kind;
        o.from = {5'000, from};
        o.to = {5'000, from + 1'000};
        design.openings.put(o);
    };
    opening(1, OpeningKind::door, 1'000);
    opening(2, OpeningKind::window, 4'000);
    opening(3, OpeningKind::passage, 7'000);
    const RadioFloor floor =
        radio_floors({design.floors, design.rooms, design.walls, design.openings, design.restricted_areas}).at(id);
    const auto at = [&](std::int32_t y) { return lost(floor, {0, y}, {9'000, y}); };
    EXPECT_EQ(at(500), 7'000);
    EXPECT_EQ(at(1'500), 4'000);
    EXPECT_EQ(at(3'000), 7'000);
    EXPECT_EQ(at(4'500), 3'000);
    EXPECT_EQ(at(7'500), 0);
    EXPECT_EQ(at(9'000), 7'000);
    // A wall that is to go stops nothing.
    partition.status = Status::remove;
    design.walls.put(partition);
    Wall low = partition;
    low.id = WallId{2};
    low.status = Status::planned;
    low.height = Millimetres(1'200);
    design.walls.put(low);
    const RadioFloor later =
        radio_floors({design.floors, design.rooms, design.walls, design.openings, design.restricted_areas}).at(id);
    EXPECT_TRUE(later.walls.empty()) << "nor does one that waves pass above";
}

RadioFloor random_floor(std::mt19937& random, int walls) {
    RadioFloor floor;
    const auto point = [&] {
        return Point{static_cast<std::int32_t>(random() % 40) * 1'000,
                     static_cast<std::int32_t>(random() % 40) * 1'000};
    };
    for (int i = 0; i < walls; ++i)
        floor.walls.push_back(wall(point(), point(), static_cast<WallMaterial>(random() % 8),
                                   100 + 100 * static_cast<int>(random() % 3)));
    return floor;
}

// Ends on whole metres, as those of the walls: ways along walls and through corners are common.
TEST(Obstacles, TheSameBothWaysAndAsByEveryWallInTurn) {
    std::mt19937 random(5);
    for (int round = 0; round < 60; ++round) {
        const RadioFloor floor = random_floor(random, 1 + round);
        for (int i = 0; i < 60; ++i) {
            const Point a{static_cast<std::int32_t>(random() % 80) * 500,
                          static_cast<std::int32_t>(random() % 80) * 500};
            const Point b{static_cast<std::int32_t>(random() % 80) * 500,
                          static_cast<std::int32_t>(random() % 80) * 500};
            const auto there = lost(floor, a, b, 100'000);
            ASSERT_TRUE(there);
            EXPECT_EQ(there, lost(floor, b, a, 100'000));
            std::int32_t sum = 0; // each wall alone on its floor
            for (const RadioWall& one : floor.walls) {
                RadioFloor alone;
                alone.walls = {one};
                sum += *lost(alone, a, b, 100'000);
            }
            EXPECT_EQ(*there, sum);
        }
    }
}

TEST(Obstacles, OneMoreWallNeverHelps) {
    std::mt19937 random(9);
    for (int round = 0; round < 40; ++round) {
        RadioFloor floor = random_floor(random, 12);
        const RadioRays before(floor, {});
        RadioFloor more = floor;
        more.walls.push_back(random_floor(random, 1).walls[0]);
        const RadioRays after(more, {});
        for (int i = 0; i < 60; ++i) {
            const Point a{static_cast<std::int32_t>(random() % 40'000), static_cast<std::int32_t>(random() % 40'000)};
            const Point b{static_cast<std::int32_t>(random() % 40'000), static_cast<std::int32_t>(random() % 40'000)};
            const auto level = [&](const RadioRays& rays) {
                return *rays.level(a, Millimetres(2'800), b, -decibels(10'000));
            };
            EXPECT_LE(level(after), level(before));
        }
    }
}

} // namespace
} // namespace riser
