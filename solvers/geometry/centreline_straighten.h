// SPDX-License-Identifier: GPL-3.0-or-later
// From the straight skeleton of an area to the lines a fitter would draw: stubs pruned, stretches between parallel
// walls kept as exact straight lines, whatever joins them (corners, junctions, changes of width) drawn anew as the
// meeting of those lines. Plain arithmetic on the skeleton; CGAL is not needed here.
#pragma once

#include "solvers/geometry/centrelines.h"

#include <utility>

namespace riser {

struct SkeletonVector {
    double x = 0;
    double y = 0;
};

// The inner bisectors of a straight skeleton, each with the directions of the two walls it lies between.
struct Skeleton {
    struct Bisector {
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        SkeletonVector wall_a; // unit, area to the left
        SkeletonVector wall_b;
    };
    std::vector<SkeletonVector> vertices;
    std::vector<Bisector> bisectors;
};

struct AreaLines {
    std::vector<Point> nodes;
    std::vector<Centrelines::Edge> edges; // as they come, a != b
    bool bent = false;                    // the skeleton's own bends, since straight lines would leave the area
};

AreaLines straightened(const Skeleton& skeleton, const Polygon& area, const CentrelineOptions& options);

// Whether the segment stays in the area: crosses no boundary, and its middle is inside. Touching is allowed.
bool stays_inside(const Polygon& area, Point a, Point b);

} // namespace riser
