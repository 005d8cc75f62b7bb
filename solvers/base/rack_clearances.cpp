// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/rack_clearances.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace riser {

namespace {

constexpr std::int32_t rounding = 2; // millimetres
// Racks so near sideways are one row, and a back so near a wall touches it.
constexpr Millimetres side_by_side(50);

struct Vector {
    double x = 0;
    double y = 0;
};

Vector along(MilliDegrees turn) {
    const double angle = turn.value / 1000.0 * std::numbers::pi / 180;
    return {std::cos(angle), std::sin(angle)};
}

// A point in the frame of a rack.
Vector local(Point middle, MilliDegrees turn, Point p) {
    const Vector axis = along(turn);
    const double dx = p.x - middle.x;
    const double dy = p.y - middle.y;
    return {dx * axis.x + dy * axis.y, -dx * axis.y + dy * axis.x};
}

// The frame turned so that the edge looks along +y, the edge itself at `reach`, the band before it from -low to high.
struct Look {
    double reach = 0;
    double low = 0;
    double high = 0;
};
Vector look_along(RackEdge edge, Vector p) {
    switch (edge) {
    case RackEdge::front:
        return {-p.x, -p.y};
    case RackEdge::rear:
        return p;
    case RackEdge::left:
        return {p.y, -p.x};
    default:
        return {-p.y, p.x};
    }
}

// How far before the edge a segment first comes into the band; nothing when it does not.
std::optional<double> hit(const Look& look, Vector a, Vector b) {
    if (a.x > b.x)
        std::swap(a, b);
    const double from = std::max(a.x, look.low + rounding);
    const double to = std::min(b.x, look.high - rounding);
    if (from > to)
        return std::nullopt;
    const auto height = [&](double x) { return a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x); };
    const bool upright = b.x - a.x < 1e-9;
    const auto [low, high] = upright ? std::minmax({a.y, b.y}) : std::minmax({height(from), height(to)});
    if (high < look.reach - rounding) // behind the edge
        return std::nullopt;
    return std::max(0.0, low - look.reach);
}

} // namespace

Point turned(Point middle, MilliDegrees turn, std::int32_t x, std::int32_t y) {
    const Vector axis = along(turn);
    return {middle.x + static_cast<std::int32_t>(std::lround(x * axis.x - y * axis.y)),
            middle.y + static_cast<std::int32_t>(std::lround(x * axis.y + y * axis.x))};
}

std::array<Point, 4> TurnedBox::corners() const {
    return {turned(middle, turn, -left, -front), turned(middle, turn, right, -front), turned(middle, turn, right, rear),
            turned(middle, turn, -left, rear)};
}

TurnedBox box_of(const Rack& rack) {
    const std::int32_t w = rack.width.value / 2;
    const std::int32_t d = rack.depth.value / 2;
    return {.middle = rack.place, .turn = rack.rotation, .front = d, .rear = d, .left = w, .right = w};
}

bool lies_inside(const Polygon& room, const TurnedBox& box) {
    TurnedBox inner = box;
    inner.front -= rounding;
    inner.rear -= rounding;
    inner.left -= rounding;
    inner.right -= rounding;
    const std::array<Point, 4> corners = inner.corners();
    for (const Point corner : corners)
        if (!contains(room, corner))
            return false;
    const auto crosses = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i)
            for (std::size_t k = 0; k < 4; ++k)
                if (segments_meet(ring[i], ring[(i + 1) % ring.size()], corners[k], corners[(k + 1) % 4]))
                    return true;
        return false;
    };
    const Ring outline(corners.begin(), corners.end());
    const auto within = [&](const Ring& ring) { return !ring.empty() && contains(Polygon{outline, {}}, ring.front()); };
    return !crosses(room.outer) && std::none_of(room.holes.begin(), room.holes.end(),
                                                [&](const Ring& hole) { return crosses(hole) || within(hole); });
}

bool boxes_overlap(const TurnedBox& a, const TurnedBox& b) {
    const std::array<Point, 4> ca = a.corners();
    const std::array<Point, 4> cb = b.corners();
    const auto apart = [](const TurnedBox& box, const std::array<Point, 4>& other) {
        std::array<double, 4> reach{1e18, 1e18, 1e18, 1e18}; // least of x, -x, y, -y
        for (const Point p : other) {
            const Vector v = local(box.middle, box.turn, p);
            reach = {std::min(reach[0], v.x), std::min(reach[1], -v.x), std::min(reach[2], v.y),
                     std::min(reach[3], -v.y)};
        }
        return reach[0] >= box.right - rounding || reach[1] >= box.left - rounding || reach[2] >= box.rear - rounding ||
               reach[3] >= box.front - rounding;
    };
    return !apart(a, cb) && !apart(b, ca);
}

std::array<std::optional<FreeSpace>, 4> free_spaces(const Rack& rack, const Polygon& room,
                                                    std::span<const Rack* const> others) {
    std::array<std::optional<FreeSpace>, 4> out;
    const TurnedBox own = box_of(rack);
    for (const RackEdge edge : {RackEdge::front, RackEdge::rear, RackEdge::left, RackEdge::right}) {
        const bool lengthwise = edge == RackEdge::front || edge == RackEdge::rear;
        const double half = lengthwise ? own.right : own.rear;
        const Look look{.reach = lengthwise ? double(own.rear) : double(own.right), .low = -half, .high = half};
        std::optional<FreeSpace>& best = out[static_cast<std::size_t>(edge)];
        const auto bound = [&](Point a, Point b, bool to_rack) {
            const auto distance = hit(look, look_along(edge, local(own.middle, own.turn, a)),
                                      look_along(edge, local(own.middle, own.turn, b)));
            if (distance && (!best || *distance < best->distance.value))
                best = FreeSpace{Millimetres(static_cast<std::int32_t>(std::lround(*distance))), to_rack};
        };
        const auto around = [&](auto&& ring, bool to_rack) {
            for (std::size_t i = 0; i < ring.size(); ++i)
                bound(ring[i], ring[(i + 1) % ring.size()], to_rack);
        };
        around(room.outer, false);
        for (const Ring& hole : room.holes)
            around(hole, false);
        for (const Rack* other : others)
            if (other != &rack && other->id != rack.id)
                around(box_of(*other).corners(), true);
    }
    return out;
}

bool hangs_on_wall(std::int32_t units, const std::optional<FreeSpace>& rear, const Clearances& clearances) {
    return units <= clearances.wall_units && rear && !rear->to_rack && rear->distance <= side_by_side;
}

std::optional<Clear> clear_of(RackEdge edge, const std::optional<FreeSpace>& space, const Clearances& clearances,
                              bool on_wall) {
    const bool lengthwise = edge == RackEdge::front || edge == RackEdge::rear;
    if (!space || (on_wall && edge != RackEdge::front) ||
        (!lengthwise && space->to_rack && space->distance <= side_by_side))
        return std::nullopt;
    const Millimetres limit = lengthwise && space->to_rack ? clearances.pitch
                              : edge == RackEdge::front    ? clearances.front
                              : edge == RackEdge::rear     ? clearances.rear
                                                           : clearances.side;
    return Clear{limit, space->distance};
}

std::optional<Clear> lack_of(RackEdge edge, const std::optional<FreeSpace>& space, const Clearances& clearances,
                             bool on_wall) {
    const std::optional<Clear> clear = clear_of(edge, space, clearances, on_wall);
    return clear && clear->missing().value > 0 ? clear : std::nullopt;
}

} // namespace riser
