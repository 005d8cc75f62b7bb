// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces in every state are those that a search finds with the links taken out.
#include "solvers/graph/resilience/changing_forest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace riser {
namespace {

std::vector<std::uint32_t> searched(const LinkNetwork& network, const std::vector<NetLink>& gone) {
    std::vector<std::uint32_t> piece(network.nodes, ~0U);
    for (std::uint32_t start = 0; start < network.nodes; ++start) {
        if (piece[start] != ~0U)
            continue;
        std::vector<std::uint32_t> open{start};
        piece[start] = start;
        while (!open.empty()) {
            const std::uint32_t here = open.back();
            open.pop_back();
            for (std::size_t l = 0; l < network.links.size(); ++l) {
                if (std::find(gone.begin(), gone.end(), static_cast<NetLink>(l)) != gone.end())
                    continue;
                const auto a = static_cast<std::uint32_t>(network.links[l].a);
                const auto b = static_cast<std::uint32_t>(network.links[l].b);
                for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)})
                    if (from == here && piece[to] == ~0U) {
                        piece[to] = start;
                        open.push_back(to);
                    }
            }
        }
    }
    return piece;
}

TEST(ChangingForest, PiecesAreThoseOfASearch) {
    std::mt19937_64 dice(2);
    std::size_t apart = 0;
    for (int round = 0; round < 600; ++round) {
        LinkNetwork network{.nodes = static_cast<std::uint32_t>(1 + dice() % 9), .links = {}};
        for (std::size_t l = dice() % 14; l > 0; --l)
            network.links.push_back(
                {static_cast<NetNode>(dice() % network.nodes), static_cast<NetNode>(dice() % network.nodes)});
        const auto some_links = [&](std::size_t few) {
            std::set<NetLink> out;
            for (std::size_t k = dice() % few; k > 0 && !network.links.empty(); --k)
                out.insert(static_cast<NetLink>(dice() % network.links.size()));
            return out;
        };
        const std::set<NetLink> out_of_all = some_links(3);
        const std::vector<NetLink> never(out_of_all.begin(), out_of_all.end());
        std::vector<std::vector<NetLink>> lists(dice() % 12);
        for (auto& list : lists)
            for (const NetLink link : some_links(5))
                if (!out_of_all.contains(link))
                    list.push_back(link);
        const GoneLinks gone(lists.begin(), lists.end());
        const std::size_t middle = gone.size() / 3;
        std::size_t expected = 0;
        for (const auto& [first, last] : {std::pair<std::size_t, std::size_t>(0, middle), {middle, gone.size()}}) {
            const auto look = [&](std::size_t state, const Pieces& pieces) {
                EXPECT_EQ(state, expected++);
                std::vector<NetLink> all = never;
                all.insert(all.end(), gone[state].begin(), gone[state].end());
                const std::vector<std::uint32_t> truth = searched(network, all);
                for (std::uint32_t a = 0; a < network.nodes; ++a) {
                    std::vector<std::uint32_t> members, same;
                    pieces.each_in_piece(static_cast<NetNode>(a),
                                         [&](NetNode n) { members.push_back(static_cast<std::uint32_t>(n)); });
                    std::sort(members.begin(), members.end());
                    for (std::uint32_t b = 0; b < network.nodes; ++b) {
                        EXPECT_EQ(pieces.together(static_cast<NetNode>(a), static_cast<NetNode>(b)),
                                  truth[a] == truth[b]);
                        if (truth[a] == truth[b])
                            same.push_back(b);
                        apart += truth[a] != truth[b];
                    }
                    EXPECT_EQ(members, same);
                    EXPECT_EQ(pieces.size_of(static_cast<NetNode>(a)), same.size());
                }
                return true;
            };
            visit_states(network, gone, first, last, look, never);
        }
        EXPECT_EQ(expected, gone.size());
    }
    EXPECT_GT(apart, 10'000U);
}

TEST(ChangingForest, EndsWhenTold) {
    const LinkNetwork network{.nodes = 2, .links = {{NetNode{0}, NetNode{1}}}};
    const GoneLinks gone(8);
    int seen = 0;
    visit_states(network, gone, 0, 8, [&](std::size_t, const Pieces&) { return ++seen < 3; });
    EXPECT_EQ(seen, 3);
}

} // namespace
} // namespace riser
