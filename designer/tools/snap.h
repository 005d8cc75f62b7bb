// SPDX-License-Identifier: GPL-3.0-or-later
// Where a point is meant: at an end, a midpoint, a crossing, the foot of a perpendicular, on a line, or on the grid of
// the floor's geometry, whichever of these lies within reach and comes first in that order.
#pragma once

#include "model/design.h"

#include <optional>
#include <vector>

namespace riser {

enum class SnapKind { none, end, middle, crossing, foot, line, grid };

struct Snap {
    SnapKind kind = SnapKind::none;
    Point at;
};

// The lines of a floor that snapping knows: walls, room outlines, columns, axes, pathway runs; in a grid of cells.
// Built once for a floor and a design.
class SnapLines {
  public:
    SnapLines(const Design& design, FloorId floor);
    // `from`: where the line being drawn begins, for perpendiculars. `grid` in millimetres; 0: none.
    Snap at(Point p, double reach, std::int32_t grid, std::optional<Point> from = {}) const;

  private:
    struct Line {
        Point a;
        Point b;
    };
    void add(Point a, Point b);
    std::vector<std::uint32_t> near(Point p, double reach) const;

    static constexpr std::int32_t cell_ = 4000;
    std::vector<Line> lines_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> cells_; // sorted
};

Text name_of(SnapKind kind);

} // namespace riser
