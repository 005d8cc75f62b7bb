// SPDX-License-Identifier: GPL-3.0-or-later
// What column generation of concurrent_flow chooses from: for a source, a tree of shortest ways to all that it must
// reach, and what its demands put on each link there.
#pragma once

#include "solvers/graph/resilience/concurrent_flow.h"

#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace riser {

struct FlowSource {
    NetNode node{};
    std::vector<std::pair<NetNode, double>> demands = {}; // each target once
};

// Demands between the same two nodes together, whichever way they go where links are shared by both directions.
std::vector<FlowSource> flow_sources(const FlowProblem& problem);

struct FlowTree {
    // Link, what flows over it; by link. Where each way has its capacity, 2 x link from its a, 2 x link + 1 from its b.
    std::vector<std::pair<std::uint32_t, double>> loads = {};
    double cost = 0; // the demands' ways at the prices asked for
    bool reaches_all = true;
    bool operator==(const FlowTree& other) const { return loads == other.loads; }
};

class FlowTrees {
  public:
    FlowTrees(const LinkNetwork& network, LinkUse use);
    ~FlowTrees();
    // The tree at these prices, counted as `loads` are, not negative.
    FlowTree tree(const FlowSource& source, std::span<const double> prices);

  private:
    struct Graph;
    std::unique_ptr<Graph> graph_;
};

} // namespace riser
