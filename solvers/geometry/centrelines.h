// SPDX-License-Identifier: GPL-3.0-or-later
// The centrelines of corridors: where a tray would run. Areas that touch are joined, niches and nibs shallower than a
// tolerance are smoothed away, the straight skeleton (CGAL) of what is left is pruned of its stubs and drawn as
// the straight lines half-way between opposite walls, extended until they meet. Whole millimetres, deterministic.
#pragma once

#include "model/base/geometry.h"
#include "model/base/result.h"

#include <cstdint>
#include <span>
#include <vector>

namespace riser {

struct CentrelineOptions {
    // Niches, nibs and offsets of a wall up to this deep are smoothed; parallel lines this near become one.
    Millimetres straighten = Millimetres(600);
    // A dead end shorter than this, measured from where it leaves, gets no line.
    Millimetres shortest_branch = Millimetres(2'000);
    // Holes of an area up to this size (columns standing in a hall) are ignored.
    SquareMillimetres smallest_hole = SquareMillimetres(4'000'000);
};

struct Centrelines {
    struct Edge {
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        auto operator<=>(const Edge&) const = default;
    };
    std::vector<Point> nodes;   // sorted; a square hall is a node without edges
    std::vector<Edge> edges;    // a < b, sorted
    std::vector<Polygon> areas; // the joined and smoothed areas, sorted
    // Of the areas: those whose lines could only be had as the skeleton's own bends, and those that have none.
    std::vector<std::size_t> bent;
    std::vector<std::size_t> failed;
};

// Areas whose rings are not simple are left out and counted in `failed` as they stand. Each joined area's lines stay
// inside it and are connected. O(n^2 log n) in the vertices of an area.
Centrelines centrelines(std::span<const Polygon> areas, const CentrelineOptions& options = {});

} // namespace riser
