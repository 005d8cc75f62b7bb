// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/ascents.h"

#include "solvers/graph/steiner/local_search.h"

#include <algorithm>

namespace riser::steiner {

namespace {

constexpr std::uint64_t most_steps = 40'000'000; // after which no further root begins

// Costs that close what the ascent did not make free.
std::vector<Cost> costs_where_free(const Layout& layout, const Ascent& ascent) {
    std::vector<Cost> out;
    out.reserve(layout.link_of.size());
    for (const std::int32_t p : layout.arc_of) {
        const Layout::Arc& arc = layout.arcs[p];
        const bool free = ascent.reduced[p] == 0 || ascent.reduced[arc.twin] == 0;
        out.push_back(free ? arc.cost : unreachable);
    }
    return out;
}

} // namespace

Ascents ascend(Network& network, const Layout& layout, int roots, std::uint32_t turn, Incumbent& incumbent,
               Effort& effort) {
    Ascents out;
    TreeBuilder builder(layout, effort);
    LocalSearch search(layout, effort);
    const auto count = static_cast<std::uint32_t>(layout.terminals.size());
    roots = std::min(roots, static_cast<int>(count));
    const std::uint64_t first = effort.spent();
    for (int i = 0; i < roots && !effort.over() && effort.spent() - first < most_steps; ++i) {
        const std::uint32_t which =
            (turn + static_cast<std::uint32_t>(i) * count / static_cast<std::uint32_t>(roots)) % count;
        Ascent ascent =
            dual_ascent(layout, layout.terminals[which], effort,
                        {.enough = incumbent.cost() - network.fixed_cost(), .guide = i % 2 == 1 ? &out.tree : nullptr});
        if (ascent.complete && ascent.bound < incumbent.cost() - network.fixed_cost()) {
            Tree tree = search.improved(builder.grow(ascent.root, costs_where_free(layout, ascent)));
            incumbent.offer(network, layout, tree);
            if (tree.cost < out.tree.cost)
                out.tree = std::move(tree);
        }
        const Cost bound = ascent.bound + network.fixed_cost();
        if (bound < incumbent.cost())
            out.removed += reduce_by_ascent(network, layout, ascent, incumbent.cost(), effort);
        if (bound > out.bound || i == 0) {
            out.bound = bound;
            out.best = std::move(ascent);
        }
        if (out.bound >= incumbent.cost())
            break;
    }
    return out;
}

} // namespace riser::steiner
