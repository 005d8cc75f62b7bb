// SPDX-License-Identifier: GPL-3.0-or-later
// Which ports of devices are joined: traced from port to port through cords, panels (front to rear by position), jacks,
// backbone cores and splices. Elements of fibre cables sit on consecutive positions, those of pair cables on one.
#pragma once

#include "model/equipment.h"
#include "solvers/base/facts.h"

namespace riser {

struct DeviceLink {
    PortId a; // a < b
    PortId b;
    CableId cable; // the one on port a
    auto operator<=>(const DeviceLink&) const = default;
};

// Each pair of ports once, sorted. O(ends of cables).
struct DeviceLinks {
    std::vector<DeviceLink> links;
    bool operator==(const DeviceLinks&) const = default;
    static DeviceLinks compute(FactInput& input);
    static std::optional<DeviceLinks> update(const DeviceLinks& previous, const ChangeSet& changes, FactInput& input);
};

} // namespace riser
