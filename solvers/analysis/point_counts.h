// SPDX-License-Identifier: GPL-3.0-or-later
// How many points (jacks) there are on each floor, in each room, and behind each telecom space.
#pragma once

#include "model/building.h"
#include "model/cabling.h"
#include "solvers/base/facts.h"

#include <tuple>

namespace riser {

struct PointCounts {
    std::vector<std::pair<FloorId, std::int32_t>> by_floor; // sorted; only with points
    std::vector<std::pair<RoomId, std::int32_t>> by_room;
    std::vector<std::pair<SpaceId, std::int32_t>> by_space; // by the cables as they are laid
    // Floor, space that feeds points on it, how many; sorted.
    std::vector<std::tuple<FloorId, SpaceId, std::int32_t>> feeds;
    std::int32_t total = 0;
    std::int32_t on(FloorId floor) const;
    std::int32_t in(RoomId room) const;
    std::int32_t behind(SpaceId space) const;
    bool operator==(const PointCounts&) const = default;
    static PointCounts compute(FactInput& input);
};

} // namespace riser
