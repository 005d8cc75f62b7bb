// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/tray_feet.h"

#include "solvers/geometry/centreline_straighten.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace riser {

namespace {

constexpr double straight_mm = 5;    // a bend nearer to the straight line than this is none
constexpr std::int32_t same_mm = 50; // feet this near to a node are that node

double apart(Point a, Point b) { return std::hypot(static_cast<double>(a.x) - b.x, static_cast<double>(a.y) - b.y); }

double off_line(Point p, Point a, Point b) {
    const double length = apart(a, b);
    if (length < 1)
        return apart(p, a);
    return std::abs((static_cast<double>(b.x) - a.x) * (static_cast<double>(p.y) - a.y) -
                    (static_cast<double>(b.y) - a.y) * (static_cast<double>(p.x) - a.x)) /
           length;
}

bool within(const Polygon& area, const Polyline& line) {
    for (std::size_t i = 1; i < line.size(); ++i)
        if (!stays_inside(area, line[i - 1], line[i]))
            return false;
    return true;
}

} // namespace

Polyline without_idle_bends(const Polyline& line) {
    Polyline out;
    for (const Point p : line) {
        if (!out.empty() && out.back() == p)
            continue;
        while (out.size() >= 2 && off_line(out.back(), out[out.size() - 2], p) <= straight_mm &&
               apart(out[out.size() - 2], p) >= apart(out[out.size() - 2], out.back()))
            out.pop_back();
        out.push_back(p);
    }
    return out;
}

double TrayFoot::length() const {
    double sum = 0;
    for (std::size_t i = 1; i < way.size(); ++i)
        sum += apart(way[i - 1], way[i]);
    return sum;
}

const std::optional<TrayFoot>& TrayFeet::at(Point place) {
    auto known = known_.find(place);
    if (known == known_.end())
        known = known_.emplace(place, found(place)).first;
    return known->second;
}

std::optional<TrayFoot> TrayFeet::found(Point p) const {
    const auto area = std::find_if(lines_->areas.begin(), lines_->areas.end(),
                                   [&](const Polygon& candidate) { return contains(candidate, p); });
    std::vector<std::tuple<double, std::size_t, TrayFoot>> ways;
    const auto offer = [&](std::size_t rank, TrayFoot foot) {
        foot.way = without_idle_bends(foot.way);
        const double length = foot.length();
        ways.emplace_back(length, rank, std::move(foot));
    };
    for (std::size_t e = 0; e < lines_->edges.size(); ++e) {
        const auto [ia, ib] = lines_->edges[e];
        const Point a = lines_->nodes[ia];
        const Point b = lines_->nodes[ib];
        const double length = apart(a, b);
        const double ux = (static_cast<double>(b.x) - a.x) / length;
        const double uy = (static_cast<double>(b.y) - a.y) / length;
        const double t = (static_cast<double>(p.x) - a.x) * ux + (static_cast<double>(p.y) - a.y) * uy;
        const Point foot{static_cast<std::int32_t>(std::lround(a.x + t * ux)),
                         static_cast<std::int32_t>(std::lround(a.y + t * uy))};
        if (t > same_mm && t < length - same_mm)
            offer(e, {.edge = e, .node = 0, .way = {foot, p}});
        else
            offer(e, {.edge = {}, .node = t <= same_mm ? ia : ib, .way = {t <= same_mm ? a : b, foot, p}});
    }
    for (std::uint32_t n = 0; n < lines_->nodes.size(); ++n) {
        const Point node = lines_->nodes[n];
        for (const Point corner : {Point{p.x, node.y}, Point{node.x, p.y}})
            offer(lines_->edges.size() + n, {.edge = {}, .node = n, .way = {node, corner, p}});
    }
    std::sort(ways.begin(), ways.end(), [](const auto& x, const auto& y) {
        return std::tie(std::get<0>(x), std::get<1>(x), std::get<2>(x).way) <
               std::tie(std::get<0>(y), std::get<1>(y), std::get<2>(y).way);
    });
    for (auto& [length, rank, foot] : ways)
        if (area == lines_->areas.end() || within(*area, foot.way))
            return foot;
    if (ways.empty())
        return std::nullopt;
    TrayFoot foot = std::get<2>(ways.front());
    foot.across_wall = true;
    return foot;
}

} // namespace riser
