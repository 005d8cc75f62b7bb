// SPDX-License-Identifier: GPL-3.0-or-later
// Plane geometry of a floor in whole millimetres. Coordinates are 32-bit within +-500 km of the building's origin, so
// that orientation tests are exact in 64 bits and areas in 128. Anything harder (arrangements, offsets) is CGAL's, in
// solvers.
#pragma once

#include "model/base/units.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace riser {

constexpr std::int32_t max_coordinate = 500'000'000;

struct Point {
    std::int32_t x = 0;
    std::int32_t y = 0;
    auto operator<=>(const Point&) const = default;
};

constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }

using Polyline = std::vector<Point>; // open
using Ring = std::vector<Point>;     // closed, the last point is not repeated

// An outer ring (counter-clockwise once normalised) and holes (clockwise once normalised).
struct Polygon {
    Ring outer;
    std::vector<Ring> holes;
    bool empty() const { return outer.empty(); }
    bool operator==(const Polygon&) const = default;
};

struct Box {
    Point low;
    Point high;
    bool operator==(const Box&) const = default;
    bool contains(Point p) const { return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y; }
};

// Twice the signed area of the triangle a b c: positive when c lies to the left of a -> b. Exact.
std::int64_t orientation(Point a, Point b, Point c);

// Exact signed twice-area of a ring (positive counter-clockwise).
__int128 twice_area(const Ring& ring);
// Area without the holes, half a square millimetre rounded down. Non-negative.
SquareMillimetres area(const Polygon& polygon);

// Inside or on the boundary, holes left out (their boundary belongs to the polygon). O(vertices).
bool contains(const Polygon& polygon, Point point);
bool on_boundary(const Ring& ring, Point point);

std::optional<Box> bounds(std::span<const Point> points);
std::optional<Box> bounds(const Polygon& polygon);

// Rounded to the nearest millimetre.
Millimetres distance(Point a, Point b);
Millimetres length(std::span<const Point> polyline);
// The nearest point of segment a b to p, rounded to whole millimetres.
Point nearest_on_segment(Point p, Point a, Point b);
Millimetres distance_to_ring(const Ring& ring, Point point);

// Whether closed segments a b and c d share a point. Exact.
bool segments_meet(Point a, Point b, Point c, Point d);
// Whether a ring has at least 3 vertices, non-zero area and no two edges that meet but at shared ends. O(n log n) sweep
// would be overkill at room sizes: O(n^2).
bool is_simple(const Ring& ring);

// A point well inside (the middle of the widest horizontal chord near the middle); nothing for an empty polygon.
std::optional<Point> inner_point(const Polygon& polygon);

// The outer ring counter-clockwise, the holes clockwise, each starting at its smallest point: one spelling for one
// polygon.
Polygon normalised(Polygon polygon);

} // namespace riser
