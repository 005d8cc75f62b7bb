// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/fix_reach.h"

#include <algorithm>

namespace riser::detail {

namespace {
std::uint32_t entry(NetNode node) { return 2 * static_cast<std::uint32_t>(node); }
} // namespace

FixReach::FixReach(const FixProblem& problem) : problem_(problem) {
    add_nodes();
    std::vector<std::vector<std::uint32_t>> dropped_by(problem.network.net.links.size());
    for (std::uint32_t c = 0; c < problem.changes.size(); ++c)
        for (const NetLink link : problem.changes[c].drops)
            dropped_by[at(link)].push_back(c);
    for (std::size_t l = 0; l < problem.network.net.links.size(); ++l)
        add_link(problem.network.net.links[l],
                 l < problem.network.of_link.size() ? problem.network.of_link[l] : RiskSet{}, {}, dropped_by[l]);
    for (std::uint32_t c = 0; c < problem.changes.size(); ++c)
        for (std::size_t l = 0; l < problem.changes[c].adds.size(); ++l)
            add_link(problem.changes[c].adds[l],
                     l < problem.changes[c].of_added.size() ? problem.changes[c].of_added[l] : RiskSet{}, c, {});
    out_.resize(2 * std::size_t{problem.network.net.nodes});
    in_.resize(out_.size());
    for (std::uint32_t a = 0; a < arcs_.size(); ++a) {
        out_[arcs_[a].from].push_back(a);
        in_[arcs_[a].to].push_back(a);
    }
}

void FixReach::add_nodes() {
    const auto& feeds = problem_.network.feeds;
    const auto fed = [&](NetNode node) { return at(node) < feeds.size() && !feeds[at(node)].empty(); };
    for (std::uint32_t v = 0; v < problem_.network.net.nodes; ++v) {
        if (!fed(NetNode{v}))
            arcs_.push_back({.from = 2 * v, .to = 2 * v + 1});
        else
            for (const RiskSet& feed : feeds[v])
                arcs_.push_back({.from = 2 * v, .to = 2 * v + 1, .risks = feed});
    }
    for (std::uint32_t c = 0; c < problem_.changes.size(); ++c)
        for (const auto& [node, feed] : problem_.changes[c].feeds)
            if (fed(node))
                arcs_.push_back({.from = entry(node), .to = entry(node) + 1, .risks = feed, .added_by = c});
}

void FixReach::add_link(const LinkEnds& ends, const RiskSet& risks, std::optional<std::uint32_t> added_by,
                        const std::vector<std::uint32_t>& dropped_by) {
    for (const auto& [from, to] : {std::pair(ends.a, ends.b), std::pair(ends.b, ends.a)}) {
        Arc arc{
            .from = entry(from) + 1, .to = entry(to), .risks = risks, .added_by = added_by, .dropped_by = dropped_by};
        if (problem_.network.is_leaf(to))
            arc.ends_at = to;
        if (problem_.network.is_leaf(from))
            arc.begins_at = from;
        arcs_.push_back(std::move(arc));
    }
}

bool FixReach::holds(const Arc& arc, const ReachNeed& need) const {
    const RiskTerminals& ends = problem_.terminals[need.terminals];
    const auto among = [](const std::optional<NetNode>& leaf, const std::vector<NetNode>& nodes) {
        return !leaf || std::ranges::find(nodes, *leaf) != nodes.end();
    };
    return among(arc.ends_at, ends.to) && among(arc.begins_at, ends.from) &&
           (!need.lost || !std::ranges::binary_search(arc.risks, *need.lost) ||
            std::ranges::binary_search(ends.sure, *need.lost));
}

std::vector<std::uint8_t> FixReach::reached(const ReachNeed& need, Side side,
                                            const std::vector<std::uint8_t>& there) const {
    const RiskTerminals& terminals = problem_.terminals[need.terminals];
    std::vector<std::uint8_t> out(out_.size(), 0);
    std::vector<std::uint32_t> queue;
    const auto reach = [&](std::uint32_t vertex) {
        if (!out[vertex]) {
            out[vertex] = 1;
            queue.push_back(vertex);
        }
    };
    for (const NetNode node : side == Side::from ? terminals.from : terminals.to)
        reach(entry(node) + (side == Side::to));
    for (std::size_t head = 0; head < queue.size(); ++head)
        for (const std::uint32_t a : side == Side::from ? out_[queue[head]] : in_[queue[head]])
            if (there[a] && holds(arcs_[a], need))
                reach(side == Side::from ? arcs_[a].to : arcs_[a].from);
    return out;
}

bool FixReach::met(const ReachNeed& need, Side side, const std::vector<std::uint8_t>& reached) const {
    const RiskTerminals& terminals = problem_.terminals[need.terminals];
    return std::ranges::any_of(side == Side::from ? terminals.to : terminals.from,
                               [&](NetNode node) { return reached[entry(node) + (side == Side::from)] != 0; });
}

std::optional<FixReach::Border> FixReach::border(const ReachNeed& need, const std::vector<std::uint8_t>& made,
                                                 Side side) const {
    std::vector<std::uint8_t> there(arcs_.size());
    for (std::size_t a = 0; a < arcs_.size(); ++a)
        there[a] = (!arcs_[a].added_by || made[*arcs_[a].added_by]) &&
                   std::ranges::none_of(arcs_[a].dropped_by, [&](std::uint32_t c) { return made[c] != 0; });
    const std::vector<std::uint8_t> in = reached(need, side, there);
    if (met(need, side, in))
        return std::nullopt;
    Border out;
    for (std::size_t a = 0; a < arcs_.size(); ++a) {
        const Arc& arc = arcs_[a];
        const bool crosses = side == Side::from ? in[arc.from] && !in[arc.to] : in[arc.to] && !in[arc.from];
        if (!crosses || there[a] || !holds(arc, need))
            continue;
        if (arc.added_by)
            out.make.push_back(*arc.added_by);
        else
            for (const std::uint32_t c : arc.dropped_by)
                if (made[c])
                    out.unmake.push_back(c);
    }
    for (auto* list : {&out.make, &out.unmake}) {
        std::ranges::sort(*list);
        list->erase(std::ranges::unique(*list).begin(), list->end());
    }
    return out;
}

bool FixReach::met_at_best(const ReachNeed& need) const {
    return met(need, Side::from, reached(need, Side::from, std::vector<std::uint8_t>(arcs_.size(), 1)));
}

} // namespace riser::detail
