// SPDX-License-Identifier: GPL-3.0-or-later
// The building as planners walk it: floors from the lowest, each with its rooms, openings and columns in the order of
// their place, and the doorways with the rooms on both sides. Points into the design it was made from.
#pragma once

#include "model/design.h"

#include <map>
#include <vector>

namespace riser {

// A door or passage between two rooms. Where an opening does not say its rooms, they are looked for on both sides.
struct Doorway {
    const Opening* opening = nullptr;
    Point place; // the middle, on the wall
    const Room* a = nullptr;
    const Room* b = nullptr;
    Point inside_a; // a step into each
    Point inside_b;
    const Room* other(const Room& room) const { return a == &room ? b : a; }
    Point inside(const Room& room) const { return a == &room ? inside_a : inside_b; }
};

struct Storey {
    const Floor* floor = nullptr;
    std::vector<const Room*> rooms; // with an outline; by place, number, id
    std::vector<const Opening*> openings;
    std::vector<const Column*> columns;
    std::vector<const RestrictedArea*> restricted;
    std::vector<Doorway> doorways; // by place, id
    const Room* find(RoomId room) const;
    // Of the doorways, those that lead into the room.
    std::vector<const Doorway*> doors_of(const Room& room) const;
};

// By building, order, elevation, id.
std::vector<Storey> storeys_of(const Design& design);

// Corridors, lobbies, lift lobbies, atria, car parks and halls of no listed use from 300 m2 (workshops, shops): where
// trays run. From one door of such a hall, drops would be longer than its trays.
bool is_corridor(const Room& room);
// Stairs, lifts, shafts of other trades, outdoors: no outlets are reached there and no pathway leads there.
bool is_unserved(RoomUse use);

// A point in the room, as near as can be to `wish`.
Point pulled_inside(const Room& room, Point wish);

} // namespace riser
