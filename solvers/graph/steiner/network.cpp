// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/network.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace riser::steiner {

namespace {

int bits_of(Cost number) { return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(number))); }

// How wide the ties may be: the sum over a path must stay below one unit of cost, and all weights must fit.
struct Ties {
    int bits = 0;
    Cost most = 0;

    Ties(Vertex vertices, Cost total) {
        const int path_bits = bits_of(vertices) + 2;
        const int room = std::min(62 - bits_of(total), path_bits + 10);
        if (room <= path_bits)
            return;
        bits = room;
        most = (Cost{1} << (room - path_bits)) - 1;
    }
    Cost weigh(Cost cost, std::int32_t origin) const {
        const std::uint64_t mixed = (static_cast<std::uint64_t>(origin) + 1) * 0x9e3779b97f4a7c15ULL;
        const Cost tie = most > 0 ? static_cast<Cost>((mixed >> 20) % static_cast<std::uint64_t>(most)) + 1 : 0;
        return (cost << bits) + tie;
    }
};

} // namespace

Network::Network(Vertex vertices, const std::vector<Given>& edges, const std::vector<Vertex>& terminals)
    : around_(static_cast<std::size_t>(vertices)),
      degree_(static_cast<std::size_t>(vertices), 0),
      terminal_(static_cast<std::size_t>(vertices), 0),
      given_(static_cast<std::int32_t>(edges.size())) {
    for (const Vertex t : terminals)
        make_terminal(t);
    Cost total = 0;
    for (const Given& edge : edges)
        total += edge.cost;
    const Ties ties(vertices, total);
    tie_bits_ = ties.bits;

    std::vector<std::int32_t> order(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i)
        order[i] = static_cast<std::int32_t>(i);
    const auto ends = [&](std::int32_t i) -> std::pair<Vertex, Vertex> { return std::minmax(edges[i].a, edges[i].b); };
    std::sort(order.begin(), order.end(), [&](std::int32_t i, std::int32_t j) {
        return std::tuple(ends(i), edges[i].cost, i) < std::tuple(ends(j), edges[j].cost, j);
    });
    links_.reserve(edges.size());
    std::vector<int> free_of_cost;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const Given& edge = edges[order[k]];
        if (edge.a == edge.b || (k > 0 && ends(order[k - 1]) == ends(order[k])))
            continue;
        if (edge.cost == 0)
            free_of_cost.push_back(static_cast<int>(links_.size()));
        add(edge.a, edge.b, ties.weigh(edge.cost, order[k]), order[k]);
    }
    for (const int id : free_of_cost)
        if (links_[id].alive())
            contract(id);
}

std::vector<int> Network::links_at(Vertex v) const {
    std::vector<int> out;
    out.reserve(static_cast<std::size_t>(degree_[v]));
    each(v, [&](int id) { out.push_back(id); });
    return out;
}

void Network::attach(Vertex v, int id) {
    std::vector<int>& list = around_[v];
    if (list.size() > 2 * static_cast<std::size_t>(degree_[v]) + 8)
        std::erase_if(list, [&](int old) { return links_[old].a != v && links_[old].b != v; });
    list.push_back(id);
    ++degree_[v];
}

void Network::add(Vertex a, Vertex b, Cost weight, std::int32_t origin) {
    const int id = static_cast<int>(links_.size());
    attach(a, id);
    attach(b, id);
    links_.push_back({.a = a, .b = b, .weight = weight, .origin = origin});
    ++live_links_;
}

int Network::find(Vertex a, Vertex b) const {
    if (around_[a].size() > around_[b].size())
        std::swap(a, b);
    for (const int id : around_[a])
        if ((links_[id].a == a && links_[id].b == b) || (links_[id].a == b && links_[id].b == a))
            return id;
    return -1;
}

void Network::remove(int id) {
    --degree_[links_[id].a];
    --degree_[links_[id].b];
    links_[id].a = links_[id].b = -1;
    --live_links_;
}

void Network::remove_vertex(Vertex v) {
    for (const int id : around_[v])
        if (links_[id].a == v || links_[id].b == v)
            remove(id);
    around_[v].clear();
}

void Network::make_terminal(Vertex v) {
    terminals_ += terminal_[v] == 0;
    terminal_[v] = 1;
}

Vertex Network::contract(int id) {
    Vertex kept = links_[id].a;
    Vertex gone = links_[id].b;
    if (degree_[kept] < degree_[gone])
        std::swap(kept, gone);
    fixed_.push_back(links_[id].origin);
    fixed_cost_ += cost(id);
    remove(id);
    for (const int moved : links_at(gone)) {
        const Link link = links_[moved];
        const Vertex other = link.other(gone);
        remove(moved);
        const int there = find(kept, other);
        if (there >= 0 && links_[there].weight <= link.weight)
            continue;
        if (there >= 0)
            remove(there);
        links_[moved] = {.a = kept, .b = other, .weight = link.weight, .origin = link.origin};
        attach(kept, moved);
        ++degree_[other]; // which names the link already
        ++live_links_;
    }
    around_[gone].clear();
    if (terminal_[gone]) {
        terminal_[gone] = 0;
        --terminals_;
        make_terminal(kept);
    }
    return kept;
}

void Network::join(int first, int second) {
    const Link& f = links_[first];
    const Link& s = links_[second];
    const Vertex middle = f.a == s.a || f.a == s.b ? f.a : f.b;
    const Vertex a = f.other(middle);
    const Vertex b = s.other(middle);
    const Cost weight = f.weight + s.weight;
    const int there = find(a, b);
    if (there >= 0 && links_[there].weight <= weight)
        return;
    if (there >= 0)
        remove(there);
    joins_.emplace_back(f.origin, s.origin);
    add(a, b, weight, given_ + static_cast<std::int32_t>(joins_.size()) - 1);
}

std::vector<std::int32_t> Network::given_edges(const std::vector<int>& link_ids) const {
    std::vector<std::int32_t> open = fixed_;
    for (const int id : link_ids)
        open.push_back(links_[id].origin);
    std::vector<std::int32_t> out;
    while (!open.empty()) {
        const std::int32_t origin = open.back();
        open.pop_back();
        if (origin < given_) {
            out.push_back(origin);
        } else {
            open.push_back(joins_[origin - given_].first);
            open.push_back(joins_[origin - given_].second);
        }
    }
    return out;
}

Network Network::compacted() const {
    Network out;
    out.joins_ = joins_;
    out.fixed_ = fixed_;
    out.fixed_cost_ = fixed_cost_;
    out.given_ = given_;
    out.tie_bits_ = tie_bits_;
    std::vector<Vertex> number(around_.size(), -1);
    Vertex count = 0;
    for (Vertex v = 0; v < size(); ++v)
        if (degree_[v] > 0 || terminal_[v])
            number[v] = count++;
    out.around_.resize(static_cast<std::size_t>(count));
    out.degree_.assign(static_cast<std::size_t>(count), 0);
    out.terminal_.assign(static_cast<std::size_t>(count), 0);
    for (Vertex v = 0; v < size(); ++v)
        if (terminal_[v])
            out.make_terminal(number[v]);
    out.links_.reserve(static_cast<std::size_t>(live_links_));
    for (const Link& link : links_)
        if (link.alive())
            out.add(number[link.a], number[link.b], link.weight, link.origin);
    return out;
}

std::size_t Network::bytes() const {
    return links_.size() * (sizeof(Link) + 2 * sizeof(int)) + around_.size() * 48 + joins_.size() * 8 +
           fixed_.size() * 4;
}

} // namespace riser::steiner
