// SPDX-License-Identifier: GPL-3.0-or-later
// Which room is at a place, and whether each outlet lies in the room it is said to be in. Places on a wall belong to
// the room's outline; how far outside an outlet is, is said in millimetres, so that the rule sets the tolerance.
#pragma once

#include "model/building.h"
#include "model/cabling.h"
#include "solvers/base/facts.h"

namespace riser {

// Boxes of the outlined rooms of each floor.
struct RoomIndex {
    struct Entry {
        FloorId floor;
        Box box;
        RoomId room;
        bool operator==(const Entry&) const = default;
    };
    std::vector<Entry> entries; // by floor, room
    std::span<const Entry> on(FloorId floor) const;
    bool operator==(const RoomIndex&) const = default;
    static RoomIndex compute(FactInput& input);
};

// The room that holds the place: the smallest when several do; nothing when none does. O(rooms of the floor).
std::optional<RoomId> room_at(FactInput& input, FloorId floor, Point place);

struct OutletPlace {
    OutletId id;
    std::optional<RoomId> assigned;     // as the outlet says; absent also when that room is not there
    std::optional<RoomId> inside;       // whose outline holds it: the assigned one if it does
    std::optional<Millimetres> outside; // from the assigned room's outline; absent when it has none
    bool operator==(const OutletPlace&) const = default;
};

// One row an outlet that stays.
struct OutletPlaces {
    Table<OutletPlace> outlets;
    bool operator==(const OutletPlaces&) const = default;
    static OutletPlaces compute(FactInput& input);
    static std::optional<OutletPlaces> update(const OutletPlaces& previous, const ChangeSet& changes, FactInput& input);
};

} // namespace riser
