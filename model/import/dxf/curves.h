// SPDX-License-Identifier: GPL-3.0-or-later
// Arcs, bulges, ellipses and splines as chains of points: how many, and where, so that no chord strays from its curve
// by more than a tolerance. Circular arcs stay recognisable where the transform keeps them circular.
#pragma once

#include "model/import/dxf/drawing.h"
#include "model/import/plan_sketch.h"

#include <array>
#include <optional>

namespace riser {

// The plane part of the entity's own coordinate system (AutoCAD's arbitrary axis algorithm): for an extrusion of
// (0, 0, -1) x is mirrored. `elevation` moves tilted planes.
SketchTransform own_coordinates(const std::array<double, 3>& extrusion, double elevation = 0);

// Chords for a sweep of a circle; never fewer than one each 45 degrees.
std::size_t chords(double radius, double sweep, double tolerance);

struct CurveBudget {
    double tolerance = 0;          // in units of the target
    std::uint64_t points_left = 0; // flattening stops and `exhausted` is set when a curve would need more
    bool exhausted = false;
};

// Empty points: nothing to draw (a circle without radius, a spline that makes no sense).
SketchCurve flatten(const DxfPolyline& line, const SketchTransform& to, CurveBudget& budget);
SketchCurve flatten(const DxfArc& arc, const SketchTransform& to, CurveBudget& budget);
// `mirrored`: the extrusion points down, so that the parameter runs clockwise.
SketchCurve flatten(const DxfEllipse& ellipse, const SketchTransform& to, bool mirrored, CurveBudget& budget);
SketchCurve flatten(const DxfSpline& spline, const SketchTransform& to, CurveBudget& budget);

} // namespace riser
