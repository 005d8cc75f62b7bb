// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/resilience/risk_arcs.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <set>

namespace riser {

namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

RiskSet common_to(std::span<const RiskSet> feeds) {
    RiskSet out = feeds.front();
    for (const RiskSet& feed : feeds.subspan(1)) {
        RiskSet both;
        std::ranges::set_intersection(out, feed, std::back_inserter(both));
        out = std::move(both);
    }
    return out;
}

// Vertices of a node: where it is entered, then where its feeds part, then where it is left.
std::uint32_t entry(NetNode node) { return 3 * static_cast<std::uint32_t>(node); }

} // namespace

RiskArcs::RiskArcs(const RiskNetwork& network)
    : nodes_(network.net.nodes), risks_(network.risks), arcs_on_(network.risks, 0) {
    for (std::uint32_t v = 0; v < network.net.nodes; ++v)
        add_node(NetNode{v},
                 v < network.feeds.size() ? std::span<const RiskSet>(network.feeds[v]) : std::span<const RiskSet>());
    for (std::uint32_t l = 0; l < network.net.links.size(); ++l)
        if (const auto [a, b] = network.net.links[l]; a != b) {
            add_link(NetLink{l}, a, b, network);
            add_link(NetLink{l}, b, a, network);
        }
    out_.resize(3 * std::size_t{nodes_});
    in_.resize(out_.size());
    for (std::uint32_t a = 0; a < arcs_.size(); ++a) {
        out_[arcs_[a].from].push_back(a);
        in_[arcs_[a].to].push_back(a);
        for (const NetRisk risk : arcs_[a].risks)
            ++arcs_on_[at(risk)];
    }
}

void RiskArcs::add_node(NetNode node, std::span<const RiskSet> feeds) {
    const RiskSet common = feeds.empty() ? RiskSet{} : common_to(feeds);
    add(entry(node), entry(node) + 1, common);
    arcs_.back().node = node;
    std::set<RiskSet> rests;
    for (const RiskSet& feed : feeds) {
        RiskSet rest;
        std::ranges::set_difference(feed, common, std::back_inserter(rest));
        rests.insert(std::move(rest));
    }
    if (rests.empty() || rests.begin()->empty()) // one feed needs no more than all do
        rests = {RiskSet{}};
    for (const RiskSet& rest : rests)
        add(entry(node) + 1, entry(node) + 2, rest);
}

void RiskArcs::add_link(NetLink link, NetNode from, NetNode to, const RiskNetwork& network) {
    add(entry(from) + 2, entry(to), at(link) < network.of_link.size() ? network.of_link[at(link)] : RiskSet{});
    arcs_.back().link = link;
    if (network.is_leaf(to))
        arcs_.back().ends_at = to;
    if (network.is_leaf(from))
        arcs_.back().begins_at = from;
}

void RiskArcs::add(std::uint32_t from, std::uint32_t to, RiskSet risks) {
    arcs_.push_back({.from = from, .to = to, .risks = std::move(risks)});
}

RiskArcs::Ends RiskArcs::ends_of(const RiskTerminals& terminals) const {
    Ends out;
    out.goal.assign(out_.size(), 0);
    out.begins.assign(nodes_, 0);
    out.ends.assign(nodes_, 0);
    out.sure.assign(risks_, 0);
    for (const NetNode node : std::set<NetNode>(terminals.from.begin(), terminals.from.end())) {
        out.from.push_back(entry(node));
        out.begins[at(node)] = 1;
    }
    for (const NetNode node : terminals.to) {
        out.goal[entry(node) + 2] = 1;
        out.ends[at(node)] = 1;
    }
    for (const NetRisk risk : terminals.sure)
        out.sure[at(risk)] = 1;
    return out;
}

