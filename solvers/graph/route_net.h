// SPDX-License-Identifier: GPL-3.0-or-later
// The pathways between rooms without what no choice of route depends on: dead ends are cut and chains of runs that
// offer no choice become one link. A building of 3,000 runs comes down to some hundred links, on which pairs of routes
// are searched exactly. Of the runs open to one plane; what is to be reached must be known when it is made.
#pragma once

#include "solvers/graph/routing.h"

namespace riser {

// What fails as one: runs may be of several groups. Groups of tier 0 weigh before those of tier 1.
struct FailureGroups {
    std::vector<std::vector<std::uint32_t>> of_run; // by run, each sorted; empty: none
    std::vector<std::uint8_t> tier;                 // of each group, 0 or 1
    std::size_t size() const { return tier.size(); }
};

class RouteNet {
  public:
    struct Link {
        std::uint32_t a = 0; // vertices
        std::uint32_t b = 0;
        std::int64_t length = 0;           // mm
        std::vector<RunIndex> runs;        // from a to b
        std::vector<std::uint32_t> groups; // sorted
        std::optional<std::size_t> touch;  // of links that lead into a room: which of its touches
    };

    // `ends`: every touch of every room that routes are to be asked for. O(runs).
    RouteNet(const PathwayGraph& graph, OpenRuns open, const FailureGroups& groups, std::span<const SpaceTouch> ends);

    const std::vector<Link>& links() const { return links_; }
    std::size_t vertices() const { return vertex_nodes_.size(); }
    // The vertex of a node that was named by an end.
    std::optional<std::uint32_t> vertex(NodeIndex node) const;
    const PathwayGraph& graph() const { return *graph_; }
    const FailureGroups& groups() const { return *groups_; }

  private:
    void cut_dead_ends(std::vector<Link>& links, const std::vector<std::uint8_t>& kept) const;
    void join_chains(std::vector<Link>& links, const std::vector<std::uint8_t>& kept) const;

    const PathwayGraph* graph_;
    const FailureGroups* groups_;
    std::vector<Link> links_;
    std::vector<NodeIndex> vertex_nodes_; // sorted
};

} // namespace riser
