// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/radio/rays.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

constexpr std::int32_t square = 2'000; // mm, a side

// Whether the way a-b crosses c-d. An end on the other's line counts as being on its left, so that of two walls that
// meet on the way one is crossed.
bool crosses(Point a, Point b, Point c, Point d) {
    return (orientation(a, b, c) >= 0) != (orientation(a, b, d) >= 0) &&
           (orientation(c, d, a) >= 0) != (orientation(c, d, b) >= 0);
}

std::int64_t squared(std::int64_t x) { return x * x; }

} // namespace

RadioRays::RadioRays(const RadioFloor& floor, const Propagation& propagation) : propagation_(propagation) {
    for (const RadioWall& wall : floor.walls) {
        MilliDecibels loss = loss_of(wall.material, wall.thickness, propagation.losses);
        if (wall.half)
            loss.value /= 2;
        add(wall.a, wall.b, loss);
    }
    for (const RadioOpening& opening : floor.openings)
        add(opening.a, opening.b, loss_of(opening.kind, propagation.losses));
    sort_into_squares();
}

void RadioRays::add(Point a, Point b, MilliDecibels loss) {
    if (a != b && loss.value > 0)
        obstacles_.push_back({.a = std::min(a, b), .b = std::max(a, b), .loss = loss});
}

void RadioRays::sort_into_squares() {
    std::vector<Point> ends;
    for (const Obstacle& o : obstacles_) {
        ends.push_back(o.a);
        ends.push_back(o.b);
    }
    const std::optional<Box> box = bounds(ends);
    if (!box)
        return;
    low_ = {box->low.x - 2, box->low.y - 2};
    columns_ = (box->high.x + 2 - low_.x) / square + 1;
    rows_ = (box->high.y + 2 - low_.y) / square + 1;
    const auto count = static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_);
    first_.assign(count + 1, 0);
    for (const Obstacle& o : obstacles_)
        squares_along(o.a, o.b, [&](std::size_t at) { return ++first_[at + 1], true; });
    for (std::size_t i = 0; i < count; ++i)
        first_[i + 1] += first_[i];
    in_square_.resize(first_[count]);
    std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t i = 0; i < obstacles_.size(); ++i)
        squares_along(obstacles_[i].a, obstacles_[i].b,
                      [&](std::size_t at) { return in_square_[next[at]++] = static_cast<std::uint32_t>(i), true; });
    seen_.assign(obstacles_.size(), 0);
}

// Column by column from a to b: in each, the squares between the heights at which the way enters and leaves it, a
// millimetre more on either side. Visits until `visit` says no.
template<class Visit> void RadioRays::squares_along(Point a, Point b, Visit visit) const {
    const double x0 = static_cast<double>(a.x) - low_.x, y0 = static_cast<double>(a.y) - low_.y;
    const double dx = static_cast<double>(b.x) - a.x, dy = static_cast<double>(b.y) - a.y;
    const auto column_of = [&](double x) {
        return std::clamp(static_cast<std::int32_t>(std::floor(x / square)), -1, columns_);
    };
    const std::int32_t first = column_of(std::min(x0, x0 + dx) - 1), last = column_of(std::max(x0, x0 + dx) + 1);
    const std::int32_t step = dx < 0 ? -1 : 1;
    for (std::int32_t column = step > 0 ? first : last; column >= first && column <= last; column += step) {
        if (column < 0 || column >= columns_)
            continue;
        double t0 = 0, t1 = 1;
        if (dx != 0) {
            const double left = (static_cast<double>(column) * square - 1 - x0) / dx;
            const double right = (static_cast<double>(column + 1) * square + 1 - x0) / dx;
            t0 = std::clamp(std::min(left, right), 0.0, 1.0);
            t1 = std::clamp(std::max(left, right), 0.0, 1.0);
        }
        const double ya = y0 + dy * t0, yb = y0 + dy * t1;
        const auto row_of = [&](double y) { return static_cast<std::int32_t>(std::floor(y / square)); };
        const std::int32_t bottom = std::max(row_of(std::min(ya, yb) - 1), 0);
        const std::int32_t top = std::min(row_of(std::max(ya, yb) + 1), rows_ - 1);
        for (std::int32_t k = 0; k <= top - bottom; ++k) {
            const std::int32_t row = dy < 0 ? top - k : bottom + k;
            if (!visit(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                       static_cast<std::size_t>(column)))
                return;
        }
    }
}

std::optional<MilliDecibels> RadioRays::obstacles(Point a, Point b, MilliDecibels most) const {
    if (b < a)
        std::swap(a, b);
    std::int64_t lost = 0;
    if (most.value < 0)
        return std::nullopt;
    if (obstacles_.empty() || a == b)
        return MilliDecibels(0);
    if (++way_ == 0) { // after four thousand million ways
        std::fill(seen_.begin(), seen_.end(), 0);
        way_ = 1;
    }
    squares_along(a, b, [&](std::size_t at) {
        for (std::uint32_t i = first_[at]; i < first_[at + 1]; ++i) {
            const std::uint32_t o = in_square_[i];
            if (seen_[o] == way_)
                continue;
            seen_[o] = way_;
            if (crosses(a, b, obstacles_[o].a, obstacles_[o].b))
                lost += obstacles_[o].loss.value;
        }
        return lost <= most.value;
    });
    if (lost > most.value)
        return std::nullopt;
    return MilliDecibels(static_cast<std::int32_t>(lost));
}

MilliDecibels RadioRays::free_level(Point place, Millimetres height, Point at) const {
    const std::int64_t square_of_way =
        squared(static_cast<std::int64_t>(place.x) - at.x) + squared(static_cast<std::int64_t>(place.y) - at.y) +
        squared(static_cast<std::int64_t>(height.value) - propagation_.device_height.value);
    return propagation_.sent - propagation_.margin - free_space_loss(square_of_way, propagation_.frequency);
}

std::optional<MilliDecibels> RadioRays::level(Point place, Millimetres height, Point at, MilliDecibels least) const {
    const MilliDecibels free = free_level(place, height, at);
    const std::optional<MilliDecibels> lost = obstacles(place, at, free - least);
    return lost ? std::optional(free - *lost) : std::nullopt;
}

} // namespace riser
