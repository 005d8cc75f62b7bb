// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/tree_shape.h"

namespace riser::steiner {

TreeShape::TreeShape(const Layout& layout) : layout_(&layout) {
    const auto n = static_cast<std::size_t>(layout.size());
    place_.assign(n, -1);
    end_.assign(n, 0);
    above_.assign(n, -1);
    edge_above_.assign(n, -1);
    degree_.assign(n, 0);
    head_.assign(n, -1);
}

void TreeShape::hang(const std::vector<std::int32_t>& edges) {
    for (const Vertex v : order_) {
        place_[v] = head_[v] = -1;
        degree_[v] = 0;
    }
    edges_ = edges;
    order_.clear();
    next_.assign(edges.size() * 2, -1);
    const auto end_of = [&](std::size_t half) { // vertex at one end of an edge
        const Layout::Arc& arc = layout_->arcs[layout_->arc_of[edges[half / 2]]];
        return half % 2 == 0 ? arc.to : layout_->arcs[arc.twin].to;
    };
    for (std::size_t half = 0; half < next_.size(); ++half) {
        const Vertex v = end_of(half);
        next_[half] = head_[v];
        head_[v] = static_cast<std::int32_t>(half);
        ++degree_[v];
    }
    const Vertex root = layout_->terminals.front();
    above_[root] = edge_above_[root] = -1;
    std::vector<Vertex> open{root};
    while (!open.empty()) {
        const Vertex v = open.back();
        open.pop_back();
        place_[v] = static_cast<std::int32_t>(order_.size());
        order_.push_back(v);
        for (std::int32_t half = head_[v]; half >= 0; half = next_[half])
            if (const Vertex below = end_of(static_cast<std::size_t>(half ^ 1)); below != above_[v]) {
                above_[below] = v;
                edge_above_[below] = edges[static_cast<std::size_t>(half) / 2];
                open.push_back(below);
            }
    }
    for (const Vertex v : order_)
        end_[v] = place_[v] + 1;
    for (std::size_t i = order_.size(); i-- > 1;) {
        const Vertex v = order_[i];
        end_[above_[v]] = std::max(end_[above_[v]], end_[v]);
    }
}

TreeShape::Path TreeShape::path_above(Vertex key) const {
    Path out{.top = key, .cost = 0};
    while (true) {
        out.cost += layout_->arcs[layout_->arc_of[edge_above_[out.top]]].cost;
        const Vertex next = above_[out.top];
        if (is_key(next))
            return out;
        out.top = next;
    }
}

Vertex TreeShape::key_below(Vertex v) const {
    while (!is_key(v))
        v = order_[place_[v] + 1];
    return v;
}

} // namespace riser::steiner
