// SPDX-License-Identifier: GPL-3.0-or-later
// What the brief's point table asks of a room: of the rules for its use that fit its grade and body, for each plane,
// kind and mounting the most specific one, and how many jacks that makes. A rule that names grade and body goes before
// one that names the grade, that before one that names the body, that before the general one; among equals the lower
// id, said as a conflict. Planes of state secrets are never planned from the table. A room of no known use that has
// neither name nor number is asked for nothing: it may be a cupboard.
#pragma once

#include "model/design.h"

#include <map>
#include <set>
#include <vector>

namespace riser {

struct CountingOptions {
    // Taken where the brief counts people or seats and the room does not say how many.
    SquareMillimetres area_per_occupant = SquareMillimetres(9'000'000); // 建标169: up to 9 m2 a person
    SquareMillimetres area_per_seat = SquareMillimetres(3'000'000);
};

// Jacks of one kind on one plane in a room, before packing.
struct Demand {
    const PointRule* rule = nullptr;
    std::int32_t jacks = 0;
};

struct RoomDemand {
    std::vector<Demand> demands; // by plane code, mounting, kind code
    bool estimated_occupants = false;
    bool estimated_seats = false;
    std::vector<PointRuleId> conflicts; // rules left out for an equal one
    bool table_names_secret = false;    // a rule for a secret plane was refused
};

class PointTable {
  public:
    PointTable(const Design& design, const CountingOptions& options);
    RoomDemand of(const Room& room) const;

  private:
    const Design* design_;
    CountingOptions options_;
    std::map<RoomUse, std::vector<const PointRule*>> by_use_; // by plane code, mounting, kind code, specificity, id
};

// Which planes must be physically apart: a secret one from every other, and two that the intent keeps apart.
class PlanesApart {
  public:
    explicit PlanesApart(const Design& design);
    bool is_secret(std::optional<PlaneId> plane) const { return plane && secret_.contains(*plane); }
    bool apart(std::optional<PlaneId> a, std::optional<PlaneId> b) const;
    // Whether the plane must be apart from any other.
    bool alone(std::optional<PlaneId> plane) const;

  private:
    std::set<PlaneId> secret_;
    std::set<std::pair<PlaneId, PlaneId>> pairs_; // both ways
};

} // namespace riser
