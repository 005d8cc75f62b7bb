// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/base/polygons.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

using Wide = __int128;

Wide cross(Point a, Point b, Point c, Point d) { // of b - a and d - c
    return (Wide{b.x} - a.x) * (Wide{d.y} - c.y) - (Wide{b.y} - a.y) * (Wide{d.x} - c.x);
}
Wide dot(Point a, Point b, Point c, Point d) {
    return (Wide{b.x} - a.x) * (Wide{d.x} - c.x) + (Wide{b.y} - a.y) * (Wide{d.y} - c.y);
}

} // namespace

Point random_point(std::mt19937_64& random, std::int32_t low, std::int32_t high) {
    std::uniform_int_distribution<std::int32_t> any(low, high);
    const std::int32_t x = any(random);
    return {x, any(random)};
}

Ring random_ring(std::mt19937_64& random, std::size_t n, std::int32_t low, std::int32_t high) {
    Ring ring;
    while (ring.size() < n)
        ring.push_back(random_point(random, low, high));
    return ring;
}

// Uncrosses two edges at a time, which shortens the ring, so it ends; what stays degenerate is thrown away.
Ring random_simple_ring(std::mt19937_64& random, std::size_t n, std::int32_t low, std::int32_t high) {
    for (;;) {
        Ring ring = random_ring(random, n, low, high);
        for (int round = 0; round < 500 && !plainly_simple(ring); ++round)
            for (std::size_t i = 0; i + 2 < n; ++i)
                for (std::size_t j = i + 2; j < n; ++j)
                    if ((j + 1) % n != i && plainly_meet(ring[i], ring[i + 1], ring[j], ring[(j + 1) % n]))
                        std::reverse(ring.begin() + static_cast<std::ptrdiff_t>(i + 1),
                                     ring.begin() + static_cast<std::ptrdiff_t>(j + 1));
        if (plainly_simple(ring))
            return ring;
    }
}

Ring random_room(std::mt19937_64& random, std::size_t corners, Point middle) {
    std::uniform_real_distribution<double> jitter(0.0, 0.8);
    std::uniform_real_distribution<double> radius(2'000, 10'000);
    Ring ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const double angle = 2 * M_PI * (static_cast<double>(i) + jitter(random)) / static_cast<double>(corners);
        const double reach = radius(random);
        ring.push_back(middle + Point{static_cast<std::int32_t>(std::lround(reach * std::cos(angle))),
                                      static_cast<std::int32_t>(std::lround(reach * std::sin(angle)))});
    }
    return ring;
}

bool plainly_on_segment(Point p, Point a, Point b) { return cross(a, b, a, p) == 0 && dot(p, a, p, b) <= 0; }

bool plainly_meet(Point a, Point b, Point c, Point d) {
    const Wide parallel = cross(a, b, c, d);
    if (parallel == 0)
        return plainly_on_segment(a, c, d) || plainly_on_segment(b, c, d) || plainly_on_segment(c, a, b) ||
               plainly_on_segment(d, a, b);
    const auto fraction = [&](Wide numerator) { // between 0 and 1
        return parallel > 0 ? numerator >= 0 && numerator <= parallel : numerator <= 0 && numerator >= parallel;
    };
    return fraction(cross(a, c, c, d)) && fraction(cross(a, c, a, b));
}

bool plainly_simple(const Ring& ring) {
    const std::size_t n = ring.size();
    if (n < 3)
        return false;
    bool flat = true;
    for (const Point p : ring)
        flat = flat && cross(ring[0], ring[1], ring[0], p) == 0 && ring[0] != ring[1];
    if (flat)
        return false;
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j) {
            const Point a = ring[i];
            const Point b = ring[(i + 1) % n];
            const Point c = ring[j];
            const Point d = ring[(j + 1) % n];
            if (a == b)
                return false;
            if (i == j || (j + 1) % n == i)
                continue;
            if ((i + 1) % n == j) { // b is c: only there
                if (plainly_on_segment(d, a, b) || plainly_on_segment(a, c, d))
                    return false;
            } else if (plainly_meet(a, b, c, d)) {
                return false;
            }
        }
    return true;
}

int winding(const Ring& ring, Point p) {
    int turns = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        const Wide side = cross(a, b, a, p);
        if (a.y <= p.y && b.y > p.y && side > 0)
            ++turns;
        if (a.y > p.y && b.y <= p.y && side < 0)
            --turns;
    }
    return turns;
}

bool plainly_contains(const Polygon& polygon, Point p) {
    const auto on = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i)
            if (plainly_on_segment(p, ring[i], ring[(i + 1) % ring.size()]))
                return true;
        return false;
    };
    if (on(polygon.outer))
        return true;
    if (winding(polygon.outer, p) == 0)
        return false;
    for (const Ring& hole : polygon.holes)
        if (!on(hole) && winding(hole, p) != 0)
            return false;
    return true;
}

} // namespace riser
