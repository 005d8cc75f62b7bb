// SPDX-License-Identifier: GPL-3.0-or-later
// A corridor with rooms on both sides, in its own frame: s along the corridor, t across it, the plus side at t > 0.
#pragma once

#include "tests/bench/generate/plate.h"

namespace riser {

constexpr std::int32_t corridor_width = 2'400;
constexpr std::int32_t plus_depth = 7'200;
constexpr std::int32_t minus_depth = 6'000;

struct Frame {
    Point origin;
    Point s_axis; // unit vectors along the axes
    Point t_axis;
    Point at(std::int32_t s, std::int32_t t) const {
        return {origin.x + s * s_axis.x + t * t_axis.x, origin.y + s * s_axis.y + t * t_axis.y};
    }
};

// A stretch of one side: a room of a given use, or a gap left for a corridor that joins there.
struct Slot {
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::optional<RoomUse> use = {}; // absent: decided later; a gap has none either
    bool gap = false;
    std::optional<std::int32_t> door = {}; // absent: in the middle
};

struct Side {
    std::int32_t sign = 1; // +1: the plus side
    std::int32_t depth = 0;
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::int32_t slant = 0;  // how much farther the outer corner of the end lies
    std::vector<Slot> fixed; // sorted
};

// Fills what is not fixed with rooms of mixed widths and draws them; some neighbours share a stepped wall.
void lay_side(Plate& plate, std::size_t strip, std::size_t track, const Frame& frame, const Side& side, Dice& dice);

} // namespace riser
