// SPDX-License-Identifier: GPL-3.0-or-later
// One sheet of a sketch in millimetres of its own frame, sorted for recognition: straight pieces with the role of their
// layer, door swings with the side of their leaf, texts. Swings and leaves are told by shape: they stand on any layer.
#pragma once

#include "model/import/layer_map.h"
#include "model/import/sheets.h"
#include "solvers/geometry/planar/vector.h"

#include <string>
#include <vector>

namespace riser::detail {

// local = drawing * scale - origin, both axes alike.
struct Frame {
    double scale = 1;
    std::int64_t origin_x = 0; // mm
    std::int64_t origin_y = 0;
    Vec local(SketchPoint p) const {
        return {p.x * scale - static_cast<double>(origin_x), p.y * scale - static_cast<double>(origin_y)};
    }
};

struct Piece {
    Vec a;
    Vec b;
    LayerRole role = LayerRole::unknown;
    SketchIndex layer = 0;
    SketchIndex curve = 0;
    SketchIndex symbol = no_index; // the largest insert of a symbol's size it came with
    bool curved = false;           // a chord of an arc, a circle, an ellipse or a spline
    bool of_door = false;          // part of a door's leaf or swing: never bounds
};

// A quarter (or less) of a circle that a door leaf describes.
struct DoorSwing {
    Vec hinge;
    double radius = 0;
    Vec ends[2];
    int leaf = -1; // the end where the open leaf stands, when a line from the hinge shows it
    LayerRole role = LayerRole::unknown;
    SketchIndex layer = 0;
    SketchIndex curve = 0;
    SketchIndex symbol = no_index;
};

struct Caption {
    std::string content; // one line
    Vec centre;
    Vec direction; // of the baseline, unit
    double width = 0;
    double height = 0;
    LayerRole role = LayerRole::unknown;
    SketchIndex text = 0;
    bool attribute = false;
    Vec start() const { return centre - direction * (width / 2); }
    Vec end() const { return centre + direction * (width / 2); }
};

struct LocalDrawing {
    Frame frame;
    std::vector<Piece> pieces;
    std::vector<DoorSwing> swings;
    std::vector<Caption> captions;
};

LocalDrawing localised(const PlanSketch& sketch, const SketchSheet& sheet, const std::vector<LayerRole>& roles);

// Whether what stands on such a layer can be part of the building's fabric or of a symbol in it.
bool may_be_fabric(LayerRole role);

} // namespace riser::detail
