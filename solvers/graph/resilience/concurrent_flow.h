// SPDX-License-Identifier: GPL-3.0-or-later
// How many times over could a network carry all its demands at once, however they were routed? The maximum concurrent
// flow (Shahrokhi, Matula 1990): the largest lambda so that lambda times each demand fits, divided over as many ways as
// one likes. What a routing as built carries is held against it. By column generation over trees of shortest ways (each
// source's demands together), begun with multiplicative weights (Fleischer 2000); the prices of links prove the bound,
// so that the gap between `lambda` and `bound` is certain whenever it ends. Deterministic, but for when it is stopped.
#pragma once

#include "model/base/result.h"
#include "solvers/base/run.h"
#include "solvers/graph/resilience/link_network.h"

namespace riser {

struct FlowDemand {
    NetNode from{};
    NetNode to{};
    double amount = 0; // of any unit; not negative
};

enum class LinkUse { shared, each_way }; // capacity is of both directions together, or of each of the two

struct FlowProblem {
    LinkNetwork network = {};
    std::vector<double> capacity = {}; // of each link, in the unit of the demands; above 0
    std::vector<FlowDemand> demands = {};
    LinkUse use = LinkUse::shared;
};

struct FlowOptions {
    double gap = 1e-4; // ends when bound <= (1 + gap) lambda
    int most_rounds = 2000;
};

struct ConcurrentFlow {
    // complete: within the gap; limit_reached, stopped: a wider gap is left.
    Outcome outcome = Outcome::complete;
    double lambda = 0; // can be carried; 0 where a demand has no way at all
    double bound = 0;  // more cannot
    // Of each link while lambda times the demands are carried, in the unit of capacity; of the fuller direction where
    // each has its own.
    std::vector<double> load = {};
    int rounds = 0;
};

// bad_input: a link or demand names no node, capacities are not one for each link, not finite or not above 0, an amount
// is negative or not finite, or nothing is demanded between two different nodes.
Result<ConcurrentFlow> concurrent_flow(const FlowProblem& problem, const FlowOptions& options = {},
                                       const Run& run = {});

} // namespace riser
