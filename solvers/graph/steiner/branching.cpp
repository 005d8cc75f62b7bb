// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/branching.h"

#include <algorithm>
#include <tuple>

namespace riser::steiner {

namespace {

constexpr std::size_t most_bytes = std::size_t{400} << 20;

// The vertex with the most edges in the tree, and of those the one with the most links: both cases say much then.
Vertex choose_vertex(const Network& network, const Layout& layout, const Tree& tree) {
    std::vector<int> uses(static_cast<std::size_t>(layout.size()), 0);
    for (const std::int32_t edge : tree.edges) {
        const Layout::Arc& arc = layout.arcs[layout.arc_of[edge]];
        ++uses[arc.to];
        ++uses[layout.arcs[arc.twin].to];
    }
    Vertex best = -1;
    for (Vertex v = 0; v < layout.size(); ++v)
        if (!layout.terminal[v] && network.degree(v) > 0 &&
            (best < 0 || std::pair(uses[v], network.degree(v)) > std::pair(uses[best], network.degree(best))))
            best = v;
    return best;
}

} // namespace

bool Branching::later(const Case& a, const Case& b) {
    return std::tuple(a.bound, -a.depth, a.number) > std::tuple(b.bound, -b.depth, b.number);
}

Branching::Branching(Network root, Cost bound, Incumbent& incumbent) : incumbent_(&incumbent) {
    put(std::move(root), bound, 0);
}

Cost Branching::bound() const {
    Cost least = incumbent_->cost();
    for (const Case& one : open_)
        least = std::min(least, one.bound);
    return least;
}

void Branching::put(Network network, Cost bound, int depth) {
    bytes_ += network.bytes();
    open_.push_back({std::move(network), bound, depth, cases_++});
    std::push_heap(open_.begin(), open_.end(), later);
}

Branching::Case Branching::take() {
    if (bytes_ > most_bytes) {
        const auto deepest = std::max_element(open_.begin(), open_.end(), [](const Case& a, const Case& b) {
            return std::pair(a.depth, a.number) < std::pair(b.depth, b.number);
        });
        std::swap(*deepest, open_.back());
        Case out = std::move(open_.back());
        open_.pop_back();
        std::make_heap(open_.begin(), open_.end(), later);
        bytes_ -= out.network.bytes();
        return out;
    }
    std::pop_heap(open_.begin(), open_.end(), later);
    Case out = std::move(open_.back());
    open_.pop_back();
    bytes_ -= out.network.bytes();
    return out;
}

void Branching::run(Effort& effort) {
    while (!open_.empty() && !effort.over()) {
        Case one = take();
        if (one.bound >= incumbent_->cost())
            continue;
        Vertex vertex = -1;
        if (!narrow(one, vertex, effort)) {
            if (effort.over() && one.bound < incumbent_->cost())
                put(std::move(one.network), one.bound, one.depth);
            continue;
        }
        Network without = one.network;
        without.remove_vertex(vertex);
        one.network.make_terminal(vertex);
        put(std::move(without), one.bound, one.depth + 1);
        put(std::move(one.network), one.bound, one.depth + 1);
    }
}

bool Branching::narrow(Case& one, Vertex& branch_at, Effort& effort) {
    while (!effort.over()) {
        reduce_degrees(one.network, effort);
        one.network = one.network.compacted();
        if (one.network.terminal_count() < 2) {
            incumbent_->offer(one.network.given_edges({}));
            one.bound = incumbent_->cost();
            return false;
        }
        const int links = one.network.link_count();
        const Layout layout(one.network);
        const Ascents ascents =
            ascend(one.network, layout, 2, static_cast<std::uint32_t>(one.number), *incumbent_, effort);
        one.bound = std::max(one.bound, ascents.bound);
        if (one.bound >= incumbent_->cost() || effort.over())
            return false;
        if (ascents.removed > links / 10) {
            reduce_long_links(one.network, effort);
            continue;
        }
        branch_at = choose_vertex(one.network, layout, ascents.tree);
        return branch_at >= 0; // without one all are terminals, and the tree offered is the spanning tree
    }
    return false;
}

} // namespace riser::steiner
