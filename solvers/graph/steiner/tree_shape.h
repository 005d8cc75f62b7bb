// SPDX-License-Identifier: GPL-3.0-or-later
// A tree hung from a terminal, to be read by local search: who is above, which vertices hang below as a range of one
// list, where the key vertices are (terminals and branchings) and the key paths between them.
#pragma once

#include "solvers/graph/steiner/tree_building.h"

namespace riser::steiner {

class TreeShape {
  public:
    explicit TreeShape(const Layout& layout);

    void hang(const std::vector<std::int32_t>& edges);

    const std::vector<std::int32_t>& edges() const { return edges_; }
    const std::vector<Vertex>& order() const { return order_; } // each before all that hang below it
    bool has(Vertex v) const { return place_[v] >= 0; }
    std::int32_t place(Vertex v) const { return place_[v]; } // in order(); -1: not in the tree
    std::int32_t end(Vertex v) const { return end_[v]; }     // of the places that hang below v, v's own included
    Vertex root() const { return order_.front(); }
    Vertex above(Vertex v) const { return above_[v]; }
    std::int32_t edge_above(Vertex v) const { return edge_above_[v]; }
    bool is_key(Vertex v) const { return layout_->terminal[v] || degree_[v] > 2; }

    // The key path from a key vertex up to the next: its topmost vertex below that next one, and its cost.
    struct Path {
        Vertex top;
        Cost cost;
    };
    Path path_above(Vertex key) const;
    // The key vertex at the lower end of the key path that v lies on.
    Vertex key_below(Vertex v) const;

  private:
    const Layout* layout_;
    std::vector<std::int32_t> edges_;
    std::vector<Vertex> order_;
    std::vector<std::int32_t> place_;
    std::vector<std::int32_t> end_;
    std::vector<Vertex> above_;
    std::vector<std::int32_t> edge_above_;
    std::vector<std::int32_t> degree_;
    std::vector<std::int32_t> head_; // of the list of arcs at v
    std::vector<std::int32_t> next_;
};

} // namespace riser::steiner
