// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a tree cheaper by small changes until none helps (the neighbourhoods of Uchoa and Werneck 2012): a vertex more
// in the tree, a key path replaced by the cheapest other way between what it joined, a key vertex left out and its
// neighbours joined anew.
#pragma once

#include "solvers/graph/steiner/tree_shape.h"

namespace riser::steiner {

class LocalSearch {
  public:
    LocalSearch(const Layout& layout, Effort& effort);
    // Never dearer than the tree given; ends early when the effort is over.
    Tree improved(Tree tree);

  private:
    bool insert_vertices();
    bool insert_vertex(Vertex v);
    void turn_to(Vertex from);
    bool move_keys();
    bool exchange_path(Vertex key);
    bool leave_out(Vertex key);
    struct Parts;
    struct Bridge;
    bool join_parts(const Parts& parts);
    std::vector<std::int32_t> bridge(const Parts& parts);
    void relax(const Parts& parts, Vertex from, Cost distance, Cost limit);
    void offer_bridge(const Bridge& bridge);
    void collect_way(Vertex v, std::vector<std::int32_t>& edges) const;
    void set_above(Vertex v, Vertex above, std::int32_t edge);

    Cost cost(std::int32_t edge) const { return layout_->arcs[layout_->arc_of[edge]].cost; }

    const Layout* layout_;
    Effort* effort_;
    TreeBuilder builder_;
    TreeShape shape_;

    // Of a tree hung anew while vertices are inserted.
    struct Change {
        Vertex vertex;
        Vertex above;
        std::int32_t edge;
    };
    std::vector<Vertex> above_;
    std::vector<std::int32_t> edge_above_; // -1 at the root; -2: not in the tree
    std::vector<Change> changes_;

    // By key vertex: what its path, or all its paths, cost when nothing cheaper was found; not tried again in one
    // search unless that changes.
    std::vector<Cost> kept_path_;
    std::vector<Cost> kept_key_;

    // Of the search between the parts of a tree.
    struct Bridge {
        Cost cost;
        std::int32_t edge;
        Vertex from;
        Vertex to;
        int a;
        int b;
        bool operator>(const Bridge& other) const { return cost != other.cost ? cost > other.cost : edge > other.edge; }
    };
    VertexHeap heap_;
    std::vector<Cost> distance_;
    std::vector<std::int32_t> back_; // arc towards the part; -1 in it
    std::vector<std::int32_t> part_;
    std::vector<std::uint8_t> settled_;
    std::vector<Vertex> touched_;
    std::vector<Bridge> bridges_;
};

} // namespace riser::steiner
