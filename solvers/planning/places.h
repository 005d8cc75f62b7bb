// SPDX-License-Identifier: GPL-3.0-or-later
// Where outlets fit in a room: on the free stretches of its walls, clear of doors, windows, columns, corners and what
// is there already, or on a grid over its ceiling or floor. Places lie in the room; they depend on nothing but the
// room.
#pragma once

#include "solvers/planning/storeys.h"

#include <functional>

namespace riser {

struct PlacingOptions {
    Millimetres opening_clearance = Millimetres(200); // beside a door, window or column
    Millimetres corner_clearance = Millimetres(250);
    Millimetres pitch = Millimetres(150); // between faceplates side by side
    Millimetres off_wall = Millimetres(30);
    Millimetres wall_depth = Millimetres(450);     // an opening this near to a wall is in it
    Millimetres grid_clearance = Millimetres(300); // of ceiling and floor points from walls and columns
};

// A free stretch of wall, the room to its left.
struct WallStretch {
    Point from;
    Point to;
    double length = 0;
};

enum class UnderWindows { no, yes }; // yes: below windows whose sill is high enough

std::vector<WallStretch> free_walls(const Storey& storey, const Room& room, Millimetres height,
                                    std::span<const Point> taken, UnderWindows windows,
                                    const PlacingOptions& options = {});

// One work place: how many faceplates side by side, and the gap before each but the first (pitch, or what planes that
// must be apart need).
struct OutletCluster {
    std::vector<Millimetres> gaps; // one a faceplate; the first is not used
};

struct WallPlaces {
    std::vector<std::vector<Point>> clusters; // as asked for; empty when there is no wall at all
    bool crowded = false;                     // gaps could not be kept: spread evenly over the walls there are
};
// Clusters spread evenly over the stretches, in their order.
WallPlaces place_on_walls(const Room& room, std::span<const WallStretch> walls, std::span<const OutletCluster> clusters,
                          const PlacingOptions& options = {});

// `count` points on a grid that fits the room's longest wall, clear of walls and columns where that is possible; fewer
// when `allowed` leaves none.
std::vector<Point> place_on_grid(const Storey& storey, const Room& room, std::int32_t count,
                                 const std::function<bool(Point)>& allowed, const PlacingOptions& options = {});

} // namespace riser
