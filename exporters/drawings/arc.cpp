// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/arc.h"

#include <cmath>
#include <numbers>

namespace riser {

Arc arc_between(const Vertex& from, const Vertex& to) {
    // In a frame with y up: the centre lies on the chord's bisector, to the left for a small positive bulge.
    const double ax = from.x;
    const double ay = -from.y;
    const double bx = to.x;
    const double by = -to.y;
    const double chord = std::hypot(bx - ax, by - ay);
    const double sweep = 4 * std::atan(from.bulge);
    Arc arc;
    arc.sweep = sweep;
    if (chord == 0 || from.bulge == 0)
        return arc;
    const double signed_radius = chord * (1 + from.bulge * from.bulge) / (4 * from.bulge);
    const double height = signed_radius * std::cos(sweep / 2); // of the centre to the left of the chord
    const double ux = (bx - ax) / chord;
    const double uy = (by - ay) / chord;
    const double cx = (ax + bx) / 2 - uy * height;
    const double cy = (ay + by) / 2 + ux * height;
    arc.centre = {cx, -cy};
    arc.radius = std::abs(signed_radius);
    arc.start = std::atan2(ay - cy, ax - cx);
    return arc;
}

std::vector<PaperPoint> arc_extremes(const Vertex& from, const Vertex& to) {
    const Arc arc = arc_between(from, to);
    std::vector<PaperPoint> out;
    for (int quarter = -8; quarter <= 8; ++quarter) {
        const double angle = quarter * std::numbers::pi / 2;
        const double low = std::min(arc.start, arc.start + arc.sweep);
        const double high = std::max(arc.start, arc.start + arc.sweep);
        if (arc.radius > 0 && angle >= low && angle <= high)
            out.push_back({arc.centre.x + arc.radius * std::cos(angle), arc.centre.y - arc.radius * std::sin(angle)});
    }
    return out;
}

} // namespace riser
