// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest type of a role that has the ports, and the devices of that role that people placed on a network.
#pragma once

#include "solvers/planning/equipment/works.h"

namespace riser {

struct PortNeed {
    std::int32_t fibre = 0;
    std::int32_t copper = 0;
    BitRate rate = {};    // of the fibre ports, at least
    std::int32_t any = 0; // of either medium
};

class DeviceChoice {
  public:
    DeviceChoice(EquipmentWorks& works, const PlaneWorks& plane);

    bool offers(EquipmentRole role) const { return cheapest(role, {}) != nullptr; }
    // Those without a price count only where none has one; by price, code, id. Null when no type does. O(types).
    const EquipmentType* cheapest(EquipmentRole role, const PortNeed& need) const;
    // The next of that role that a person placed in the network's core room, by label.
    std::optional<EquipmentId> take_standing(EquipmentRole role);
    // Says what the catalogue lacks, about the plane.
    void lacks(EquipmentRole role, const PortNeed& need);

  private:
    EquipmentWorks& works_;
    const PlaneWorks& plane_;
    std::map<EquipmentRole, std::vector<EquipmentId>> standing_; // the first last
};

// Ports of a medium with at least that rate.
std::int32_t ports_of(const EquipmentType& type, Medium medium, BitRate rate);

} // namespace riser
