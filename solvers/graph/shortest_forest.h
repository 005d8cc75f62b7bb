// SPDX-License-Identifier: GPL-3.0-or-later
// From which source is each node nearest, how far, and by which run back: the shortest-path forest of many sources at
// once, by one Dijkstra (Boost.Graph) from a super-source. Distances are whole millimetres. Ties are broken by
// distance, then the order of the sources, then run id, so the forest depends on nothing but the graph and the seeds.
#pragma once

#include "solvers/graph/pathway_graph.h"

namespace riser {

enum class SourceIndex : std::uint32_t {};
constexpr std::size_t at(SourceIndex source) { return static_cast<std::size_t>(source); }

// Where a source touches the graph, and how far it is from there (not negative). A source may have many seeds.
struct Seed {
    NodeIndex node{};
    std::int64_t initial = 0;
    SourceIndex source{};
};

// One byte a run, zero where cables may not lie; empty: every run is open.
using OpenRuns = std::span<const std::uint8_t>;

class ShortestForest {
  public:
    struct Reach {
        std::int64_t distance = 0;
        SourceIndex source{};
        std::optional<RunIndex> back; // the run towards the source; absent where the source touches the graph
    };

    ShortestForest() = default;
    // `extra`: millimetres by run that count beside its length (a price; not negative); empty: none. O((nodes + runs)
    // log nodes).
    ShortestForest(const PathwayGraph& graph, std::span<const Seed> seeds, OpenRuns open = {},
                   std::span<const std::int64_t> extra = {});

    // Nothing when no source reaches the node. O(1).
    std::optional<Reach> reach(NodeIndex node) const;
    // The runs from where the source touches the graph to the node, in that order; empty at a seed or when unreached.
    std::vector<RunIndex> way_to(NodeIndex node, const PathwayGraph& graph) const;
    // The node at which that way begins.
    NodeIndex root_of(NodeIndex node, const PathwayGraph& graph) const;

  private:
    std::vector<std::int64_t> keys_; // distance and source in one number, so that comparing it is comparing both
    std::vector<std::uint32_t> back_;
};

} // namespace riser
