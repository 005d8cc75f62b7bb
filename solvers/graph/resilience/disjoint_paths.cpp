// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/disjoint_paths.h"

#include <algorithm>
#include <limits>

namespace riser {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

// Arcs of room one, each beside its reverse; emptied before each question.
class UnitFlow {
  public:
    explicit UnitFlow(std::uint32_t vertices) : first_(vertices, none) {}

    void add(std::uint32_t from, std::uint32_t to, std::uint8_t there, std::uint8_t back) {
        put(from, to, there);
        put(to, from, back);
    }

    // No more than `enough`: who asks for the least of many need not know by how much the others are more.
    std::uint32_t most(std::uint32_t from, std::uint32_t to, std::uint32_t enough = none) {
        for (Arc& arc : arcs_)
            arc.left = arc.room;
        std::uint32_t out = 0;
        while (out < enough && augment(from, to))
            ++out;
        return out;
    }

  private:
    struct Arc {
        std::uint32_t to, next;
        std::uint8_t room, left;
    };

    void put(std::uint32_t from, std::uint32_t to, std::uint8_t room) {
        arcs_.push_back({to, first_[from], room, room});
        first_[from] = static_cast<std::uint32_t>(arcs_.size() - 1);
    }

    bool augment(std::uint32_t from, std::uint32_t to) {
        std::vector<std::uint32_t> by(first_.size(), none);
        std::vector<std::uint32_t> queue{from};
        for (std::size_t head = 0; head < queue.size() && by[to] == none; ++head)
            for (std::uint32_t a = first_[queue[head]]; a != none; a = arcs_[a].next)
                if (arcs_[a].left > 0 && by[arcs_[a].to] == none && arcs_[a].to != from) {
                    by[arcs_[a].to] = a;
                    queue.push_back(arcs_[a].to);
                }
        if (by[to] == none)
            return false;
        for (std::uint32_t v = to; v != from; v = arcs_[by[v] ^ 1].to) {
            --arcs_[by[v]].left;
            ++arcs_[by[v] ^ 1].left;
        }
        return true;
    }

    std::vector<std::uint32_t> first_;
    std::vector<Arc> arcs_;
};

std::uint32_t number(NetNode node) { return static_cast<std::uint32_t>(node); }

UnitFlow of_links(const LinkNetwork& network) {
    UnitFlow out(network.nodes);
    for (const auto& [a, b] : network.links)
        if (a != b)
            out.add(number(a), number(b), 1, 1);
    return out;
}

// Each node is its entry, twice its number, and its exit, one more; one way passes between them.
UnitFlow of_nodes(const LinkNetwork& network) {
    UnitFlow out(2 * network.nodes);
    for (std::uint32_t v = 0; v < network.nodes; ++v)
        out.add(2 * v, 2 * v + 1, 1, 0);
    for (const auto& [a, b] : network.links)
        if (a != b) {
            out.add(2 * number(a) + 1, 2 * number(b), 1, 0);
            out.add(2 * number(b) + 1, 2 * number(a), 1, 0);
        }
    return out;
}

std::vector<std::vector<bool>> neighbours(const LinkNetwork& network) {
    std::vector<std::vector<bool>> out(network.nodes, std::vector<bool>(network.nodes));
    for (const auto& [a, b] : network.links)
        if (a != b)
            out[at(a)][at(b)] = out[at(b)][at(a)] = true;
    return out;
}

} // namespace

std::uint32_t link_disjoint_paths(const LinkNetwork& network, NetNode from, NetNode to) {
    return of_links(network).most(number(from), number(to));
}

std::uint32_t node_disjoint_paths(const LinkNetwork& network, NetNode from, NetNode to) {
    return of_nodes(network).most(2 * number(from) + 1, 2 * number(to));
}

std::uint32_t link_connectivity(const LinkNetwork& network) {
    if (network.nodes < 2)
        return 0;
    UnitFlow flow = of_links(network);
    std::uint32_t least = none;
    for (std::uint32_t v = 1; v < network.nodes && least > 0; ++v)
        least = std::min(least, flow.most(0, v, least));
    return least;
}

// A least cut leaves out some node of the first k + 1 nodes; that one is apart from another. So one node is held
// against all that are not its neighbours, and its neighbours against each other.
std::uint32_t node_connectivity(const LinkNetwork& network) {
    if (network.nodes < 2)
        return 0;
    const auto joined = neighbours(network);
    const auto degree = [&](std::uint32_t v) {
        return static_cast<std::uint32_t>(std::ranges::count(joined[v], true));
    };
    std::uint32_t hub = 0;
    for (std::uint32_t v = 1; v < network.nodes; ++v)
        if (degree(v) < degree(hub))
            hub = v;
    std::uint32_t least = degree(hub);
    UnitFlow flow = of_nodes(network);
    const auto hold = [&](std::uint32_t v, std::uint32_t w) {
        if (v != w && !joined[v][w])
            least = std::min(least, flow.most(2 * v + 1, 2 * w, least));
    };
    for (std::uint32_t v = 0; v < network.nodes; ++v)
        hold(hub, v);
    for (std::uint32_t v = 0; v < network.nodes; ++v)
        for (std::uint32_t w = v + 1; w < network.nodes; ++w)
            if (joined[hub][v] && joined[hub][w])
                hold(v, w);
    return least;
}

} // namespace riser
