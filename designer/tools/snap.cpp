// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/tools/snap.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace riser {

namespace {

std::uint64_t cell_key(std::int32_t x, std::int32_t y) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) << 32 | static_cast<std::uint32_t>(y);
}

std::int32_t cell_of(double at, std::int32_t cell) { return static_cast<std::int32_t>(std::floor(at / cell)); }

double gap(Point a, Point b) { return std::hypot(static_cast<double>(a.x) - b.x, static_cast<double>(a.y) - b.y); }

Point rounded(double x, double y) {
    return {static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y))};
}

// How far along a..b the foot of p is, 0 to 1.
double along(Point p, Point a, Point b) {
    const double dx = static_cast<double>(b.x) - a.x, dy = static_cast<double>(b.y) - a.y;
    const double square = dx * dx + dy * dy;
    return square == 0 ? 0 : ((static_cast<double>(p.x) - a.x) * dx + (static_cast<double>(p.y) - a.y) * dy) / square;
}

Point point_at(Point a, Point b, double t) {
    return rounded(a.x + t * (static_cast<double>(b.x) - a.x), a.y + t * (static_cast<double>(b.y) - a.y));
}

std::optional<Point> crossing(Point a, Point b, Point c, Point d) {
    const double rx = static_cast<double>(b.x) - a.x, ry = static_cast<double>(b.y) - a.y;
    const double sx = static_cast<double>(d.x) - c.x, sy = static_cast<double>(d.y) - c.y;
    const double turn = rx * sy - ry * sx;
    if (std::abs(turn) < 1e-9)
        return std::nullopt;
    const double qx = static_cast<double>(c.x) - a.x, qy = static_cast<double>(c.y) - a.y;
    const double t = (qx * sy - qy * sx) / turn, u = (qx * ry - qy * rx) / turn;
    if (t < 0 || t > 1 || u < 0 || u > 1)
        return std::nullopt;
    return rounded(a.x + t * rx, a.y + t * ry);
}

} // namespace

SnapLines::SnapLines(const Design& design, FloorId floor) {
    const auto ring = [&](const Ring& points) {
        for (std::size_t i = 0; i < points.size(); ++i)
            add(points[i], points[(i + 1) % points.size()]);
    };
    for (const Room& room : design.rooms)
        if (room.floor == floor) {
            ring(room.outline.outer);
            for (const Ring& hole : room.outline.holes)
                ring(hole);
        }
    for (const Wall& wall : design.walls)
        if (wall.floor == floor)
            for (std::size_t i = 1; i < wall.line.size(); ++i)
                add(wall.line[i - 1], wall.line[i]);
    for (const Column& column : design.columns)
        if (column.floor == floor)
            ring(column.outline.outer);
    for (const AxisLine& axis : design.axis_lines)
        if (axis.floor == floor)
            add(axis.from, axis.to);
    for (const PathwayRun& run : design.pathway_runs) {
        const PathwayNode* a = design.find(run.from);
        const PathwayNode* b = design.find(run.to);
        if (!a || !b || a->floor != floor || b->floor != floor)
            continue;
        Point last = a->place;
        for (const Point bend : run.bends) {
            add(last, bend);
            last = bend;
        }
        add(last, b->place);
    }
    std::sort(cells_.begin(), cells_.end());
}

void SnapLines::add(Point a, Point b) {
    const auto index = static_cast<std::uint32_t>(lines_.size());
    lines_.push_back({a, b});
    // Every cell that a step of half a cell along the line touches, and its neighbours when near() looks.
    const double length = gap(a, b);
    const int steps = static_cast<int>(length / (cell_ / 2.0)) + 1;
    std::uint64_t last = ~std::uint64_t{0};
    for (int k = 0; k <= steps; ++k) {
        const Point p = point_at(a, b, static_cast<double>(k) / steps);
        const std::uint64_t key = cell_key(cell_of(p.x, cell_), cell_of(p.y, cell_));
        if (key != last)
            cells_.emplace_back(key, index);
        last = key;
    }
}

std::vector<std::uint32_t> SnapLines::near(Point p, double reach) const {
    std::vector<std::uint32_t> out;
    const double margin = reach + cell_ / 2.0;
    for (std::int32_t x = cell_of(p.x - margin, cell_); x <= cell_of(p.x + margin, cell_); ++x)
        for (std::int32_t y = cell_of(p.y - margin, cell_); y <= cell_of(p.y + margin, cell_); ++y)
            for (auto at = std::lower_bound(cells_.begin(), cells_.end(), std::pair(cell_key(x, y), 0U));
                 at != cells_.end() && at->first == cell_key(x, y); ++at)
                out.push_back(at->second);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    std::erase_if(out, [&](std::uint32_t i) {
        const Line& line = lines_[i];
        return gap(p, point_at(line.a, line.b, std::clamp(along(p, line.a, line.b), 0.0, 1.0))) > reach;
    });
    return out;
}

Snap SnapLines::at(Point p, double reach, std::int32_t grid, std::optional<Point> from) const {
    std::array<std::pair<double, Point>, 7> best;
    best.fill({1e300, p});
    const auto offer = [&](SnapKind kind, Point at) {
        auto& held = best[static_cast<std::size_t>(kind)];
        if (const double distance = gap(p, at); distance <= reach && distance < held.first)
            held = {distance, at};
    };
    const std::vector<std::uint32_t> found = near(p, reach);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const Line& line = lines_[found[i]];
        offer(SnapKind::end, line.a);
        offer(SnapKind::end, line.b);
        offer(SnapKind::middle, point_at(line.a, line.b, 0.5));
        const double t = along(p, line.a, line.b);
        offer(SnapKind::line, point_at(line.a, line.b, std::clamp(t, 0.0, 1.0)));
        if (from)
            if (const double foot = along(*from, line.a, line.b); foot >= 0 && foot <= 1)
                offer(SnapKind::foot, point_at(line.a, line.b, foot));
        for (std::size_t j = 0; j < i && i < 64; ++j)
            if (const auto both = crossing(line.a, line.b, lines_[found[j]].a, lines_[found[j]].b))
                offer(SnapKind::crossing, *both);
    }
    for (const SnapKind kind : {SnapKind::end, SnapKind::crossing, SnapKind::middle, SnapKind::foot, SnapKind::line})
        if (best[static_cast<std::size_t>(kind)].first <= reach)
            return {kind, best[static_cast<std::size_t>(kind)].second};
    if (grid > 0)
        return {SnapKind::grid, rounded(std::round(static_cast<double>(p.x) / grid) * grid,
                                        std::round(static_cast<double>(p.y) / grid) * grid)};
    return {SnapKind::none, p};
}

Text name_of(SnapKind kind) {
    switch (kind) {
    case SnapKind::none:
        return {};
    case SnapKind::end:
        return {"端点", "end"};
    case SnapKind::middle:
        return {"中点", "midpoint"};
    case SnapKind::crossing:
        return {"交点", "crossing"};
    case SnapKind::foot:
        return {"垂足", "perpendicular"};
    case SnapKind::line:
        return {"线上", "on line"};
    case SnapKind::grid:
        return {"栅格", "grid"};
    }
    return {};
}

} // namespace riser
