// SPDX-License-Identifier: GPL-3.0-or-later
// How many times over could the links of a design carry the busy hour, however its traffic were routed? VLANs, spanning
// trees and tables are left aside: only rates of links count, each direction by itself, any host or way out of a
// service will do, and hosts may pass things on. What is carried as built is held against it: the rest is what a better
// routing, not a faster link, could win. By the maximum concurrent flow, with a certain bound.
#pragma once

#include "solvers/capacity/demands.h"
#include "solvers/graph/resilience/concurrent_flow.h"

namespace riser {

struct FlowBound {
    Outcome outcome = Outcome::complete;
    // The people and things of today that fit, as multiples. Infinite: no link of known rate is in the way.
    double as_built = 0;       // over the ways that traffic goes, links filled to their rates
    double lambda = 0;         // by some routing
    double bound = 0;          // by no routing more
    double asked = 0;          // bit/s, both ways, that are routed here
    double apart = 0;          // bit/s between parts that no link joins, or to services without an end: left aside
    std::size_t unlimited = 0; // links of unknown rate, taken to have no limit
    double gap() const { return lambda > 0 ? bound / lambda - 1 : 0; }
};

// bad_input: nothing is asked for over any link. Stopped: a wider gap.
Result<FlowBound> flow_bound(const Facts& facts, const TrafficAssumptions& assumptions, const FlowOptions& options = {},
                             const Run& run = {});

} // namespace riser
