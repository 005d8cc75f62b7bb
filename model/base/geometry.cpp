// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/geometry.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

double squared(double v) { return v * v; }

bool on_segment(Point p, Point a, Point b) {
    return orientation(a, b, p) == 0 && std::min(a.x, b.x) <= p.x && p.x <= std::max(a.x, b.x) &&
           std::min(a.y, b.y) <= p.y && p.y <= std::max(a.y, b.y);
}

int sign(std::int64_t v) { return (v > 0) - (v < 0); }

// Even-odd, for a point not on the boundary.
bool strictly_inside(const Ring& ring, Point p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[i];
        const Point b = ring[j];
        if ((a.y > p.y) == (b.y > p.y))
            continue;
        const std::int64_t side = orientation(a, b, p);
        if ((b.y > a.y) == (side > 0))
            inside = !inside;
    }
    return inside;
}

// The x of every crossing of the polygon's edges with the horizontal line through y + 1/2, sorted.
std::vector<double> crossings(const Polygon& polygon, std::int32_t y) {
    std::vector<double> xs;
    const double level = y + 0.5;
    const auto scan = [&](const Ring& ring) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const Point a = ring[i];
            const Point b = ring[j];
            if ((a.y > y) != (b.y > y))
                xs.push_back(a.x + (level - a.y) * (static_cast<double>(b.x) - a.x) / (static_cast<double>(b.y) - a.y));
        }
    };
    scan(polygon.outer);
    for (const Ring& hole : polygon.holes)
        scan(hole);
    std::sort(xs.begin(), xs.end());
    return xs;
}

void start_at_smallest(Ring& ring) {
    std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end()), ring.end());
}

} // namespace

std::int64_t orientation(Point a, Point b, Point c) {
    const std::int64_t ux = std::int64_t{b.x} - a.x;
    const std::int64_t uy = std::int64_t{b.y} - a.y;
    const std::int64_t vx = std::int64_t{c.x} - a.x;
    const std::int64_t vy = std::int64_t{c.y} - a.y;
    return ux * vy - uy * vx;
}

__int128 twice_area(const Ring& ring) {
    __int128 sum = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        sum += static_cast<__int128>(ring[j].x) * ring[i].y - static_cast<__int128>(ring[i].x) * ring[j].y;
    return sum;
}

SquareMillimetres area(const Polygon& polygon) {
    const auto magnitude = [](const Ring& ring) {
        const __int128 twice = twice_area(ring);
        return twice < 0 ? -twice : twice;
    };
    __int128 sum = magnitude(polygon.outer);
    for (const Ring& hole : polygon.holes)
        sum -= magnitude(hole);
    // A ring that winds round and round may exceed what an area holds.
    return SquareMillimetres(static_cast<std::int64_t>(std::clamp<__int128>(sum / 2, 0, INT64_MAX)));
}

bool on_boundary(const Ring& ring, Point point) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if (on_segment(point, ring[j], ring[i]))
            return true;
    return false;
}

bool contains(const Polygon& polygon, Point point) {
    if (polygon.outer.empty())
        return false;
    if (on_boundary(polygon.outer, point))
        return true;
    if (!strictly_inside(polygon.outer, point))
        return false;
    for (const Ring& hole : polygon.holes)
        if (!hole.empty() && !on_boundary(hole, point) && strictly_inside(hole, point))
            return false;
    return true;
}

std::optional<Box> bounds(std::span<const Point> points) {
    if (points.empty())
        return std::nullopt;
    Box box{points.front(), points.front()};
    for (const Point p : points) {
        box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
        box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
    }
    return box;
}

std::optional<Box> bounds(const Polygon& polygon) { return bounds(std::span<const Point>(polygon.outer)); }

Millimetres distance(Point a, Point b) {
    return Millimetres(static_cast<std::int32_t>(
        std::lround(std::sqrt(squared(static_cast<double>(a.x) - b.x) + squared(static_cast<double>(a.y) - b.y)))));
}

