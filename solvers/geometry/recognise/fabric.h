// SPDX-License-Identifier: GPL-3.0-or-later
// The walls and columns of a plan as masses: which faces between the strokes are solid, where a wall ends, and which
// gaps there are between one wall end and the next wall. Gaps are only candidates here; openings.h weighs them.
#pragma once

#include "solvers/geometry/planar/planar_map.h"

#include <vector>

namespace riser::detail {

struct Fabric {
    std::vector<Stroke> strokes; // planarised: walls, columns, caps
    PlanarMap map;
    std::vector<Polygon> faces;  // by face of the map
    std::vector<char> solid;     // by face: wall or column, not a room
    std::vector<Polygon> masses; // of solid faces that touch
    double thickness = 0;        // the largest usual thickness of double-line walls, mm; 0 for single lines
};

// The thicknesses that walls drawn as double lines have here: those that make up at least a twelfth of their length,
// thickest last. Empty for single-line plans.
std::vector<double> usual_thicknesses(std::span<const Stroke> strokes);

// `columns`: outlines of columns; a face inside one is solid. Empty map when stopped.
Fabric fabric_of(std::vector<Stroke> strokes, const std::vector<Polygon>& columns, const Run& run);

// Where a wall stops: its end face from a to b, seen from outside left to right, or a point for a single line.
struct WallEnd {
    Vec a;
    Vec b;
    Vec out; // unit, away from the wall
    double thickness = 0;
    Vec middle() const { return (a + b) * 0.5; }
};
std::vector<WallEnd> wall_ends(const Fabric& fabric);

// A straight way from a wall end to what it looks at. Both closing lines run along the wall's faces.
struct WallGap {
    Vec from;               // middle of the wall's end
    Vec to;                 // on what it looks at
    Vec low_from, low_to;   // right-hand closing line
    Vec high_from, high_to; // left-hand closing line; equal to the other for a single line
    double length = 0;
    double thickness = 0;
    bool to_face = false; // looks at the side of a wall, not at the end of another
    bool mouth = false;   // no wall end: the line of a wall drawn on past a corner
    Vec direction() const { return unit(to - from); }
};
std::vector<WallGap> wall_gaps_of(const Fabric& fabric, const std::vector<WallEnd>& ends, double most_length);

} // namespace riser::detail
