// SPDX-License-Identifier: GPL-3.0-or-later
// What runs out first, where and when, if all that grows goes on growing at the brief's rate: ports, rack units, power,
// trays, addresses, uplinks. Need at t years is fixed + growing x (1 + rate)^t, held against what there is; the moment
// when it is first exceeded is solved for, not stepped to. Devices and panels are taken to grow with the points that
// they serve, loads and cables too. Networks of state secrets do not grow and are left out.
#pragma once

#include "solvers/base/facts.h"

#include <optional>

namespace riser {

enum class GrowthResource {
    room_ports,   // access ports of a room on a network
    switch_ports, // of one switch: beyond it, others in the room take over
    rack_units,   // of all racks of a room
    rack_power,   // W
    feed,         // W of a strip, circuit or source, against its VA
    ups,          // VA with efficiency, against its own
    tray,         // um2 of cables in a run's compartment, against what may be filled
    conduit,
    prefix,  // addresses
    uplinks, // bit/s from below, against what may be asked of those up
    heat,    // W into a room; no row says what its cooling takes
};

// Shares that may be used, and traffic from below as times of that up; what the deck says.
struct GrowthLimits {
    BasisPoints ups = percent(100);
    BasisPoints feed = percent(100);
    BasisPoints tray = percent(100);
    BasisPoints conduit = percent(100);
    std::int64_t access = 1;
    std::int64_t distribution = 1;
    bool operator==(const GrowthLimits&) const = default;
};

struct GrowthLine {
    GrowthResource resource = GrowthResource::room_ports;
    std::vector<AnyId> where = {}; // the first is what runs out; a network or compartment of it follows
    std::int32_t compartment = 0;
    double fixed = 0;
    double growing = 0; // today
    std::optional<double> capacity = {};
    std::optional<double> years = {}; // from today; 0: it is short already; absent: never, or not known
    double need(double factor) const { return fixed + growing * factor; }
    bool operator==(const GrowthLine&) const = default;
};

struct GrowthCheck {
    using Argument = GrowthLimits;
    BasisPoints a_year; // 0: the brief states none, and nothing but what is short already runs out
    std::int32_t horizon = 0;
    std::vector<GrowthLine> lines; // what runs out sooner first, then by resource and place
    bool operator==(const GrowthCheck&) const = default;
    static GrowthCheck compute(FactInput& input, const GrowthLimits& limits);
};

// When fixed + growing x (1 + a_year)^t first exceeds the capacity; nothing: never.
std::optional<double> years_until(double fixed, double growing, double capacity, BasisPoints a_year);

std::span<const struct Choice> choices(GrowthResource);

} // namespace riser

template<> struct std::hash<riser::GrowthLimits> {
    std::size_t operator()(const riser::GrowthLimits& limits) const {
        std::size_t out = 0;
        for (const std::int64_t value :
             {std::int64_t{limits.ups.value}, std::int64_t{limits.feed.value}, std::int64_t{limits.tray.value},
              std::int64_t{limits.conduit.value}, limits.access, limits.distribution})
            out = out * 31 + std::hash<std::int64_t>{}(value);
        return out;
    }
};
