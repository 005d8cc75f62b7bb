// SPDX-License-Identifier: GPL-3.0-or-later
// Small networks with shared risks at random, and the plain answers: what is reached when these risks fail, and every
// way by the risks it takes.
#pragma once

#include "solvers/graph/resilience/risk_network.h"

#include <algorithm>
#include <random>
#include <set>

namespace riser::test {

using RiskMask = std::uint32_t;

inline RiskMask mask_of(const RiskSet& risks) {
    RiskMask out = 0;
    for (const NetRisk risk : risks)
        out |= RiskMask{1} << at(risk);
    return out;
}

struct RandomRisks {
    explicit RandomRisks(std::uint32_t seed) : random(seed) {}
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); }
    NetNode node(const RiskNetwork& network) { return NetNode{below(network.net.nodes)}; }
    RiskSet some(std::uint32_t risks, std::uint32_t most) {
        std::set<NetRisk> out;
        for (std::uint32_t i = below(most + 1); i > 0; --i)
            out.insert(NetRisk{below(risks)});
        return {out.begin(), out.end()};
    }
    RiskNetwork network(std::uint32_t most_nodes = 7, std::uint32_t most_risks = 8) {
        RiskNetwork out;
        out.net.nodes = 2 + below(most_nodes - 1);
        out.risks = 1 + below(most_risks);
        const std::uint32_t more = below(2 * out.net.nodes);
        for (std::uint32_t i = 0; i < out.net.nodes / 2 + more; ++i) {
            out.net.links.push_back({node(out), node(out)});
            out.of_link.push_back(some(out.risks, 3));
        }
        out.feeds.resize(out.net.nodes);
        for (std::vector<RiskSet>& feeds : out.feeds)
            for (std::uint32_t i = below(4) == 0 ? 1 + below(3) : 0; i > 0; --i)
                feeds.push_back(some(out.risks, 2));
        if (below(2) == 0)
            for (std::uint32_t v = 0; v < out.net.nodes; ++v)
                out.leaf.push_back(below(4) == 0);
        return out;
    }
    RiskTerminals terminals(const RiskNetwork& network) {
        RiskTerminals out;
        for (std::uint32_t i = 1 + below(2); i > 0; --i)
            out.from.push_back(node(network));
        for (std::uint32_t i = 1 + below(2); i > 0; --i)
            out.to.push_back(node(network));
        if (below(3) == 0)
            out.sure = some(network.risks, 2);
        return out;
    }
    std::mt19937 random;
};

// Whether some way is left when the risks fail.
inline bool joined(const RiskNetwork& network, const RiskTerminals& terminals, RiskMask failed) {
    failed &= ~mask_of(terminals.sure);
    const auto stands = [&](NetNode node) {
        const auto& feeds = network.feeds[at(node)];
        return feeds.empty() ||
               std::ranges::any_of(feeds, [&](const RiskSet& feed) { return (mask_of(feed) & failed) == 0; });
    };
    std::set<NetNode> reached;
    for (const NetNode node : terminals.from)
        if (stands(node))
            reached.insert(node);
    const auto among = [](NetNode node, const std::vector<NetNode>& nodes) {
        return std::ranges::find(nodes, node) != nodes.end();
    };
    for (bool more = true; more;) {
        more = false;
        for (std::size_t l = 0; l < network.net.links.size(); ++l) {
            const auto [a, b] = network.net.links[l];
            if ((mask_of(network.of_link[l]) & failed) == 0 && reached.contains(a) != reached.contains(b))
                if (const NetNode next = reached.contains(a) ? b : a, last = next == b ? a : b;
                    stands(next) && (!network.is_leaf(next) || among(next, terminals.to)) &&
                    (!network.is_leaf(last) || among(last, terminals.from)))
                    more = reached.insert(next).second || more;
        }
    }
    return std::ranges::any_of(terminals.to, [&](NetNode node) { return reached.contains(node); });
}

// The risks of every way that passes no node twice, with every choice of feeds.
class AllWays {
  public:
    AllWays(const RiskNetwork& network, const RiskTerminals& terminals)
        : network_(network), terminals_(terminals), passed_(network.net.nodes, false) {
        for (const NetNode node : terminals.from)
            enter(node, 0);
    }
    const std::set<RiskMask>& ways() const { return ways_; }
    // The most that share nothing; none of them may be empty.
    std::uint32_t most_apart() const { return most_apart(ways_.begin(), 0); }

  private:
    void enter(NetNode node, RiskMask taken) {
        if (passed_[at(node)])
            return;
        passed_[at(node)] = true;
        const auto& feeds = network_.feeds[at(node)];
        if (feeds.empty())
            leave(node, taken);
        for (const RiskSet& feed : feeds)
            leave(node, taken | mask_of(feed));
        passed_[at(node)] = false;
    }
    void leave(NetNode node, RiskMask taken) {
        if (std::ranges::find(terminals_.to, node) != terminals_.to.end())
            ways_.insert(taken & ~mask_of(terminals_.sure));
        if (network_.is_leaf(node) && std::ranges::count(passed_, true) > 1)
            return;
        for (std::size_t l = 0; l < network_.net.links.size(); ++l) {
            const auto [a, b] = network_.net.links[l];
            if (a == node || b == node)
                enter(a == node ? b : a, taken | mask_of(network_.of_link[l]));
        }
    }
    std::uint32_t most_apart(std::set<RiskMask>::const_iterator from, RiskMask taken) const {
        std::uint32_t most = 0;
        for (auto way = from; way != ways_.end(); ++way)
            if ((*way & taken) == 0)
                most = std::max(most, 1 + most_apart(std::next(way), taken | *way));
        return most;
    }

    const RiskNetwork& network_;
    const RiskTerminals& terminals_;
    std::vector<bool> passed_;
    std::set<RiskMask> ways_;
};

} // namespace riser::test
