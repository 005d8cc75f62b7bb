// SPDX-License-Identifier: GPL-3.0-or-later
// Which spaces serve the outlets of which floors: distributors, by the floors they say they serve. Equipment and core
// rooms may serve outlets too; where a floor has a distributor of its own they only stand in for it.
#pragma once

#include "model/building.h"
#include "solvers/base/facts.h"

namespace riser {

struct TelecomRoom {
    SpaceId id;
    SpaceRole role = SpaceRole::floor_distributor;
    RoomId room;
    FloorId floor;
    std::vector<FloorId> serves; // sorted; its own floor when the space names none
    std::optional<PlaneId> plane;
    bool stands_in() const { return role == SpaceRole::equipment_room || role == SpaceRole::core_machine_room; }
    bool operator==(const TelecomRoom&) const = default;
};

// Spaces of a distributor's role whose room is there.
struct TelecomRooms {
    Table<TelecomRoom> rooms;
    bool operator==(const TelecomRooms&) const = default;
    static TelecomRooms compute(FactInput& input);
};

} // namespace riser
