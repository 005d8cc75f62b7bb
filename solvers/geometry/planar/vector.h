// SPDX-License-Identifier: GPL-3.0-or-later
// Directions and measures in the plane for the heuristics of recognition, in doubles; what must be exact uses
// orientation() on whole millimetres instead.
#pragma once

#include "model/base/geometry.h"

#include <cmath>

namespace riser {

struct Vec {
    double x = 0;
    double y = 0;
    bool operator==(const Vec&) const = default;
};

constexpr Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
constexpr Vec operator-(Vec a, Vec b) { return {a.x - b.x, a.y - b.y}; }
constexpr Vec operator-(Vec a) { return {-a.x, -a.y}; }
constexpr Vec operator*(Vec a, double k) { return {a.x * k, a.y * k}; }
constexpr double dot(Vec a, Vec b) { return a.x * b.x + a.y * b.y; }
constexpr double cross(Vec a, Vec b) { return a.x * b.y - a.y * b.x; }
constexpr Vec left_of(Vec a) { return {-a.y, a.x}; } // a quarter turn counter-clockwise
inline double norm(Vec a) { return std::sqrt(dot(a, a)); }
inline Vec unit(Vec a) {
    const double n = norm(a);
    return n > 0 ? a * (1 / n) : Vec{1, 0};
}
inline Vec vec(Point p) { return {static_cast<double>(p.x), static_cast<double>(p.y)}; }
inline Point rounded(Vec v) {
    return {static_cast<std::int32_t>(std::lround(v.x)), static_cast<std::int32_t>(std::lround(v.y))};
}
inline double gap(Vec a, Vec b) { return norm(b - a); }
inline double gap(Point a, Point b) { return norm(vec(b) - vec(a)); }

// How far p lies from the closed segment a b, and where along it (0 at a, 1 at b) its nearest point is.
struct Nearness {
    double distance = 0;
    double along = 0;
};
inline Nearness nearness(Vec p, Vec a, Vec b) {
    const Vec ab = b - a;
    const double square = dot(ab, ab);
    const double t = square > 0 ? std::min(1.0, std::max(0.0, dot(p - a, ab) / square)) : 0;
    return {norm(p - (a + ab * t)), t};
}

} // namespace riser
