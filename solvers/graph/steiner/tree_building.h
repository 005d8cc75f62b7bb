// SPDX-License-Identifier: GPL-3.0-or-later
// First trees: paths to the nearest terminal, one after the other (Takahashi and Matsuyama 1980), over true or altered
// costs; and the least tree over a set of vertices, without leaves that are no terminals.
#pragma once

#include "solvers/graph/steiner/effort.h"
#include "solvers/graph/steiner/layout.h"

namespace riser::steiner {

struct Tree {
    std::vector<std::int32_t> edges; // of a layout
    Cost cost = unreachable;
    bool found() const { return cost < unreachable; }
};

class TreeBuilder {
  public:
    explicit TreeBuilder(const Layout& layout, Effort& effort);

    // From `start` (in the tree only if it is worth it). `costs`: by edge, empty for the true ones. Not found when the
    // terminals hang not together or the effort is over. O(arcs log vertices), mostly.
    Tree grow(Vertex start, std::span<const Cost> costs = {});
    // Over the vertices of these edges: their minimum spanning tree in the graph, pruned.
    Tree tidied(std::span<const std::int32_t> edges);

  private:
    bool reach_terminals(Vertex start, std::span<const Cost> costs);
    void take_path_to(Vertex v);
    Tree spanning_tree();
    void prune(std::vector<std::int32_t>& edges);

    const Layout* layout_;
    Effort* effort_;
    VertexHeap heap_;
    std::vector<Cost> distance_;
    std::vector<std::int32_t> back_; // arc from v towards the tree
    std::vector<std::uint8_t> inside_;
    std::vector<Vertex> members_;
    std::vector<Vertex> leader_;
    std::vector<std::int32_t> uses_;
    std::vector<std::int32_t> around_; // sum of the tree edges at a vertex: at a leaf, its one edge
    std::vector<Vertex> touched_;
};

} // namespace riser::steiner
