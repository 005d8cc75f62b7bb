// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/steiner/special_distance.h"

#include <algorithm>

namespace riser::steiner {

SpecialDistance::SpecialDistance(const Network& network, int near, Effort& effort) : wanted_(near) {
    near_.resize(static_cast<std::size_t>(network.size()));
    find_nearest(network, effort);
    span_terminals(network);
}

void SpecialDistance::find_nearest(const Network& network, Effort& effort) {
    struct Label {
        Cost distance;
        Vertex vertex;
        Vertex terminal;
        bool operator>(const Label& other) const {
            return std::tie(distance, vertex, terminal) > std::tie(other.distance, other.vertex, other.terminal);
        }
    };
    std::vector<Label> heap;
    const auto push = [&](Label label) {
        heap.push_back(label);
        std::push_heap(heap.begin(), heap.end(), std::greater<>());
    };
    std::vector<std::uint8_t> count(near_.size(), 0);
    for (Vertex v = 0; v < network.size(); ++v)
        if (network.is_terminal(v))
            push({0, v, v});
    // A vertex passes on its `wanted_` nearest terminals; a terminal passes on only itself, for beyond it begins a
    // stretch.
    const auto wants = [&](Vertex v, Vertex terminal) {
        if (count[v] >= wanted_)
            return false;
        for (int i = 0; i < count[v]; ++i)
            if (near_[v][i].terminal == terminal)
                return false;
        return true;
    };
    while (!heap.empty() && !effort.over()) {
        std::pop_heap(heap.begin(), heap.end(), std::greater<>());
        const Label label = heap.back();
        heap.pop_back();
        if (!wants(label.vertex, label.terminal))
            continue;
        near_[label.vertex][count[label.vertex]++] = {label.terminal, label.distance};
        if (network.is_terminal(label.vertex) && label.terminal != label.vertex)
            continue;
        effort.spend(static_cast<std::uint64_t>(network.degree(label.vertex)));
        network.each(label.vertex, [&](int id) {
            const Vertex next = network.link(id).other(label.vertex);
            if (wants(next, label.terminal))
                push({label.distance + network.link(id).weight, next, label.terminal});
        });
    }
}

void SpecialDistance::span_terminals(const Network& network) {
    leader_.resize(near_.size());
    joined_at_.assign(near_.size(), unreachable);
    std::vector<std::int32_t> size(near_.size(), 1);
    for (Vertex v = 0; v < network.size(); ++v)
        leader_[v] = v;
    std::vector<std::tuple<Cost, Vertex, Vertex>> stretches;
    for (int id = 0; id < network.link_slots(); ++id) {
        const Link& link = network.link(id);
        if (!link.alive())
            continue;
        const Near& a = near_[link.a][0];
        const Near& b = near_[link.b][0];
        if (a.terminal >= 0 && b.terminal >= 0 && a.terminal != b.terminal)
            stretches.emplace_back(a.distance + link.weight + b.distance, a.terminal, b.terminal);
    }
    std::sort(stretches.begin(), stretches.end());
    for (auto [weight, a, b] : stretches) {
        while (leader_[a] != a)
            a = leader_[a];
        while (leader_[b] != b)
            b = leader_[b];
        if (a == b)
            continue;
        if (size[a] < size[b])
            std::swap(a, b);
        leader_[b] = a;
        joined_at_[b] = weight;
        size[a] += size[b];
    }
}

Cost SpecialDistance::bottleneck(Vertex s, Vertex t) const {
    Cost most = 0;
    while (s != t) {
        Vertex& lower = joined_at_[s] <= joined_at_[t] ? s : t;
        if (leader_[lower] == lower)
            return unreachable;
        most = std::max(most, joined_at_[lower]);
        lower = leader_[lower];
    }
    return most;
}

Cost SpecialDistance::between(Vertex u, Vertex v) const {
    Cost best = unreachable;
    if (u >= static_cast<Vertex>(near_.size()) || v >= static_cast<Vertex>(near_.size()))
        return best;
    for (const Near& a : nearest(u)) {
        if (a.terminal < 0 || a.distance >= best)
            break;
        for (const Near& b : nearest(v)) {
            if (b.terminal < 0 || b.distance >= best)
                break;
            best = std::min(best, std::max({a.distance, b.distance, bottleneck(a.terminal, b.terminal)}));
        }
    }
    return best;
}

ShortSearch::ShortSearch(Vertex vertices) : distance_(static_cast<std::size_t>(vertices), unreachable) {}

void ShortSearch::from(const Network& network, Vertex u, Cost limit, int most_links, Effort& effort) {
    for (const Vertex v : touched_)
        distance_[v] = unreachable;
    touched_.assign(1, u);
    heap_.clear();
    distance_[u] = 0;
    heap_.push(0, u);
    int looked_at = 0;
    while (!heap_.empty() && looked_at < most_links) {
        const auto [distance, v] = heap_.pop();
        if (distance != distance_[v])
            continue;
        looked_at += network.degree(v);
        network.each(v, [&](int id) {
            const Vertex next = network.link(id).other(v);
            const Cost there = distance + network.link(id).weight;
            if (there >= limit || there >= distance_[next])
                return;
            if (distance_[next] == unreachable)
                touched_.push_back(next);
            distance_[next] = there;
            heap_.push(there, next);
        });
    }
    effort.spend(static_cast<std::uint64_t>(looked_at));
}

} // namespace riser::steiner
