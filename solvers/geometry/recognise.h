// SPDX-License-Identifier: GPL-3.0-or-later
// From the curves and texts of one sheet to a floor: rooms with their names and net outlines, walls, openings, columns,
// axes, and a report of what was read, guessed and ignored. Heuristics decide, exact arithmetic computes: every outline
// is simple and in whole millimetres. Nothing is written into a design here; see apply_floor.h.
// All coordinates of the result are millimetres in the sheet's own frame; `transform` leads there from the drawing.
#pragma once

#include "model/building.h"
#include "model/import/sheets.h"
#include "solvers/base/run.h"
#include "solvers/geometry/room_names.h"

namespace riser {

struct RecogniseOptions {
    RoomNames names;
    Millimetres snap = Millimetres(15);             // ends and lines nearer than this were meant to meet
    Millimetres widest_passage = Millimetres(6000); // a gap without door or window closes at most so far
    SquareMillimetres least_room = SquareMillimetres(200'000);
    std::uint32_t most_strokes = 400'000; // beyond this the drawing is refused
    double widest_metres = 2'000;         // no floor is so large, nor so small: the drawing is in another unit
    double least_metres = 2;
};

struct RecognisedText {
    std::string content;
    Point at;
    SketchIndex text = 0; // in the sketch
};

struct RecognisedRoom {
    Polygon outline; // along the inner faces of its walls
    SquareMillimetres area;
    Text name;
    std::string number;
    RoomUse use = RoomUse::other;
    std::optional<SquareMillimetres> written_area;
    std::vector<RecognisedText> texts; // all that stand inside
    std::vector<Text> evidence;        // a sentence each: why it is a room, why it is called so
    BasisPoints confidence;
    std::uint32_t openings = 0; // doors, windows and passages in its walls
    std::string key;            // the same for the same room of the same drawing
};

struct RecognisedWall {
    Polyline line;         // centreline, running on beneath openings
    Millimetres thickness; // 0 when drawn as a single line
    WallMaterial material = WallMaterial::unknown;
    std::string key;
};

struct RecognisedOpening {
    OpeningKind kind = OpeningKind::door;
    std::string label;
    Point from; // jambs, on the wall's centreline
    Point to;
    Millimetres height; // when its mark says so, else 0
    std::optional<std::size_t> room_a;
    std::optional<std::size_t> room_b;
    Text evidence;
    std::string key;
};

struct RecognisedColumn {
    Polygon outline;
    std::string key;
};

struct RecognisedAxis {
    std::string label;
    Point from;
    Point to;
    std::string key;
};

// building = drawing * millimetres_per_unit - offset.
struct DrawingTransform {
    double millimetres_per_unit = 1;
    std::int64_t offset_x = 0; // mm
    std::int64_t offset_y = 0;
};

struct LayerUse {
    std::string layer;
    LayerRole role = LayerRole::unknown;
    Text how; // by which rule, or why guessed
    std::uint32_t curves = 0;
    std::uint32_t texts = 0;
};

struct RecognitionReport {
    SketchUnit unit; // the decision and its evidence
    std::vector<LayerUse> layers;
    std::vector<Text> read;    // what was found, with counts
    std::vector<Text> guessed; // what was decided without proof
    std::vector<Text> ignored; // what was left out, and why
    std::vector<Text> doubts;  // what a person should look at: names in no room, doors in no wall, areas that disagree
};

struct RecognisedFloor {
    std::string file;
    int sheet = 1;
    std::string title;
    std::optional<StoreySpan> storeys; // by its title
    DrawingTransform transform;
    std::vector<RecognisedRoom> rooms;
    std::vector<RecognisedWall> walls;
    std::vector<RecognisedOpening> openings;
    std::vector<RecognisedColumn> columns;
    std::vector<RecognisedAxis> axes;
    RecognitionReport report;
};

// Errors: refused (elevation, section, schedule), bad_input (nothing wall-like, no closed room: the message lists the
// layers that could be walls), stopped. About O(n log n) in the strokes of walls; polls the run.
Result<RecognisedFloor> recognise(const PlanSketch& sketch, const SketchSheet& sheet, const LayerMap& map,
                                  const RecogniseOptions& options = {}, const Run& run = {});

} // namespace riser
