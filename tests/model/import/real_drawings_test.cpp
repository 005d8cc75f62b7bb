// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings that nobody of this project made. They are not kept here; where the folder is absent these tests skip.
#include "model/import/dxf.h"
#include "model/import/sheets.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

namespace riser {
namespace {

class RealDrawings : public ::testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(folder()))
            GTEST_SKIP() << "no drawings at " << folder();
    }
    static std::filesystem::path folder() {
        return std::filesystem::path(RISER_SOURCE_DIR).parent_path() / "shared" / "data" / "plans";
    }
    static Result<PlanSketch> read(const char* name, const DxfOptions& options = {}) {
        std::ifstream file(folder() / name, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        return read_dxf(bytes, name, options);
    }
};

std::uint32_t curves_on(const PlanSketch& sketch, std::string_view stripped) {
    std::uint32_t sum = 0;
    for (const SketchLayer& layer : sketch.layers)
        sum += layer.stripped == stripped ? layer.curves : 0;
    return sum;
}
bool has_text(const PlanSketch& sketch, std::string_view content) {
    return std::any_of(sketch.texts.begin(), sketch.texts.end(),
                       [&](const SketchText& t) { return t.content == content; });
}

TEST_F(RealDrawings, ChinesePlanUnderABoundPrefix) {
    const Result<PlanSketch> sketch = read("gemini_building1.dxf");
    ASSERT_TRUE(sketch) << to_string(sketch.error(), Language::en);
    EXPECT_EQ(sketch->code_page, "ANSI_936");
    EXPECT_EQ(sketch->encoding, "UTF-8");
    EXPECT_FALSE(sketch->unit.declared);
    EXPECT_EQ(sketch->unit.millimetres, 1);
    EXPECT_EQ(sketch->unit.source, UnitSource::guessed);
    EXPECT_TRUE(sketch->unit.certain);
    EXPECT_EQ(sketch->curves.size(), 2269U); // as another reader (ezdxf) counts, all in the same places
    EXPECT_EQ(curves_on(*sketch, "WALL"), 569U);
    for (const char* name :
         {"门过厅", "货梯", "男卫", "女卫", "弱电井", "强电井", "生产用房", "报警阀间", "LT-11-3", "±0.000"})
        EXPECT_TRUE(has_text(*sketch, name)) << name;
    const std::vector<SketchSheet> sheets = find_sheets(*sketch);
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_EQ(sheets[0].kind, SheetKind::floor_plan);
    EXPECT_EQ(sheets[0].counts.door_swings, 31U);
    EXPECT_TRUE(pick_sheet(sheets, std::nullopt, "a.dxf"));
}

TEST_F(RealDrawings, HouseInInchesThatDeclaresMillimetres) {
    const Result<PlanSketch> sketch = read("bjnortier_floorplan.dxf");
    ASSERT_TRUE(sketch);
    EXPECT_EQ(sketch->unit.declared, 1);
    EXPECT_EQ(sketch->unit.source, UnitSource::overruled);
    EXPECT_DOUBLE_EQ(sketch->unit.millimetres, 25.4);
    EXPECT_EQ(sketch->curves.size(), 920U);
    EXPECT_EQ(curves_on(*sketch, "A-WALL"), 177U);
    EXPECT_TRUE(has_text(*sketch, "KITCHEN"));
    const std::vector<SketchSheet> sheets = find_sheets(*sketch);
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_EQ(sheets[0].kind, SheetKind::floor_plan);
    EXPECT_EQ(sheets[0].title, "FLOOR PLAN");
    EXPECT_NEAR(read("bjnortier_floorplan.dxf", {.millimetres_per_unit = 1})->unit.millimetres, 1, 0);
}

TEST_F(RealDrawings, RoomInCentimetresWithFrozenLayers) {
    const Result<PlanSketch> sketch = read("raumzeitlabor_olymp_floorplan.dxf");
    ASSERT_TRUE(sketch);
    EXPECT_EQ(sketch->unit.source, UnitSource::declared);
    EXPECT_DOUBLE_EQ(sketch->unit.millimetres, 10);
    EXPECT_EQ(sketch->curves.size(), 81U);
    ASSERT_FALSE(sketch->notes.empty());
    EXPECT_NE(sketch->notes[0].en.find("80 entities on frozen or off layers"), std::string::npos);
    EXPECT_EQ(read("raumzeitlabor_olymp_floorplan.dxf", {.hidden_layers = HiddenLayers::read})->curves.size(), 161U);
    const std::vector<SketchSheet> sheets = find_sheets(*sketch);
    EXPECT_TRUE(pick_sheet(sheets, std::nullopt, "a.dxf"));
}

TEST_F(RealDrawings, ElevationIsRefused) {
    const Result<PlanSketch> sketch = read("gemini_buiding1-east.dxf");
    ASSERT_TRUE(sketch);
    EXPECT_EQ(sketch->curves.size(), 4387U);
    EXPECT_TRUE(has_text(*sketch, "不上人屋顶"));
    const std::vector<SketchSheet> sheets = find_sheets(*sketch);
    ASSERT_EQ(sheets.size(), 1U);
    EXPECT_EQ(sheets[0].kind, SheetKind::elevation);
    const Result<const SketchSheet*> picked = pick_sheet(sheets, std::nullopt, "east.dxf");
    ASSERT_FALSE(picked);
    EXPECT_EQ(picked.error().code, ErrorCode::refused);
}

TEST_F(RealDrawings, BinaryIsRefused) {
    const Result<PlanSketch> sketch = read("gemini_doors_and_windows_binary.dxf");
    ASSERT_FALSE(sketch);
    EXPECT_EQ(sketch.error().code, ErrorCode::unsupported);
    EXPECT_NE(sketch.error().message.zh.find("二进制"), std::string::npos);
}

} // namespace
} // namespace riser
