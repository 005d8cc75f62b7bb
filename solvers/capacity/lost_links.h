// SPDX-License-Identifier: GPL-3.0-or-later
// Which links and plugs of a network no longer carry anything when elements fail. A point whose own cable, panel or
// card fails is left out of nothing: its device still sends for all of its points, so that loads err on the safe side.
#pragma once

#include "solvers/capacity/tree_ways.h"
#include "solvers/failure/failure_model.h"

namespace riser {

class LostLinkFinder {
  public:
    // Both must outlive this. O(links log links).
    LostLinkFinder(const LinkMap& map, const FailureModel& model);
    // Ascending lists; empty where the element takes nothing that carries. One thread at a time.
    LostLinks of(std::span<const ElementIndex> lost);

  private:
    const FailureModel& model_;
    Outages outages_;
    std::vector<std::uint32_t> wire_of_, plug_of_;             // by the model's link; `nothing`: neither
    std::vector<std::vector<std::uint32_t>> plugs_of_handoff_; // by the model's handoff
    std::vector<std::vector<std::uint32_t>> points_of_;        // by the model's device: plugs of its jacks
};

} // namespace riser
