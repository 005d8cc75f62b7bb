// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of curve, flattened: where its points lie, and what stays of its arcs.
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

PlanSketch sketch_of(const std::string& body, const DxfOptions& options = {}) {
    const Result<PlanSketch> read = read_dxf(a_drawing().unit(4).with(body).text(), "a.dxf", options);
    EXPECT_TRUE(read) << to_string(read.error(), Language::en);
    return read ? *read : PlanSketch{};
}
SketchCurve curve_of(const std::string& body, const DxfOptions& options = {}) {
    const PlanSketch sketch = sketch_of(body, options);
    EXPECT_EQ(sketch.curves.size(), 1U);
    return sketch.curves.empty() ? SketchCurve{} : sketch.curves.front();
}
void expect_near(SketchPoint a, double x, double y, double tolerance = 1e-6) {
    EXPECT_NEAR(a.x, x, tolerance);
    EXPECT_NEAR(a.y, y, tolerance);
}
double length(const SketchCurve& c) {
    double sum = 0;
    for (std::size_t i = 0; i + (c.closed ? 0 : 1) < c.points.size(); ++i) {
        const SketchPoint a = c.points[i], b = c.points[(i + 1) % c.points.size()];
        sum += std::hypot(b.x - a.x, b.y - a.y);
    }
    return sum;
}

TEST(DxfEntities, Line) {
    const SketchCurve c =
        curve_of(entity("LINE", "WALL", {{10, 1}, {20, 2}, {30, 77}, {11, 4}, {21, 6}, {31, -3}, {62, 5}}));
    EXPECT_EQ(c.kind, CurveKind::line);
    EXPECT_FALSE(c.closed);
    ASSERT_EQ(c.points.size(), 2U);
    expect_near(c.points[0], 1, 2);
    expect_near(c.points[1], 4, 6);
    EXPECT_EQ(c.colour, 5);
    EXPECT_GT(c.line, 0U);
}

TEST(DxfEntities, SourceLineIsThatOfTheEntity) {
    const std::string text = a_drawing().unit(4).with(line("0", 0, 0, 1, 1)).with(circle("0", 5, 5, 2)).text();
    const Result<PlanSketch> read = read_dxf(text, "a.dxf");
    ASSERT_TRUE(read);
    const auto line_of = [&](const char* word) {
        return 1 + static_cast<std::uint32_t>(
                       std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find(word)), '\n'));
    };
    EXPECT_EQ(read->curves[0].line, line_of("LINE"));
    EXPECT_EQ(read->curves[1].line, line_of("CIRCLE"));
}

TEST(DxfEntities, ArcKeepsItsCentreAndAngles) {
    const SketchCurve c = curve_of(arc("DOOR", 100, 50, 900, 350, 80)); // through 0 degrees
    EXPECT_EQ(c.kind, CurveKind::arc);
    ASSERT_EQ(c.arcs.size(), 1U);
    const SketchArc& a = c.arcs.front();
    expect_near(a.centre, 100, 50);
    EXPECT_DOUBLE_EQ(a.radius, 900);
    EXPECT_NEAR(a.sweep, pi / 2, 1e-9);
    EXPECT_NEAR(a.start, -10 * pi / 180, 1e-9);
    EXPECT_EQ(a.first, 0U);
    EXPECT_EQ(a.last, c.points.size() - 1);
    expect_near(c.points.front(), 100 + 900 * std::cos(-10 * pi / 180), 50 + 900 * std::sin(-10 * pi / 180));
    expect_near(c.points.back(), 100 + 900 * std::cos(80 * pi / 180), 50 + 900 * std::sin(80 * pi / 180));
}

TEST(DxfEntities, CircleIsClosedAndNotRepeated) {
    const SketchCurve c = curve_of(circle("0", 10, 20, 300));
    EXPECT_EQ(c.kind, CurveKind::circle);
    EXPECT_TRUE(c.closed);
    ASSERT_EQ(c.arcs.size(), 1U);
    EXPECT_EQ(c.arcs[0].last, c.points.size());
    EXPECT_NE(c.points.front(), c.points.back());
    EXPECT_NEAR(length(c), 2 * pi * 300, 3);
}

