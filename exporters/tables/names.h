// SPDX-License-Identifier: GPL-3.0-or-later
// What people call a row and where it is: labels and places, never ids. An unlabelled row is called by its kind.
#pragma once

#include "model/design.h"

#include <string_view>

namespace riser {

// "3F-A-024", "302 Office", "TD", "Government extranet"; of a row that is not there, what kind it was.
Text name_of(const Design& design, AnyId id);

struct RowPlace {
    std::optional<BuildingId> building = {};
    std::optional<FloorId> floor = {};
    std::optional<RoomId> room = {};
    std::optional<SpaceId> space = {};
    bool operator==(const RowPlace&) const = default;
};
// Where a row stands, as far as it and what it belongs to say.
RowPlace place_of(const Design& design, AnyId id);
// "3F 302 Office", "3F 3F-E1".
Text describe(const Design& design, const RowPlace& place);
Text floor_name(const Design& design, const std::optional<FloorId>& floor);

// Orders labels as people do: "3F-A-2" before "3F-A-10".
bool natural_less(std::string_view a, std::string_view b);

// Floors from the lowest; buildings one after another in the order of their names.
std::vector<FloorId> floors_in_order(const Design& design);

// "Cat6A U/UTP", "OS2".
std::string category_name(Category category, Screen screen);
// "300×100", "Φ50"; empty when no section is given.
std::string section_name(PathwayKind kind, Millimetres width, Millimetres height);
// How plans letter a pathway: "CT 300×100"; a conduit by its type's code, "JDG25", else "SC50".
std::string laying_code(const Design& design, const PathwayRun& run);

// The body a room belongs to, or null.
const Body* body_of(const Design& design, const std::optional<RoomId>& room);

} // namespace riser
