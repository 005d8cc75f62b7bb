// SPDX-License-Identifier: GPL-3.0-or-later
// How far a drawing must be moved so that its axes lie on those of the same names in the design.
#pragma once

#include "model/design.h"
#include "solvers/geometry/recognise.h"

#include <optional>

namespace riser {

struct FloorAlignment {
    Point shift;          // building = sheet + shift
    std::size_t axes = 0; // used
    Millimetres worst;    // how far an axis still misses
};

// Least squares over the perpendicular misses of axes with one label and one direction, on all floors of the design.
// Nothing when fewer than two of them cross.
std::optional<FloorAlignment> align_by_axes(const Table<AxisLine>& axes, const std::vector<RecognisedAxis>& drawn);

// Where the first numbered and the first lettered axis cross: the origin of a design's first drawing.
std::optional<Point> axis_origin(const std::vector<RecognisedAxis>& drawn);

} // namespace riser
