// SPDX-License-Identifier: GPL-3.0-or-later
// Inserts: where a block's content comes to stand, on which layer, in which colour, and what hides it.
#include "model/import/dxf.h"
#include "tests/model/import/dxf_builder.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>
#include <rapidcheck/gtest.h>

namespace riser {
namespace {

using namespace dxf;
constexpr double pi = std::numbers::pi;

PlanSketch read(const Drawing& drawing, const DxfOptions& options = {}) {
    const Result<PlanSketch> sketch = read_dxf(drawing.text(), "a.dxf", options);
    EXPECT_TRUE(sketch) << to_string(sketch.error(), Language::en);
    return sketch ? *sketch : PlanSketch{};
}
void expect_near(SketchPoint a, double x, double y) {
    EXPECT_NEAR(a.x, x, 1e-6);
    EXPECT_NEAR(a.y, y, 1e-6);
}
std::string layer_of(const PlanSketch& sketch, const SketchCurve& curve) { return sketch.layers[curve.layer].name; }

TEST(DxfBlocks, BasePointScaleAndRotation) {
    // Base (10, 10): the line runs from 0 to 10 along x in the block; scaled 2 x 3, turned 90 degrees, set at (100,
    // 200).
    const PlanSketch sketch = read(a_drawing()
                                       .unit(4)
                                       .block("A", line("0", 10, 10, 20, 11), 10, 10)
                                       .with(insert("0", "A", 100, 200, {{41, 2}, {42, 3}, {50, 90}})));
    ASSERT_EQ(sketch.curves.size(), 1U);
    expect_near(sketch.curves[0].points[0], 100, 200);
    expect_near(sketch.curves[0].points[1], 97, 220);
    ASSERT_EQ(sketch.inserts.size(), 1U);
    EXPECT_EQ(sketch.inserts[0].block, "A");
    EXPECT_EQ(sketch.curves[0].insert, 0U);
    expect_near(sketch.inserts[0].transform({10, 10}), 100, 200);
    EXPECT_NEAR(sketch.inserts[0].box.high.y, 220, 1e-6);
}

TEST(DxfBlocks, MirroredDoorKeepsItsSwing) {
    const PlanSketch sketch = read(a_drawing()
                                       .unit(4)
                                       .block("DOOR", arc("0", 0, 0, 900, 0, 90))
                                       .with(insert("0", "DOOR", 1000, 0, {{41, -1}, {42, 1}})));
    ASSERT_EQ(sketch.curves[0].arcs.size(), 1U);
    const SketchArc& swing = sketch.curves[0].arcs[0];
    expect_near(swing.centre, 1000, 0);
    EXPECT_NEAR(swing.radius, 900, 1e-9);
    EXPECT_NEAR(swing.sweep, -pi / 2, 1e-9);
    expect_near(sketch.curves[0].points.front(), 100, 0);
    expect_near(sketch.curves[0].points.back(), 1000, 900);
    EXPECT_TRUE(sketch.inserts[0].transform.mirrors());
}

TEST(DxfBlocks, StretchedArcIsAnEllipse) {
    const PlanSketch sketch = read(
        a_drawing().unit(4).block("A", arc("0", 0, 0, 900, 0, 90)).with(insert("0", "A", 0, 0, {{41, 2}, {42, 1}})));
    EXPECT_EQ(sketch.curves[0].kind, CurveKind::ellipse);
    EXPECT_TRUE(sketch.curves[0].arcs.empty());
    expect_near(sketch.curves[0].points.front(), 1800, 0);
    expect_near(sketch.curves[0].points.back(), 0, 900);
}

TEST(DxfBlocks, InsertSeenFromBelow) {
    const PlanSketch sketch = read(a_drawing()
                                       .unit(4)
                                       .block("A", line("0", 1, 2, 3, 4))
                                       .with(insert("0", "A", -100, 50, {{210, 0}, {220, 0}, {230, -1}})));
    expect_near(sketch.curves[0].points[0], 99, 52);
    expect_near(sketch.curves[0].points[1], 97, 54);
}

TEST(DxfBlocks, NestedInsertsCompose) {
    const PlanSketch sketch = read(a_drawing()
                                       .unit(4)
                                       .block("INNER", line("0", 0, 0, 1, 0), 0, 0)
                                       .block("OUTER", insert("0", "INNER", 5, 0, {{50, 90}}), 1, 0)
                                       .with(insert("0", "OUTER", 100, 100, {{41, 10}, {42, 10}})));
    ASSERT_EQ(sketch.inserts.size(), 2U);
    EXPECT_EQ(sketch.inserts[1].parent, 0U);
    EXPECT_EQ(sketch.inserts[0].parent, no_index);
    EXPECT_EQ(sketch.curves[0].insert, 1U);
    expect_near(sketch.curves[0].points[0], 140, 100);
    expect_near(sketch.curves[0].points[1], 140, 110);
    EXPECT_FALSE(sketch.inserts[0].box.empty());
}

TEST(DxfBlocks, ArraysTurnWithTheInsertAndAreNotScaled) {
    const PlanSketch sketch =
        read(a_drawing()
                 .unit(4)
                 .block("C", circle("0", 0, 0, 1))
                 .with(insert("0", "C", 0, 0, {{41, 2}, {42, 2}, {50, 90}, {70, 3}, {71, 2}, {44, 100}, {45, 1000}})));
    ASSERT_EQ(sketch.curves.size(), 6U);
    ASSERT_EQ(sketch.inserts.size(), 6U);
    // Columns along the turned x axis, rows along the turned y axis.
    expect_near(sketch.curves[0].arcs[0].centre, 0, 0);
    expect_near(sketch.curves[2].arcs[0].centre, 0, 200);
    expect_near(sketch.curves[3].arcs[0].centre, -1000, 0);
    EXPECT_NEAR(sketch.curves[0].arcs[0].radius, 2, 1e-9);
}

TEST(DxfBlocks, LayerZeroTakesTheInsertsLayer) {
    const PlanSketch sketch = read(a_drawing()
                                       .unit(4)
                                       .layer("WINDOW", 0, 4)
                                       .layer("WALL", 0, 2)
                                       .block("IN", line("0", 0, 0, 1, 1) + line("WALL", 0, 0, 2, 2))
                                       .block("OUT", insert("0", "IN", 0, 0))
                                       .with(insert("WINDOW", "OUT", 0, 0))
                                       .with(line("0", 9, 9, 10, 10)));
    ASSERT_EQ(sketch.curves.size(), 3U);
    EXPECT_EQ(layer_of(sketch, sketch.curves[0]), "WINDOW");
    EXPECT_EQ(layer_of(sketch, sketch.curves[1]), "WALL");
    EXPECT_EQ(layer_of(sketch, sketch.curves[2]), "0");
    EXPECT_EQ(sketch.curves[0].colour, 4); // by layer: that of the layer it came to stand on
    EXPECT_EQ(sketch.curves[1].colour, 2);
}

TEST(DxfBlocks, ColoursByBlockAndByLayer) {
    const std::string by_block = entity("LINE", "0", {{62, 0}, {10, 0}, {20, 0}, {11, 1}, {21, 1}});
    const std::string own = entity("LINE", "0", {{62, 3}, {10, 0}, {20, 0}, {11, 1}, {21, 1}});
    const PlanSketch sketch = read(a_drawing()
                                       .unit(4)
                                       .layer("L", 0, 5)
                                       .block("A", by_block + own)
                                       .with(insert("L", "A", 0, 0, {{62, 6}}))
                                       .with(insert("L", "A", 0, 0)));
    ASSERT_EQ(sketch.curves.size(), 4U);
    EXPECT_EQ(sketch.curves[0].colour, 6);
    EXPECT_EQ(sketch.curves[1].colour, 3);
    EXPECT_EQ(sketch.curves[2].colour, 5);
}

TEST(DxfBlocks, FrozenAndOffLayers) {
    const Drawing drawing = a_drawing()
                                .unit(4)
                                .layer("FROZEN", 1)
                                .layer("OFF", 0, -7)
                                .layer("ON")
                                .block("A", line("0", 0, 0, 1, 0) + line("ON", 0, 0, 2, 0))
                                .with(line("frozen", 0, 0, 9, 0)) // names do not mind case
                                .with(line("OFF", 0, 0, 9, 0))
                                .with(line("ON", 0, 0, 9, 0))
                                .with(insert("FROZEN", "A", 0, 0)) // all of it hidden
                                .with(insert("OFF", "A", 0, 0));   // what stands on ON shows
    const PlanSketch sketch = read(drawing);
    ASSERT_EQ(sketch.curves.size(), 2U);
    for (const SketchCurve& curve : sketch.curves)
        EXPECT_EQ(layer_of(sketch, curve), "ON");
    std::uint32_t left_out = 0;
    for (const SketchLayer& layer : sketch.layers)
        left_out += layer.left_out;
    EXPECT_EQ(left_out, 4U);
    ASSERT_FALSE(sketch.notes.empty());
    EXPECT_NE(sketch.notes[0].en.find("FROZEN"), std::string::npos);
    EXPECT_EQ(read(drawing, {.hidden_layers = HiddenLayers::read}).curves.size(), 7U);
}

TEST(DxfBlocks, LayersKeepTheirWholeNameAndLoseThePrefix) {
    const PlanSketch sketch = read(a_drawing()
                                       .unit(4)
                                       .with(line("11#平面图$0$WALL", 0, 0, 1, 1))
                                       .with(line("xref|A-WALL", 0, 0, 1, 1))
                                       .with(line("a$0$b$12$DOOR$", 0, 0, 1, 1))
                                       .with(line("COST$X$Y", 0, 0, 1, 1)));
    ASSERT_EQ(sketch.layers.size(), 5U);
    EXPECT_EQ(sketch.layers[0].name, "0");
    EXPECT_EQ(sketch.layers[1].name, "11#平面图$0$WALL");
    EXPECT_EQ(sketch.layers[1].stripped, "WALL");
    EXPECT_EQ(sketch.layers[2].stripped, "A-WALL");
    EXPECT_EQ(sketch.layers[3].stripped, "DOOR$");
    EXPECT_EQ(sketch.layers[4].stripped, "COST$X$Y");
}

TEST(DxfBlocks, UnboundExternalDrawingsAreNamed) {
    const PlanSketch sketch = read(
        a_drawing().unit(4).block("base", "", 0, 0, 4).with(insert("0", "base", 0, 0)).with(line("0", 0, 0, 1, 1)));
    EXPECT_EQ(sketch.curves.size(), 1U);
    ASSERT_FALSE(sketch.notes.empty());
    EXPECT_NE(sketch.notes[0].en.find("not bound"), std::string::npos);
}

TEST(DxfBlocks, DimensionPicturesAreNotWalls) {
    const PlanSketch sketch = read(a_drawing()
                                       .unit(4)
                                       .block("*D1", line("0", 0, 0, 500, 0) + text("0", 0, 0, 100, "500"))
                                       .with(entity("DIMENSION", "DIM", {{2, "*D1"}, {70, 0}, {42, 500}}))
                                       .with(line("0", 0, 0, 500, 500)));
    EXPECT_EQ(sketch.curves.size(), 1U);
    EXPECT_TRUE(sketch.texts.empty());
}

TEST(DxfBlocks, TablesAreTheirPictures) {
    const PlanSketch sketch = read(
        a_drawing()
            .unit(4)
            .block("*T1", line("0", 0, 0, 500, 0))
            .with(entity("ACAD_TABLE", "TAB", {{2, "*T1"}, {10, 1000}, {20, 0}, {30, 0}, {91, 3}, {92, 2}, {10, 7}})));
    ASSERT_EQ(sketch.curves.size(), 1U);
    expect_near(sketch.curves[0].points[1], 1500, 0);
    EXPECT_EQ(layer_of(sketch, sketch.curves[0]), "TAB");
}

// Law: a point of a nested block stands where the two transforms put it, computed here by hand.
RC_GTEST_PROP(DxfBlocks, NestedPlacesAgreeWithArithmetic, ()) {
    const auto number = [] { return static_cast<double>(*rc::gen::inRange(-50, 51)); };
    const auto factor = [] { return *rc::gen::element(-2.0, -1.0, 0.5, 1.0, 3.0); };
    struct Frame {
        double x, y, sx, sy, turn, bx, by;
        SketchPoint operator()(SketchPoint p) const {
            const double u = (p.x - bx) * sx, v = (p.y - by) * sy;
            const double c = std::cos(turn * pi / 180), s = std::sin(turn * pi / 180);
            return {x + c * u - s * v, y + s * u + c * v};
        }
        Groups more() const { return {{41, sx}, {42, sy}, {50, turn}}; }
    };
    const auto frame = [&] {
        return Frame{number(), number(), factor(), factor(), static_cast<double>(*rc::gen::inRange(0, 360)),
                     number(), number()};
    };
    const Frame inner = frame(), outer = frame();
    const SketchPoint p{number(), number()}, q{number() + 200, number()};
    const Result<PlanSketch> sketch =
        read_dxf(a_drawing()
                     .unit(4)
                     .block("I", line("0", p.x, p.y, q.x, q.y), inner.bx, inner.by)
                     .block("O", insert("0", "I", inner.x, inner.y, inner.more()), outer.bx, outer.by)
                     .with(insert("0", "O", outer.x, outer.y, outer.more()))
                     .text(),
                 "a.dxf");
    RC_ASSERT(sketch.has_value());
    const SketchPoint expected = outer(inner(p));
    RC_ASSERT(std::abs(sketch->curves[0].points[0].x - expected.x) < 1e-6);
    RC_ASSERT(std::abs(sketch->curves[0].points[0].y - expected.y) < 1e-6);
}

} // namespace
} // namespace riser
