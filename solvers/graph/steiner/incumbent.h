// SPDX-License-Identifier: GPL-3.0-or-later
// The best tree so far, in given edges.
#pragma once

#include "solvers/graph/steiner/tree_building.h"

namespace riser::steiner {

class Incumbent {
  public:
    Incumbent(Vertex vertices, const std::vector<Network::Given>& edges, const std::vector<Vertex>& terminals);

    Cost cost() const { return cost_; }
    const std::vector<std::int32_t>& edges() const { return edges_; } // ascending
    // A set of given edges that joins the terminals; circles and dead ends in it are left out. True when it is the best
    // now.
    bool offer(std::vector<std::int32_t> edges);
    // A tree of a layout of a network.
    bool offer(const Network& network, const Layout& layout, const Tree& tree);

  private:
    void prune(std::vector<std::int32_t>& edges);

    const std::vector<Network::Given>* given_;
    std::vector<std::uint8_t> terminal_;
    std::vector<Vertex> leader_;
    std::vector<std::int32_t> uses_;
    std::vector<std::int32_t> around_;
    std::vector<std::int32_t> edges_;
    Cost cost_ = unreachable;
};

} // namespace riser::steiner
