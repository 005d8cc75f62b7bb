// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/import/dxf/curves.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace riser {

namespace {

constexpr double pi = std::numbers::pi;
constexpr double degree = pi / 180;

bool allow(CurveBudget& budget, std::size_t points) {
    if (points > budget.points_left) {
        budget.exhausted = true;
        return false;
    }
    budget.points_left -= points;
    return true;
}

double stretch(const SketchTransform& to) { return std::max(std::hypot(to.xx, to.yx), std::hypot(to.xy, to.yy)); }

// Appends the points after the first of an arc given in source coordinates, and the arc when it stays circular.
// `returns`: the last point is the first of a closed curve and is not repeated.
void add_arc(SketchCurve& curve, SketchPoint centre, double radius, double start, double sweep,
             const SketchTransform& to, bool returns, CurveBudget& budget) {
    const std::size_t n = chords(radius * stretch(to), sweep, budget.tolerance);
    if (!allow(budget, n))
        return;
    const auto first = static_cast<SketchIndex>(curve.points.size() - 1);
    for (std::size_t i = 1; i <= n - (returns ? 1 : 0); ++i) {
        const double angle = start + sweep * static_cast<double>(i) / static_cast<double>(n);
        curve.points.push_back(to({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)}));
    }
    if (const auto scale = to.similarity()) {
        const SketchPoint c = to(centre);
        const SketchPoint p = curve.points[first];
        curve.arcs.push_back({.centre = c,
                              .radius = radius * *scale,
                              .start = std::atan2(p.y - c.y, p.x - c.x),
                              .sweep = to.mirrors() ? -sweep : sweep,
                              .first = first,
                              .last = static_cast<SketchIndex>(first + n)});
    }
}

// A B-spline point by de Boor's algorithm, rational when weights differ. `span`: knots[span] <= t <= knots[span + 1].
SketchPoint spline_point(const DxfSpline& s, const std::vector<double>& knots, std::size_t span, double t) {
    const auto p = static_cast<std::size_t>(s.degree);
    struct Homogeneous {
        double x, y, w;
    };
    std::vector<Homogeneous> d(p + 1);
    for (std::size_t j = 0; j <= p; ++j) {
        const DxfVertex& c = s.control[span - p + j];
        d[j] = {c.x * c.weight, c.y * c.weight, c.weight};
    }
    for (std::size_t r = 1; r <= p; ++r)
        for (std::size_t j = p; j >= r; --j) {
            const double low = knots[span - p + j];
            const double high = knots[span + 1 + j - r];
            const double a = high > low ? (t - low) / (high - low) : 0;
            d[j] = {d[j - 1].x + a * (d[j].x - d[j - 1].x), d[j - 1].y + a * (d[j].y - d[j - 1].y),
                    d[j - 1].w + a * (d[j].w - d[j - 1].w)};
        }
    return {d[p].x / d[p].w, d[p].y / d[p].w};
}

double from_chord(SketchPoint p, SketchPoint a, SketchPoint b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = std::hypot(dx, dy);
    if (length == 0)
        return std::hypot(p.x - a.x, p.y - a.y);
    return std::abs((p.x - a.x) * dy - (p.y - a.y) * dx) / length;
}

// Appends points from t0 (already there) to t1, halving until three probes lie within tolerance of the chord.
template<class At>
void add_between(std::vector<SketchPoint>& points, const At& at, double t0, double t1, SketchPoint end, int depth,
                 CurveBudget& budget) {
    const SketchPoint begin = points.back();
    const SketchPoint middle = at((t0 + t1) / 2);
    const double stray = std::max({from_chord(at(t0 + (t1 - t0) / 4), begin, end), from_chord(middle, begin, end),
                                   from_chord(at(t0 + (t1 - t0) * 3 / 4), begin, end)});
    if (depth >= 12 || stray <= budget.tolerance || budget.exhausted) {
        if (allow(budget, 1))
            points.push_back(end);
        return;
    }
    add_between(points, at, t0, (t0 + t1) / 2, middle, depth + 1, budget);
    add_between(points, at, (t0 + t1) / 2, t1, end, depth + 1, budget);
}

// One cubic piece between two points with given derivatives.
SketchPoint hermite(SketchPoint a, SketchPoint da, SketchPoint b, SketchPoint db, double u) {
    const double h00 = (1 + 2 * u) * (1 - u) * (1 - u);
    const double h10 = u * (1 - u) * (1 - u);
    const double h01 = u * u * (3 - 2 * u);
    const double h11 = u * u * (u - 1);
    return {h00 * a.x + h10 * da.x + h01 * b.x + h11 * db.x, h00 * a.y + h10 * da.y + h01 * b.y + h11 * db.y};
}

