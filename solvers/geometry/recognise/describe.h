// SPDX-License-Identifier: GPL-3.0-or-later
// What is written in a room put together: lines of one name joined, Chinese and English told apart, the number, the
// area as a check, the use by the table, and how sure all that is.
#pragma once

#include "solvers/geometry/recognise.h"
#include "solvers/geometry/recognise/rooms.h"

namespace riser::detail {

struct Described {
    RecognisedRoom room;
    bool several_names = false;
    bool area_disagrees = false;
};

Described described(const RoomDraft& draft, const PartitionInput& input, const RoomNames& names);

} // namespace riser::detail
