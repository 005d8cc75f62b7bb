// SPDX-License-Identifier: GPL-3.0-or-later
// Plan geometry that only drawing needs: walls as solids with their openings cut out, trays to their width, door
// swings. In millimetres of the floor; results have y down, as drawings do.
#pragma once

#include "exporters/drawings/drawing.h"
#include "model/building.h"

#include <span>

namespace riser {

// Model point to drawing point.
inline Vertex flipped(Point p) { return {static_cast<double>(p.x), -static_cast<double>(p.y)}; }
std::vector<Vertex> flipped(std::span<const Point> points);
std::vector<std::vector<Vertex>> rings_of(const Polygon& polygon);

struct WallPiece {
    WallId wall;
    std::vector<Vertex> outline;
};
// Walls cut at their openings; ends run into the walls they meet. O(walls^2) with a small constant.
std::vector<WallPiece> wall_pieces(std::span<const Wall* const> walls, std::span<const Opening* const> openings);

// How thick the wall is that an opening lies in; a guess when it lies in none.
double host_thickness(const Opening& opening, std::span<const Wall* const> walls);

// Leaf and swing of a door as paths, opening towards `side` of the line from -> to (+1: to its left). Wider than 1.2 m:
// two leaves.
std::vector<std::vector<Vertex>> door_swing(Point from, Point to, int side);

// A band of `width` along a polyline, mitred at bends.
std::vector<Vertex> band(std::span<const Point> line, double width);

// The point at `along` millimetres of a polyline, clamped to its ends.
PaperPoint point_along(std::span<const Point> line, double along);

} // namespace riser
