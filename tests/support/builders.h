// SPDX-License-Identifier: GPL-3.0-or-later
// Small designs for tests, drawn as text: each character is a square of a floor, each letter a room, anything else a
// wall or nothing. The top row is the northernmost. Ids are deterministic.
#pragma once

#include "model/design.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace riser::test {

using Rows = std::vector<std::string>;

// The outline of the squares that show `letter`; they must hang together by their sides.
Polygon region(const Rows& rows, char letter, std::int32_t square = 1'000);

// What a letter of a plan stands for.
struct Meaning {
    RoomUse use = RoomUse::office;
    std::string number; // "" : the letter
    std::int32_t occupants = 0;
};

class BuildingBuilder {
  public:
    BuildingBuilder();

    // A floor above the ones there are, 4 m high, with the rooms of the plan.
    FloorId with_floor(std::string label, const Rows& rows, const std::map<char, Meaning>& legend = {});
    // A door of 1 m in the middle of the longest wall that two rooms of the last floor share, or across a wall that is
    // one square thick.
    OpeningId with_door(char a, char b);
    PlaneId with_plane(std::string code, Disclosure disclosure = Disclosure::open);
    PointKindId with_kind(std::string code);
    // In rooms of that use, so many jacks of the kind on the plane.
    PointRuleId with_rule(RoomUse use, PlaneId plane, PointKindId kind, std::int32_t jacks,
                          PointBasis basis = PointBasis::room, OutletMounting mounting = OutletMounting::wall);
    // 4-pair Cat6A UTP of 7 mm, and conduit and tray types.
    BuildingBuilder& with_catalogue();

    RoomId room(char letter) const; // of the last floor
    RoomId room(FloorId floor, char letter) const;
    FloorId floor() const { return floor_; }

    Design design;
    IdSource ids;

  private:
    BuildingId building_;
    FloorId floor_;
    Rows rows_;
    std::map<std::pair<FloorId, char>, RoomId> rooms_;
};

// On each floor a corridor (Y) along a row of offices (a, b, …) on either side, all with doors to it, and a telecom
// room (Z) above the one below; a data and a voice point per occupant by the point table. `occupants` 0: two to four a
// room.
BuildingBuilder office_block(int floors, int rooms_a_side, std::int32_t occupants = 0);

} // namespace riser::test