Millimetres length(std::span<const Point> polyline) {
    double sum = 0;
    for (std::size_t i = 1; i < polyline.size(); ++i)
        sum += std::hypot(static_cast<double>(polyline[i].x) - polyline[i - 1].x,
                          static_cast<double>(polyline[i].y) - polyline[i - 1].y);
    return Millimetres(static_cast<std::int32_t>(std::lround(std::min<double>(sum, INT32_MAX))));
}

Point nearest_on_segment(Point p, Point a, Point b) {
    const double dx = static_cast<double>(b.x) - a.x;
    const double dy = static_cast<double>(b.y) - a.y;
    const double along = dx * dx + dy * dy;
    if (along == 0)
        return a;
    const double t =
        std::clamp(((static_cast<double>(p.x) - a.x) * dx + (static_cast<double>(p.y) - a.y) * dy) / along, 0.0, 1.0);
    return {static_cast<std::int32_t>(std::lround(a.x + t * dx)), static_cast<std::int32_t>(std::lround(a.y + t * dy))};
}

Millimetres distance_to_ring(const Ring& ring, Point point) {
    Millimetres best(INT32_MAX);
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        best = std::min(best, distance(point, nearest_on_segment(point, ring[j], ring[i])));
    return best;
}

bool segments_meet(Point a, Point b, Point c, Point d) {
    const int abc = sign(orientation(a, b, c));
    const int abd = sign(orientation(a, b, d));
    const int cda = sign(orientation(c, d, a));
    const int cdb = sign(orientation(c, d, b));
    if (abc * abd < 0 && cda * cdb < 0)
        return true;
    return on_segment(c, a, b) || on_segment(d, a, b) || on_segment(a, c, d) || on_segment(b, c, d);
}

bool is_simple(const Ring& ring) {
    const std::size_t n = ring.size();
    if (n < 3 || twice_area(ring) == 0)
        return false;
    for (std::size_t i = 0; i < n; ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % n];
        if (a == b)
            return false;
        // Neighbours share one end; more than that is a spike.
        const Point c = ring[(i + 2) % n];
        if (orientation(a, b, c) == 0 && (on_segment(c, a, b) || on_segment(a, b, c)))
            return false;
        for (std::size_t j = i + 2; j < n; ++j)
            if ((j + 1) % n != i && segments_meet(a, b, ring[j], ring[(j + 1) % n]))
                return false;
    }
    return true;
}

std::optional<Point> inner_point(const Polygon& polygon) {
    const std::optional<Box> box = bounds(polygon);
    if (!box)
        return std::nullopt;
    std::optional<Point> best;
    double best_width = -1;
    constexpr int levels = 15;
    for (int i = 1; i <= levels; ++i) {
        const auto y =
            static_cast<std::int32_t>(box->low.y + (std::int64_t{box->high.y} - box->low.y) * i / (levels + 1));
        const std::vector<double> xs = crossings(polygon, y);
        const double middle_bonus = 1.0 - 0.02 * std::abs(i - (levels + 1) / 2);
        for (std::size_t k = 0; k + 1 < xs.size(); k += 2)
            if (const double width = (xs[k + 1] - xs[k]) * middle_bonus; width > best_width) {
                // The chord lies half a millimetre above: in a sliver its middle may round to a point outside.
                const Point middle{static_cast<std::int32_t>(std::lround((xs[k] + xs[k + 1]) / 2)), y};
                if (!contains(polygon, middle))
                    continue;
                best_width = width;
                best = middle;
            }
    }
    return best ? best : std::optional<Point>(polygon.outer.front());
}

Polygon normalised(Polygon polygon) {
    if (!polygon.outer.empty()) {
        if (twice_area(polygon.outer) < 0)
            std::reverse(polygon.outer.begin(), polygon.outer.end());
        start_at_smallest(polygon.outer);
    }
    std::erase_if(polygon.holes, [](const Ring& hole) { return hole.empty(); });
    for (Ring& hole : polygon.holes) {
        if (twice_area(hole) > 0)
            std::reverse(hole.begin(), hole.end());
        start_at_smallest(hole);
    }
    std::sort(polygon.holes.begin(), polygon.holes.end());
    return polygon;
}

} // namespace riser
