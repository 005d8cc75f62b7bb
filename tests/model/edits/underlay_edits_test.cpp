// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/underlay_edits.h"

#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <limits>

namespace riser {
namespace {

struct Underlaying : ::testing::Test {
    test::BuildingBuilder house;
    FloorId floor = house.with_floor("3F", {"AAAA", "AAAA"});
    Edit edit() { return Edit(house.design, {"放置底图", "Place"}, house.ids); }
    const UnderlayWish scan{.kind = UnderlayKind::picture,
                            .file = "3F.png",
                            .asset = std::string(64, 'a'),
                            .millimetres = 12.5,
                            .offset_x = -100,
                            .offset_y = 200,
                            .source = {}};
};

TEST_F(Underlaying, IsPlacedAndMoved) {
    Edit work = edit();
    const Result<UnderlayId> placed = place_underlay(work, floor, scan);
    ASSERT_TRUE(placed) << to_string(placed.error(), Language::en);
    const Underlay* row = work.design().find(*placed);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->floor, floor);
    EXPECT_EQ(row->scale_ppm, 12'500'000);
    EXPECT_EQ(row->origin.kind, OriginKind::typed);
    ASSERT_TRUE(move_underlay(work, *placed, 1000, -300));
    row = work.design().find(*placed);
    EXPECT_EQ(row->offset_x, 900);
    EXPECT_EQ(row->offset_y, -100);
    EXPECT_EQ(work.changes().size(), 1U);
}

TEST_F(Underlaying, WhatCannotBeChangesNothing) {
    Edit work = edit();
    EXPECT_EQ(place_underlay(work, FloorId{77}, scan).error().code, ErrorCode::not_found);
    UnderlayWish wish = scan;
    wish.asset.clear();
    EXPECT_EQ(place_underlay(work, floor, wish).error().code, ErrorCode::bad_input);
    for (const double millimetres : {0.0, -1.0, 1e10, std::numeric_limits<double>::quiet_NaN()}) {
        wish = scan;
        wish.millimetres = millimetres;
        EXPECT_EQ(place_underlay(work, floor, wish).error().code, ErrorCode::bad_input) << millimetres;
    }
    wish = scan;
    wish.offset_y = std::int64_t{1} << 50;
    EXPECT_EQ(place_underlay(work, floor, wish).error().code, ErrorCode::bad_input);
    EXPECT_EQ(move_underlay(work, UnderlayId{77}, 1, 1).error().code, ErrorCode::not_found);
    EXPECT_TRUE(work.changes().empty());
    const UnderlayId placed = *place_underlay(work, floor, scan);
    EXPECT_EQ(move_underlay(work, placed, std::numeric_limits<std::int64_t>::max(), 0).error().code,
              ErrorCode::bad_input);
    EXPECT_EQ(work.design().find(placed)->offset_x, -100);
}

} // namespace
} // namespace riser
