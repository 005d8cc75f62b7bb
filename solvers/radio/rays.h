// SPDX-License-Identifier: GPL-3.0-or-later
// What stands between two places of a floor. Walls lie in a grid of squares, and a way looks only into the squares it
// passes, beginning at the same end whichever way it is asked: the loss from a to b is that from b to a, to the last
// bit. A way is given up as soon as it has lost too much, which makes far pairs cheap.
#pragma once

#include "solvers/radio/radio_floor.h"

namespace riser {

class RadioRays {
  public:
    // The floor is not kept.
    RadioRays(const RadioFloor& floor, const Propagation& propagation);

    // Of walls, doors and panes that the straight way crosses; nothing when that is more than `most`. Crossing is
    // exact: a way through the corner of two walls crosses one of them. Not safe to call from two threads at once.
    std::optional<MilliDecibels> obstacles(Point a, Point b, MilliDecibels most) const;

    // The level at which a device at `at` hears an access point at that place and height of the same floor, the margin
    // taken off; nothing when it is below `least`.
    std::optional<MilliDecibels> level(Point place, Millimetres height, Point at, MilliDecibels least) const;

    // The level were there nothing between: never less than level().
    MilliDecibels free_level(Point place, Millimetres height, Point at) const;

    const Propagation& propagation() const { return propagation_; }

  private:
    struct Obstacle {
        Point a;
        Point b;
        MilliDecibels loss;
    };
    struct Square {
        std::int32_t x = 0;
        std::int32_t y = 0;
    };
    template<class Visit> void squares_along(Point a, Point b, Visit visit) const;
    void add(Point a, Point b, MilliDecibels loss);
    void sort_into_squares();

    Propagation propagation_;
    std::vector<Obstacle> obstacles_;
    Point low_;
    std::int32_t columns_ = 0;
    std::int32_t rows_ = 0;
    std::vector<std::uint32_t> first_; // of each square in in_square_, and the end
    std::vector<std::uint32_t> in_square_;
    mutable std::vector<std::uint32_t> seen_; // the way that looked at each obstacle last
    mutable std::uint32_t way_ = 0;
};

} // namespace riser
