// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/laying/pricing.h"

#include <algorithm>
#include <limits>
#include <queue>

namespace riser::laying {

namespace {

constexpr std::int64_t far_off = std::numeric_limits<std::int64_t>::max() / 4;
constexpr std::uint32_t no_part = std::numeric_limits<std::uint32_t>::max();

} // namespace

Pricing::Pricing(const LayingProblem& problem)
    : problem_(problem), ends_(problem.vertices), wanted_(problem.vertices), source_(problem.vertices) {
    for (std::uint32_t e = 0; e < problem.edges.size(); ++e) {
        const LayingEdge& edge = problem.edges[e];
        ends_[edge.a].push_back({e, edge.b, edge.axis_a});
        ends_[edge.b].push_back({e, edge.a, edge.axis_b});
    }
    for (const std::uint32_t vertex : problem.sources)
        wanted_[vertex] = source_[vertex] = 1;
    for (const LayingDemand& demand : problem.demands)
        wanted_[demand.vertex] = 1;
    for (const std::uint32_t vertex : problem.joined_twice)
        wanted_[vertex] = 1;
    for (const LayingEdge& edge : problem.edges)
        if (edge.laid == LayingEdge::Laid::always)
            wanted_[edge.a] = wanted_[edge.b] = 1;
    find_parts();
    const Choice all(problem.edges.size(), 1);
    const std::vector<std::int64_t> shortest = distances(all);
    for (const LayingDemand& demand : problem.demands)
        longest_.push_back(std::max(problem.longest_way, shortest[demand.vertex]));
    only_ways_ = only_ways(all);
}

void Pricing::find_parts() {
    part_.assign(problem_.vertices, no_part);
    const auto rank = [&](std::uint32_t v) { return std::pair(!source_[v], v); };
    for (std::uint32_t start = 0; start < problem_.vertices; ++start) {
        if (part_[start] != no_part)
            continue;
        std::vector<std::uint32_t> stack{start};
        std::optional<std::uint32_t> root;
        part_[start] = parts_;
        while (!stack.empty()) {
            const std::uint32_t here = stack.back();
            stack.pop_back();
            if (wanted_[here] && (!root || rank(here) < rank(*root)))
                root = here;
            for (const End& end : ends_[here])
                if (part_[end.to] == no_part) {
                    part_[end.to] = parts_;
                    stack.push_back(end.to);
                }
        }
        if (root)
            roots_.push_back(*root);
        ++parts_;
    }
}

void Pricing::prune(Choice& choice) const {
    const std::vector<std::uint8_t> joined = joined_to_roots(choice);
    std::vector<std::uint32_t> degree(problem_.vertices);
    for (std::uint32_t e = 0; e < choice.size(); ++e) {
        const LayingEdge& edge = problem_.edges[e];
        choice[e] = choice[e] && joined[edge.a];
        degree[edge.a] += choice[e];
        degree[edge.b] += choice[e];
    }
    for (std::uint32_t start = 0; start < problem_.vertices; ++start)
        for (std::uint32_t here = start; degree[here] == 1 && !wanted_[here];) {
            const auto end = std::find_if(ends_[here].begin(), ends_[here].end(),
                                          [&](const End& candidate) { return choice[candidate.edge]; });
            choice[end->edge] = 0;
            --degree[here];
            here = end->to;
            --degree[here];
        }
}

std::optional<Priced> Pricing::of(const Choice& choice) const {
    const std::vector<std::uint8_t> joined = joined_to_roots(choice);
    for (std::uint32_t v = 0; v < problem_.vertices; ++v)
        if (wanted_[v] && !joined[v])
            return std::nullopt;
    if (!ways_suffice(choice))
        return std::nullopt;
    Priced out;
    for (std::uint32_t e = 0; e < choice.size(); ++e)
        if (choice[e])
            out.laying += problem_.edges[e].cost;
    out.laying += problem_.turn * fittings(choice);
    const std::vector<std::int64_t> distance = distances(choice);
    for (std::size_t i = 0; i < problem_.demands.size(); ++i) {
        const std::int64_t way = distance[problem_.demands[i].vertex];
        if (way > longest_[i])
            return std::nullopt;
        if (way < far_off)
            out.ways += problem_.demands[i].weight * way;
    }
    return out;
}

std::vector<std::uint8_t> Pricing::joined_to_roots(const Choice& choice) const {
    std::vector<std::uint8_t> joined(problem_.vertices);
    std::vector<std::uint32_t> stack = roots_;
    for (const std::uint32_t root : roots_)
        joined[root] = 1;
    while (!stack.empty()) {
        const std::uint32_t here = stack.back();
        stack.pop_back();
        for (const End& end : ends_[here])
            if (choice[end.edge] && !joined[end.to]) {
                joined[end.to] = 1;
                stack.push_back(end.to);
            }
    }
    return joined;
}

std::vector<std::int64_t> Pricing::distances(const Choice& choice) const {
    using Item = std::pair<std::int64_t, std::uint32_t>;
    std::vector<std::int64_t> distance(problem_.vertices, far_off);
    std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
    for (const std::uint32_t source : problem_.sources) {
        distance[source] = 0;
        queue.emplace(0, source);
    }
    while (!queue.empty()) {
        const auto [reached, here] = queue.top();
        queue.pop();
        if (reached > distance[here])
            continue;
        for (const End& end : ends_[here]) {
            const std::int64_t next = reached + problem_.edges[end.edge].length;
            if (choice[end.edge] && next < distance[end.to]) {
                distance[end.to] = next;
                queue.emplace(next, end.to);
            }
        }
    }
    return distance;
}

bool Pricing::ways_suffice(const Choice& choice) const {
    if (problem_.joined_twice.empty())
        return true;
    const Choice only = only_ways(choice);
    for (std::uint32_t e = 0; e < choice.size(); ++e)
        if (only[e] && !only_ways_[e])
            return false;
    return true;
}

// Bridges (Tarjan 1974) with some of those vertices on either side.
Choice Pricing::only_ways(const Choice& choice) const {
    Choice out(problem_.edges.size());
    std::vector<std::uint32_t> inside(problem_.vertices), seen(problem_.vertices), low(problem_.vertices);
    std::vector<std::uint32_t> in_part(parts_);
    for (const std::uint32_t vertex : problem_.joined_twice) {
        ++inside[vertex];
        ++in_part[part_[vertex]];
    }
    std::uint32_t turn = 0;
    const auto visit = [&](const auto& self, std::uint32_t here, std::uint32_t by) -> void {
        seen[here] = low[here] = ++turn;
        for (const End& end : ends_[here]) {
            if (!choice[end.edge] || end.edge == by)
                continue;
            if (!seen[end.to]) {
                self(self, end.to, end.edge);
                inside[here] += inside[end.to];
                out[end.edge] = low[end.to] > seen[here] && inside[end.to] > 0 && inside[end.to] < in_part[part_[here]];
            }
            low[here] = std::min(low[here], low[end.to]);
        }
    };
    for (const std::uint32_t vertex : problem_.joined_twice)
        if (!seen[vertex])
            visit(visit, vertex, static_cast<std::uint32_t>(problem_.edges.size()));
    return out;
}

// At each vertex one for every axis after the first.
std::int64_t Pricing::fittings(const Choice& choice) const {
    std::int64_t sum = 0;
    std::vector<std::int32_t> axes;
    for (const std::vector<End>& ends : ends_) {
        axes.clear();
        for (const End& end : ends)
            if (choice[end.edge] && std::find(axes.begin(), axes.end(), end.axis) == axes.end())
                axes.push_back(end.axis);
        sum += std::max<std::int64_t>(0, static_cast<std::int64_t>(axes.size()) - 1);
    }
    return sum;
}

} // namespace riser::laying
