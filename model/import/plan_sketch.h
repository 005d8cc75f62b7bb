// SPDX-License-Identifier: GPL-3.0-or-later
// What a drawing shows, before anybody says what it means: curves, texts and block inserts with their layers and source
// lines, in drawing units and drawing coordinates, flattened to the plane. Importers fill it, recognisers read it; it
// is never stored. Coordinates are doubles because survey coordinates in millimetres exceed 32 bits; see SketchUnit for
// scale.
#pragma once

#include "model/base/text.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace riser {

struct SketchPoint {
    double x = 0;
    double y = 0;
    bool operator==(const SketchPoint&) const = default;
};

// Empty until something is added.
struct SketchBox {
    SketchPoint low{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    SketchPoint high{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    bool empty() const { return low.x > high.x; }
    double width() const { return empty() ? 0 : high.x - low.x; }
    double height() const { return empty() ? 0 : high.y - low.y; }
    bool contains(SketchPoint p) const { return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y; }
    bool meets(const SketchBox& other) const;
    void add(SketchPoint p);
    void add(const SketchBox& other);
    bool operator==(const SketchBox&) const = default;
};

// x' = xx*x + xy*y + dx, y' = yx*x + yy*y + dy.
struct SketchTransform {
    double xx = 1, xy = 0, yx = 0, yy = 1;
    double dx = 0, dy = 0;
    SketchPoint operator()(SketchPoint p) const { return {xx * p.x + xy * p.y + dx, yx * p.x + yy * p.y + dy}; }
    double determinant() const { return xx * yy - xy * yx; }
    bool mirrors() const { return determinant() < 0; }
    // The scale when the transform keeps angles (within 1e-6 of it), nothing when it shears or stretches.
    std::optional<double> similarity() const;
    bool operator==(const SketchTransform&) const = default;
};
// First `inner`, then `outer`.
SketchTransform compose(const SketchTransform& outer, const SketchTransform& inner);

using SketchIndex = std::uint32_t;
constexpr SketchIndex no_index = std::numeric_limits<SketchIndex>::max();

struct SketchLayer {
    std::string name;     // as written, decoded to UTF-8: "11#平面图$0$WALL"
    std::string stripped; // without the prefix of a bound or attached external drawing: "WALL"
    bool frozen = false;
    bool off = false;
    int colour = 7; // AutoCAD colour index
    std::uint32_t curves = 0;
    std::uint32_t texts = 0;
    std::uint32_t left_out = 0; // entities not read because the layer is frozen or off
    bool operator==(const SketchLayer&) const = default;
};

enum class CurveKind { line, polyline, arc, circle, ellipse, spline };

// A true circular arc within a curve: points[first..last] lie on it, counter-clockwise when sweep > 0. Door swings are
// among these, whether drawn as arcs or as bulges of a polyline.
struct SketchArc {
    SketchPoint centre;
    double radius = 0;
    double start = 0; // radians, direction from the centre to points[first]
    double sweep = 0; // radians, signed, -2 pi .. 2 pi
    SketchIndex first = 0;
    SketchIndex last = 0; // == points.size() when the arc runs back to points[0] of a closed curve
    bool operator==(const SketchArc&) const = default;
};

struct SketchCurve {
    CurveKind kind = CurveKind::line;
    bool closed = false; // the last point joins the first, which is not repeated
    SketchIndex layer = 0;
    SketchIndex insert = no_index; // the block insert it came with, into PlanSketch::inserts
    std::uint32_t line = 0;        // of the entity in the file (inside its block, when it came with one)
    std::int16_t colour = 7;       // AutoCAD colour index, by-layer and by-block resolved
    std::vector<SketchPoint> points;
    std::vector<SketchArc> arcs;
    bool operator==(const SketchCurve&) const = default;
};

enum class SketchTextKind { text, paragraph, attribute };

struct SketchText {
    SketchTextKind kind = SketchTextKind::text;
    std::string content; // UTF-8, formatting codes resolved; lines of a paragraph separated by '\n'
    std::string tag;     // of an attribute
    SketchPoint at;      // left end of the first baseline
    SketchPoint centre;  // middle of the text, estimated from its height and characters
    double height = 0;   // of capitals, drawing units
    double width = 0;    // estimated
    double rotation = 0; // radians, direction of the baseline
    SketchIndex layer = 0;
    SketchIndex insert = no_index;
    std::uint32_t line = 0;
    bool operator==(const SketchText&) const = default;
};

struct SketchInsert {
    std::string block; // name, decoded
    SketchTransform transform;
    SketchIndex layer = 0;
    SketchIndex parent = no_index; // the insert this one is nested in
    std::uint32_t line = 0;
    SketchBox box; // of all it brought, nested inserts included; empty when it brought nothing
    bool operator==(const SketchInsert&) const = default;
};

enum class UnitSource {
    given,    // the user said so
    declared, // the file says so and nothing speaks against it
    guessed,  // the file says nothing
    overruled // the file says something that cannot be: doors 32 mm wide
};

struct SketchUnit {
    double millimetres = 1; // of one drawing unit
    UnitSource source = UnitSource::guessed;
    Text name;                      // 毫米 / millimetre
    Text reason;                    // one sentence
    std::vector<Text> evidence;     // what was measured, a sentence each
    std::optional<double> declared; // millimetres by the file's own declaration
    bool certain = true;            // false: the evidence is thin or divided; ask
    bool operator==(const SketchUnit&) const = default;
};

// "569 LINE read" or "12 HATCH left out: filling is not read".
struct SketchCount {
    std::string what;             // entity type as written
    std::uint32_t read = 0;       // curves, texts or inserts made of it, counting each copy that blocks make
    std::uint32_t left_out = 0;   // occurrences that made nothing
    Text why;                     // of those left out; empty in a row of those read
    std::uint32_t first_line = 0; // of those left out
    bool operator==(const SketchCount&) const = default;
};

struct PlanSketch {
    std::string file;
    std::string format;    // "DXF AC1032"
    std::string code_page; // as declared
    std::string encoding;  // as found: "UTF-8", "GB18030"
    SketchUnit unit;
    double chord_tolerance = 0; // drawing units: no flattened point pair strays farther from its curve
    SketchBox box;
    std::vector<SketchLayer> layers;
    std::vector<SketchCurve> curves;
    std::vector<SketchText> texts;
    std::vector<SketchInsert> inserts;
    std::vector<SketchCount> counts; // read ones first; a row an entity type and reason
    std::vector<Text> notes;         // what people should know: unbound external drawings, unreadable objects
    bool operator==(const PlanSketch&) const = default;
};

SketchBox bounds(const SketchCurve& curve);
// "11#平面图$0$WALL" and "xref|A-WALL" without their prefix.
std::string strip_layer_name(std::string_view name);

} // namespace riser
