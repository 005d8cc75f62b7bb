// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/drawings/plan_geometry.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

constexpr double usual_thickness = 200;
constexpr double jamb_reach = 120; // how far off the wall's face a jamb may lie
constexpr double two_leaves = 1200;
constexpr double quarter = 0.41421356237309503; // bulge of a right angle

struct Vec {
    double x = 0;
    double y = 0;
};
Vec operator-(Vec a, Vec b) { return {a.x - b.x, a.y - b.y}; }
Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
Vec operator*(Vec a, double k) { return {a.x * k, a.y * k}; }
double dot(Vec a, Vec b) { return a.x * b.x + a.y * b.y; }
double norm(Vec a) { return std::hypot(a.x, a.y); }
Vec vec(Point p) { return {static_cast<double>(p.x), static_cast<double>(p.y)}; }
Vec left_of(Vec direction) { return {-direction.y, direction.x}; }
Vertex out(Vec v) { return {v.x, -v.y}; }

double thickness_of(const Wall& wall) { return wall.thickness.value > 0 ? wall.thickness.value : usual_thickness; }

struct Segment {
    const Wall* wall = nullptr;
    Vec from;
    Vec along; // unit
    double length = 0;
    double half = 0;    // of the thickness
    bool first = false; // of its wall's line
    bool last = false;
};

std::vector<Segment> segments_of(std::span<const Wall* const> walls) {
    std::vector<Segment> out;
    for (const Wall* wall : walls)
        for (std::size_t i = 0; i + 1 < wall->line.size(); ++i) {
            const Vec a = vec(wall->line[i]);
            const Vec d = vec(wall->line[i + 1]) - a;
            const double length = norm(d);
            if (length > 0)
                out.push_back(
                    {wall, a, d * (1 / length), length, thickness_of(*wall) / 2, i == 0, i + 2 == wall->line.size()});
        }
    return out;
}

// Along and across a segment.
struct Local {
    double along = 0;
    double across = 0;
};
Local local(const Segment& s, Vec p) {
    const Vec d = p - s.from;
    return {dot(d, s.along), dot(d, left_of(s.along))};
}

bool holds(const Segment& s, const Opening& opening) {
    for (const Point jamb : {opening.from, opening.to}) {
        const Local at = local(s, vec(jamb));
        if (std::abs(at.across) > s.half + jamb_reach || at.along < -s.half - jamb_reach ||
            at.along > s.length + s.half + jamb_reach)
            return false;
    }
    const Vec d = vec(opening.to) - vec(opening.from);
    return std::abs(dot(d, s.along)) > 0.9 * norm(d);
}

// How far an end must run on to close the corner with the wall it meets.
double run_on(const std::vector<Segment>& all, const Segment& own, Vec end) {
    double reach = 0;
    for (const Segment& other : all) {
        if (&other == &own || std::abs(dot(other.along, own.along)) > 0.95)
            continue;
        const Local at = local(other, end);
        if (std::abs(at.across) <= other.half + 1 && at.along >= -other.half - 1 &&
            at.along <= other.length + other.half + 1)
            reach = std::max(reach, std::max(0.0, other.half - std::abs(at.across)));
    }
    return reach;
}

} // namespace

std::vector<Vertex> flipped(std::span<const Point> points) {
    std::vector<Vertex> out;
    out.reserve(points.size());
    for (const Point p : points)
        out.push_back(flipped(p));
    return out;
}

std::vector<std::vector<Vertex>> rings_of(const Polygon& polygon) {
    std::vector<std::vector<Vertex>> rings{flipped(polygon.outer)};
    for (const Ring& hole : polygon.holes)
        rings.push_back(flipped(hole));
    return rings;
}

