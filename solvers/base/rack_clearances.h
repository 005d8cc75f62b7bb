// SPDX-License-Identifier: GPL-3.0-or-later
// Where a rack stands and how much room it has: the free distance before its four sides to the walls of its room and to
// other racks. A rack turned by 0 faces south (its front is the side of lower y). What the planner places by and the
// rule measures by is this one answer.
#pragma once

#include "model/building.h"
#include "model/cabling.h"

#include <array>

namespace riser {

// GB 51348-2019 21.5.4. A cabinet on the wall needs the space before its front only.
struct Clearances {
    Millimetres front = Millimetres(1'000);
    Millimetres rear = Millimetres(800);
    Millimetres side = Millimetres(800);
    Millimetres pitch = Millimetres(1'200); // between two rows
    std::int32_t wall_units = 15;           // a cabinet of so many units at most may hang on a wall; own default
};

// A rectangle on a floor: its middle, its own x axis turned by `turn`; it reaches so far to each side.
struct TurnedBox {
    Point middle;
    MilliDegrees turn;
    std::int32_t front = 0; // half depths, from the middle
    std::int32_t rear = 0;
    std::int32_t left = 0;
    std::int32_t right = 0;
    std::array<Point, 4> corners() const; // front left, front right, rear right, rear left; whole millimetres
};
TurnedBox box_of(const Rack& rack);
// From its own frame to the floor's: x to the right of who faces the rear, y to the rear.
Point turned(Point middle, MilliDegrees turn, std::int32_t x, std::int32_t y);

// Inside the polygon, its boundary belonging to it; off by a millimetre of rounding is no harm.
bool lies_inside(const Polygon& room, const TurnedBox& box);
bool boxes_overlap(const TurnedBox& a, const TurnedBox& b); // more than touching

enum class RackEdge { front, rear, left, right };
// What bounds the free space before an edge.
struct FreeSpace {
    Millimetres distance;
    bool to_rack = false; // else to a wall
};
// Free distances by RackEdge; nothing where there is neither wall nor rack. O(edges + racks).
std::array<std::optional<FreeSpace>, 4> free_spaces(const Rack& rack, const Polygon& room,
                                                    std::span<const Rack* const> others);

// Low enough for a wall, and its back touches one: it hangs there.
bool hangs_on_wall(std::int32_t units, const std::optional<FreeSpace>& rear, const Clearances& clearances);
// What an edge must have and what it has.
struct Clear {
    Millimetres limit;
    Millimetres actual;
    Millimetres missing() const { return Millimetres(limit.value - actual.value); }
};
// Nothing where it need have none: no obstacle, beside another rack of its row, rear and sides of a cabinet on the
// wall.
std::optional<Clear> clear_of(RackEdge edge, const std::optional<FreeSpace>& space, const Clearances& clearances,
                              bool on_wall);
// The same, and nothing where it has enough.
std::optional<Clear> lack_of(RackEdge edge, const std::optional<FreeSpace>& space, const Clearances& clearances,
                             bool on_wall);

} // namespace riser
