// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/floor_alignment.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <map>

namespace riser {

namespace {

struct Line {
    Eigen::Vector2d at;
    Eigen::Vector2d along; // unit
};

std::optional<Line> line_through(Point a, Point b) {
    const Eigen::Vector2d from(a.x, a.y);
    const Eigen::Vector2d way = Eigen::Vector2d(b.x, b.y) - from;
    if (way.norm() < 1)
        return std::nullopt;
    return Line{from, way.normalized()};
}

Eigen::Vector2d normal_of(const Line& line) { return {-line.along.y(), line.along.x()}; }
double cross(const Eigen::Vector2d& a, const Eigen::Vector2d& b) { return a.x() * b.y() - a.y() * b.x(); }

// Within some 0.1 degrees.
bool parallel(const Line& a, const Line& b) { return std::abs(cross(a.along, b.along)) < 0.002; }

struct Miss {
    Eigen::Vector2d normal;
    double distance;
};

bool all_digits(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<FloorAlignment> align_by_axes(const Table<AxisLine>& axes, const std::vector<RecognisedAxis>& drawn) {
    std::map<std::string, std::vector<Line>> known;
    for (const AxisLine& axis : axes)
        if (const std::optional<Line> line = line_through(axis.from, axis.to); line && !axis.label.empty())
            known[axis.label].push_back(*line);
    std::vector<Miss> misses;
    for (const RecognisedAxis& axis : drawn) {
        const std::optional<Line> line = line_through(axis.from, axis.to);
        const auto found = known.find(axis.label);
        if (!line || found == known.end())
            continue;
        for (const Line& other : found->second)
            if (parallel(*line, other)) {
                const Eigen::Vector2d normal = normal_of(other);
                misses.push_back({normal, normal.dot(other.at - line->at)});
                break;
            }
    }
    Eigen::Matrix2d sum = Eigen::Matrix2d::Zero();
    Eigen::Vector2d right = Eigen::Vector2d::Zero();
    for (const Miss& miss : misses) {
        sum += miss.normal * miss.normal.transpose();
        right += miss.normal * miss.distance;
    }
    if (misses.size() < 2 || std::abs(sum.determinant()) < 0.05)
        return std::nullopt;
    const Eigen::Vector2d shift = sum.inverse() * right;
    FloorAlignment alignment;
    alignment.shift = {static_cast<std::int32_t>(std::lround(shift.x())),
                       static_cast<std::int32_t>(std::lround(shift.y()))};
    alignment.axes = misses.size();
    double worst = 0;
    for (const Miss& miss : misses)
        worst = std::max(worst, std::abs(miss.normal.dot(shift) - miss.distance));
    alignment.worst = Millimetres(static_cast<std::int32_t>(std::lround(worst)));
    return alignment;
}

std::optional<Point> axis_origin(const std::vector<RecognisedAxis>& drawn) {
    const RecognisedAxis* number = nullptr;
    const RecognisedAxis* letter = nullptr;
    for (const RecognisedAxis& axis : drawn) {
        if (all_digits(axis.label) &&
            (!number || std::stol(axis.label.substr(0, 9)) < std::stol(number->label.substr(0, 9))))
            number = &axis;
        if (axis.label.size() == 1 && axis.label[0] >= 'A' && axis.label[0] <= 'Z' &&
            (!letter || axis.label < letter->label))
            letter = &axis;
    }
    if (!number || !letter)
        return std::nullopt;
    const std::optional<Line> a = line_through(number->from, number->to);
    const std::optional<Line> b = line_through(letter->from, letter->to);
    if (!a || !b || parallel(*a, *b))
        return std::nullopt;
    const double t = cross(b->at - a->at, b->along) / cross(a->along, b->along);
    const Eigen::Vector2d meet = a->at + t * a->along;
    return Point{static_cast<std::int32_t>(std::lround(meet.x())), static_cast<std::int32_t>(std::lround(meet.y()))};
}

} // namespace riser
