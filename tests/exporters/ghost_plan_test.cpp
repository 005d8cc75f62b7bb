// SPDX-License-Identifier: GPL-3.0-or-later
// A ghost holds what comes, goes and is drawn otherwise, and nothing that stays; nothing for the same design.
#include "exporters/drawings/ghost_plan.h"
#include "tests/exporters/tower.h"

#include <gtest/gtest.h>

#include <set>

namespace riser {
namespace {

FloorId top_floor(const Design& design) {
    const Floor* top = nullptr;
    for (const Floor& floor : design.floors)
        if (!top || floor.elevation > top->elevation)
            top = &floor;
    return top->id;
}

std::vector<Outlet> outlets_on(const Design& design, FloorId floor) {
    std::vector<Outlet> out;
    for (const Outlet& outlet : design.outlets)
        if (outlet.floor == floor)
            out.push_back(outlet);
    return out;
}

std::set<std::uint64_t> drawn(const GhostPlan& ghost) {
    std::set<std::uint64_t> out;
    for (const DrawingItem& item : ghost.drawing.items)
        out.insert(item.shows.value);
    return out;
}

struct GhostTest : ::testing::Test {
    Design before = tower();
    FloorId floor = top_floor(before);
    std::vector<Outlet> outlets = outlets_on(before, floor);
    GhostPlan ghost(const Design& after) { return ghost_plan(Facts(before), Facts(after), floor); }
};

TEST_F(GhostTest, of_no_change_is_empty) {
    const GhostPlan same = ghost(before);
    EXPECT_TRUE(same.drawing.items.empty());
    EXPECT_TRUE(same.rows.empty());
}

TEST_F(GhostTest, holds_what_comes_and_nothing_that_stays) {
    ASSERT_GT(outlets.size(), 2U);
    Design fewer = before;
    fewer.outlets.erase(outlets[0].id);
    const GhostPlan comes = ghost_plan(Facts(fewer), Facts(before), floor);
    ASSERT_TRUE(comes.rows.contains(outlets[0].id.value));
    EXPECT_EQ(comes.rows.at(outlets[0].id.value), GhostChange::added);
    EXPECT_FALSE(comes.rows.contains(outlets[1].id.value));
    std::set<std::uint64_t> named;
    for (const auto& [id, change] : comes.rows)
        named.insert(id);
    EXPECT_EQ(drawn(comes), named);
    for (const DrawingItem& item : comes.drawing.items)
        if (const auto* symbol = std::get_if<SymbolShape>(&item.shape); symbol && item.shows == AnyId(outlets[0].id)) {
            EXPECT_EQ(symbol->colour.role, ColourRole::accent);
        }
}

TEST_F(GhostTest, strikes_what_goes) {
    Design after = before;
    after.outlets.erase(outlets[0].id);
    const GhostPlan gone = ghost(after);
    ASSERT_TRUE(gone.rows.contains(outlets[0].id.value));
    EXPECT_EQ(gone.rows.at(outlets[0].id.value), GhostChange::removed);
    int strokes = 0;
    for (const DrawingItem& item : gone.drawing.items)
        if (const auto* path = std::get_if<PathShape>(&item.shape); path && item.shows == AnyId(outlets[0].id))
            strokes += path->pen.colour.role == ColourRole::error;
    EXPECT_EQ(strokes, 2);
}

TEST_F(GhostTest, says_what_moves_but_not_whose_label_gives_way) {
    Design after = before;
    Outlet moved = outlets[0];
    moved.place.x += 700;
    after.outlets.put(moved);
    const GhostPlan change = ghost(after);
    ASSERT_TRUE(change.rows.contains(moved.id.value));
    EXPECT_EQ(change.rows.at(moved.id.value), GhostChange::changed);
    for (const auto& [id, how] : change.rows) {
        EXPECT_EQ(how, GhostChange::changed);
        EXPECT_FALSE(id != moved.id.value && after.outlets.contains(OutletId{id}));
    }
}

TEST_F(GhostTest, of_another_floor_is_empty) {
    Design after = before;
    after.outlets.erase(outlets[0].id);
    for (const Floor& other : before.floors)
        if (other.id != floor) {
            EXPECT_TRUE(ghost_plan(Facts(before), Facts(after), other.id).rows.empty());
        }
}

} // namespace
} // namespace riser
