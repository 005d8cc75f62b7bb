// SPDX-License-Identifier: GPL-3.0-or-later
// What rings and polygons are asked in recognition: made simple, made straight, how wide inside, how far from a point.
#pragma once

#include "solvers/geometry/planar/vector.h"

namespace riser {

// A closed walk whose edges do not cross, as rings that pass no vertex twice; spikes and rings of no area are dropped.
std::vector<Ring> simple_loops(Ring walk);

// Without the vertices that lie on the line of their neighbours (within `tolerance` mm, never further in sum), as long
// as the ring stays simple; with tolerance 0 only the exactly straight ones go.
Ring straightened(Ring ring, double tolerance);

// The radius of the largest circle inside, found to within 10 mm, or `enough` as soon as one of that radius is found.
double inscribed_radius(const Polygon& polygon, double enough);
// Its centre as well.
struct Inscribed {
    Vec centre;
    double radius = 0;
};
Inscribed inscribed_circle(const Polygon& polygon, double enough);

// Distance from p to the nearest edge, positive inside.
double depth(const Polygon& polygon, Vec p);

} // namespace riser
