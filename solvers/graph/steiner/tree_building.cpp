// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/tree_building.h"

#include <algorithm>

namespace riser::steiner {

namespace {

Vertex lead(std::vector<Vertex>& leader, Vertex v) {
    while (leader[v] != v)
        v = leader[v] = leader[leader[v]];
    return v;
}

} // namespace

TreeBuilder::TreeBuilder(const Layout& layout, Effort& effort)
    : layout_(&layout),
      effort_(&effort),
      distance_(static_cast<std::size_t>(layout.size()), unreachable),
      back_(static_cast<std::size_t>(layout.size()), -1),
      inside_(static_cast<std::size_t>(layout.size()), 0),
      leader_(static_cast<std::size_t>(layout.size()), 0),
      uses_(static_cast<std::size_t>(layout.size()), 0),
      around_(static_cast<std::size_t>(layout.size()), 0) {}

Tree TreeBuilder::grow(Vertex start, std::span<const Cost> costs) {
    const bool reached = reach_terminals(start, costs);
    for (const Vertex v : touched_)
        distance_[v] = unreachable;
    touched_.clear();
    heap_.clear();
    if (reached)
        return spanning_tree();
    for (const Vertex v : members_)
        inside_[v] = 0;
    members_.clear();
    return {};
}

bool TreeBuilder::reach_terminals(Vertex start, std::span<const Cost> costs) {
    const auto lower = [&](Vertex v, Cost distance, std::int32_t back) {
        if (distance_[v] == unreachable)
            touched_.push_back(v);
        distance_[v] = distance;
        back_[v] = back;
        heap_.push(distance, v);
    };
    lower(start, 0, -1);
    std::size_t missing = layout_->terminals.size();
    while (!heap_.empty()) {
        const auto [distance, v] = heap_.pop();
        if (distance != distance_[v])
            continue;
        const bool first = members_.empty();
        if (!inside_[v] && (layout_->terminal[v] || first)) {
            const std::size_t known = members_.size();
            take_path_to(v);
            missing -= layout_->terminal[v];
            if (missing == 0)
                return true;
            // The rest of the new path is as near as can be; v itself is scanned now.
            for (std::size_t i = known; i < members_.size(); ++i)
                if (members_[i] != v)
                    lower(members_[i], 0, -1);
            distance_[v] = 0;
        }
        const Cost here = distance_[v];
        if (effort_->over())
            return false;
        effort_->spend(static_cast<std::uint64_t>(layout_->degree(v)));
        for (const Layout::Arc& arc : layout_->row(v)) {
            const Cost next = here + (costs.empty() ? arc.cost : costs[arc.edge]);
            if (next < distance_[arc.to] && !inside_[arc.to])
                lower(arc.to, next, arc.twin);
        }
    }
    return false;
}

void TreeBuilder::take_path_to(Vertex v) {
    while (!inside_[v]) {
        inside_[v] = 1;
        members_.push_back(v);
        if (back_[v] < 0)
            return;
        v = layout_->arcs[back_[v]].to;
    }
}

Tree TreeBuilder::tidied(std::span<const std::int32_t> edges) {
    for (const std::int32_t edge : edges) {
        const Layout::Arc& arc = layout_->arcs[layout_->arc_of[edge]];
        for (const Vertex v : {arc.to, layout_->arcs[arc.twin].to})
            if (!inside_[v]) {
                inside_[v] = 1;
                members_.push_back(v);
            }
    }
    return spanning_tree();
}

Tree TreeBuilder::spanning_tree() {
    std::vector<std::pair<Cost, std::int32_t>> order;
    for (const Vertex v : members_) {
        leader_[v] = v;
        effort_->spend(static_cast<std::uint64_t>(layout_->degree(v)));
        for (const Layout::Arc& arc : layout_->row(v))
            if (arc.to > v && inside_[arc.to])
                order.emplace_back(arc.cost, arc.edge);
    }
    std::sort(order.begin(), order.end());
    Tree out;
    for (const auto& [cost, edge] : order) {
        const Layout::Arc& arc = layout_->arcs[layout_->arc_of[edge]];
        const Vertex a = lead(leader_, arc.to);
        const Vertex b = lead(leader_, layout_->arcs[arc.twin].to);
        if (a == b)
            continue;
        leader_[a] = b;
        out.edges.push_back(edge);
    }
    prune(out.edges);
    out.cost = 0;
    for (const std::int32_t edge : out.edges)
        out.cost += layout_->arcs[layout_->arc_of[edge]].cost;
    for (const Vertex v : members_)
        inside_[v] = 0;
    members_.clear();
    return out;
}

void TreeBuilder::prune(std::vector<std::int32_t>& edges) {
    const auto ends = [&](std::int32_t edge) {
        const Layout::Arc& arc = layout_->arcs[layout_->arc_of[edge]];
        return std::pair(arc.to, layout_->arcs[arc.twin].to);
    };
    for (const Vertex v : members_)
        uses_[v] = around_[v] = 0;
    for (const std::int32_t edge : edges)
        for (const auto [a, b] = ends(edge); const Vertex v : {a, b}) {
            ++uses_[v];
            around_[v] ^= edge;
        }
    for (Vertex v : members_)
        while (uses_[v] == 1 && !layout_->terminal[v]) {
            const std::int32_t edge = around_[v];
            const auto [a, b] = ends(edge);
            uses_[v] = 0;
            v = v == a ? b : a;
            --uses_[v];
            around_[v] ^= edge;
        }
    // An edge is gone when one of its ends is.
    std::erase_if(edges, [&](std::int32_t edge) {
        const auto [a, b] = ends(edge);
        return uses_[a] == 0 || uses_[b] == 0;
    });
}

} // namespace riser::steiner
