// SPDX-License-Identifier: GPL-3.0-or-later
// The telecom room problem as a mixed integer programme, for cases small enough to be settled by one.
#pragma once

#include "solvers/graph/location/mip.h"
#include "solvers/graph/location/room_plan.h"

namespace riser::location {

enum class RoomGoal { fewest, least_cost }; // least_cost: with as many rooms as said

struct ExactRooms {
    MipOutcome outcome = MipOutcome::unfinished;
    std::vector<std::uint8_t> open = {}; // by room; empty when nothing was found
    std::vector<Index> server = {};      // by client
    double bound = 0;                    // of the number or the cost
};

// `known` is an answer to begin with, or null; `rooms` is what the number must be (least_cost) or must not exceed.
ExactRooms exact_rooms(const RoomCore& core, RoomGoal goal, std::size_t rooms, const RoomPlan* known,
                       std::int64_t most_branches, const std::stop_token& stop);

} // namespace riser::location
