// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/tree_pool.h"

#include <algorithm>

namespace riser::steiner {

namespace {
constexpr std::size_t most_kept = 24;
constexpr Cost scale = 256; // altered costs are in 1/256, so that costs of 1 can be shaken too
} // namespace

TreePool::TreePool(const Network& network, std::uint32_t seed, Effort& effort)
    : network_(&network),
      layout_(network),
      shaken_(layout_),
      builder_(layout_, effort),
      search_(layout_, effort),
      shaken_search_(shaken_, effort),
      engine_(seed),
      costs_(layout_.link_of.size(), 0),
      votes_(layout_.link_of.size(), 0) {}

void TreePool::add(Tree tree) {
    if (!tree.found())
        return;
    std::sort(tree.edges.begin(), tree.edges.end());
    const auto place = std::lower_bound(best_.begin(), best_.end(), tree.cost,
                                        [](const Tree& kept, Cost cost) { return kept.cost < cost; });
    for (auto same = place; same != best_.end() && same->cost == tree.cost; ++same)
        if (same->edges == tree.edges)
            return;
    best_.insert(place, std::move(tree));
    if (best_.size() > most_kept)
        best_.pop_back();
}

// Each cost up to strength / 256 dearer; at the least strength only what costs the same is told apart.
void TreePool::shake(Cost strength) {
    for (std::size_t e = 0; e < costs_.size(); ++e) {
        const std::int32_t arc = layout_.arc_of[e];
        costs_[e] = layout_.arcs[arc].cost * (scale + draw(static_cast<std::uint32_t>(strength)));
        shaken_.arcs[arc].cost = costs_[e];
        shaken_.arcs[layout_.arcs[arc].twin].cost = costs_[e];
    }
}

// Cheap where both trees go, dearer where one goes, dearest elsewhere.
Tree TreePool::crossed(const Tree& a, const Tree& b) {
    for (const Tree* tree : {&a, &b})
        for (const std::int32_t edge : tree->edges)
            ++votes_[edge];
    for (std::size_t e = 0; e < costs_.size(); ++e) {
        const Cost factor = votes_[e] == 2 ? scale : votes_[e] == 1 ? scale * 2 + draw(scale * 2) : scale * 16;
        costs_[e] = layout_.arcs[layout_.arc_of[e]].cost * factor;
    }
    for (const Tree* tree : {&a, &b})
        for (const std::int32_t edge : tree->edges)
            votes_[edge] = 0;
    return builder_.grow(static_cast<Vertex>(draw(static_cast<std::uint32_t>(layout_.size()))), costs_);
}

const Tree& TreePool::pick() {
    const auto count = static_cast<std::uint32_t>(best_.size());
    return best_[std::min(draw(count), draw(count))];
}

// Improved over the shaken costs first: that leads out of where the true costs end.
Tree TreePool::polished(Tree tree) {
    if (!tree.found())
        return tree;
    tree.cost = 0;
    for (const std::int32_t edge : tree.edges)
        tree.cost += costs_[edge];
    tree = shaken_search_.improved(std::move(tree));
    return search_.improved(builder_.tidied(tree.edges));
}

Tree TreePool::next_tree() {
    ++rounds_;
    if (best_.size() < 4 || rounds_ % 16 == 0) {
        shake(scale / 3);
        return polished(builder_.grow(static_cast<Vertex>(draw(static_cast<std::uint32_t>(layout_.size()))), costs_));
    }
    if (rounds_ % 3 == 0)
        return search_.improved(crossed(pick(), pick()));
    shake(rounds_ % 3 == 1 ? scale / 4 : scale / 16);
    return polished(pick());
}

bool TreePool::run(Incumbent& incumbent, Effort& effort) {
    const Cost before = incumbent.cost();
    while (!effort.over()) {
        effort.spend(costs_.size());
        Tree tree = next_tree();
        incumbent.offer(*network_, layout_, tree);
        add(std::move(tree));
    }
    return incumbent.cost() < before;
}

} // namespace riser::steiner
