// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/equipment/rack_places.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace riser {

namespace {

constexpr std::int32_t grid = 100;
constexpr std::size_t most_directions = 4;

// Rows of racks and what must stay free about them, in their own frame: x along a row, y to the rear.
struct Block {
    std::int32_t rows = 1;
    std::int32_t columns = 1;
    std::int32_t width = 0; // of all, clearances included
    std::int32_t depth = 0;
    std::int32_t left = 0; // clearance before the first rack of a row
    std::int32_t front = 0;
    std::int32_t behind = 0;
};

class Search {
  public:
    Search(const RackRoom& room, Millimetres width, const Clearances& clearances)
        : room_(room), width_(width.value), clearances_(clearances) {
        for (const MilliDegrees quarter : wall_directions(room.outline))
            for (std::int32_t n = 0; n < 4; ++n)
                turns_.push_back(MilliDegrees(quarter.value + n * 90'000));
    }

    std::optional<std::vector<RackPlace>> place(std::int32_t count, std::int32_t depth, RackFit fit) const {
        for (std::int32_t rows = 1; rows <= count; ++rows) {
            const std::int32_t columns = (count + rows - 1) / rows;
            if (rows > 1 && (count + columns - 1) / columns < rows)
                continue; // a row would stay empty
            if (const auto at = best(block(rows, columns, depth, fit)))
                return places(*at, block(rows, columns, depth, fit), count, depth);
        }
        return std::nullopt;
    }

  private:
    struct Spot {
        Point corner; // front left of the block
        MilliDegrees turn;
    };

    Block block(std::int32_t rows, std::int32_t columns, std::int32_t depth, RackFit fit) const {
        const std::int32_t side = clearances_.side.value;
        const std::int32_t sides = fit == RackFit::clear ? 2 * side : fit == RackFit::end_at_wall ? side : 0;
        const std::int32_t rear = fit == RackFit::back_at_wall ? 0 : clearances_.rear.value;
        return {.rows = rows,
                .columns = columns,
                .width = columns * width_ + sides,
                .depth = clearances_.front.value + rows * depth + (rows - 1) * clearances_.pitch.value + rear,
                .left = fit == RackFit::clear ? side : 0,
                .front = clearances_.front.value,
                .behind = rear};
    }

    // The free spot from which the fronts look most towards the entry; the first among equals.
    std::optional<Spot> best(const Block& block) const {
        std::optional<Spot> out;
        double most = 0;
        for (const MilliDegrees turn : turns_)
            for (const std::int32_t x : steps(turn, true))
                for (const std::int32_t y : steps(turn, false)) {
                    const Point corner = turned({0, 0}, turn, x, y);
                    const TurnedBox box{.middle = corner,
                                        .turn = turn,
                                        .front = 0,
                                        .rear = block.depth,
                                        .left = 0,
                                        .right = block.width};
                    const Point middle = turned(corner, turn, block.width / 2, block.depth / 2);
                    const Point ahead = turned({0, 0}, turn, 0, -1'000);
                    const double towards = (double(room_.entry.x) - middle.x) * ahead.x / 1'000.0 +
                                           (double(room_.entry.y) - middle.y) * ahead.y / 1'000.0;
                    if ((out && towards <= most + 1) || !is_free(box) || !leaves_doors(block, corner, turn))
                        continue;
                    most = towards;
                    out = Spot{corner, turn};
                }
        return out;
    }

    // Coordinates in the turned frame from which a block may start: from each wall on, so that it may touch it.
    std::vector<std::int32_t> steps(MilliDegrees turn, bool along_x) const {
        std::set<std::int32_t> out;
        std::int32_t low = INT32_MAX;
        std::int32_t high = INT32_MIN;
        for (const Point p : room_.outline.outer) {
            const Point q = turned({0, 0}, MilliDegrees(-turn.value), p.x, p.y);
            const std::int32_t at = along_x ? q.x : q.y;
            out.insert(at);
            low = std::min(low, at);
            high = std::max(high, at);
        }
        for (std::int32_t at = low; at < high; at += grid)
            out.insert(at);
        return {out.begin(), out.end()};
    }

    bool leaves_doors(const Block& block, Point corner, MilliDegrees turn) const {
        const TurnedBox bodies{.middle = corner,
                               .turn = turn,
                               .front = -block.front,
                               .rear = block.depth - block.behind,
                               .left = -block.left,
                               .right = block.left + block.columns * width_};
        return std::none_of(room_.doors.begin(), room_.doors.end(),
                            [&](const TurnedBox& door) { return boxes_overlap(bodies, door); });
    }

    bool is_free(const TurnedBox& box) const {
        if (!contains(room_.outline, turned(box.middle, box.turn, box.right / 2, box.rear / 2)) ||
            !lies_inside(room_.outline, box))
            return false;
        const std::array<Point, 4> corners = box.corners();
        const Polygon own{Ring(corners.begin(), corners.end()), {}};
        for (const Polygon& column : room_.columns)
            for (const Point p : column.outer)
                if (contains(own, p) && !on_boundary(own.outer, p))
                    return false;
        return std::none_of(room_.standing.begin(), room_.standing.end(),
                            [&](const TurnedBox& other) { return boxes_overlap(box, other); });
    }

    std::vector<RackPlace> places(const Spot& spot, const Block& block, std::int32_t count, std::int32_t depth) const {
        std::vector<RackPlace> out;
        for (std::int32_t row = 0; row < block.rows; ++row)
            for (std::int32_t column = 0; column < block.columns; ++column)
                if (static_cast<std::int32_t>(out.size()) < count)
                    out.push_back({turned(spot.corner, spot.turn, block.left + column * width_ + width_ / 2,
                                          block.front + row * (depth + clearances_.pitch.value) + depth / 2),
                                   MilliDegrees(spot.turn.value % 360'000)});
        return out;
    }

    const RackRoom& room_;
    std::int32_t width_;
    const Clearances& clearances_;
    std::vector<MilliDegrees> turns_;
};

} // namespace

std::vector<MilliDegrees> wall_directions(const Polygon& room) {
    std::vector<std::pair<std::int32_t, std::int32_t>> walls; // length, direction within a quarter turn
    const Ring& ring = room.outer;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        const double angle = std::atan2(b.y - a.y, b.x - a.x) * 180 / std::numbers::pi * 1'000;
        const auto quarter = static_cast<std::int32_t>((std::lround(angle) % 90'000 + 90'000) % 90'000);
        walls.emplace_back(-distance(a, b).value, quarter);
    }
    std::sort(walls.begin(), walls.end());
    std::vector<MilliDegrees> out;
    for (const auto& [length, quarter] : walls)
        if (const MilliDegrees turn(quarter);
            out.size() < most_directions && std::find(out.begin(), out.end(), turn) == out.end())
            out.push_back(turn);
    return out;
}

RackPlaces rack_places(const RackRoom& room, std::int32_t count, Millimetres width, std::span<const Millimetres> depths,
                       const Clearances& clearances) {
    if (count <= 0 || room.outline.empty())
        return {};
    const Search search(room, width, clearances);
    for (const RackFit fit : {RackFit::clear, RackFit::end_at_wall, RackFit::back_at_wall})
        for (const Millimetres depth : depths)
            if (auto places = search.place(count, depth.value, fit))
                return {.fit = fit, .depth = depth, .places = std::move(*places)};
    return {};
}

} // namespace riser
