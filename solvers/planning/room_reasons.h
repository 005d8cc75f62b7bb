// SPDX-License-Identifier: GPL-3.0-or-later
// "Why not one telecom room fewer?" in words and figures that anyone can check.
#pragma once

#include "solvers/graph/location/room_location.h"
#include "solvers/planning/room_groups.h"

namespace riser {

// The clients of the problem are the groups. Nothing where one room does, or where people fixed every one.
std::optional<Reason> why_not_fewer(const RoomQuestion& question, std::span<const RoomGroup> groups,
                                    const RoomProblem& problem, const RoomAnswer& answer);

} // namespace riser
