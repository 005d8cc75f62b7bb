// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks, bridges, disjoint ways and failing pairs, each against taking things out of small random networks and
// looking.
#include "solvers/graph/resilience/blocks.h"
#include "solvers/graph/resilience/disjoint_paths.h"
#include "solvers/graph/resilience/failing_pairs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace riser {
namespace {

// Sparse enough to fall apart, with parallel links and links from a node to itself.
LinkNetwork a_network(std::mt19937& random) {
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    LinkNetwork out;
    out.nodes = 1 + below(7);
    for (std::uint32_t links = below(2 * out.nodes + 1); links > 0; --links)
        out.links.push_back({NetNode{below(out.nodes)}, NetNode{below(out.nodes)}});
    return out;
}

// Pieces of what is left when those of the sets are gone.
int pieces(const LinkNetwork& network, const std::set<NetLink>& links, const std::set<NetNode>& nodes = {}) {
    std::vector<int> piece(network.nodes, -1);
    int count = 0;
    for (std::uint32_t start = 0; start < network.nodes; ++start) {
        if (piece[start] >= 0 || nodes.contains(NetNode{start}))
            continue;
        std::vector<std::uint32_t> reached{start};
        piece[start] = count;
        for (std::size_t head = 0; head < reached.size(); ++head)
            for (std::uint32_t i = 0; i < network.links.size(); ++i) {
                const auto [a, b] = network.links[i];
                const NetNode here{reached[head]};
                if (links.contains(NetLink{i}) || (a != here && b != here))
                    continue;
                const NetNode there = a == here ? b : a;
                if (!nodes.contains(there) && piece[at(there)] < 0) {
                    piece[at(there)] = count;
                    reached.push_back(static_cast<std::uint32_t>(there));
                }
            }
        ++count;
    }
    return count;
}

// The fewest of `all` things whose loss leaves more than one piece; `all` of them when none does.
template<class Thing, class Pieces> std::uint32_t fewest(std::uint32_t all, Pieces left) {
    std::uint32_t least = all;
    for (std::uint32_t mask = 0; mask < (1U << all); ++mask) {
        std::set<Thing> gone;
        for (std::uint32_t i = 0; i < all; ++i)
            if (mask >> i & 1U)
                gone.insert(Thing{i});
        if (gone.size() < least && left(gone) > 1)
            least = static_cast<std::uint32_t>(gone.size());
    }
    return least;
}

TEST(Blocks, AgreeWithTakingThingsOut) {
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        const LinkNetwork network = a_network(random);
        const Blocks blocks = blocks_of(network);
        const int whole = pieces(network, {});
        ASSERT_EQ(static_cast<int>(blocks.components), whole);
        for (std::uint32_t i = 0; i < network.links.size(); ++i) {
            ASSERT_EQ(std::ranges::binary_search(blocks.bridges, NetLink{i}), pieces(network, {NetLink{i}}) > whole);
            const auto [a, b] = network.links[i];
            ASSERT_EQ(blocks.component[at(a)], blocks.component[at(b)]);
            ASSERT_EQ(blocks.block[i] == no_block, a == b);
        }
        for (std::uint32_t v = 0; v < network.nodes; ++v) {
            const int without = pieces(network, {}, {NetNode{v}});
            ASSERT_EQ(std::ranges::binary_search(blocks.articulation_points, NetNode{v}), without > whole);
            ASSERT_EQ(static_cast<int>(blocks.blocks_at[v]), without - whole + 1);
            const Blocks left = blocks_of(network, {.node = NetNode{v}, .link = {}});
            ASSERT_EQ(static_cast<int>(left.components), without);
            ASSERT_EQ(left.component[v], no_block);
            for (std::uint32_t w = 0; w < network.nodes; ++w)
                ASSERT_TRUE(w == v || left.component[w] < left.components);
        }
    }
}

// Two links are of one block exactly when some way out and back uses both and passes no node twice.
TEST(Blocks, TwoTrianglesThatShareANodeAreTwo) {
    const auto link = [](std::uint32_t a, std::uint32_t b) { return LinkEnds{NetNode{a}, NetNode{b}}; };
    const LinkNetwork network{6, {link(0, 1), link(1, 2), link(2, 0), link(2, 3), link(3, 4), link(4, 2), link(4, 5)}};
    const Blocks blocks = blocks_of(network);
    EXPECT_EQ(blocks.count, 3U);
    EXPECT_EQ(blocks.block[0], blocks.block[2]);
    EXPECT_EQ(blocks.block[3], blocks.block[5]);
    EXPECT_NE(blocks.block[0], blocks.block[3]);
    EXPECT_EQ(blocks.articulation_points, (std::vector{NetNode{2}, NetNode{4}}));
    EXPECT_EQ(blocks.bridges, std::vector{NetLink{6}});
    const LinkNetwork doubled{2, {link(0, 1), link(1, 0)}};
    EXPECT_TRUE(blocks_of(doubled).bridges.empty());
    EXPECT_EQ(blocks_of(doubled).count, 1U);
}

