// SPDX-License-Identifier: GPL-3.0-or-later
// Calibrating by hand: what two clicks and a typed distance, or pairs of places, do to a floor, as one step.
#include "designer/tools/all_tools.h"
#include "model/edits/calibrate_edits.h"
#include "solvers/checks/run_checks.h"
#include "solvers/planning/steps.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace riser {
namespace {

struct Calibrating : ::testing::Test, CanvasView {
    Calibrating() {
        floor_ = house.with_floor("3F", {"AAAAABBBBB", "AAAAABBBBB"});
        Underlay sheet;
        sheet.id = house.ids.next<Underlay>();
        sheet.floor = floor_;
        underlay = sheet.id;
        house.design.underlays.put(sheet);
        document_.adopt(house.design);
        tool = make_tool("calibrate");
    }
    Document& document() override { return document_; }
    Selection& selection() override { return selection_; }
    FloorId floor() const override { return floor_; }
    Language language() const override { return Language::en; }
    const Picture* picture() const override { return nullptr; }
    PaintView view() const override { return {.zoom = 0.1, .origin = {0, 0}, .clip = {}}; }
    std::bitset<drawing_layer_count> hidden() const override { return {}; }
    void repaint() override {}
    void tell(const Error& error) override { told.push_back(error); }
    void say(const Text& message) override { said.push_back(message); }

    void click(Point p) { tool->press(*this, {to_screen(p), p, p}); }
    const Design& design() const { return document_.design(); }
    std::size_t steps() const { return document_.history().steps(); }
    Box box_of_room(char letter) const { return *bounds(design().find(house.room(letter))->outline); }

    test::BuildingBuilder house;
    Document document_;
    Selection selection_;
    FloorId floor_;
    UnderlayId underlay;
    std::unique_ptr<Tool> tool;
    std::vector<Error> told;
    std::vector<Text> said;
};

TEST_F(Calibrating, TwoPlacesAndTheirTrueDistanceScaleTheFloorAsOneStep) {
    EXPECT_FALSE(tool->typed_words(*this, "5000")) << "a place is wanted first";
    click({0, 0});
    EXPECT_FALSE(tool->typed_words(*this, "5000")) << "so long towards the pointer";
    click({5'000, 0});
    const std::optional<Result<void>> taken = tool->typed_words(*this, "127 m");
    ASSERT_TRUE(taken);
    ASSERT_TRUE(*taken) << to_string(taken->error(), Language::en);
    EXPECT_EQ(steps(), 1U);
    EXPECT_EQ(box_of_room('A'), (Box{{0, 0}, {127'000, 50'800}}));
    EXPECT_EQ(design().find(underlay)->scale_ppm, 25'400'000);
    ASSERT_FALSE(said.empty());
    for (const std::string& words : {said.back().zh, said.back().en}) {
        EXPECT_NE(words.find("25.4"), std::string::npos) << words;
        EXPECT_NE(words.find("1 mm"), std::string::npos) << "the old scale: " << words;
    }
    EXPECT_FALSE(tool->typed_words(*this, "5000")) << "begun anew";
    EXPECT_TRUE(document_.undo());
    EXPECT_TRUE(design() == house.design);
}

TEST_F(Calibrating, TheUnderlayAlone) {
    tool->choose("what", "underlay");
    click({0, 0});
    click({0, 1'000});
    ASSERT_TRUE(*tool->typed_words(*this, "2500"));
    EXPECT_EQ(design().find(underlay)->scale_ppm, 2'500'000);
    EXPECT_TRUE(design().rooms == house.design.rooms);
}

TEST_F(Calibrating, PairsLayTheDrawingOnTheTruePlaces) {
    tool->choose("by", "pairs");
    click({0, 0});
    click({1'000, 1'000});
    click({5'000, 0});
    tool->finish(*this);
    ASSERT_EQ(told.size(), 1U) << "one pair is not enough";
    EXPECT_EQ(steps(), 0U);
    click({1'000, 11'000});
    tool->finish(*this);
    EXPECT_EQ(told.size(), 1U);
    EXPECT_EQ(steps(), 1U);
    // Twice as large, a quarter round.
    EXPECT_EQ(box_of_room('A'), (Box{{-3'000, 1'000}, {1'000, 11'000}}));
    EXPECT_FALSE(tool->cancel(*this)) << "the gesture is over";
}

TEST_F(Calibrating, WhatIsRefusedChangesNothingAndCanBeTypedAgain) {
    click({0, 0});
    click({0, 0});
    ASSERT_EQ(told.size(), 1U) << "the points coincide";
    click({1'000, 0});
    for (const char* words : {"", "x", "0", "-5", "5 kg", "1001 m", "99999999999999999999"}) {
        const std::optional<Result<void>> taken = tool->typed_words(*this, words);
        ASSERT_TRUE(taken) << words;
        ASSERT_FALSE(*taken) << words;
        EXPECT_FALSE(taken->error().message.zh.empty());
        EXPECT_FALSE(taken->error().fix.en.empty());
    }
    EXPECT_EQ(steps(), 0U);
    EXPECT_TRUE(design() == house.design);
    EXPECT_TRUE(*tool->typed_words(*this, "2 m"));
    EXPECT_EQ(steps(), 1U);
}

TEST_F(Calibrating, WithoutAnUnderlayItSaysSo) {
    Design bare = house.design;
    bare.underlays = {};
    document_.adopt(bare);
    tool->choose("what", "underlay");
    click({0, 0});
    click({1'000, 0});
    const std::optional<Result<void>> taken = tool->typed_words(*this, "2000");
    ASSERT_TRUE(taken && !*taken);
    EXPECT_EQ(taken->error().code, ErrorCode::refused);
    EXPECT_EQ(steps(), 0U);
}

TEST(AllTools, EachHasAKeyOfItsOwn) {
    std::set<std::string_view> keys, names;
    for (const ToolEntry& entry : all_tools()) {
        EXPECT_TRUE(keys.insert(entry.key).second) << entry.key;
        EXPECT_TRUE(names.insert(entry.name).second) << entry.name;
        EXPECT_FALSE(entry.title.zh.empty() || entry.title.en.empty());
    }
}

// Cables say how far along a run they enter and leave it: their ways hold after a calibration as before it.
TEST(CalibratedFloor, NoCableLosesItsWay) {
    test::BuildingBuilder builder = test::office_block(2, 6);
    Edit planning(builder.design, {"规划", "Plan"}, builder.ids);
    ASSERT_TRUE(perform_steps(planning, {}));
    const Design planned = std::move(planning).commit();
    ASSERT_GT(planned.cables.size(), 0U);
    const auto broken = [](const Design& design) {
        const CheckReport report = run_checks(Facts(design), *built_in_deck("cn-government"));
        return std::ranges::count(report.findings, std::string_view("DES-06"), &Finding::rule);
    };
    ASSERT_EQ(broken(planned), 0);
    for (const double factor : {0.5, 0.8, 1.25, 3.0}) {
        Edit edit(planned, {"校准", "Calibrate"}, builder.ids);
        const auto done = calibrate_floor(edit, planned.floors.begin()->id, {.a = factor});
        ASSERT_TRUE(done) << done.error().message.en;
        EXPECT_EQ(broken(edit.design()), 0) << factor;
    }
}

} // namespace
} // namespace riser
