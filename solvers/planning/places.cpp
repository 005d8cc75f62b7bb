// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/places.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

constexpr double shortest_stretch = 100; // mm of free wall that still takes a faceplate
constexpr int sill_above = 150;          // a window's sill must clear an outlet below it by this

struct Along { // a wall as a line
    Point origin;
    double ux = 1;
    double uy = 0;
    double length = 0;
    Along(Point a, Point b) : origin(a) {
        const double dx = static_cast<double>(b.x) - a.x;
        const double dy = static_cast<double>(b.y) - a.y;
        length = std::hypot(dx, dy);
        if (length > 0) {
            ux = dx / length;
            uy = dy / length;
        }
    }
    double t(Point p) const {
        return (static_cast<double>(p.x) - origin.x) * ux + (static_cast<double>(p.y) - origin.y) * uy;
    }
    double off(Point p) const {
        return (static_cast<double>(p.y) - origin.y) * ux - (static_cast<double>(p.x) - origin.x) * uy;
    }
    Point at(double along, double left = 0) const {
        return {static_cast<std::int32_t>(std::lround(origin.x + ux * along - uy * left)),
                static_cast<std::int32_t>(std::lround(origin.y + uy * along + ux * left))};
    }
};

using Interval = std::pair<double, double>;

void block_openings(const Storey& storey, const Along& wall, Millimetres height, UnderWindows windows,
                    const PlacingOptions& options, std::vector<Interval>& blocked) {
    const double clear = options.opening_clearance.value;
    for (const Opening* opening : storey.openings) {
        if (opening->kind == OpeningKind::window && windows == UnderWindows::yes &&
            opening->sill.value >= height.value + sill_above)
            continue;
        const double a = wall.t(opening->from);
        const double b = wall.t(opening->to);
        const double depth = options.wall_depth.value;
        if (std::abs(wall.off(opening->from)) <= depth && std::abs(wall.off(opening->to)) <= depth &&
            std::max(a, b) > 0 && std::min(a, b) < wall.length)
            blocked.emplace_back(std::min(a, b) - clear, std::max(a, b) + clear);
    }
}

void block_columns(const Storey& storey, const Along& wall, const PlacingOptions& options,
                   std::vector<Interval>& blocked) {
    const double clear = options.opening_clearance.value;
    for (const Column* column : storey.columns) {
        double low = 1e18;
        double high = -1e18;
        double nearest = 1e18;
        double furthest = -1e18;
        for (const Point p : column->outline.outer) {
            low = std::min(low, wall.t(p));
            high = std::max(high, wall.t(p));
            nearest = std::min(nearest, wall.off(p));
            furthest = std::max(furthest, wall.off(p));
        }
        if (nearest <= 100 && furthest >= 0 && high > 0 && low < wall.length)
            blocked.emplace_back(low - clear, high + clear);
    }
}

} // namespace

std::vector<WallStretch> free_walls(const Storey& storey, const Room& room, Millimetres height,
                                    std::span<const Point> taken, UnderWindows windows, const PlacingOptions& options) {
    std::vector<WallStretch> out;
    const Ring ring = normalised(Polygon{.outer = room.outline.outer, .holes = {}}).outer;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Along wall(ring[i], ring[(i + 1) % ring.size()]);
        const double corner = std::min<double>(options.corner_clearance.value, wall.length / 4);
        std::vector<Interval> blocked{{-1e18, corner}, {wall.length - corner, 1e18}};
        block_openings(storey, wall, height, windows, options, blocked);
        block_columns(storey, wall, options, blocked);
        for (const Point p : taken)
            if (std::abs(wall.off(p)) <= 2.0 * options.off_wall.value + 50)
                blocked.emplace_back(wall.t(p) - options.pitch.value, wall.t(p) + options.pitch.value);
        std::sort(blocked.begin(), blocked.end());
        double free_from = corner;
        for (const auto& [low, high] : blocked) {
            if (low - free_from >= shortest_stretch)
                out.push_back({.from = wall.at(free_from), .to = wall.at(low), .length = low - free_from});
            free_from = std::max(free_from, high);
        }
    }
    return out;
}