TEST(DxfEntities, ToleranceIsInMillimetresWhateverTheUnit) {
    const SketchCurve coarse = curve_of(circle("0", 0, 0, 10'000), {.chord_tolerance_mm = 100});
    const SketchCurve fine = curve_of(circle("0", 0, 0, 10'000), {.chord_tolerance_mm = 0.1});
    EXPECT_LT(coarse.points.size(), 30U);
    EXPECT_GT(fine.points.size(), 600U);
    const Result<PlanSketch> metres =
        read_dxf(a_drawing().unit(6).with(circle("0", 0, 0, 10)).text(), "a.dxf", {.chord_tolerance_mm = 100});
    ASSERT_TRUE(metres);
    EXPECT_EQ(metres->curves[0].points.size(), coarse.points.size());
    EXPECT_DOUBLE_EQ(metres->chord_tolerance, 0.1);
}

TEST(DxfEntities, LightPolylineWithBulges) {
    // A door leaf: a straight leaf, then a quarter circle about (0, 0).
    const SketchCurve c = curve_of(polyline("DOOR", false, {{0, 0}, {900, 0, std::tan(pi / 8)}, {0, 900}}));
    EXPECT_EQ(c.kind, CurveKind::polyline);
    ASSERT_EQ(c.arcs.size(), 1U);
    expect_near(c.arcs[0].centre, 0, 0);
    EXPECT_NEAR(c.arcs[0].radius, 900, 1e-6);
    EXPECT_NEAR(c.arcs[0].sweep, pi / 2, 1e-9);
    EXPECT_EQ(c.arcs[0].first, 1U);
    EXPECT_EQ(c.arcs[0].last, c.points.size() - 1);
    expect_near(c.points.back(), 0, 900, 0);
    // Clockwise: the arc bends to the other side.
    const SketchCurve other = curve_of(polyline("DOOR", false, {{900, 0, -std::tan(pi / 8)}, {0, 900}}));
    ASSERT_EQ(other.arcs.size(), 1U);
    expect_near(other.arcs[0].centre, 900, 900);
    EXPECT_NEAR(other.arcs[0].sweep, -pi / 2, 1e-9);
}

TEST(DxfEntities, TwoBulgesMakeACircle) {
    const SketchCurve c = curve_of(polyline("0", true, {{-50, 0, 1}, {50, 0, 1}}));
    EXPECT_TRUE(c.closed);
    ASSERT_EQ(c.arcs.size(), 2U);
    EXPECT_EQ(c.arcs[1].last, c.points.size());
    for (const SketchPoint& p : c.points)
        EXPECT_NEAR(std::hypot(p.x, p.y), 50, 1e-9);
}

TEST(DxfEntities, PolylineThatReturnsIsClosed) {
    const SketchCurve c = curve_of(polyline("0", false, {{0, 0}, {10, 0}, {10, 10}, {0, 0}}));
    EXPECT_TRUE(c.closed);
    EXPECT_EQ(c.points.size(), 3U);
}

TEST(DxfEntities, LightPolylineWithWrongCounts) {
    for (const char* count : {"1", "0", "-7", "1000000000", "3"}) {
        const SketchCurve c = curve_of(
            entity("LWPOLYLINE", "0",
                   {{42, 9}, {20, 3}, {90, count}, {70, 0}, {10, 1}, {20, 2}, {10, 3}, {20, 4}, {10, 5}, {20, 6}}));
        ASSERT_EQ(c.points.size(), 3U) << count;
        expect_near(c.points[0], 1, 2);
        expect_near(c.points[2], 5, 6);
    }
}

TEST(DxfEntities, HeavyPolyline) {
    const Groups frame{{66, 1}, {70, 1}, {10, 0}, {20, 0}, {30, 0}};
    const auto vertex = [](double x, double y, int flags = 0, double bulge = 0) {
        return entity("VERTEX", "0", {{10, x}, {20, y}, {42, bulge}, {70, flags}});
    };
    const std::string end = entity("SEQEND", "0", {});
    const SketchCurve c =
        curve_of(entity("POLYLINE", "WALL", frame) + vertex(0, 0, 0, 1) + vertex(100, 0) + vertex(100, 100) + end);
    EXPECT_TRUE(c.closed);
    EXPECT_EQ(c.arcs.size(), 1U);
    // The control frame of a spline-fit polyline is not drawn.
    const SketchCurve fit = curve_of(entity("POLYLINE", "WALL", {{66, 1}, {70, 4}}) + vertex(500, 500, 16) +
                                     vertex(0, 0, 8) + vertex(10, 5, 8) + end);
    EXPECT_EQ(fit.points.size(), 2U);
    // A missing SEQEND closes with the next entity.
    const PlanSketch two = sketch_of(entity("POLYLINE", "WALL", {{66, 1}, {70, 0}}) + vertex(0, 0) + vertex(9, 0) +
                                     line("0", 5, 5, 6, 6) + vertex(1, 1));
    ASSERT_EQ(two.curves.size(), 2U);
    EXPECT_EQ(two.curves[0].points.size(), 2U);
    // Meshes are left out with their vertices.
    const PlanSketch mesh = sketch_of(line("0", 0, 0, 1, 1) + entity("POLYLINE", "0", {{70, 64}}) + vertex(0, 0, 192) +
                                      vertex(1, 0, 192) + end);
    EXPECT_EQ(mesh.curves.size(), 1U);
}

TEST(DxfEntities, SolidIsItsOutline) {
    const SketchCurve c = curve_of(
        entity("SOLID", "COLUMN", {{10, 0}, {20, 0}, {11, 600}, {21, 0}, {12, 0}, {22, 600}, {13, 600}, {23, 600}}));
    EXPECT_TRUE(c.closed);
    ASSERT_EQ(c.points.size(), 4U); // the third and fourth corner change places
    expect_near(c.points[2], 600, 600);
    expect_near(c.points[3], 0, 600);
}

TEST(DxfEntities, Ellipse) {
    const SketchCurve whole =
        curve_of(entity("ELLIPSE", "0", {{10, 0}, {20, 0}, {11, 1000}, {21, 0}, {40, 0.5}, {41, 0}, {42, 2 * pi}}));
    EXPECT_EQ(whole.kind, CurveKind::ellipse);
    EXPECT_TRUE(whole.closed);
    EXPECT_TRUE(whole.arcs.empty());
    for (const SketchPoint& p : whole.points)
        EXPECT_NEAR(p.x * p.x / 1e6 + p.y * p.y / 0.25e6, 1, 1e-9);
    const SketchCurve upper =
        curve_of(entity("ELLIPSE", "0", {{10, 0}, {20, 0}, {11, 1000}, {21, 0}, {40, 0.5}, {41, 0}, {42, pi}}));
    EXPECT_GE(upper.points[upper.points.size() / 2].y, 490);
    // Seen from below it runs the other way.
    const SketchCurve lower = curve_of(
        entity("ELLIPSE", "0",
               {{10, 0}, {20, 0}, {11, 1000}, {21, 0}, {40, 0.5}, {41, 0}, {42, pi}, {210, 0}, {220, 0}, {230, -1}}));
    EXPECT_LE(lower.points[lower.points.size() / 2].y, -490);
    // A round one is an arc again: doors that were stretched and exploded.
    const SketchCurve round =
        curve_of(entity("ELLIPSE", "0", {{10, 0}, {20, 0}, {11, 900}, {21, 0}, {40, 1}, {41, 0}, {42, pi / 2}}));
    EXPECT_EQ(round.kind, CurveKind::arc);
    ASSERT_EQ(round.arcs.size(), 1U);
    EXPECT_NEAR(round.arcs[0].radius, 900, 1e-9);
}

std::string spline(int degree, std::vector<double> knots, std::vector<std::array<double, 3>> control, int flags = 0) {
    Groups list{{70, flags},
                {71, degree},
                {72, static_cast<int>(knots.size())},
                {73, static_cast<int>(control.size())},
                {74, 0}};
    for (double k : knots)
        list.emplace_back(40, k);
    for (const auto& c : control)
        list.insert(list.end(), {{10, c[0]}, {20, c[1]}, {30, 0}});
    for (const auto& c : control)
        list.emplace_back(41, c[2]);
    return entity("SPLINE", "0", list);
}

TEST(DxfEntities, SplineOfDegreeTwoIsTheParabola) {
    const SketchCurve c = curve_of(spline(2, {0, 0, 0, 1, 1, 1}, {{0, 0, 1}, {500, 1000, 1}, {1000, 0, 1}}),
                                   {.chord_tolerance_mm = 0.01});
    EXPECT_EQ(c.kind, CurveKind::spline);
    expect_near(c.points.front(), 0, 0);
    expect_near(c.points.back(), 1000, 0);
    ASSERT_GT(c.points.size(), 10U);
    for (const SketchPoint& p : c.points) // y = 2 t (1 - t) 1000 at x = 1000 t
        EXPECT_NEAR(p.y, 2000 * (p.x / 1000) * (1 - p.x / 1000), 1e-6);
}

TEST(DxfEntities, RationalSplineIsTheCircle) {
    const double w = std::sqrt(0.5);
    const SketchCurve c = curve_of(spline(2, {0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4},
                                          {{100, 0, 1},
                                           {100, 100, w},
                                           {0, 100, 1},
                                           {-100, 100, w},
                                           {-100, 0, 1},
                                           {-100, -100, w},
                                           {0, -100, 1},
                                           {100, -100, w},
                                           {100, 0, 1}}),
                                   {.chord_tolerance_mm = 0.1});
    EXPECT_TRUE(c.closed);
    for (const SketchPoint& p : c.points)
        EXPECT_NEAR(std::hypot(p.x, p.y), 100, 1e-9);
    EXPECT_NEAR(length(c), 2 * pi * 100, 1);
}

TEST(DxfEntities, SplineThatCrossesItsOwnChordIsNotFlattenedToIt) {
    const SketchCurve c =
        curve_of(spline(3, {0, 0, 0, 0, 1, 1, 1, 1}, {{0, 0, 1}, {500, 2000, 1}, {500, -2000, 1}, {1000, 0, 1}}));
    EXPECT_GT(bounds(c).high.y, 500);
    EXPECT_LT(bounds(c).low.y, -500);
}

TEST(DxfEntities, SplineThroughFitPoints) {
    Groups list{{70, 8}, {71, 3}, {72, 0}, {73, 0}, {74, 5}};
    for (int i = 0; i < 5; ++i)
        list.insert(list.end(), {{11, 1000 * std::cos(i * pi / 8)}, {21, 1000 * std::sin(i * pi / 8)}, {31, 0}});
    const SketchCurve c = curve_of(entity("SPLINE", "0", list));
    EXPECT_EQ(c.kind, CurveKind::spline);
    EXPECT_GT(c.points.size(), 5U);
    for (const SketchPoint& p : c.points)
        EXPECT_NEAR(std::hypot(p.x, p.y), 1000, 25); // an arc within a few per cent of the sagitta; free ends
    for (int i = 0; i < 5; ++i) {
        double nearest = 1e9;
        for (const SketchPoint& p : c.points)
            nearest =
                std::min(nearest, std::hypot(p.x - 1000 * std::cos(i * pi / 8), p.y - 1000 * std::sin(i * pi / 8)));
        EXPECT_LT(nearest, 1e-6) << i;
    }
}

TEST(DxfEntities, ClosedSplineThroughFitPointsIsSmoothAllAround) {
    Groups list{{70, 1}, {71, 3}, {74, 8}};
    for (int i = 0; i < 8; ++i)
        list.insert(list.end(), {{11, 1000 * std::cos(i * pi / 4)}, {21, 1000 * std::sin(i * pi / 4)}});
    const SketchCurve c = curve_of(entity("SPLINE", "0", list));
    EXPECT_TRUE(c.closed);
    for (const SketchPoint& p : c.points)
        EXPECT_NEAR(std::hypot(p.x, p.y), 1000, 5);
}

TEST(DxfEntities, SplinesThatMakeNoSenseAreLeftOut) {
    const char* names[] = {"knots too few", "knots that fall", "degree too high", "negative weight"};
    const std::string bad[] = {
        spline(2, {0, 0, 1, 1}, {{0, 0, 1}, {5, 5, 1}, {9, 0, 1}}),
        spline(2, {0, 0, 0, 2, 1, 3, 3, 3}, {{0, 0, 1}, {5, 5, 1}, {9, 0, 1}, {12, 5, 1}, {15, 0, 1}}),
        spline(7, {0, 0, 0, 1, 1, 1}, {{0, 0, 1}, {5, 5, 1}, {9, 0, 1}}),
        spline(2, {0, 0, 0, 1, 1, 1}, {{0, 0, 1}, {5, 5, -1}, {9, 0, 1}})};
    for (std::size_t i = 0; i < std::size(bad); ++i) {
        const PlanSketch sketch = sketch_of(line("0", 0, 0, 1, 1) + bad[i]);
        EXPECT_EQ(sketch.curves.size(), 1U) << names[i];
    }
}

TEST(DxfEntities, SeenFromBelowXIsMirrored) {
    const Groups down{{210, 0}, {220, 0}, {230, -1}};
    const auto with = [&](Groups list) {
        list.insert(list.end(), down.begin(), down.end());
        return list;
    };
    const SketchCurve a = curve_of(entity("ARC", "0", with({{10, -100}, {20, 50}, {40, 900}, {50, 0}, {51, 90}})));
    ASSERT_EQ(a.arcs.size(), 1U);
    expect_near(a.arcs[0].centre, 100, 50);
    EXPECT_NEAR(a.arcs[0].sweep, -pi / 2, 1e-9);
    expect_near(a.points.front(), -800, 50);
    expect_near(a.points.back(), 100, 950);
    const SketchCurve p =
        curve_of(entity("LWPOLYLINE", "0", with({{90, 2}, {70, 0}, {10, -1}, {20, 2}, {10, -3}, {20, 4}})));
    expect_near(p.points[0], 1, 2);
    expect_near(p.points[1], 3, 4);
    // A line is in world coordinates and stays.
    const SketchCurve l = curve_of(entity("LINE", "0", with({{10, -1}, {20, 2}, {11, -3}, {21, 4}})));
    expect_near(l.points[0], -1, 2);
}

TEST(DxfEntities, TiltedPlanesAreSeenFromAbove) {
    // Extrusion along x: own x runs along world y, own y along world z: the circle is seen edge-on.
    const SketchCurve c =
        curve_of(entity("CIRCLE", "0", {{10, 5}, {20, 7}, {30, 100}, {40, 50}, {210, 1}, {220, 0}, {230, 0}}));
    const SketchBox box = bounds(c);
    EXPECT_NEAR(box.low.x, 100, 1e-9);
    EXPECT_NEAR(box.high.x, 100, 1e-9);
    EXPECT_NEAR(box.low.y, -45, 1);
    EXPECT_NEAR(box.high.y, 55, 1);
}

TEST(DxfEntities, MultilineIsOneCurveAnElement) {
    const PlanSketch sketch = sketch_of(entity(
        "MLINE", "WALL", {{2, "STANDARD"}, {70, 1}, {71, 1}, {72, 2},    {73, 2}, {10, 0},    {20, 0}, {11, 0}, {21, 0},
                          {12, 1},         {22, 0}, {13, 0}, {23, 1},    {74, 2}, {41, 0},    {41, 0}, {75, 0}, {74, 2},
                          {41, -200},      {41, 0}, {75, 0}, {11, 5000}, {21, 0}, {12, 1},    {22, 0}, {13, 0}, {23, 1},
                          {74, 2},         {41, 0}, {41, 0}, {75, 0},    {74, 2}, {41, -200}, {41, 0}, {75, 0}}));
    ASSERT_EQ(sketch.curves.size(), 2U);
    expect_near(sketch.curves[0].points[1], 5000, 0);
    expect_near(sketch.curves[1].points[0], 0, -200);
    expect_near(sketch.curves[1].points[1], 5000, -200);
}

TEST(DxfEntities, WhatIsNotReadIsCounted) {
    const PlanSketch sketch =
        sketch_of(line("0", 0, 0, 1, 1) + entity("HATCH", "0", {{2, "SOLID"}, {91, 1}, {92, 1}, {93, 4}}) +
                  entity("HATCH", "0", {{2, "SOLID"}}) + entity("POINT", "0", {{10, 0}, {20, 0}}) +
                  entity("XLINE", "0", {{10, 0}, {20, 0}, {11, 1}, {21, 0}}) +
                  entity("LINE", "0", {{60, 1}, {10, 0}, {20, 0}, {11, 5}, {21, 5}}) +
                  entity("LINE", "0", {{67, 1}, {10, 0}, {20, 0}, {11, 5}, {21, 5}}));
    EXPECT_EQ(sketch.curves.size(), 1U);
    const auto count = [&](const char* what, const char* why) {
        for (const SketchCount& c : sketch.counts)
            if (c.what == what && c.why.en.find(why) != std::string::npos && (c.left_out > 0) == (*why != 0))
                return c.left_out + c.read;
        return 0U;
    };
    EXPECT_EQ(count("LINE", ""), 1U);
    EXPECT_EQ(count("HATCH", "filling"), 2U);
    EXPECT_EQ(count("POINT", "not read"), 1U);
    EXPECT_EQ(count("XLINE", "infinite"), 1U);
    EXPECT_EQ(count("LINE", "invisible"), 1U);
    EXPECT_EQ(count("LINE", "paper space"), 1U);
}

// Law: no chord of a flattened arc strays farther from it than the tolerance, and every point lies on it.
RC_GTEST_PROP(DxfEntities, ArcsKeepTheirTolerance, ()) {
    const double radius = *rc::gen::inRange(1, 100'000);
    const double from = *rc::gen::inRange(0, 360);
    const double to = *rc::gen::inRange(0, 360);
    const double tolerance = *rc::gen::element(0.1, 1.0, 20.0);
    const Result<PlanSketch> read = read_dxf(a_drawing().unit(4).with(arc("0", 7, -3, radius, from, to)).text(),
                                             "a.dxf", {.chord_tolerance_mm = tolerance});
    RC_ASSERT(read.has_value());
    const SketchCurve& c = read->curves.front();
    for (std::size_t i = 0; i < c.points.size(); ++i) {
        RC_ASSERT(std::abs(std::hypot(c.points[i].x - 7, c.points[i].y + 3) - radius) < 1e-6);
        if (i + (c.closed ? 0 : 1) < c.points.size()) {
            const SketchPoint b = c.points[(i + 1) % c.points.size()];
            const double middle = std::hypot((c.points[i].x + b.x) / 2 - 7, (c.points[i].y + b.y) / 2 + 3);
            RC_ASSERT(radius - middle <= std::max(tolerance, 0.3 * std::min(radius, tolerance)) + 1e-6);
        }
    }
}

} // namespace
} // namespace riser
