// SPDX-License-Identifier: GPL-3.0-or-later
// Where uplinks end, and which redundancy the brief asks of a telecom room's uplinks on a plane: what it says of the
// room itself, else the most that it says of the plane, of a zone on it or of a service in such a zone; N where it says
// nothing.
#pragma once

#include "model/brief.h"
#include "model/design.h"

namespace riser {

class UplinkClasses {
  public:
    UplinkClasses(const Table<RequirementClass>& classes, const Table<Zone>& zones, const Table<Service>& services);
    RedundancyClass of(std::optional<PlaneId> plane, SpaceId space) const; // O(log n)
    bool operator==(const UplinkClasses&) const = default;

  private:
    std::vector<std::pair<SpaceId, RedundancyClass>> spaces_; // sorted
    std::vector<std::pair<PlaneId, RedundancyClass>> planes_;
};

Text label_of(RedundancyClass redundancy);

// Where uplinks of a building end: its core machine rooms that the plane may use, else building distributors, else
// equipment rooms; by label, then id. O(spaces).
std::vector<SpaceId> cores_of(const Design& design, BuildingId building, std::optional<PlaneId> plane);

} // namespace riser
