// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/telecom_rooms.h"

#include "solvers/analysis/projection.h"

namespace riser {

TelecomRooms TelecomRooms::compute(FactInput& input) {
    return {projected<TelecomRoom>(input.table<Space>(), [&](const Space& space) -> std::optional<TelecomRoom> {
        const bool distributor = space.role != SpaceRole::elv_shaft && space.role != SpaceRole::entrance_room;
        const Room* room = input.find(space.room);
        if (!distributor || !room || space.status == Status::remove)
            return std::nullopt;
        TelecomRoom out{.id = space.id,
                        .role = space.role,
                        .room = room->id,
                        .floor = room->floor,
                        .serves = space.serves,
                        .plane = space.plane};
        if (out.serves.empty())
            out.serves.push_back(room->floor);
        std::sort(out.serves.begin(), out.serves.end());
        return out;
    })};
}

} // namespace riser