std::optional<RiskArcs::Way> RiskArcs::cheapest(const Ends& ends, const std::vector<std::uint8_t>& barred,
                                                const std::vector<std::uint32_t>& price) const {
    std::vector<std::uint64_t> cost(out_.size(), std::numeric_limits<std::uint64_t>::max());
    std::vector<std::uint32_t> by(out_.size(), none);
    using Reached = std::pair<std::uint64_t, std::uint32_t>;
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> queue;
    for (const std::uint32_t vertex : ends.from) {
        cost[vertex] = 0;
        queue.push({0, vertex});
    }
    while (!queue.empty()) {
        const auto [here, vertex] = queue.top();
        queue.pop();
        if (here > cost[vertex])
            continue;
        if (ends.goal[vertex]) {
            Way way;
            for (std::uint32_t v = vertex; by[v] != none; v = arcs_[by[v]].from)
                way.push_back(by[v]);
            std::ranges::reverse(way);
            return way;
        }
        for (const std::uint32_t a : out_[vertex]) {
            const Arc& arc = arcs_[a];
            if (!passes(ends, arc))
                continue;
            std::uint64_t there = here;
            bool open = true;
            for (const NetRisk risk : arc.risks)
                if (!ends.sure[at(risk)]) {
                    open = open && !barred[at(risk)];
                    there += price[at(risk)];
                }
            if (open && there < cost[arc.to]) {
                cost[arc.to] = there;
                by[arc.to] = a;
                queue.push({there, arc.to});
            }
        }
    }
    return std::nullopt;
}

// What is sent along arcs, by augmenting ways.
class RiskFlow {
  public:
    RiskFlow(std::vector<std::uint32_t> room) : room_(std::move(room)), sent_(room_.size(), 0) {}
    bool there(std::uint32_t arc) const { return sent_[arc] < room_[arc]; }
    bool back(std::uint32_t arc) const { return sent_[arc] > 0; }
    void send(std::uint32_t arc) { ++sent_[arc]; }
    void take(std::uint32_t arc) { --sent_[arc]; }

  private:
    std::vector<std::uint32_t> room_, sent_;
};

std::uint32_t RiskArcs::flow(const Ends& ends, const std::function<bool(const Arc&)>& open,
                             std::uint32_t enough) const {
    std::vector<std::uint32_t> room(arcs_.size(), 0);
    for (std::uint32_t a = 0; a < arcs_.size(); ++a)
        if (passes(ends, arcs_[a]) && open(arcs_[a]))
            room[a] =
                std::ranges::all_of(arcs_[a].risks, [&](NetRisk r) { return ends.sure[at(r)] != 0; }) ? enough : 1;
    RiskFlow sent(std::move(room));
    for (std::uint32_t flow = 0; flow < enough; ++flow) {
        std::vector<std::uint32_t> by(out_.size(), none);
        std::vector<std::uint8_t> seen(out_.size(), 0);
        std::vector<std::uint32_t> queue = ends.from;
        for (const std::uint32_t vertex : queue)
            seen[vertex] = 1;
        const auto reach = [&](std::uint32_t vertex, std::uint32_t arc) {
            if (!seen[vertex]) {
                seen[vertex] = 1;
                by[vertex] = arc;
                queue.push_back(vertex);
            }
        };
        std::optional<std::uint32_t> goal;
        for (std::size_t head = 0; head < queue.size() && !goal; ++head) {
            if (ends.goal[queue[head]]) {
                goal = queue[head];
                break;
            }
            for (const std::uint32_t a : out_[queue[head]])
                if (sent.there(a))
                    reach(arcs_[a].to, a);
            for (const std::uint32_t a : in_[queue[head]])
                if (sent.back(a))
                    reach(arcs_[a].from, a);
        }
        if (!goal)
            return flow;
        for (std::uint32_t v = *goal; by[v] != none;) {
            const std::uint32_t a = by[v];
            const bool there = arcs_[a].to == v;
            there ? sent.send(a) : sent.take(a);
            v = there ? arcs_[a].from : arcs_[a].to;
        }
    }
    return enough;
}

RiskSet RiskArcs::risks_of(const Ends& ends, const Way& way) const {
    RiskSet out;
    for (const std::uint32_t arc : way)
        std::ranges::copy_if(arcs_[arc].risks, std::back_inserter(out),
                             [&](NetRisk risk) { return ends.sure[at(risk)] == 0; });
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

} // namespace riser
