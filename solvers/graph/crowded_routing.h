// SPDX-License-Identifier: GPL-3.0-or-later
// Ways for many cables at once where runs have only so much room: the least total length with no run above its limit.
// Each cable alone would take its shortest way; where too many do, prices on the full runs send away those whose detour
// costs least (Lagrangian relaxation, whose dual value is the bound; McMurchie and Ebeling, PathFinder, 1995, for the
// idea of negotiating), a repair makes the result fit, and few cables are settled exactly by branch and bound. A cable
// leaves the pathways where its drop does; only its way there is chosen.
#pragma once

#include "solvers/base/run.h"
#include "solvers/graph/routing.h"

namespace riser {

struct RouteDemand {
    const Router* router = nullptr; // over which runs, from which spaces; all over one graph
    Router::Foot foot;
    std::int64_t height = 0; // absolute, of the outlet
    std::int64_t size = 0;   // what it takes of a run's room, in the caller's unit; not negative
};

// How much may lie in each compartment of each run.
class RunRooms {
  public:
    static constexpr std::int64_t unlimited = INT64_MAX;
    explicit RunRooms(std::size_t runs) : rooms_(runs, {unlimited}) {}
    // One room for all compartments of the run.
    void set(RunIndex run, std::int64_t room) { rooms_[at(run)] = {room}; }
    void set(RunIndex run, std::vector<std::int64_t> compartments) { rooms_[at(run)] = std::move(compartments); }
    std::span<const std::int64_t> of(RunIndex run) const { return rooms_[at(run)]; }
    std::size_t runs() const { return rooms_.size(); }

  private:
    std::vector<std::vector<std::int64_t>> rooms_;
};

struct CrowdedOptions {
    std::int32_t pricing_rounds = 80;
    std::int32_t branching_searches = 20'000; // over all runs, for one cable each; fewer on large graphs
};

struct CrowdedRoutes {
    std::vector<Routed> routes;  // one a demand, in their order
    std::int64_t total = 0;      // their lengths, of those that have a way
    std::int64_t bound = 0;      // no routing that fits is shorter in total
    std::vector<RunIndex> above; // runs above their limit; empty: everything fits
    // complete: it fits. infeasible: no routing does, which is proved. limit_reached: none was found.
    Outcome outcome = Outcome::complete;
};

// Where nothing fits, the routing with the least above its limits that was found. Deterministic. The first round costs
// one way a demand; without a full run that is all.
CrowdedRoutes route_crowd(std::span<const RouteDemand> demands, const RunRooms& rooms,
                          const CrowdedOptions& options = {}, const Run& run = {});

} // namespace riser