std::vector<WallPiece> wall_pieces(std::span<const Wall* const> walls, std::span<const Opening* const> openings) {
    const std::vector<Segment> all = segments_of(walls);
    std::vector<WallPiece> pieces;
    for (const Segment& s : all) {
        double begin = -(s.first ? run_on(all, s, s.from) : s.half);
        const double end = s.length + (s.last ? run_on(all, s, s.from + s.along * s.length) : s.half);
        std::vector<std::pair<double, double>> cuts;
        for (const Opening* opening : openings)
            if (holds(s, *opening)) {
                const double a = local(s, vec(opening->from)).along;
                const double b = local(s, vec(opening->to)).along;
                cuts.emplace_back(std::min(a, b), std::max(a, b));
            }
        std::sort(cuts.begin(), cuts.end());
        cuts.emplace_back(end, end);
        for (const auto& [cut_from, cut_to] : cuts) {
            if (cut_from > begin + 1) {
                const Vec side = left_of(s.along) * s.half;
                const Vec a = s.from + s.along * begin;
                const Vec b = s.from + s.along * std::min(cut_from, end);
                pieces.push_back({s.wall->id, {out(a + side), out(b + side), out(b - side), out(a - side)}});
            }
            begin = std::max(begin, cut_to);
        }
    }
    return pieces;
}

double host_thickness(const Opening& opening, std::span<const Wall* const> walls) {
    for (const Segment& s : segments_of(walls))
        if (holds(s, opening))
            return 2 * s.half;
    return usual_thickness;
}

std::vector<std::vector<Vertex>> door_swing(Point from, Point to, int side) {
    const Vec a = vec(from);
    const Vec b = vec(to);
    const double width = norm(b - a);
    std::vector<std::vector<Vertex>> paths;
    if (width <= 0)
        return paths;
    const bool two = width > two_leaves;
    const double leaf = two ? width / 2 : width;
    const Vec d = (b - a) * (1 / width);
    const Vec n = left_of(d) * side;
    const auto one = [&](Vec hinge, Vec along, int turn) {
        const Vec tip = hinge + n * leaf;
        const Vec shut = hinge + along * leaf;
        Vertex arc = out(tip);
        arc.bulge = turn * quarter;
        paths.push_back({out(hinge), out(tip)});
        paths.push_back({arc, out(shut)});
    };
    // From the open leaf to the shut one: clockwise about the first hinge when the door opens to the left.
    one(a, d, -side);
    if (two)
        one(b, d * -1, side);
    return paths;
}

std::vector<Vertex> band(std::span<const Point> line, double width) {
    std::vector<Vec> points;
    for (const Point p : line)
        if (points.empty() || norm(vec(p) - points.back()) > 0)
            points.push_back(vec(p));
    if (points.size() < 2)
        return {};
    std::vector<Vec> left;
    std::vector<Vec> right;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto unit = [&](std::size_t from) {
            const Vec d = points[from + 1] - points[from];
            return d * (1 / norm(d));
        };
        const Vec before = unit(i > 0 ? i - 1 : 0);
        const Vec after = unit(i + 1 < points.size() ? i : i - 1);
        Vec normal = left_of(before) + left_of(after);
        const double size = norm(normal);
        // A sharp turn would throw the mitre far out: it is kept within twice the half width.
        const double mitre = size > 1 ? 2 / size : 2;
        normal = size > 1e-6 ? normal * (mitre / size) : left_of(before);
        left.push_back(points[i] + normal * (width / 2));
        right.push_back(points[i] - normal * (width / 2));
    }
    std::vector<Vertex> outline;
    for (const Vec v : left)
        outline.push_back(out(v));
    for (auto v = right.rbegin(); v != right.rend(); ++v)
        outline.push_back(out(*v));
    return outline;
}

PaperPoint point_along(std::span<const Point> line, double along) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Vec a = vec(line[i]);
        const Vec d = vec(line[i + 1]) - a;
        const double length = norm(d);
        if (along <= length || i + 2 == line.size()) {
            const double share = length > 0 ? std::clamp(along / length, 0.0, 1.0) : 0;
            return {a.x + d.x * share, -(a.y + d.y * share)};
        }
        along -= length;
    }
    return line.empty() ? PaperPoint{}
                        : PaperPoint{static_cast<double>(line.front().x), -static_cast<double>(line.front().y)};
}

} // namespace riser