TEST(FailingPairs, AgreeWithTakingEachPairOut) {
    std::mt19937 random(2);
    for (int round = 0; round < 1000; ++round) {
        const LinkNetwork network = a_network(random);
        const int whole = pieces(network, {});
        FailingPairs wanted;
        for (std::uint32_t i = 0; i < network.links.size(); ++i)
            for (std::uint32_t j = i + 1; j < network.links.size(); ++j)
                if (pieces(network, {NetLink{i}, NetLink{j}}) > whole)
                    wanted.links.emplace_back(NetLink{i}, NetLink{j});
        for (std::uint32_t v = 0; v < network.nodes; ++v)
            for (std::uint32_t w = v + 1; w < network.nodes; ++w)
                if (pieces(network, {}, {NetNode{v}, NetNode{w}}) > whole)
                    wanted.nodes.emplace_back(NetNode{v}, NetNode{w});
        const FailingPairs found = failing_pairs(network);
        ASSERT_EQ(found.outcome, Outcome::complete);
        ASSERT_EQ(found.links, wanted.links);
        ASSERT_EQ(found.nodes, wanted.nodes);
    }
}

TEST(FailingPairs, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    const LinkNetwork network{2, {{NetNode{0}, NetNode{1}}}};
    EXPECT_EQ(failing_pairs(network, {.stop = stop.get_token(), .progress = {}}).outcome, Outcome::stopped);
}

TEST(DisjointPaths, ConnectivityIsTheFewestLossesThatPartTheNetwork) {
    std::mt19937 random(3);
    for (int round = 0; round < 400; ++round) {
        const LinkNetwork network = a_network(random);
        const auto links = static_cast<std::uint32_t>(network.links.size());
        if (network.nodes == 1) {
            ASSERT_EQ(link_connectivity(network), 0U);
            ASSERT_EQ(node_connectivity(network), 0U);
            continue;
        }
        if (links <= 10) {
            ASSERT_EQ(link_connectivity(network),
                      fewest<NetLink>(links, [&](const auto& gone) { return pieces(network, gone); }));
        }
        const std::uint32_t nodes =
            fewest<NetNode>(network.nodes, [&](const auto& gone) { return pieces(network, {}, gone); });
        ASSERT_EQ(node_connectivity(network), std::min(nodes, network.nodes - 1));
    }
}

// Menger: as many ways as the fewest things whose loss parts the two.
TEST(DisjointPaths, AreAsManyAsTheLeastCutBetweenTwoNodes) {
    std::mt19937 random(4);
    for (int round = 0; round < 400; ++round) {
        const LinkNetwork network = a_network(random);
        const auto links = static_cast<std::uint32_t>(network.links.size());
        if (network.nodes < 2 || links > 9)
            continue;
        const NetNode from{0}, to{1};
        const auto joined = [&](const std::set<NetLink>& gone, const std::set<NetNode>& lost) {
            LinkNetwork left{network.nodes, {}};
            for (std::uint32_t i = 0; i < links; ++i)
                if (!gone.contains(NetLink{i}) && !lost.contains(network.links[i].a) &&
                    !lost.contains(network.links[i].b))
                    left.links.push_back(network.links[i]);
            const Blocks blocks = blocks_of(left);
            return blocks.component[at(from)] == blocks.component[at(to)];
        };
        const auto parts = [&](const std::set<NetLink>& gone) { return joined(gone, {}) ? 1 : 2; };
        ASSERT_EQ(link_disjoint_paths(network, from, to), fewest<NetLink>(links, parts));
        const bool next = std::ranges::any_of(network.links, [&](const LinkEnds& link) {
            return (link.a == from && link.b == to) || (link.a == to && link.b == from);
        });
        if (next)
            continue;
        const std::uint32_t between = fewest<NetNode>(network.nodes, [&](const std::set<NetNode>& gone) {
            return gone.contains(from) || gone.contains(to) || joined({}, gone) ? 1 : 2;
        });
        ASSERT_EQ(node_disjoint_paths(network, from, to), between == network.nodes ? 0U : between);
    }
}

} // namespace
} // namespace riser
