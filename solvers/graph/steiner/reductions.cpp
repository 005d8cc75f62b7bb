// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/reductions.h"
#include "solvers/graph/steiner/special_distance.h"

#include <algorithm>

namespace riser::steiner {

namespace {

int drop_what_is_apart(Network& network) {
    std::vector<std::uint8_t> seen(static_cast<std::size_t>(network.size()), 0);
    std::vector<Vertex> open;
    for (Vertex v = 0; v < network.size(); ++v)
        if (network.is_terminal(v)) {
            seen[v] = 1;
            open.push_back(v);
        }
    while (!open.empty()) {
        const Vertex v = open.back();
        open.pop_back();
        network.each(v, [&](int id) {
            const Vertex next = network.link(id).other(v);
            if (!seen[next]) {
                seen[next] = 1;
                open.push_back(next);
            }
        });
    }
    int dropped = 0;
    for (Vertex v = 0; v < network.size(); ++v)
        if (!seen[v] && network.degree(v) > 0) {
            network.remove_vertex(v);
            ++dropped;
        }
    return dropped;
}

// The vertex whose degree may have fallen to one or two by what was done at v; v is done when nothing is.
class DegreeReduction {
  public:
    DegreeReduction(Network& network, Effort& effort) : network_(network), effort_(effort) {
        for (Vertex v = network.size(); v-- > 0;)
            open_.push_back(v);
    }
    int run() {
        while (!open_.empty() && network_.terminal_count() > 1) {
            const Vertex v = open_.back();
            open_.pop_back();
            effort_.spend(1);
            visit(v);
        }
        return done_;
    }

  private:
    void visit(Vertex v) {
        const int degree = network_.degree(v);
        if (degree == 0 || degree > 2 || (degree == 2 && network_.is_terminal(v)))
            return;
        ++done_;
        const std::vector<int> links = network_.links_at(v);
        for (const int id : links)
            open_.push_back(network_.link(id).other(v));
        if (network_.is_terminal(v)) {
            open_.push_back(network_.contract(links.front()));
            return;
        }
        if (degree == 2)
            network_.join(links[0], links[1]);
        network_.remove_vertex(v);
    }

    Network& network_;
    Effort& effort_;
    std::vector<Vertex> open_;
    int done_ = 0;
};

} // namespace

int reduce_degrees(Network& network, Effort& effort) {
    return drop_what_is_apart(network) + DegreeReduction(network, effort).run();
}

int reduce_long_links(Network& network, Effort& effort) {
    constexpr int most_links = 300;
    const SpecialDistance special(network, SpecialDistance::most_near, effort);
    ShortSearch search(network.size());
    int removed = 0;
    for (Vertex u = 0; u < network.size() && !effort.over(); ++u) {
        Cost longest = 0;
        std::vector<int> links;
        network.each(u, [&](int id) {
            const Vertex v = network.link(id).other(u);
            if (v > u)
                links.push_back(id);
            if (v > u)
                longest = std::max(longest, network.link(id).weight);
        });
        if (links.empty())
            continue;
        effort.spend(links.size() * 4);
        std::erase_if(links, [&](int id) {
            const Link& link = network.link(id);
            if (special.between(link.a, link.b) >= link.weight)
                return false;
            network.remove(id);
            ++removed;
            return true;
        });
        if (links.empty() || network.degree(u) < 2)
            continue;
        search.from(network, u, longest, most_links, effort);
        for (const int id : links)
            if (search.to(network.link(id).other(u)) < network.link(id).weight) {
                network.remove(id);
                ++removed;
            }
    }
    return removed;
}

int reduce_by_ascent(Network& network, const Layout& layout, const Ascent& ascent, Cost below, Effort& effort) {
    const Cost slack = below - network.fixed_cost() - ascent.bound;
    const auto n = static_cast<std::size_t>(layout.size());
    const auto alive = [&](std::int32_t edge) { return network.link(layout.link_of[edge]).alive(); };
    // Distances in reduced costs, from the root onwards or back from the nearest terminal.
    const auto spread = [&](bool onwards) {
        std::vector<Cost> distance(n, unreachable);
        VertexHeap heap;
        const auto lower = [&](Vertex v, Cost to) {
            if (to < distance[v] && to < slack) {
                distance[v] = to;
                heap.push(to, v);
            }
        };
        if (onwards)
            lower(ascent.root, 0);
        else
            for (const Vertex t : layout.terminals)
                if (t != ascent.root)
                    lower(t, 0);
        while (!heap.empty()) {
            const auto [here, v] = heap.pop();
            if (here != distance[v])
                continue;
            effort.spend(static_cast<std::uint64_t>(layout.degree(v)));
            for (std::int32_t p = layout.first[v]; p < layout.first[v + 1]; ++p) {
                const Layout::Arc& arc = layout.arcs[p];
                if (alive(arc.edge))
                    lower(arc.to, here + ascent.reduced[onwards ? arc.twin : p]);
            }
        }
        return distance;
    };
    const std::vector<Cost> from_root = spread(true);
    const std::vector<Cost> to_terminal = spread(false);
    int removed = 0;
    for (std::int32_t edge = 0; edge < layout.edge_count(); ++edge) {
        const std::int32_t p = layout.arc_of[edge]; // in the row of v, from u
        const Vertex u = layout.arcs[p].to;
        const std::int32_t q = layout.arcs[p].twin;
        const Vertex v = layout.arcs[q].to;
        const auto excess = [&](Vertex tail, std::int32_t arc, Vertex head) {
            return from_root[tail] + ascent.reduced[arc] + to_terminal[head];
        };
        if (alive(edge) && excess(u, p, v) >= slack && excess(v, q, u) >= slack) {
            network.remove(layout.link_of[edge]);
            ++removed;
        }
    }
    return removed;
}

void reduce(Network& network, Effort& effort) {
    while (network.terminal_count() > 1 && !effort.over()) {
        const int before = network.link_count();
        reduce_degrees(network, effort);
        reduce_long_links(network, effort);
        reduce_degrees(network, effort);
        contract_short_links(network, effort);
        reduce_degrees(network, effort);
        reduce_branchings(network, effort);
        reduce_degrees(network, effort);
        if (before - network.link_count() <= before / 20)
            return;
    }
}

} // namespace riser::steiner