WallPlaces place_on_walls(const Room& room, std::span<const WallStretch> walls, std::span<const OutletCluster> clusters,
                          const PlacingOptions& options) {
    WallPlaces out;
    double total = 0;
    std::size_t count = 0;
    for (const WallStretch& wall : walls)
        total += wall.length;
    for (const OutletCluster& cluster : clusters)
        count += cluster.gaps.size();
    if (walls.empty() || count == 0)
        return out;
    const auto point_at = [&](std::size_t wall, double t) {
        return pulled_inside(room, Along(walls[wall].from, walls[wall].to).at(t, options.off_wall.value));
    };
    const auto stretch_at = [&](double s) {
        std::size_t wall = 0;
        while (wall + 1 < walls.size() && s > walls[wall].length)
            s -= walls[wall++].length;
        return std::pair(wall, s);
    };
    std::vector<double> used(walls.size(), -1e9); // up to where faceplates stand
    for (std::size_t c = 0; c < clusters.size() && !out.crowded; ++c) {
        const auto [wall, middle] =
            stretch_at(total * (static_cast<double>(c) + 0.5) / static_cast<double>(clusters.size()));
        double width = 0;
        for (std::size_t k = 1; k < clusters[c].gaps.size(); ++k)
            width += clusters[c].gaps[k].value;
        double t = std::clamp(middle - width / 2, 0.0, std::max(0.0, walls[wall].length - width));
        t = std::max(t, used[wall] + options.pitch.value);
        if (t + width > walls[wall].length + 1e-6) {
            out.crowded = true;
            break;
        }
        out.clusters.emplace_back();
        for (std::size_t k = 0; k < clusters[c].gaps.size(); ++k) {
            t += k > 0 ? clusters[c].gaps[k].value : 0;
            out.clusters.back().push_back(point_at(wall, t));
        }
        used[wall] = t;
    }
    if (!out.crowded)
        return out;
    out.clusters.clear();
    std::size_t placed = 0;
    for (const OutletCluster& cluster : clusters) {
        out.clusters.emplace_back();
        for (std::size_t k = 0; k < cluster.gaps.size(); ++k, ++placed) {
            const auto [wall, t] = stretch_at(total * (static_cast<double>(placed) + 0.5) / static_cast<double>(count));
            out.clusters.back().push_back(point_at(wall, t));
        }
    }
    return out;
}

std::vector<Point> place_on_grid(const Storey& storey, const Room& room, std::int32_t count,
                                 const std::function<bool(Point)>& allowed, const PlacingOptions& options) {
    if (count <= 0)
        return {};
    // The grid lies along the longest wall.
    const Ring& ring = room.outline.outer;
    Along axis(ring[0], ring[1 % ring.size()]);
    for (std::size_t i = 1; i < ring.size(); ++i)
        if (const Along wall(ring[i], ring[(i + 1) % ring.size()]); wall.length > axis.length + 0.5)
            axis = wall;
    double low_t = 1e18, high_t = -1e18, low_n = 1e18, high_n = -1e18;
    for (const Point p : ring) {
        low_t = std::min(low_t, axis.t(p));
        high_t = std::max(high_t, axis.t(p));
        low_n = std::min(low_n, axis.off(p));
        high_n = std::max(high_n, axis.off(p));
    }
    const auto usable = [&](Point p, double clearance) {
        if (!contains(room.outline, p) || !allowed(p))
            return false;
        if (clearance <= 0)
            return true;
        const auto near = [&](const Ring& r) { return distance_to_ring(r, p).value < clearance; };
        if (near(room.outline.outer) || std::any_of(room.outline.holes.begin(), room.outline.holes.end(), near))
            return false;
        return std::none_of(storey.columns.begin(), storey.columns.end(), [&](const Column* column) {
            return contains(column->outline, p) || near(column->outline.outer);
        });
    };
    std::vector<Point> best;
    for (const double clearance : {static_cast<double>(options.grid_clearance.value), 0.0}) {
        double step = std::sqrt(static_cast<double>(area(room.outline).value) / count);
        for (int attempt = 0; attempt < 24; ++attempt, step *= 0.85) {
            std::vector<Point> points;
            const auto columns = std::max(1.0, std::round((high_t - low_t) / step));
            const auto rows = std::max(1.0, std::round((high_n - low_n) / step));
            for (double r = 0.5; r < rows; ++r)
                for (double c = 0.5; c < columns; ++c)
                    if (const Point p =
                            axis.at(low_t + (high_t - low_t) * c / columns, low_n + (high_n - low_n) * r / rows);
                        usable(p, clearance))
                        points.push_back(p);
            if (points.size() > best.size())
                best = points;
            if (points.size() >= static_cast<std::size_t>(count)) {
                std::vector<Point> chosen;
                for (std::int32_t i = 0; i < count; ++i)
                    chosen.push_back(points[(2 * static_cast<std::size_t>(i) + 1) * points.size() /
                                            (2 * static_cast<std::size_t>(count))]);
                return chosen;
            }
        }
    }
    if (best.empty())
        if (const Point p = pulled_inside(room, *inner_point(room.outline)); allowed(p))
            best.push_back(p);
    best.resize(std::min(best.size(), static_cast<std::size_t>(count)));
    return best;
}

} // namespace riser
