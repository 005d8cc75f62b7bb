// SPDX-License-Identifier: GPL-3.0-or-later
// How many points each telecom room serves on each plane, told apart by what their backbone is: a port of a switch, or
// a pair of a telephone exchange. A point is served by pairs when its jack is of category 3: that is how the design
// says that a telephone is analogue; every other point takes a port.
#pragma once

#include "solvers/planning/cable_ways.h"

#include <functional>

namespace riser {

struct ServedPoints {
    std::int32_t ports = 0;
    std::int32_t pairs = 0;
    bool operator==(const ServedPoints&) const = default;
};

using RoomOnPlane = std::pair<std::optional<PlaneId>, SpaceId>;
using ServedRooms = std::map<RoomOnPlane, ServedPoints>;

void count_point(ServedRooms& rooms, const Jack& jack, SpaceId space);

// By the horizontal cables that stand: from the space whose panel they end on, or where their route begins; where
// neither tells, from the space that cable planning would choose. O(cables).
ServedRooms served_by_cables(const Design& design, CableWays& ways);

} // namespace riser
