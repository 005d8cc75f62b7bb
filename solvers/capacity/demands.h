// SPDX-License-Identifier: GPL-3.0-or-later
// Who sends how much to whom in the busy hour: people at their desks, telephones, cameras and other things, access
// points, each to the hosts of services and the ways out, and back. Points of one VLAN and one kind that are on one
// device are one source. Bits a second.
#pragma once

#include "solvers/base/facts.h"
#include "solvers/base/traffic.h"
#include "solvers/forwarding/network_rows.h"

namespace riser {

struct TrafficAssumptions {
    std::vector<TrafficKind> kinds; // what is not in it is not counted
    BasisPoints growth{10'000};     // of today's users that there will be
    bool operator==(const TrafficAssumptions&) const = default;
};

// What one user or thing asks of a service, and what comes back.
struct DemandFlow {
    ServiceId service;
    ServiceId target; // the service, or for what comes over the air the way out of its plane
    double out = 0;
    double back = 0;
    double one = 0; // of one who is at it, the direction that carries more
    bool operator==(const DemandFlow&) const = default;
};
struct DemandSource {
    EquipmentId device; // whose ports the points are patched to
    double users = 0;
    std::int32_t points = 0;
    bool operator==(const DemandSource&) const = default;
};

enum class DemandUsers { people, things, access_points };

// All that ask the same of the same services in one VLAN.
struct DemandProfile {
    VlanId vlan;
    DemandUsers users = DemandUsers::people;
    std::optional<BodyId> body;        // of people
    std::vector<DemandFlow> flows;     // by service
    std::vector<DemandSource> sources; // by device
    bool operator==(const DemandProfile&) const = default;
};

struct Demands {
    using Argument = TrafficAssumptions;
    std::vector<DemandProfile> profiles; // by VLAN, users, body
    std::vector<ServiceId> without_rate; // no medium of theirs among the assumptions
    std::vector<ServiceId> without_host; // neither host with an address nor way out
    double people = 0;                   // at desks, by physical network where most are
    double total() const;                // both directions
    bool operator==(const Demands&) const = default;
    // O(jacks + profiles x services).
    static Demands compute(FactInput& input, const TrafficAssumptions& assumptions);
};

} // namespace riser

template<> struct std::hash<riser::TrafficAssumptions> {
    std::size_t operator()(const riser::TrafficAssumptions& assumptions) const noexcept;
};
