// SPDX-License-Identifier: GPL-3.0-or-later
// Where a second riser could stand for a room whose two routes share a shaft, and how much pathway it would take: the
// nearest shaft or telecom room on its floor, with no riser in it yet, that stacks over every floor down to the core's.
#pragma once

#include "model/design.h"

namespace riser {

struct SecondShaft {
    RoomId room;         // on the floor of the telecom room
    Millimetres pathway; // along and across the building, up and down
};

// Nothing when no room will do. Lengths are along the axes of the building: an estimate. O(rooms x floors).
std::optional<SecondShaft> second_shaft(const Design& design, SpaceId room, SpaceId core);

} // namespace riser
