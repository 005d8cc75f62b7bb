// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/floor_edits.h"
#include "model/edits/fresh_labels.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

struct Case {
    test::BuildingBuilder house;
    IdSource ids{7};
    FloorId floor;
    Case() { floor = house.with_floor("1F", {"AAAAABBBBB", "AAAAABBBBB", "CCCCCCCCCC"}); }
    Edit edit() { return Edit(house.design, {}, ids); }
};

TEST(AddWall, NeedsTwoPlacesAndAThickness) {
    Case c;
    Edit edit = c.edit();
    EXPECT_EQ(add_wall(edit, c.floor, {.line = {{0, 0}, {0, 0}}}).error().code, ErrorCode::bad_input);
    EXPECT_EQ(add_wall(edit, c.floor, {.line = {{0, 0}, {5, 0}}, .thickness = Millimetres(0)}).error().code,
              ErrorCode::bad_input);
    EXPECT_EQ(add_wall(edit, FloorId{9}, {.line = {{0, 0}, {5, 0}}}).error().code, ErrorCode::not_found);
    const auto wall = add_wall(edit, c.floor, {.line = {{0, 0}, {0, 0}, {5'000, 0}}, .thickness = Millimetres(120)});
    ASSERT_TRUE(wall);
    EXPECT_EQ(edit.design().find(*wall)->line, (Polyline{{0, 0}, {5'000, 0}}));
}

TEST(WallNear, CentrelinesComeBeforeOutlines) {
    Case c;
    Edit edit = c.edit();
    const auto outline = wall_near(edit.design(), c.floor, {4'900, 2'000}, Millimetres(300));
    ASSERT_TRUE(outline);
    EXPECT_EQ(outline->at, (Point{5'000, 2'000}));
    EXPECT_FALSE(outline->wall);
    const auto wall = add_wall(edit, c.floor, {.line = {{4'800, 1'000}, {4'800, 3'000}}});
    EXPECT_EQ(wall_near(edit.design(), c.floor, {4'950, 2'000}, Millimetres(300))->wall, *wall);
    EXPECT_FALSE(wall_near(edit.design(), c.floor, {2'500, 2'000}, Millimetres(300)));
}

TEST(AddOpening, JoinsTheRoomsOnEitherSide) {
    Case c;
    Edit edit = c.edit();
    const auto door = add_opening(edit, c.floor, {.from = {1'000, 1'000}, .to = {1'900, 1'000}});
    ASSERT_TRUE(door);
    const Opening& row = *edit.design().find(*door);
    EXPECT_EQ(row.room_a, c.house.room('A'));
    EXPECT_EQ(row.room_b, c.house.room('C'));
    const auto window = add_opening(edit, c.floor, {.kind = OpeningKind::window, .from = {0, 2'000}, .to = {0, 1'200}});
    ASSERT_TRUE(window);
    EXPECT_EQ(edit.design().find(*window)->room_a, c.house.room('A'));
    EXPECT_FALSE(edit.design().find(*window)->room_b);
}

TEST(AddOpening, RefusesWhatIsInNoWallOrInAnother) {
    Case c;
    Edit edit = c.edit();
    EXPECT_EQ(add_opening(edit, c.floor, {.from = {1'000, 2'000}, .to = {1'900, 2'000}}).error().code,
              ErrorCode::refused);
    EXPECT_EQ(add_opening(edit, c.floor, {.from = {1'000, 1'000}, .to = {0, 2'000}}).error().code, ErrorCode::refused);
    EXPECT_EQ(add_opening(edit, c.floor, {.from = {1'000, 1'000}, .to = {1'050, 1'000}}).error().code,
              ErrorCode::bad_input);
    ASSERT_TRUE(add_opening(edit, c.floor, {.from = {1'000, 1'000}, .to = {1'900, 1'000}}));
    EXPECT_EQ(add_opening(edit, c.floor, {.from = {1'200, 1'000}, .to = {1'800, 1'000}}).error().code,
              ErrorCode::conflict);
    EXPECT_TRUE(add_opening(edit, c.floor, {.from = {2'500, 1'000}, .to = {3'400, 1'000}}));
}

TEST(Areas, AnAreaThatIsARoomNamesIt) {
    Case c;
    Edit edit = c.edit();
    const auto part = add_restricted_area(edit, c.floor, {.outline = {{{0, 1'000}, {1'000, 1'000}, {0, 2'000}}, {}}});
    ASSERT_TRUE(part);
    EXPECT_FALSE(edit.design().find(*part)->room);
    const Polygon outline = edit.design().find(c.house.room('B'))->outline;
    const auto whole = add_restricted_area(edit, c.floor, {.outline = outline});
    EXPECT_EQ(edit.design().find(*whole)->room, c.house.room('B'));
    EXPECT_FALSE(add_restricted_area(
        edit, c.floor, {.outline = outline, .no_camera = false, .no_wireless = false, .no_microphone = false}));
    const Polygon crossed{{{0, 0}, {1'000, 1'000}, {1'000, 0}, {0, 1'000}}, {}};
    EXPECT_EQ(add_fire_compartment(edit, c.floor, "F1", crossed).error().code, ErrorCode::bad_input);
    EXPECT_TRUE(add_fire_compartment(edit, c.floor, "F1", outline));
}

TEST(Notes, ALabelMovedTwiceIsMovedOnce) {
    Case c;
    Edit edit = c.edit();
    const auto first = move_label(edit, c.house.room('A'), {500, 500});
    const auto again = move_label(edit, c.house.room('A'), {700, 500});
    ASSERT_TRUE(first && again);
    EXPECT_EQ(*first, *again);
    ASSERT_EQ(edit.design().annotations.size(), 1U);
    EXPECT_EQ(edit.design().find(*first)->points, (Polyline{{700, 500}}));
    EXPECT_EQ(move_label(edit, c.floor, {0, 0}).error().code, ErrorCode::unsupported);
    EXPECT_EQ(move_label(edit, RoomId{5}, {0, 0}).error().code, ErrorCode::not_found);
}

TEST(Notes, ALeaderHasMorePointsThanOne) {
    Case c;
    Edit edit = c.edit();
    const auto text = add_annotation(edit, c.floor, {}, {"注", "note"}, {{0, 0}, {0, 0}});
    const auto leader = add_annotation(edit, c.floor, c.house.room('A'), {"注", "note"}, {{0, 0}, {500, 0}});
    ASSERT_TRUE(text && leader);
    EXPECT_EQ(edit.design().find(*text)->kind, AnnotationKind::text);
    EXPECT_EQ(edit.design().find(*leader)->kind, AnnotationKind::leader);
    EXPECT_EQ(add_annotation(edit, c.floor, {}, {}, {{0, 0}}).error().code, ErrorCode::bad_input);
}

TEST(FreshLabels, TakesTheNextNumberThatIsFreeAndWasNeverRetired) {
    Case c;
    Outlet outlet;
    outlet.floor = c.floor;
    for (const char* label : {"1F-A-009", "lobby"}) {
        outlet.id = c.ids.next<Outlet>();
        outlet.label = label;
        c.house.design.outlets.put(outlet);
    }
    RetiredLabel retired;
    retired.id = c.ids.next<RetiredLabel>();
    retired.label = "1F-A-010";
    retired.subject = "outlet";
    c.house.design.retired_labels.put(retired);
    FreshLabels labels(c.house.design, Kind::outlets);
    EXPECT_EQ(labels.take("1F-A-001"), "1F-A-001");
    EXPECT_EQ(labels.take("1F-A-009"), "1F-A-011");
    EXPECT_EQ(labels.take("1F-A-009"), "1F-A-012");
    EXPECT_EQ(labels.take("lobby"), "lobby-2");
    EXPECT_EQ(labels.take(""), "");
    EXPECT_EQ(label_on_floor("3F-A-024", "3F", "5F"), "5F-A-024");
    EXPECT_EQ(label_on_floor("301", "3F", "5F"), "501");
    EXPECT_EQ(label_on_floor("3", "3F", "5F"), "3");
}

} // namespace
} // namespace riser
