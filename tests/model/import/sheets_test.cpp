// SPDX-License-Identifier: GPL-3.0-or-later
// Several drawings in one model space: found, titled, judged, picked.
#include "model/import/dxf.h"
#include "model/import/sheet_verdict.h"
#include "model/import/sheets.h"
#include "tests/model/import/dxf_builder.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

using namespace dxf;

PlanSketch read(const Drawing& drawing) {
    const Result<PlanSketch> sketch = read_dxf(drawing.text(), "a.dxf");
    EXPECT_TRUE(sketch) << to_string(sketch.error(), Language::en);
    return sketch ? *sketch : PlanSketch{};
}

// A floor of four rooms and a corridor, 24 x 12 m, its lower left corner at (x, y).
void plan(Drawing& drawing, double x, double y, const std::string& title) {
    const auto wall = [&](double ax, double ay, double bx, double by) {
        drawing.with(rectangle("WALL", x + ax, y + ay, bx - ax, by - ay));
    };
    wall(0, 0, 24'000, 200);
    wall(0, 11'800, 24'000, 12'000);
    wall(0, 200, 200, 11'800);
    wall(23'800, 200, 24'000, 11'800);
    wall(200, 5000, 23'800, 5200);
    for (int i = 1; i < 4; ++i)
        wall(i * 6000, 200, i * 6000 + 200, 5000);
    for (int i = 0; i < 4; ++i) {
        drawing.with(arc("WINDOW", x + i * 6000 + 1000, y + 5200, 900, 0, 90));
        drawing.with(text("PUB_TEXT", x + i * 6000 + 2000, y + 2500, 350, "办公室"));
        drawing.with(rectangle("COLUMN", x + i * 6000 + 3000, y + 9000, 600, 600)); // stands free in the hall
    }
    for (int i = 0; i < 5; ++i)
        drawing.with(line("DOTE", x + i * 6000, y - 6000, x + i * 6000, y + 18'000));
    for (int i = 0; i < 5; ++i)
        drawing.with(circle("AXIS", x + i * 6000, y - 6400, 400));
    drawing.with(text("PUB_TEXT", x + 9000, y - 9000, 700, title));
}

// Four storeys of windows with their heights written at the side.
void elevation(Drawing& drawing, double x, double y, const std::string& title) {
    for (int storey = 0; storey <= 4; ++storey) {
        const double at = y + storey * 3600;
        drawing.with(line("A-WALL", x, at, x + 30'000, at));
        drawing.with(line("A-FLOR-LEVL", x - 4000, at, x - 1000, at));
        const char* heights[] = {"%%p0.000", "3.600", "7.200", "10.800", "14.400"};
        drawing.with(text("A-FLOR-LEVL", x - 4000, at + 100, 350, heights[storey]));
        if (storey == 4)
            break;
        for (int i = 0; i < 12; ++i)
            drawing.with(rectangle("A-GLAZ", x + 600 + i * 2400, at + 900, 1500, 1800));
    }
    drawing.with(line("A-WALL", x, y, x, y + 14'400)).with(line("A-WALL", x + 30'000, y, x + 30'000, y + 14'400));
    if (!title.empty())
        drawing.with(text("TEXT", x + 10'000, y - 3000, 700, title));
}

// A window schedule: 9 rows, 5 columns.
void schedule(Drawing& drawing, double x, double y, const std::string& title) {
    for (int row = 0; row <= 9; ++row)
        drawing.with(line("PUB_TAB", x, y + row * 800, x + 10'000, y + row * 800));
    for (int column = 0; column <= 5; ++column)
        drawing.with(line("PUB_TAB", x + column * 2000, y, x + column * 2000, y + 7200));
    for (int row = 0; row < 9; ++row)
        for (int column = 0; column < 5; ++column)
            drawing.with(text("PUB_TAB", x + column * 2000 + 200, y + row * 800 + 200, 350, "C1215"));
    drawing.with(text("PUB_TEXT", x + 3000, y + 8000, 600, title));
}

TEST(Sheets, SideBySide) {
    Drawing drawing = a_drawing().unit(4);
    plan(drawing, 0, 60'000, "一层平面图 1:100");
    plan(drawing, 60'000, 60'000, "三至十层平面图");
    elevation(drawing, 0, 0, "①-⑤立面图");
    schedule(drawing, 60'000, 0, "门窗表");
    const PlanSketch sketch = read(drawing);
    const std::vector<SketchSheet> sheets = find_sheets(sketch);
    ASSERT_EQ(sheets.size(), 4U);
    const SheetKind kinds[] = {SheetKind::floor_plan, SheetKind::floor_plan, SheetKind::elevation, SheetKind::schedule};
    const char* titles[] = {"一层平面图 1:100", "三至十层平面图", "①-⑤立面图", "门窗表"};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(sheets[i].number, static_cast<int>(i) + 1);
        EXPECT_EQ(sheets[i].kind, kinds[i]) << i;
        EXPECT_EQ(sheets[i].title, titles[i]) << i;
        EXPECT_FALSE(sheets[i].reasons.empty());
    }
    EXPECT_EQ(sheets[0].counts.walls, 8U);
    EXPECT_EQ(sheets[0].counts.columns, 4U);
    EXPECT_EQ(sheets[0].counts.door_swings, 4U);
    EXPECT_EQ(sheets[0].counts.room_names, 4U);
    EXPECT_EQ(sheets[0].counts.axes, 10U);
    EXPECT_EQ(sheets[2].counts.levels, 5U);
    EXPECT_NEAR(sheets[0].box.width(), 24'000, 1);
    // Nothing belongs to two.
    std::vector<int> owners(sketch.curves.size());
    for (const SketchSheet& sheet : sheets)
        for (const SketchIndex i : sheet.curves)
            ++owners[i];
    EXPECT_EQ(std::count(owners.begin(), owners.end(), 1), static_cast<std::ptrdiff_t>(owners.size()));
}

TEST(Sheets, FramesNeitherJoinNorCount) {
    // A frame around each, one around both, and a title block inserted.
    Drawing drawing = a_drawing().unit(4);
    plan(drawing, 0, 0, "首层平面图");
    plan(drawing, 100'000, 0, "二层平面图");
    for (double x : {-20'000.0, 80'000.0})
        drawing.with(rectangle("0", x, -20'000, 84'100, 59'400));
    drawing.with(rectangle("0", -30'000, -30'000, 250'000, 90'000));
    drawing.block("TK_A1图框", rectangle("0", 0, 0, 84'100, 59'400)).with(insert("0", "TK_A1图框", -20'100, -20'100));
    const std::vector<SketchSheet> sheets = find_sheets(read(drawing));
    ASSERT_EQ(sheets.size(), 2U);
    EXPECT_EQ(sheets[0].title, "首层平面图");
    EXPECT_EQ(sheets[1].title, "二层平面图");
    EXPECT_NEAR(sheets[0].box.width(), 24'000, 1);
}

TEST(Sheets, StrayLinesAndAxesThatRunThrough) {
    // Two wings ten metres apart on one axis grid are one plan; a stray line a kilometre long is nothing.
    Drawing drawing = a_drawing().unit(4);
    plan(drawing, 0, 0, "一层平面图");
    plan(drawing, 34'000, 0, "");
    drawing.with(line("DOTE", -5000, 6000, 70'000, 6000));
    drawing.with(line("0", 0, 500'000, 9e8, 500'000));
    const std::vector<SketchSheet> sheets = find_sheets(read(drawing));
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_NEAR(sheets[0].box.width(), 58'000, 1);
    EXPECT_EQ(sheets[0].kind, SheetKind::floor_plan);
}

TEST(Sheets, AnElevationIsTornFromItsHeightsAlone) {
    Drawing drawing = a_drawing().unit(4);
    elevation(drawing, 0, 0, "");
    const PlanSketch sketch = read(drawing);
    const std::vector<SketchSheet> sheets = find_sheets(sketch);
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_EQ(sheets[0].kind, SheetKind::elevation);
    const Result<const SketchSheet*> picked = pick_sheet(sheets, std::nullopt, "a.dxf");
    ASSERT_FALSE(picked);
    EXPECT_EQ(picked.error().code, ErrorCode::refused);
    EXPECT_NE(picked.error().message.en.find("elevation"), std::string::npos);
    EXPECT_NE(picked.error().message.zh.find("立面图"), std::string::npos);
    EXPECT_FALSE(pick_sheet(sheets, 1, "a.dxf"));
    EXPECT_TRUE(pick_sheet(sheets, 1, "a.dxf", SheetVerdicts::overrule));
    // The same lines with heights that stand anywhere are not known to be one.
    Drawing scattered = a_drawing().unit(4);
    for (int i = 0; i < 5; ++i)
        scattered.with(text("T", i * 3000, 500 + 40 * i, 350, i == 0 ? "0.000" : std::to_string(i * 3) + ".600"));
    plan(scattered, 0, 0, "");
    const std::vector<SketchSheet> plans = find_sheets(read(scattered));
    ASSERT_EQ(plans.size(), 1U);
    EXPECT_EQ(plans[0].kind, SheetKind::floor_plan);
    EXPECT_EQ(plans[0].counts.levels, 5U);
}

TEST(Sheets, ASectionIsAnElevationByItsTitle) {
    Drawing drawing = a_drawing().unit(4);
    elevation(drawing, 0, 0, "1-1剖面图");
    const std::vector<SketchSheet> sheets = find_sheets(read(drawing));
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_EQ(sheets[0].kind, SheetKind::section);
}

TEST(Sheets, NotesDoNotTurnAPlanIntoADetail) {
    Drawing drawing = a_drawing().unit(4);
    plan(drawing, 0, 0, "");
    drawing.with(text("PUB_TEXT", 2000, 8000, 350, "卫生间详图见建施-12"))
        .with(text("PUB_TEXT", 2000, 7000, 350, "楼梯大样详建施15"))
        .with(text("PUB_TEXT", 2000, -2000, 700, "门窗详见门窗表"));
    const std::vector<SketchSheet> sheets = find_sheets(read(drawing));
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_EQ(sheets[0].kind, SheetKind::floor_plan);
    EXPECT_EQ(sheets[0].title, "");
}

TEST(Sheets, Picking) {
    Drawing drawing = a_drawing().unit(4);
    plan(drawing, 0, 0, "一层平面图");
    schedule(drawing, 60'000, 0, "门窗表");
    const std::vector<SketchSheet> one = find_sheets(read(drawing));
    ASSERT_EQ(one.size(), 2U);
    const Result<const SketchSheet*> only = pick_sheet(one, std::nullopt, "a.dxf");
    ASSERT_TRUE(only);
    EXPECT_EQ((*only)->title, "一层平面图");
    EXPECT_EQ(pick_sheet(one, 2, "a.dxf").error().code, ErrorCode::refused);
    EXPECT_EQ(pick_sheet(one, 3, "a.dxf").error().code, ErrorCode::not_found);
    EXPECT_EQ(pick_sheet(one, 0, "a.dxf").error().code, ErrorCode::not_found);
    plan(drawing, 0, 60'000, "二层平面图");
    const std::vector<SketchSheet> two = find_sheets(read(drawing));
    const Result<const SketchSheet*> open = pick_sheet(two, std::nullopt, "a.dxf");
    ASSERT_FALSE(open);
    EXPECT_EQ(open.error().code, ErrorCode::conflict);
    EXPECT_NE(open.error().fix.zh.find("二层平面图"), std::string::npos);
    const Result<const SketchSheet*> second = pick_sheet(two, 1, "a.dxf");
    ASSERT_TRUE(second);
    EXPECT_EQ((*second)->title, "二层平面图"); // the upper one comes first
    EXPECT_FALSE(pick_sheet({}, std::nullopt, "a.dxf"));
}

TEST(Sheets, WorksInFeetAndMetresToo) {
    for (double k : {1 / 25.4, 0.001}) {
        Drawing drawing = a_drawing().unit(k == 0.001 ? 6 : 1);
        std::string body;
        for (double x : {0.0, 40'000.0})
            for (int i = 0; i < 5; ++i)
                for (int j = 0; j < 4; ++j)
                    body += rectangle("WALL", (x + i * 3000) * k, j * 3000 * k, 3000 * k, 200 * k);
        EXPECT_EQ(find_sheets(read(drawing.with(body))).size(), 2U) << k;
    }
}

TEST(Sheets, StoreysInTitles) {
    const std::pair<const char*, std::optional<StoreySpan>> cases[] = {
        {"首层平面图", StoreySpan{1, 1}},
        {"底层平面", StoreySpan{1, 1}},
        {"一层平面图 1:100", StoreySpan{1, 1}},
        {"十二层平面图", StoreySpan{12, 12}},
        {"二十三层平面图", StoreySpan{23, 23}},
        {"三至十层平面图", StoreySpan{3, 10}},
        {"3~10层平面图", StoreySpan{3, 10}},
        {"3-10F平面图", StoreySpan{3, 10}},
        {"3F平面图", StoreySpan{3, 3}},
        {"第五层平面图", StoreySpan{5, 5}},
        {"地下一层平面图", StoreySpan{-1, -1}},
        {"地下二至一层平面图", StoreySpan{-2, -1}},
        {"负2层平面图", StoreySpan{-2, -2}},
        {"B1层平面图", StoreySpan{-1, -1}},
        {"二、三层平面图", StoreySpan{2, 3}},
        {"First Floor Plan", StoreySpan{1, 1}},
        {"2ND FLOOR PLAN", StoreySpan{2, 2}},
        {"GROUND FLOOR PLAN", StoreySpan{1, 1}},
        {"Basement plan", StoreySpan{-1, -1}},
        {"3rd to 10th floor plan", StoreySpan{3, 10}},
        {"LEVEL 4", StoreySpan{4, 4}},
        {"Floors 3 to 10", StoreySpan{3, 10}},
        {"屋顶平面图", {}},
        {"标准层平面图", {}},
        {"FLOOR PLAN", {}},
        {"", {}},
        {"1:100", {}},
    };
    for (const auto& [title, span] : cases)
        EXPECT_EQ(storeys_in_title(title), span) << title;
}

TEST(Sheets, HeightsAsTheyAreWritten) {
    EXPECT_EQ(level_in_text("±0.000"), 0.0);
    EXPECT_EQ(level_in_text("-0.050"), -0.05);
    EXPECT_EQ(level_in_text("14.400"), 14.4);
    EXPECT_EQ(level_in_text("▽3.600"), 3.6);
    for (const char* no : {"3600", "34.88", "34.88m", "1.2.345", "a.000", "", ".000", "12345.000"})
        EXPECT_FALSE(level_in_text(no)) << no;
}

TEST(Sheets, ScatterIsNeitherSlowNorASheet) {
    Drawing drawing = a_drawing().unit(4);
    plan(drawing, 0, 0, "一层平面图");
    std::string dots;
    for (int i = 0; i < 20'000; ++i)
        dots += circle("0", 200'000 + (i % 200) * 9000, (i / 200) * 9000, 100);
    const std::vector<SketchSheet> sheets = find_sheets(read(drawing.with(dots)));
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_EQ(sheets[0].title, "一层平面图");
}

} // namespace
} // namespace riser
