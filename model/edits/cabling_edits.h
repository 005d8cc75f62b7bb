// SPDX-License-Identifier: GPL-3.0-or-later
// Outlets with their jacks, racks and pathway runs, as a person adds, moves and deletes them.
#pragma once

#include "model/edits/edit.h"

#include <vector>

namespace riser {

// The telecom space in whose room the place lies. O(spaces).
std::optional<SpaceId> space_at(const Design& design, FloorId floor, Point place);
std::optional<RoomId> room_at(const Design& design, FloorId floor, Point place);

struct JackWish {
    PointKindId kind;
    std::optional<PlaneId> plane;
    std::string label;
    Category category = Category::cat6a;
    Screen screen = Screen::utp;
};

struct OutletWish {
    Point place;
    std::string label;
    OutletMounting mounting = OutletMounting::wall;
    Millimetres height = Millimetres(300);
    std::int32_t sockets = 0;
    std::vector<JackWish> jacks;
};

// In the room that holds the place, if any. not_found: floor, kind or plane. bad_input: no jack. refused: planes that
// must be physically apart on one faceplate; a jack of a secret plane that no approved point allows there; a camera,
// wireless or microphone point in an area that forbids it.
Result<OutletId> add_outlet(Edit& edit, FloorId floor, OutletWish wish);

// Takes the place and the room there, and pins the place. Cables whose route nobody pinned keep their way and leave its
// last run where it is now nearest: one drop is measured again, nothing is planned. refused: a classified jack would
// leave the room it is approved for; a camera, wireless or microphone point would come into an area that forbids it.
Result<void> move_outlet(Edit& edit, OutletId outlet, Point place);

// With its jacks and their terminations; the horizontal cables and cords that ended there go too.
Result<void> delete_outlet(Edit& edit, OutletId outlet);

struct RackWish {
    std::string label = {};
    Point place = {};
    MilliDegrees rotation = {};
    std::int32_t units = 42;
    Millimetres width = Millimetres(600);
    Millimetres depth = Millimetres(1000);
    std::optional<PlaneId> plane = {};
};
// not_found: no such space or plane. bad_input: no units. refused: it would stand outside the room of the space.
Result<RackId> add_rack(Edit& edit, SpaceId space, RackWish wish);

// The four corners of where it stands.
Ring footprint(const Rack& rack);

// What stands in it comes along. refused: it would stand outside the room of its space.
Result<void> move_rack(Edit& edit, RackId rack, Point place);

// Cables that lay in it lose their route.
Result<void> delete_run(Edit& edit, PathwayRunId run);

} // namespace riser
