// SPDX-License-Identifier: GPL-3.0-or-later
// Dominators against taking each node out and searching, against articulation points and against the forest that is
// asked of many states at once, on random networks.
#include "solvers/graph/resilience/dominators.h"

#include "solvers/graph/resilience/blocks.h"
#include "solvers/graph/resilience/changing_forest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace riser {
namespace {

struct Case {
    LinkNetwork network;
    std::vector<NetNode> roots;
    std::vector<std::uint8_t> leaf;
};

Case random_case(std::mt19937& random, bool leaves) {
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    Case out;
    out.network.nodes = 1 + below(14);
    for (std::uint32_t i = below(2 * out.network.nodes + 1); i > 0; --i) // parallel ones and loops too
        out.network.links.push_back({NetNode{below(out.network.nodes)}, NetNode{below(out.network.nodes)}});
    for (std::uint32_t i = 1 + below(3); i > 0; --i) // some twice
        out.roots.push_back(NetNode{below(out.network.nodes)});
    for (std::uint32_t v = 0; leaves && v < out.network.nodes; ++v)
        out.leaf.push_back(below(4) == 0);
    return out;
}

// How many links from a root, `without` a node; nothing: not reached.
std::vector<std::optional<std::uint32_t>> search(const Case& given, std::optional<NetNode> without) {
    std::vector<std::optional<std::uint32_t>> far(given.network.nodes);
    std::vector<NetNode> order;
    std::set<NetNode> roots(given.roots.begin(), given.roots.end());
    for (const NetNode root : roots)
        if (root != without) {
            far[at(root)] = 0;
            order.push_back(root);
        }
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!given.leaf.empty() && given.leaf[at(order[i])] != 0 && !roots.contains(order[i]))
            continue;
        for (const auto& [a, b] : given.network.links)
            for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)})
                if (from == order[i] && to != without && !far[at(to)]) {
                    far[at(to)] = *far[at(from)] + 1;
                    order.push_back(to);
                }
    }
    return far;
}

TEST(Dominators, AreTheNodesWithoutWhichOneIsNotReachedNearestFirst) {
    std::mt19937 random(1);
    std::size_t none = 0, some = 0, chains = 0;
    for (int trial = 0; trial < 4'000; ++trial) {
        const Case given = random_case(random, trial % 2 == 1);
        const Dominators dominators(given.network, given.roots, given.leaf);
        const auto whole = search(given, {});
        std::vector<std::vector<std::optional<std::uint32_t>>> without;
        for (std::uint32_t v = 0; v < given.network.nodes; ++v)
            without.push_back(search(given, NetNode{v}));
        for (std::uint32_t v = 0; v < given.network.nodes; ++v) {
            ASSERT_EQ(dominators.reached(NetNode{v}), whole[v].has_value()) << "trial " << trial;
            if (!whole[v])
                continue;
            const std::vector<NetNode> before = dominators.before(NetNode{v});
            std::set<NetNode> expected;
            for (std::uint32_t gone = 0; gone < given.network.nodes; ++gone)
                if (gone != v && !without[gone][v])
                    expected.insert(NetNode{gone});
            ASSERT_EQ(std::set<NetNode>(before.begin(), before.end()), expected) << "trial " << trial << " node " << v;
            ASSERT_EQ(before.size(), expected.size());
            // Each further one stands before the one that is nearer, too.
            for (std::size_t i = 0; i + 1 < before.size(); ++i)
                ASSERT_FALSE(without[at(before[i + 1])][at(before[i])]) << "trial " << trial;
            none += before.empty();
            some += !before.empty();
            chains += before.size() > 1;
        }
    }
    std::printf("%zu nodes behind none, %zu behind some, %zu behind several\n", none, some, chains);
    EXPECT_GT(none, 3'000U);
    EXPECT_GT(some, 3'000U);
    EXPECT_GT(chains, 1'000U);
}

// Where every node passes on: of one root, those before any node are the articulation points and the root.
TEST(Dominators, OfOneRootAreItsArticulationPoints) {
    std::mt19937 random(2);
    std::size_t points = 0;
    for (int trial = 0; trial < 1'000; ++trial) {
        Case given = random_case(random, false);
        given.roots.resize(1);
        const Dominators dominators(given.network, given.roots);
        const Blocks blocks = blocks_of(given.network);
        std::set<NetNode> before;
        for (std::uint32_t v = 0; v < given.network.nodes; ++v)
            if (dominators.reached(NetNode{v}))
                for (const NetNode one : dominators.before(NetNode{v}))
                    before.insert(one);
        before.erase(given.roots.front());
        std::set<NetNode> expected;
        for (const NetNode one : blocks.articulation_points)
            if (one != given.roots.front() && dominators.reached(one))
                expected.insert(one);
        ASSERT_EQ(before, expected) << "trial " << trial;
        points += expected.size();
    }
    EXPECT_GT(points, 500U);
}

// The forest of all states, in each of which one node's links are gone.
TEST(Dominators, SayWhatTheForestOfAllStatesSays) {
    std::mt19937 random(3);
    std::size_t parted = 0;
    for (int trial = 0; trial < 1'000; ++trial) {
        Case given = random_case(random, false);
        given.roots.resize(1);
        const NetNode root = given.roots.front();
        const Dominators dominators(given.network, given.roots);
        std::vector<std::vector<NetLink>> lists(given.network.nodes);
        for (std::uint32_t l = 0; l < given.network.links.size(); ++l)
            for (const NetNode end : std::set{given.network.links[l].a, given.network.links[l].b})
                lists[at(end)].push_back(NetLink{l});
        const GoneLinks gone(lists.begin(), lists.end());
        visit_states(given.network, gone, 0, gone.size(), [&](std::size_t state, const Pieces& pieces) {
            for (std::uint32_t v = 0; v < given.network.nodes; ++v)
                if (dominators.reached(NetNode{v}) && v != state && at(root) != state) {
                    const std::vector<NetNode> before = dominators.before(NetNode{v});
                    const bool stands =
                        std::ranges::find(before, NetNode{static_cast<std::uint32_t>(state)}) == before.end();
                    EXPECT_EQ(pieces.together(NetNode{v}, root), stands) << "trial " << trial;
                    parted += !stands;
                }
            return true;
        });
    }
    EXPECT_GT(parted, 1'000U);
}

} // namespace
} // namespace riser
