// SPDX-License-Identifier: GPL-3.0-or-later
// Which single devices stand between an outlet and the core of its plane, in order: those that every way of cables from
// the switch that it is patched to goes through (dominators), that switch the first. Outlets of one switch share them.
#pragma once

#include "solvers/failure/redundancy.h"

namespace riser {

struct DeviceChain {
    EquipmentId device; // that outlets are patched to; of a stack the first
    std::optional<PlaneId> plane;
    std::optional<SpaceId> space;
    std::uint32_t points = 0; // patched to it
    bool joined = false;      // with the core
    // From that device on, devices in front of which no other way leads; the core is the last where it is one device.
    std::vector<AnyId> devices;
    bool operator==(const DeviceChain&) const = default;
};

// Of each access switch of Redundancy that has points, in its order. O(cables + points).
std::vector<DeviceChain> device_chains(const Facts& facts);

} // namespace riser
