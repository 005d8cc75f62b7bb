// SPDX-License-Identifier: GPL-3.0-or-later
// The circle behind an edge with a bulge, for whoever must draw or measure it: centre, radius, sweep.
#pragma once

#include "exporters/drawings/drawing.h"

namespace riser {

struct Arc {
    PaperPoint centre;
    double radius = 0;
    double start = 0; // radians, counter-clockwise from +x as seen on paper (y up)
    double sweep = 0; // radians, signed, positive counter-clockwise as seen
};
Arc arc_between(const Vertex& from, const Vertex& to);

// Points where the arc reaches furthest left, right, up or down.
std::vector<PaperPoint> arc_extremes(const Vertex& from, const Vertex& to);

} // namespace riser
