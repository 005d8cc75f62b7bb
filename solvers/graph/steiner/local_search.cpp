// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/local_search.h"

#include <algorithm>

namespace riser::steiner {

LocalSearch::LocalSearch(const Layout& layout, Effort& effort)
    : layout_(&layout), effort_(&effort), builder_(layout, effort), shape_(layout) {
    const auto n = static_cast<std::size_t>(layout.size());
    above_.assign(n, -1);
    edge_above_.assign(n, -2);
    distance_.assign(n, unreachable);
    back_.assign(n, -1);
    part_.assign(n, -1);
    settled_.assign(n, 0);
}

Tree LocalSearch::improved(Tree tree) {
    if (!tree.found() || tree.edges.empty())
        return tree;
    kept_path_.assign(distance_.size(), -1);
    kept_key_.assign(distance_.size(), -1);
    for (bool better = true; better && !effort_->over();) {
        shape_.hang(tree.edges);
        insert_vertices();
        while (move_keys() && !effort_->over()) {
        }
        Tree next = builder_.tidied(shape_.edges());
        better = next.cost < tree.cost;
        if (better)
            tree = std::move(next);
    }
    return tree;
}

// ---- one vertex more ----

bool LocalSearch::insert_vertices() {
    for (const Vertex v : shape_.order()) {
        above_[v] = shape_.above(v);
        edge_above_[v] = shape_.edge_above(v);
    }
    bool any = false;
    for (Vertex v = 0; v < layout_->size() && !effort_->over(); ++v)
        if (edge_above_[v] == -2)
            any |= insert_vertex(v);
    std::vector<std::int32_t> edges;
    for (Vertex v = 0; v < layout_->size(); ++v) {
        if (edge_above_[v] >= 0)
            edges.push_back(edge_above_[v]);
        edge_above_[v] = -2;
    }
    if (any)
        shape_.hang(builder_.tidied(edges).edges);
    return any;
}

void LocalSearch::set_above(Vertex v, Vertex above, std::int32_t edge) {
    changes_.push_back({v, above_[v], edge_above_[v]});
    above_[v] = above;
    edge_above_[v] = edge;
}

// Hangs the part of the tree that `from` is in from it, up to where it hangs from now.
void LocalSearch::turn_to(Vertex from) {
    Vertex v = from;
    Vertex above = above_[v];
    std::int32_t edge = edge_above_[v];
    set_above(v, -1, -1);
    while (edge >= 0) {
        const Vertex next = above_[above];
        const std::int32_t next_edge = edge_above_[above];
        set_above(above, v, edge);
        v = above;
        above = next;
        edge = next_edge;
    }
}

// Hangs the tree from v by the cheapest edge, then takes each other edge to the tree for the dearest of the circle it
// closes. Kept when the sum is below nought, else undone.
bool LocalSearch::insert_vertex(Vertex v) {
    std::vector<std::pair<Cost, std::int32_t>> edges;
    for (std::int32_t p = layout_->first[v]; p < layout_->first[v + 1]; ++p)
        if (edge_above_[layout_->arcs[p].to] != -2)
            edges.emplace_back(layout_->arcs[p].cost, p);
    effort_->spend(static_cast<std::uint64_t>(layout_->degree(v)));
    if (edges.size() < 2)
        return false;
    std::sort(edges.begin(), edges.end());
    changes_.clear();
    Cost change = edges.front().first;
    const Layout::Arc& nearest = layout_->arcs[edges.front().second];
    turn_to(nearest.to);
    set_above(nearest.to, v, nearest.edge);
    set_above(v, -1, -1);
    for (std::size_t i = 1; i < edges.size(); ++i) {
        const Layout::Arc& arc = layout_->arcs[edges[i].second];
        Vertex dearest = -1;
        Cost most = arc.cost;
        std::uint64_t steps = 0;
        for (Vertex u = arc.to; u != v; u = above_[u], ++steps)
            if (cost(edge_above_[u]) > most) {
                most = cost(edge_above_[u]);
                dearest = u;
            }
        effort_->spend(steps);
        if (dearest < 0)
            continue;
        change += arc.cost - most;
        set_above(dearest, -1, -1);
        turn_to(arc.to);
        set_above(arc.to, v, arc.edge);
    }
    effort_->spend(changes_.size());
    if (change < 0)
        return true;
    for (; !changes_.empty(); changes_.pop_back()) {
        above_[changes_.back().vertex] = changes_.back().above;
        edge_above_[changes_.back().vertex] = changes_.back().edge;
    }
    return false;
}

} // namespace riser::steiner
