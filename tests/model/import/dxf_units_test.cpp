// SPDX-License-Identifier: GPL-3.0-or-later
// How long is one drawing unit: declared, given, guessed, overruled, or honestly uncertain.
#include "model/import/dxf.h"
#include "model/import/dxf/unit.h"
#include "model/import/evidence.h"
#include "tests/model/import/dxf_builder.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

using namespace dxf;

// A small office of 12 x 9 m with double walls and doors, drawn at `k` units a millimetre.
Drawing office(double k) {
    Drawing drawing;
    const auto rect = [&](double x, double y, double w, double h) {
        drawing.with(rectangle("WALL", x * k, y * k, w * k, h * k));
    };
    for (int i = 0; i < 4; ++i) {
        rect(i * 3000, 0, 200, 9000);
        rect(i * 3000 + 200, 4400, 2800, 200);
        drawing.with(arc("DOOR", (i * 3000 + 500) * k, 4600 * k, 900 * k, 0, 90));
    }
    rect(0, 8800, 12'200, 200);
    rect(0, -200, 12'200, 200);
    return drawing;
}

SketchUnit unit_of(const Drawing& drawing, const DxfOptions& options = {}) {
    const Result<PlanSketch> sketch = read_dxf(drawing.text(), "a.dxf", options);
    EXPECT_TRUE(sketch) << to_string(sketch.error(), Language::en);
    return sketch ? sketch->unit : SketchUnit{};
}

TEST(DxfUnits, GuessedFromWhatIsDrawn) {
    const double candidates[] = {1, 10, 1000};
    for (double mm : candidates) {
        const SketchUnit unit = unit_of(office(1 / mm));
        EXPECT_DOUBLE_EQ(unit.millimetres, mm);
        EXPECT_EQ(unit.source, UnitSource::guessed);
        EXPECT_TRUE(unit.certain) << mm;
        EXPECT_FALSE(unit.reason.zh.empty());
        EXPECT_GE(unit.evidence.size(), 3U);
        EXPECT_FALSE(unit.declared.has_value());
    }
}

TEST(DxfUnits, FeetAndInchesNeedAWord) {
    for (double mm : {25.4, 304.8}) {
        Drawing by_header = office(1 / mm);
        by_header.header("$LUNITS", 70, 4);
        EXPECT_DOUBLE_EQ(unit_of(by_header).millimetres, mm);
        Drawing by_texts = office(1 / mm);
        for (const char* word : {"12'-6\"", "9'-0\"", "3'-1 1/2\""})
            by_texts.with(text("DIM", 0, -3000 / mm, 150 / mm, word));
        const SketchUnit unit = unit_of(by_texts);
        EXPECT_DOUBLE_EQ(unit.millimetres, mm);
        EXPECT_TRUE(unit.certain);
    }
}

TEST(DxfUnits, WrittenDimensionsTell) {
    // Metres drawn, millimetres written.
    Drawing drawing = office(0.001);
    for (int i = 0; i < 3; ++i)
        drawing.with(
            entity("DIMENSION", "DIM", {{1, i == 0 ? "3000" : "\\A1;9000"}, {70, 0}, {42, i == 0 ? 3.0 : 9.0}}));
    const SketchUnit metres = unit_of(drawing);
    EXPECT_DOUBLE_EQ(metres.millimetres, 1000);
    bool said = false;
    for (const Text& sentence : metres.evidence)
        said = said || sentence.en.find("written against measured") != std::string::npos;
    EXPECT_TRUE(said);
}

TEST(DxfUnits, DeclaredIsBelievedWhenPossible) {
    const std::pair<int, double> cases[] = {{4, 1}, {5, 10}, {6, 1000}, {1, 25.4}, {2, 304.8}, {14, 100}, {10, 914.4}};
    for (const auto& [code, mm] : cases) {
        Drawing drawing = office(1 / mm);
        const SketchUnit unit = unit_of(drawing.unit(code));
        EXPECT_EQ(unit.source, UnitSource::declared) << code;
        EXPECT_DOUBLE_EQ(unit.millimetres, mm);
        EXPECT_EQ(unit.declared, mm);
    }
    // Nothing speaks for or against: the declaration stands.
    Drawing one_line = a_drawing().unit(6).with(line("0", 0, 0, 3, 0));
    EXPECT_DOUBLE_EQ(unit_of(one_line).millimetres, 1000);
}

TEST(DxfUnits, DeclaredNonsenseIsOverruledAloud) {
    // Drawn in millimetres, declared in inches by the template.
    Drawing drawing = office(1);
    const SketchUnit unit = unit_of(drawing.unit(1).with(text("T", 500, 500, 350, "办公室")));
    EXPECT_EQ(unit.source, UnitSource::overruled);
    EXPECT_DOUBLE_EQ(unit.millimetres, 1);
    EXPECT_EQ(unit.declared, 25.4);
    EXPECT_NE(unit.reason.en.find("inch"), std::string::npos);
    EXPECT_NE(unit.reason.zh.find("英寸"), std::string::npos);
}

TEST(DxfUnits, TheUsersWordStands) {
    const SketchUnit unit = unit_of(office(1), {.millimetres_per_unit = 10});
    EXPECT_EQ(unit.source, UnitSource::given);
    EXPECT_DOUBLE_EQ(unit.millimetres, 10);
}

TEST(DxfUnits, ThinEvidenceIsSaidToBeThin) {
    const SketchUnit unit = unit_of(a_drawing().with(line("0", 0, 0, 40, 0)));
    EXPECT_EQ(unit.source, UnitSource::guessed);
    EXPECT_FALSE(unit.certain);
}

TEST(DxfUnits, LengthsAsPeopleWriteThem) {
    const std::pair<const char*, std::optional<double>> feet[] = {{"58'-0\"", 696.0}, {"3'-1 1/2\"", 37.5},
                                                                  {"7'", 84.0},       {"7'2\"", 86.0},
                                                                  {"10\"", 10.0},     {"1/2\"", std::nullopt},
                                                                  {"8 1/4\"", 8.25},  {"6'-1/2\"", 72.5},
                                                                  {"3036 XO", {}},    {"12", {}},
                                                                  {"", {}},           {"abc'", {}}};
    for (const auto& [word, inches] : feet) {
        const auto read = feet_and_inches(word);
        ASSERT_EQ(read.has_value(), inches.has_value()) << word;
        EXPECT_NEAR(read.value_or(0), inches.value_or(0), 1e-9) << word;
    }
    EXPECT_EQ(plain_number(" 8,400 "), 8400);
    EXPECT_EQ(plain_number("8.40"), 8.4);
    EXPECT_FALSE(plain_number("8.40m"));
    EXPECT_FALSE(plain_number(""));
}

} // namespace
} // namespace riser
