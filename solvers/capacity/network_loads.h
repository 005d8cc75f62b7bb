// SPDX-License-Identifier: GPL-3.0-or-later
// What the busy hour puts on the links and devices of a design, normally and after the worst of all single failures,
// how many more people fit, and what each trunk must be: what rules, tables and lenses show.
#pragma once

#include "solvers/capacity/demands.h"
#include "solvers/failure/failure_model.h"

#include <algorithm>

namespace riser {

// One direction, bit/s; `worst` after the failure named (none: normally).
struct DirectedLoad {
    double normal = 0;
    double worst = 0;
    std::optional<FailureElement> cause = {};
    bool operator==(const DirectedLoad&) const = default;
};

// A link between devices, the cable of a host's port, or a handoff.
struct LinkLoad {
    PortId a;
    AnyId b;      // port or handoff
    BitRate rate; // a direction; 0: not known
    DirectedLoad from_a, from_b;
    // How many times today's people fit on it before it is full, after any one failure; infinite: it does
    // not grow, or is full without anyone.
    double room = 0;
    std::optional<FailureElement> room_cause = {};
    double normal_room = 0;
    bool operator==(const LinkLoad&) const = default;

    double busiest() const { return std::max(from_a.normal, from_b.normal); }
    const DirectedLoad& worse() const { return from_a.worst >= from_b.worst ? from_a : from_b; }
};

// Links that are one for frames: an uplink with its members.
struct TrunkLoad {
    std::vector<std::pair<PortId, PortId>> members; // of bridge x, of bridge y
    BitRate rate;                                   // of the slowest member
    DirectedLoad from_x, from_y;                    // all members together
    double largest_flow = 0;                        // of one user on it, where that is more than a member carries
    // So many members that the peak fits when one is lost.
    std::int64_t needed = 0; // at this rate; 0: the rate is not known
    bool operator==(const TrunkLoad&) const = default;

    double peak() const { return std::max(from_x.worst, from_y.worst); }
};

struct TrafficThrough {
    EquipmentId device; // the lowest of a stack
    DirectedLoad in;
    bool operator==(const TrafficThrough&) const = default;
};

// What arrives at a device by one hash over the devices of a pair is hashed again there over several members.
struct HashedTwice {
    EquipmentId device;
    std::pair<PortId, PortId> arrives, leaves; // the first member of each
    bool operator==(const HashedTwice&) const = default;
};

struct UncarriedTraffic {
    FailureElement cause;
    double lost = 0; // bit/s more than normally
    bool operator==(const UncarriedTraffic&) const = default;
};

struct NetworkLoads {
    using Argument = TrafficAssumptions;
    std::vector<LinkLoad> links;         // by a, b; those that carry anything, ever
    std::vector<TrunkLoad> trunks;       // of two members or more, and links between devices alone
    std::vector<TrafficThrough> devices; // by id
    std::vector<HashedTwice> hashed_twice;
    std::vector<UncarriedTraffic> uncarried; // most first
    double asked = 0;
    double carried = 0;
    double people = 0;

    // The first to be full when people grow: null where nothing grows.
    const LinkLoad* first_full() const;        // after any one failure
    const LinkLoad* first_full_normal() const; // while all stands
    bool operator==(const NetworkLoads&) const = default;
    static NetworkLoads compute(FactInput& input, const TrafficAssumptions& assumptions);
};

// Members of that rate so that `peak` is at most (n - 1) / n of them; at least 2.
std::int64_t members_for(double peak, BitRate rate);

} // namespace riser
