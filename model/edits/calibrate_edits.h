// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing a drawing that was read in the wrong unit, or laid askew, to its true size and place: a similarity (scale,
// rotation, shift; never a mirror) of the underlay of a floor, or of all that is drawn on it. Only places change:
// heights and sizes that a person typed stay, and no field is pinned, since nobody decided it by itself.
#pragma once

#include "model/edits/edit.h"

#include <span>

namespace riser {

constexpr double least_calibration = 0.001;
constexpr double most_calibration = 1000;

// (x, y) -> (a x - b y + shift_x, b x + a y + shift_y), in millimetres of the floor.
struct Similarity {
    double a = 1;
    double b = 0;
    double shift_x = 0;
    double shift_y = 0;
    double residual = 0; // mm, root mean square over the pairs that it was fitted to

    double factor() const;
    MilliDegrees turn() const; // counter-clockwise, in (-180, 180] degrees
};

// Keeps `first`, and brings `second` to so far from it. bad_input: the points coincide, or a factor outside
// 0.001..1000.
Result<Similarity> scaling_by_distance(Point first, Point second, Millimetres truth);

struct PointPair {
    Point drawn;
    Point truth;
};
// By least squares; exact for two pairs. bad_input: fewer than two pairs, points that coincide, or such a factor.
Result<Similarity> similarity_of(std::span<const PointPair> pairs);

struct Calibration {
    double factor = 1;
    MilliDegrees turn;
    std::int64_t old_ppm = 0; // of the first underlay of the floor; 0: it has none
    std::int64_t new_ppm = 0;
    std::int32_t rows = 0; // that changed, underlays among them
};

// not_found: no such floor. bad_input: a factor as above. refused: the floor has no underlay, or its scale would be
// none.
Result<Calibration> calibrate_underlay(Edit& edit, FloorId floor, const Similarity& by);

// Rooms, walls, openings, columns, axis lines, compartments, areas, pathways, outlets, racks, notes ..., and the
// underlays with them, so that they stay on one another. Walls that were imported become thicker or thinner. Errors as
// above; refused as well: nothing is drawn there, an outline would collapse at whole millimetres, or a place would lie
// beyond the coordinates that a building has. O(rows of the design).
Result<Calibration> calibrate_floor(Edit& edit, FloorId floor, const Similarity& by);

} // namespace riser
