// SPDX-License-Identifier: GPL-3.0-or-later
// What is reached in a network under some of the changes that might be made to it, and what would reach further.
#pragma once

#include "solvers/graph/resilience/cheapest_fix.h"

namespace riser::detail {

class FixReach {
  public:
    explicit FixReach(const FixProblem& problem);

    // Changes of which at least one must be made, and made ones of which at least one must not, or the need stays
    // unmet. O(arcs).
    struct Border {
        std::vector<std::uint32_t> make = {}, unmake = {};
    };
    // Nothing when the need is met. Of the two borders: around what is reached, or around what reaches.
    enum class Side { from, to };
    std::optional<Border> border(const ReachNeed& need, const std::vector<std::uint8_t>& made, Side side) const;
    // The same with every addition made and nothing dropped.
    bool met_at_best(const ReachNeed& need) const;

  private:
    struct Arc {
        std::uint32_t from = 0, to = 0;
        RiskSet risks = {};
        std::optional<std::uint32_t> added_by = {};
        std::vector<std::uint32_t> dropped_by = {};
        std::optional<NetNode> ends_at = {}; // a leaf: only ways that end there take it
        std::optional<NetNode> begins_at = {};
    };
    void add_nodes();
    void add_link(const LinkEnds& ends, const RiskSet& risks, std::optional<std::uint32_t> added_by,
                  const std::vector<std::uint32_t>& dropped_by);
    bool holds(const Arc& arc, const ReachNeed& need) const;
    std::vector<std::uint8_t> reached(const ReachNeed& need, Side side, const std::vector<std::uint8_t>& there) const;
    bool met(const ReachNeed& need, Side side, const std::vector<std::uint8_t>& reached) const;

    const FixProblem& problem_;
    std::vector<Arc> arcs_;
    std::vector<std::vector<std::uint32_t>> out_, in_; // by vertex: twice the node where it is entered, one more left
};

} // namespace riser::detail