// First derivatives, by chord length, of the C2 cubic through the points (tridiagonal; natural ends unless tangents are
// given; closed splines come wrapped around).
std::vector<SketchPoint> slopes(const std::vector<SketchPoint>& p, const std::vector<double>& h,
                                const SketchPoint* start, const SketchPoint* end) {
    const std::size_t n = p.size();
    std::vector<double> below(n), diagonal(n), above(n);
    std::vector<SketchPoint> right(n);
    const auto chord = [&](std::size_t i) {
        return SketchPoint{(p[i + 1].x - p[i].x) / h[i], (p[i + 1].y - p[i].y) / h[i]};
    };
    diagonal[0] = start ? 1 : 2;
    above[0] = start ? 0 : 1;
    right[0] = start ? *start : SketchPoint{3 * chord(0).x, 3 * chord(0).y};
    for (std::size_t i = 1; i + 1 < n; ++i) {
        below[i] = h[i];
        diagonal[i] = 2 * (h[i - 1] + h[i]);
        above[i] = h[i - 1];
        right[i] = {3 * (h[i] * chord(i - 1).x + h[i - 1] * chord(i).x),
                    3 * (h[i] * chord(i - 1).y + h[i - 1] * chord(i).y)};
    }
    diagonal[n - 1] = end ? 1 : 2;
    below[n - 1] = end ? 0 : 1;
    right[n - 1] = end ? *end : SketchPoint{3 * chord(n - 2).x, 3 * chord(n - 2).y};
    for (std::size_t i = 1; i < n; ++i) {
        const double m = below[i] / diagonal[i - 1];
        diagonal[i] -= m * above[i - 1];
        right[i].x -= m * right[i - 1].x;
        right[i].y -= m * right[i - 1].y;
    }
    std::vector<SketchPoint> out(n);
    for (std::size_t i = n; i-- > 0;) {
        out[i] = {(right[i].x - (i + 1 < n ? above[i] * out[i + 1].x : 0)) / diagonal[i],
                  (right[i].y - (i + 1 < n ? above[i] * out[i + 1].y : 0)) / diagonal[i]};
    }
    return out;
}

SketchCurve through_fit_points(const DxfSpline& spline, const SketchTransform& to, CurveBudget& budget) {
    SketchCurve curve;
    curve.kind = CurveKind::spline;
    std::vector<SketchPoint> points;
    for (const DxfVertex& v : spline.fit) {
        const SketchPoint p = to({v.x, v.y});
        if (points.empty() || !(p == points.back()))
            points.push_back(p);
    }
    if (spline.closed && points.size() > 2 && points.back() == points.front())
        points.pop_back();
    if (points.size() < 2)
        return {};
    std::size_t first = 0;
    std::size_t pieces = points.size() - 1;
    if (spline.closed && points.size() > 2) {
        curve.closed = true;
        const std::size_t n = points.size();
        constexpr std::size_t around = 10; // the influence of an end falls to a quarter with each point
        std::vector<SketchPoint> wrapped;
        for (std::size_t i = 0; i < n + 2 * around + 1; ++i)
            wrapped.push_back(points[(i + around * n - around) % n]);
        points = std::move(wrapped);
        first = around;
        pieces = n;
    }
    std::vector<double> h;
    for (std::size_t i = 0; i + 1 < points.size(); ++i)
        h.push_back(std::hypot(points[i + 1].x - points[i].x, points[i + 1].y - points[i].y));
    const auto tangent = [&](const DxfVertex& t) {
        const SketchPoint direction{to.xx * t.x + to.xy * t.y, to.yx * t.x + to.yy * t.y};
        const double length = std::hypot(direction.x, direction.y);
        return length > 0 ? SketchPoint{direction.x / length, direction.y / length} : SketchPoint{};
    };
    const SketchPoint start = tangent(spline.start_tangent);
    const SketchPoint end = tangent(spline.end_tangent);
    const bool open = first == 0;
    const std::vector<SketchPoint> d = slopes(points, h, open && start != SketchPoint{} ? &start : nullptr,
                                              open && end != SketchPoint{} ? &end : nullptr);
    curve.points.push_back(points[first]);
    for (std::size_t i = first; i < first + pieces; ++i) {
        const SketchPoint da{d[i].x * h[i], d[i].y * h[i]};
        const SketchPoint db{d[i + 1].x * h[i], d[i + 1].y * h[i]};
        const auto at = [&](double u) { return hermite(points[i], da, points[i + 1], db, u); };
        add_between(curve.points, at, 0, 1, points[i + 1], 0, budget);
    }
    if (curve.closed && curve.points.size() > 1)
        curve.points.pop_back();
    return curve;
}

} // namespace

