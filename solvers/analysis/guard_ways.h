// SPDX-License-Identifier: GPL-3.0-or-later
// Which devices guard a boundary, by how devices are cabled: packets between zones go from a routing switch of the
// plane through whatever stands in the line to its firewalls, and to a provider on through those to the port of the
// handoff. A control is there when every such way passes a device that provides it; one that stands beside the ways
// (log audit, admission control, bastion, probe) when it is joined to the plane at all.
#pragma once

#include "solvers/analysis/boundaries.h"
#include "solvers/base/link_tables.h"

namespace riser {

struct GuardDevice {
    EquipmentId id;
    EquipmentRole role = EquipmentRole::other;
    std::optional<PlaneId> plane;
    std::optional<ZoneId> zone;
    std::vector<std::uint32_t> links; // to devices, by index, sorted
    bool operator==(const GuardDevice&) const = default;
};

struct GuardWays {
    std::vector<GuardDevice> devices;                               // by id; those not to be removed
    std::vector<std::pair<ProviderHandoffId, std::uint32_t>> exits; // the device that each is joined to; sorted

    struct Answer {
        std::vector<EquipmentId> devices; // that provide it, by id
        bool passed_by = false;           // a way passes none of them
        bool is_there() const { return !devices.empty() && !passed_by; }
        bool operator==(const Answer&) const = default;
    };
    // Exact, by searching the ways without those devices. O(devices + links).
    Answer of(const Boundary& boundary, std::span<const EquipmentRole> roles) const;

    bool operator==(const GuardWays&) const = default;
    static GuardWays compute(FactInput& input);
};

// A measure that a boundary needs, and what provides it.
struct NeededControl {
    const BoundaryMeasure* measure = nullptr;
    GuardWays::Answer answer;
    bool is_there() const {
        return answer.is_there() && answer.devices.size() >= static_cast<std::size_t>(measure->devices);
    }
};
// Every measure of the boundary's level and kind, in the order of the deck; of a secret boundary none: it may not be.
std::vector<NeededControl> controls_of(const Boundary& boundary, const GuardWays& ways, const LinkTables& tables);

} // namespace riser
