// SPDX-License-Identifier: GPL-3.0-or-later
// How many people sit in each office, so that the jacks of the point table add up to the size's points while no telecom
// room has more to serve than it may.
#pragma once

#include "tests/bench/generate/works.h"

namespace riser {

constexpr std::int32_t jacks_per_person = 4;

// The rules of the point table that count by room.
struct RoomJacks {
    std::int32_t data = 0;
    std::int32_t voice = 0;
};
RoomJacks jacks_by_room(RoomUse use);

// `ceiling_points`: access points and cameras on all floors above ground. Writes FloorWorks::people and the rooms.
void seat_people(Works& works, std::int32_t ceiling_points);

} // namespace riser