SketchTransform own_coordinates(const std::array<double, 3>& n, double elevation) {
    const double length = std::sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
    if (!(length > 0) || (n[0] == 0 && n[1] == 0 && n[2] > 0))
        return {};
    const double nx = n[0] / length, ny = n[1] / length, nz = n[2] / length;
    // Ax = Wy x N near the pole, else Wz x N; Ay = N x Ax.
    double ax = nz, ay = 0, az = -nx;
    if (std::abs(nx) >= 1.0 / 64 || std::abs(ny) >= 1.0 / 64) {
        ax = -ny;
        ay = nx;
        az = 0;
    }
    const double unit = std::sqrt(ax * ax + ay * ay + az * az);
    ax /= unit, ay /= unit, az /= unit;
    const double bx = ny * az - nz * ay;
    const double by = nz * ax - nx * az;
    return {ax, bx, ay, by, nx * elevation, ny * elevation};
}

std::size_t chords(double radius, double sweep, double tolerance) {
    const double turn = std::abs(sweep);
    double step = pi / 4;
    if (radius > tolerance && tolerance > 0)
        step = std::min(step, 2 * std::acos(1 - tolerance / radius));
    const double n = std::ceil(turn / step - 1e-9);
    return static_cast<std::size_t>(std::clamp(n, 1.0, 100'000.0));
}

SketchCurve flatten(const DxfPolyline& line, const SketchTransform& to, CurveBudget& budget) {
    SketchCurve curve;
    curve.kind = line.kind;
    curve.closed = line.closed && line.vertices.size() > 2;
    if (line.vertices.size() < 2)
        return {};
    // Two bulged vertices that close are a circle or a lens.
    const bool two =
        line.closed && line.vertices.size() == 2 && (line.vertices[0].bulge != 0 || line.vertices[1].bulge != 0);
    curve.closed = curve.closed || two;
    const std::size_t n = line.vertices.size();
    if (!allow(budget, n))
        return {};
    curve.points.push_back(to({line.vertices[0].x, line.vertices[0].y}));
    for (std::size_t i = 0; i + (curve.closed ? 0 : 1) < n; ++i) {
        const DxfVertex& a = line.vertices[i];
        const DxfVertex& b = line.vertices[(i + 1) % n];
        const bool returns = i + 1 == n;
        const double chord = std::hypot(b.x - a.x, b.y - a.y);
        // Beyond a bulge of 1e6 an arc is a full circle of any size: nobody draws it.
        if (line.spatial || std::abs(a.bulge) < 1e-9 || std::abs(a.bulge) > 1e6 || chord == 0) {
            if (!returns)
                curve.points.push_back(to({b.x, b.y}));
            continue;
        }
        const double sweep = 4 * std::atan(a.bulge);
        const double radius = chord * (1 + a.bulge * a.bulge) / (4 * std::abs(a.bulge));
        const double away = (1 - a.bulge * a.bulge) / (4 * a.bulge); // centre from the chord's middle, in chords
        const SketchPoint centre{(a.x + b.x) / 2 - (b.y - a.y) * away, (a.y + b.y) / 2 + (b.x - a.x) * away};
        const std::size_t before = curve.points.size();
        add_arc(curve, centre, radius, std::atan2(a.y - centre.y, a.x - centre.x), sweep, to, returns, budget);
        if (budget.exhausted)
            return {};
        if (!returns && curve.points.size() > before)
            curve.points.back() = to({b.x, b.y}); // exactly the vertex, not its neighbour in the last bit
    }
    if (curve.points.size() > 3 && curve.points.front() == curve.points.back()) {
        curve.points.pop_back();
        curve.closed = true;
    }
    return curve;
}

SketchCurve flatten(const DxfArc& arc, const SketchTransform& to, CurveBudget& budget) {
    if (!(arc.radius > 0))
        return {};
    SketchCurve curve;
    const double start = arc.start * degree;
    double sweep = std::fmod(arc.end * degree - start, 2 * pi);
    if (sweep <= 0)
        sweep += 2 * pi;
    const bool whole = arc.circle || sweep > 2 * pi - 1e-9;
    if (whole)
        sweep = 2 * pi;
    curve.closed = whole;
    const SketchPoint centre{arc.centre.x, arc.centre.y};
    curve.points.push_back(to({centre.x + arc.radius * std::cos(start), centre.y + arc.radius * std::sin(start)}));
    add_arc(curve, centre, arc.radius, start, sweep, to, whole, budget);
    if (budget.exhausted)
        return {};
    curve.kind = curve.arcs.empty() ? CurveKind::ellipse : whole ? CurveKind::circle : CurveKind::arc;
    return curve;
}

SketchCurve flatten(const DxfEllipse& ellipse, const SketchTransform& to, bool mirrored, CurveBudget& budget) {
    const double size = std::hypot(ellipse.major.x, ellipse.major.y);
    if (!(size > 0) || !(ellipse.ratio != 0))
        return {};
    double sweep = std::fmod(ellipse.end - ellipse.start, 2 * pi);
    if (sweep <= 1e-12)
        sweep += 2 * pi;
    const bool whole = sweep > 2 * pi - 1e-9;
    if (whole)
        sweep = 2 * pi;
    // In the frame of the ellipse it is the unit circle.
    const double hand = mirrored ? -1 : 1;
    const SketchTransform unit{ellipse.major.x,  -ellipse.major.y * ellipse.ratio * hand,
                               ellipse.major.y,  ellipse.major.x * ellipse.ratio * hand,
                               ellipse.centre.x, ellipse.centre.y};
    const SketchTransform all = compose(to, unit);
    SketchCurve curve;
    curve.closed = whole;
    curve.points.push_back(all({std::cos(ellipse.start), std::sin(ellipse.start)}));
    add_arc(curve, {0, 0}, 1, ellipse.start, sweep, all, whole, budget);
    if (budget.exhausted)
        return {};
    curve.kind = curve.arcs.empty() ? CurveKind::ellipse : whole ? CurveKind::circle : CurveKind::arc;
    return curve;
}

SketchCurve flatten(const DxfSpline& spline, const SketchTransform& to, CurveBudget& budget) {
    const std::size_t n = spline.control.size();
    if (n == 0)
        return spline.fit.size() >= 2 ? through_fit_points(spline, to, budget) : SketchCurve{};
    if (spline.degree < 1 || spline.degree > 25 || n < static_cast<std::size_t>(spline.degree) + 1)
        return {};
    const auto p = static_cast<std::size_t>(spline.degree);
    std::vector<double> knots = spline.knots;
    if (knots.empty()) { // clamped and uniform
        for (std::size_t i = 0; i < n + p + 1; ++i)
            knots.push_back(static_cast<double>(std::clamp(i, p, n) - p));
    }
    if (knots.size() != n + p + 1 || !std::is_sorted(knots.begin(), knots.end()) || !(knots[p] < knots[n]))
        return {};
    DxfSpline moved = spline;
    for (DxfVertex& v : moved.control) {
        if (!(v.weight > 0))
            return {};
        const SketchPoint q = to({v.x, v.y});
        v.x = q.x;
        v.y = q.y;
    }
    SketchCurve curve;
    curve.kind = CurveKind::spline;
    curve.points.push_back(spline_point(moved, knots, p, knots[p]));
    for (std::size_t span = p; span < n && !budget.exhausted; ++span) {
        if (!(knots[span] < knots[span + 1]))
            continue;
        if (span == p || curve.points.size() == 1)
            curve.points.front() = spline_point(moved, knots, span, knots[span]);
        const auto at = [&](double t) { return spline_point(moved, knots, span, t); };
        // Two halves at least: a symmetric S crosses its chord at every probe.
        const double middle = (knots[span] * 2 + knots[span + 1]) / 3;
        add_between(curve.points, at, knots[span], middle, at(middle), 0, budget);
        add_between(curve.points, at, middle, knots[span + 1], at(knots[span + 1]), 0, budget);
    }
    if (budget.exhausted)
        return {};
    const SketchPoint first = curve.points.front();
    const SketchPoint last = curve.points.back();
    const SketchBox box = bounds(curve);
    curve.closed = std::hypot(first.x - last.x, first.y - last.y) <= 1e-9 * (box.width() + box.height());
    if (curve.closed && curve.points.size() > 3)
        curve.points.pop_back();
    else
        curve.closed = false;
    return curve;
}

} // namespace riser
