// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing as the file lists it: layers, block definitions and entities in their own coordinates, before blocks are
// expanded and curves flattened. Only what can become curve, text or insert; the rest is counted.
#pragma once

#include "model/base/result.h"
#include "model/import/plan_sketch.h"

#include <array>
#include <cstdint>
#include <map>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace riser {

struct DxfVertex {
    double x = 0, y = 0, z = 0;
    double bulge = 0; // tan of a quarter of the arc's angle to the next vertex
    double weight = 1;
};

struct DxfPolyline {
    std::vector<DxfVertex> vertices;
    bool closed = false;
    bool spatial = false; // vertices in world coordinates (3D polyline), else in the entity's own
    CurveKind kind = CurveKind::polyline;
};
struct DxfArc {
    DxfVertex centre;
    double radius = 0;
    double start = 0; // degrees
    double end = 360;
    bool circle = false;
};
struct DxfEllipse {
    DxfVertex centre;
    DxfVertex major; // from the centre
    double ratio = 1;
    double start = 0; // radians of the parameter
    double end = 0;
};
struct DxfSpline {
    int degree = 3;
    bool closed = false;
    std::vector<double> knots;
    std::vector<DxfVertex> control;
    std::vector<DxfVertex> fit;
    DxfVertex start_tangent; // all zero: none
    DxfVertex end_tangent;
};
struct DxfText {
    SketchTextKind kind = SketchTextKind::text;
    DxfVertex at;
    std::string content; // decoded, formatting codes still in it
    std::string tag;
    double height = 0;
    double width_factor = 1;
    double angle = 0;     // radians
    int horizontal = 0;   // 0 left, 1 centre, 2 right
    int vertical = 0;     // 0 baseline, 1 bottom, 2 middle, 3 top
    double box_width = 0; // of a paragraph as the writer measured it, 0 when it did not
    double box_height = 0;
};
struct DxfInsert {
    std::string block;
    DxfVertex at;
    double scale_x = 1, scale_y = 1;
    double angle = 0; // degrees
    long columns = 1, rows = 1;
    double column_step = 0, row_step = 0;
};

struct DxfEntity {
    std::variant<DxfPolyline, DxfArc, DxfEllipse, DxfSpline, DxfText, DxfInsert> shape;
    std::array<double, 3> extrusion{0, 0, 1};
    SketchIndex layer = 0;
    SketchIndex type = 0; // into DxfDrawing::types
    std::uint32_t line = 0;
    std::int16_t colour = 256; // 256 by layer, 0 by block
};

struct DxfBlock {
    std::string name;
    double base_x = 0, base_y = 0;
    bool external = false;
    std::uint32_t line = 0;
    std::vector<DxfEntity> entities;
};

// A measured distance as the draughtsman sees it: tells the unit.
struct DxfDimension {
    double measured = 0; // drawing units
    std::string text;    // as displayed: override, or the text inside its block
    std::string block;
    std::uint32_t line = 0;
};

struct DxfHeader {
    std::string version = "AC1009";
    std::string code_page;
    long insert_units = 0;       // $INSUNITS
    long linear_units = 2;       // $LUNITS: 3 engineering, 4 architectural
    std::optional<long> metric;  // $MEASUREMENT
    double dimension_factor = 1; // $DIMLFAC
};

struct DxfDrawing {
    std::string file;
    std::string encoding;
    std::uint64_t unreadable_texts = 0;
    DxfHeader header;
    std::vector<SketchLayer> layers; // [0] is "0"
    std::vector<std::string> types;
    std::vector<DxfEntity> entities; // of model space
    std::vector<DxfBlock> blocks;
    std::map<std::string, SketchIndex> block_by_name; // names in lower case
    std::vector<DxfDimension> dimensions;
    std::vector<SketchCount> left_out;
    std::vector<Text> notes;

    const DxfBlock* block(std::string_view name) const;
};

Result<DxfDrawing> read_dxf_drawing(std::string_view bytes, const std::string& file, std::stop_token stop = {});
Error reading_stopped();

std::string lower_ascii(std::string_view text);

} // namespace riser
