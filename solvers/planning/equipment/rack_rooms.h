// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of cabinet there are, the room that cabinets of a space have, and how people are told what was chosen and
// what still finds no room.
#pragma once

#include "solvers/planning/equipment/cabinet_search.h"
#include "solvers/planning/equipment/works.h"

namespace riser {

struct RackKind {
    CabinetSize size;
    std::int32_t units = 42;
    Grams load;
    Milliwatts power;
    bool operator==(const RackKind&) const = default;
};

// The preferred first: on the floor before on the wall, the usual width first, the higher and deeper before the rest.
// From bill items that measure "rack:42:600x1000"; those of the options where the catalogue has none. Never empty.
std::vector<RackKind> rack_kinds(const Design& design, const EquipmentOptions& options);
Text name_of(const RackKind& kind); // "15U 600×450 mm, wall"

// Columns, doors and the racks that a person drew are in it. Nothing without a room that has an outline.
std::optional<RackRoom> rack_room(const EquipmentWorks& works, SpaceId space);

// "… 3 in a row need a room of 3.4 m × 2.8 m, it has 2.8 m × 2.2 m".
Text room_needed(const RackRoom& room, std::span<const RackKind> cabinets, const Clearances& clearances);

} // namespace riser
