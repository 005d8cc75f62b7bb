// SPDX-License-Identifier: GPL-3.0-or-later
// Storeys put in, exchanged and made higher: whatever is done, no two floors meet, and the ground stays.
#include "model/edits/storey_edits.h"

#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace riser {
namespace {

struct Storeys : ::testing::Test {
    Storeys() {
        // B1 -4 m, 1F 0, 2F 4 m, 3F 8 m
        for (const auto& [label, at] : {std::pair("B1", -4'000), {"1F", 0}, {"2F", 4'000}, {"3F", 8'000}}) {
            house.with_floor(label, {"AAAAA", "AAAAA"});
            Floor row = floor(label);
            row.elevation = Millimetres(at);
            row.storey_height = Millimetres(4'000);
            Edit placed = edit();
            placed.put(row);
            house.design = std::move(placed).commit();
        }
    }
    Edit edit() { return Edit(house.design, {"改", "Change"}, ids); }
    const Floor& floor(const std::string& label, const Design& design) {
        for (const Floor& row : design.floors)
            if (row.label == label)
                return row;
        throw std::runtime_error("no floor " + label);
    }
    const Floor& floor(const std::string& label) { return floor(label, house.design); }
    std::string stack(const Design& design) {
        std::vector<Floor> floors(design.floors.begin(), design.floors.end());
        std::ranges::sort(floors, {}, &Floor::order);
        std::string out;
        for (const Floor& row : floors)
            out += row.label + " " + std::to_string(row.elevation.value) + "+" +
                   std::to_string(row.storey_height.value) + "; ";
        return out;
    }
    test::BuildingBuilder house;
    IdSource ids{7};
};

TEST_F(Storeys, AboveGroundTheOthersGoUp) {
    Edit e = edit();
    const auto added = insert_floor(e, floor("1F").id, true, {.label = "1M", .storey_height = Millimetres(3'000)}, {});
    ASSERT_TRUE(added);
    EXPECT_EQ(stack(e.design()), "B1 -4000+4000; 1F 0+4000; 1M 4000+3000; 2F 7000+4000; 3F 11000+4000; ");
}

TEST_F(Storeys, BelowGroundTheOthersGoDown) {
    Edit e = edit();
    ASSERT_TRUE(insert_floor(e, floor("1F").id, false, {.label = "B0", .storey_height = Millimetres(3'000)}, {}));
    EXPECT_EQ(stack(e.design()), "B1 -7000+4000; B0 -3000+3000; 1F 0+4000; 2F 4000+4000; 3F 8000+4000; ");
    ASSERT_TRUE(insert_floor(e, floor("B1").id, false, {.label = "B2", .storey_height = Millimetres(5'000)}, {}));
    EXPECT_EQ(stack(e.design()),
              "B2 -12000+5000; B1 -7000+4000; B0 -3000+3000; 1F 0+4000; 2F 4000+4000; 3F 8000+4000; ");
}

TEST_F(Storeys, ACopyBringsTheRooms) {
    Edit e = edit();
    const FloorId master = floor("2F").id;
    const auto added = insert_floor(e, floor("3F").id, true, {.label = "4F"}, master);
    ASSERT_TRUE(added);
    EXPECT_EQ(e.design().find(*added)->typical_of, master);
    EXPECT_EQ(e.design().find(*added)->elevation, Millimetres(12'000));
    EXPECT_EQ(std::ranges::count(e.design().rooms, *added, &Room::floor),
              std::ranges::count(e.design().rooms, master, &Room::floor));
}

TEST_F(Storeys, ARefusalChangesNothing) {
    Edit e = edit();
    EXPECT_EQ(insert_floor(e, floor("1F").id, true, {.label = "2F"}, {}).error().code, ErrorCode::conflict);
    EXPECT_EQ(insert_floor(e, floor("1F").id, true, {.label = "9F", .storey_height = Millimetres(1)}, {}).error().code,
              ErrorCode::bad_input);
    EXPECT_EQ(insert_floor(e, FloorId{99}, true, {.label = "9F"}, {}).error().code, ErrorCode::not_found);
    EXPECT_EQ(move_floor(e, floor("3F").id, true).error().code, ErrorCode::refused);
    EXPECT_EQ(move_floor(e, floor("B1").id, false).error().code, ErrorCode::refused);
    EXPECT_EQ(set_floor_elevation(e, floor("2F").id, Millimetres(9'000)).error().code, ErrorCode::refused);
    EXPECT_EQ(set_floor_elevation(e, floor("2F").id, Millimetres(500)).error().code, ErrorCode::refused);
    EXPECT_EQ(set_storey_height(e, floor("2F").id, Millimetres(0)).error().code, ErrorCode::bad_input);
    EXPECT_TRUE(e.changes().empty());
}

TEST_F(Storeys, ExchangedAndBackIsAsBefore) {
    Edit e = edit();
    ASSERT_TRUE(set_storey_height(e, floor("2F").id, Millimetres(5'500)));
    const Design before = e.design();
    ASSERT_TRUE(move_floor(e, floor("2F").id, true));
    EXPECT_EQ(stack(e.design()), "B1 -4000+4000; 1F 0+4000; 3F 4000+4000; 2F 8000+5500; ");
    ASSERT_TRUE(move_floor(e, floor("2F").id, false));
    EXPECT_TRUE(e.design() == before);
}

TEST_F(Storeys, AHigherStoreyMovesWhatIsBeyondIt) {
    Edit e = edit();
    ASSERT_TRUE(set_storey_height(e, floor("1F").id, Millimetres(6'000)));
    EXPECT_EQ(stack(e.design()), "B1 -4000+4000; 1F 0+6000; 2F 6000+4000; 3F 10000+4000; ");
    ASSERT_TRUE(set_storey_height(e, floor("B1").id, Millimetres(5'000)));
    EXPECT_EQ(stack(e.design()), "B1 -5000+5000; 1F 0+6000; 2F 6000+4000; 3F 10000+4000; ");
    ASSERT_TRUE(set_floor_elevation(e, floor("2F").id, Millimetres(5'000)));
    EXPECT_EQ(stack(e.design()), "B1 -5000+5000; 1F 0+5000; 2F 5000+5000; 3F 10000+4000; ");
}

// Whatever is done in whatever order: elevations rise with the order, no storey reaches into the next, 1F stays at 0
// as long as nobody moves it.
TEST_F(Storeys, NoTwoFloorsEverMeet) {
    std::mt19937 random(5);
    Edit e = edit();
    for (int step = 0; step < 400; ++step) {
        std::vector<Floor> floors(e.design().floors.begin(), e.design().floors.end());
        const Floor& any = floors[random() % floors.size()];
        const Millimetres height(2'000 + static_cast<std::int32_t>(random() % 4'000));
        const bool up = random() % 2 == 0;
        switch (random() % 4) {
        case 0:
            if (floors.size() < 12)
                (void)insert_floor(e, any.id, up, {.label = "N" + std::to_string(step), .storey_height = height}, {});
            break;
        case 1:
            (void)move_floor(e, any.id, up);
            break;
        case 2:
            (void)set_storey_height(e, any.id, height);
            break;
        default:
            (void)set_floor_elevation(e, any.id, any.elevation + height - Millimetres(4'000));
        }
        floors.assign(e.design().floors.begin(), e.design().floors.end());
        std::ranges::sort(floors, {}, &Floor::order);
        for (std::size_t i = 1; i < floors.size(); ++i) {
            ASSERT_EQ(floors[i].order, floors[i - 1].order + 1);
            ASSERT_LE(floors[i - 1].elevation + floors[i - 1].storey_height, floors[i].elevation) << stack(e.design());
        }
    }
}

} // namespace
} // namespace riser
