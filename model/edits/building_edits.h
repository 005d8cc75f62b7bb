// SPDX-License-Identifier: GPL-3.0-or-later
// Adding and deleting floors and rooms. What is deleted takes with it what stands on it: see cascade_of.
#pragma once

#include "model/edits/edit.h"

namespace riser {

struct FloorWish {
    std::string label = {}; // "3F"
    Text name = {};
    // Absent: on top of the building.
    std::optional<Millimetres> elevation = {};
    Millimetres storey_height = Millimetres(4'000);
};

// Of a building, from the lowest.
std::vector<Floor> floors_of(const Design& design, BuildingId building);

// Floors above it move up in the order of stacking. not_found: no such building. conflict: it has a floor of that
// label, or one at that elevation. bad_input: no label.
Result<FloorId> add_floor(Edit& edit, BuildingId building, FloorWish wish);
Result<void> delete_floor(Edit& edit, FloorId floor);

struct RoomWish {
    std::string number;
    Text name;
    RoomUse use = RoomUse::other;
    std::optional<BodyId> body;
    Polygon outline;
};

// What is wrong with an outline; nothing when it can be a room's.
std::optional<Text> outline_fault(const Polygon& outline);

// not_found: no such floor or body. bad_input: an outline that is no room (crossing itself, without area, holes
// outside).
Result<RoomId> add_room(Edit& edit, FloorId floor, RoomWish wish);
// Outlets in it stay where they are, without a room.
Result<void> delete_room(Edit& edit, RoomId room);

} // namespace riser
