// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/incumbent.h"

#include <algorithm>

namespace riser::steiner {

Incumbent::Incumbent(Vertex vertices, const std::vector<Network::Given>& edges, const std::vector<Vertex>& terminals)
    : given_(&edges),
      terminal_(static_cast<std::size_t>(vertices), 0),
      leader_(static_cast<std::size_t>(vertices), 0),
      uses_(static_cast<std::size_t>(vertices), 0),
      around_(static_cast<std::size_t>(vertices), 0) {
    for (const Vertex t : terminals)
        terminal_[t] = 1;
}

bool Incumbent::offer(std::vector<std::int32_t> edges) {
    const std::vector<Network::Given>& given = *given_;
    std::sort(edges.begin(), edges.end(), [&](std::int32_t i, std::int32_t j) {
        return given[i].cost != given[j].cost ? given[i].cost < given[j].cost : i < j;
    });
    for (const std::int32_t i : edges)
        for (const Vertex v : {given[i].a, given[i].b})
            leader_[v] = v;
    const auto lead = [&](Vertex v) {
        while (leader_[v] != v)
            v = leader_[v] = leader_[leader_[v]];
        return v;
    };
    std::erase_if(edges, [&](std::int32_t i) {
        const Vertex a = lead(given[i].a);
        const Vertex b = lead(given[i].b);
        leader_[a] = b;
        return a == b;
    });
    prune(edges);
    Cost cost = 0;
    for (const std::int32_t i : edges)
        cost += given[i].cost;
    if (cost >= cost_)
        return false;
    cost_ = cost;
    std::sort(edges.begin(), edges.end());
    edges_ = std::move(edges);
    return true;
}

void Incumbent::prune(std::vector<std::int32_t>& edges) {
    const std::vector<Network::Given>& given = *given_;
    for (const std::int32_t i : edges)
        for (const Vertex v : {given[i].a, given[i].b})
            uses_[v] = around_[v] = 0;
    for (const std::int32_t i : edges)
        for (const Vertex v : {given[i].a, given[i].b}) {
            ++uses_[v];
            around_[v] ^= i;
        }
    for (const std::int32_t i : edges)
        for (Vertex v : {given[i].a, given[i].b})
            while (uses_[v] == 1 && !terminal_[v]) {
                const std::int32_t leaf = around_[v];
                uses_[v] = 0;
                v = v == given[leaf].a ? given[leaf].b : given[leaf].a;
                --uses_[v];
                around_[v] ^= leaf;
            }
    std::erase_if(edges, [&](std::int32_t i) { return uses_[given[i].a] == 0 || uses_[given[i].b] == 0; });
}

bool Incumbent::offer(const Network& network, const Layout& layout, const Tree& tree) {
    if (!tree.found())
        return false;
    std::vector<int> links;
    for (const std::int32_t edge : tree.edges)
        links.push_back(layout.link_of[edge]);
    return offer(network.given_edges(links));
}

} // namespace riser::steiner
