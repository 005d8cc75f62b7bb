// SPDX-License-Identifier: GPL-3.0-or-later
// Which single nodes stand between a node and where its ways lead, in order: the dominator tree of all ways out of the
// roots (Lengauer, Tarjan 1979), by Boost.Graph, which stands in the source. Asked of directed ways, as nodes may end
// ways and pass none on; where none does, articulation points say the same without the order. Almost linear.
#pragma once

#include "solvers/graph/resilience/risk_network.h"

#include <optional>
#include <span>

namespace riser {

class Dominators {
  public:
    // Ways from any of the roots; a leaf (RiskNetwork) passes none on, unless it is a root.
    Dominators(const LinkNetwork& network, std::span<const NetNode> roots, std::span<const std::uint8_t> leaf = {});

    bool reached(NetNode node) const { return reached_[at(node)] != 0; }
    // The nodes without any one of which it is reached no more, itself left out, from the nearest on; of a root none,
    // and a root only where no other leads there. Of a node that is reached. O(those).
    std::vector<NetNode> before(NetNode node) const;

  private:
    std::vector<std::uint8_t> reached_;
    std::vector<std::optional<NetNode>> last_; // the nearest; none: ways that share no node
};

} // namespace riser
