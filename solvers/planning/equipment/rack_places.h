// SPDX-License-Identifier: GPL-3.0-or-later
// Where racks stand in a room: in rows that all look one way, with room to open their doors, to get behind them and to
// walk between them. Where the room is too small for that, one end of the rows may touch a wall, then their backs; the
// space before the fronts is never given up.
#pragma once

#include "solvers/base/rack_clearances.h"

namespace riser {

struct RackRoom {
    Polygon outline;
    std::vector<Polygon> columns;
    std::vector<TurnedBox> standing; // racks that stay
    Point entry;                     // fronts look towards it where they can
    std::vector<TurnedBox> doors{};  // what lies behind them; no cabinet stands there
};

enum class RackFit { clear, end_at_wall, back_at_wall, none };

struct RackPlace {
    Point place;
    MilliDegrees turn;
};
struct RackPlaces {
    RackFit fit = RackFit::none;
    Millimetres depth;
    std::vector<RackPlace> places; // row by row; empty when they do not fit at all
};

// Directions of the walls within a quarter turn, that of the longest wall first; at most four.
std::vector<MilliDegrees> wall_directions(const Polygon& room);

// Places for `count` racks of that width, of the first of the depths with which they fit best; deterministic. Looks on
// a grid of 100 mm along the walls' directions: O(room / grid x rows).
RackPlaces rack_places(const RackRoom& room, std::int32_t count, Millimetres width, std::span<const Millimetres> depths,
                       const Clearances& clearances);

} // namespace riser
