// SPDX-License-Identifier: GPL-3.0-or-later
// The centrelines and thicknesses of walls: where two faces of a mass run side by side, the line midway between them,
// carried on through junctions and openings to the centreline it meets. Round walls become polylines of chords.
#pragma once

#include "solvers/geometry/recognise/rooms.h"

namespace riser::detail {

struct WallLine {
    std::vector<Vec> points;
    double thickness = 0; // 0: drawn as a single line
    bool glass = false;
};

// Sorted by place. O(n log n) for faces that do not all overlap.
std::vector<WallLine> wall_lines(const Partition& partition, const std::vector<Polygon>& columns);

} // namespace riser::detail
