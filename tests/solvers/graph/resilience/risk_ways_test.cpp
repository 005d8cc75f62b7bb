// SPDX-License-Identifier: GPL-3.0-or-later
// Ways that share no risk and the fewest risks that part two ends, against every way and every set of risks of small
// random networks.
#include "solvers/graph/resilience/disjoint_paths.h"
#include "solvers/graph/resilience/risk_ways.h"
#include "tests/solvers/graph/resilience/random_risks.h"

#include <gtest/gtest.h>

#include <bit>

namespace riser {
namespace {

using test::mask_of;
using test::RandomRisks;
using test::RiskMask;

constexpr int rounds = 4'000;

// The fewest risks whose loss parts the terminals; nothing when not even all do.
std::optional<std::uint32_t> fewest(const RiskNetwork& network, const RiskTerminals& terminals) {
    std::optional<std::uint32_t> out;
    for (RiskMask failed = 0; failed < RiskMask{1} << network.risks; ++failed)
        if (const auto size = static_cast<std::uint32_t>(std::popcount(failed));
            (!out || size < *out) && (failed & mask_of(terminals.sure)) == 0 &&
            !test::joined(network, terminals, failed))
            out = size;
    return out;
}

TEST(RiskCut, IsTheFewestRisksThatPart) {
    RandomRisks random(1);
    int cuts = 0, none = 0;
    for (int round = 0; round < rounds; ++round) {
        const RiskNetwork network = random.network();
        const RiskTerminals terminals = random.terminals(network);
        const auto wanted = fewest(network, terminals);
        const RiskCut found = smallest_risk_cut(network, terminals);
        ASSERT_EQ(found.cut.has_value(), wanted.has_value());
        ASSERT_EQ(found.outcome, wanted ? Outcome::complete : Outcome::infeasible);
        none += !wanted;
        if (!wanted)
            continue;
        ASSERT_EQ(found.cut->size(), *wanted);
        ASSERT_EQ(found.bound, *wanted);
        ASSERT_FALSE(test::joined(network, terminals, mask_of(*found.cut)));
        cuts += *wanted > 1;
    }
    EXPECT_GT(cuts, rounds / 20);
    EXPECT_GT(none, rounds / 100);
}

TEST(RiskCut, SingleRisksAreThoseThatPartAlone) {
    RandomRisks random(6);
    int several = 0;
    for (int round = 0; round < rounds; ++round) {
        const RiskNetwork network = random.network();
        const RiskTerminals terminals = random.terminals(network);
        RiskSet wanted;
        for (std::uint32_t risk = 0; risk < network.risks && test::joined(network, terminals, 0); ++risk)
            if (!test::joined(network, terminals, RiskMask{1} << risk))
                wanted.push_back(NetRisk{risk});
        ASSERT_EQ(single_risks(network, terminals), wanted);
        several += wanted.size() > 1;
    }
    EXPECT_GT(several, rounds / 20);
}

// Each way given is one: its links join its nodes from end to end.
void expect_way(const RiskNetwork& network, const RiskTerminals& terminals, const RiskWay& way) {
    ASSERT_EQ(way.nodes.size(), way.links.size() + 1);
    ASSERT_NE(std::ranges::find(terminals.from, way.nodes.front()), terminals.from.end());
    ASSERT_NE(std::ranges::find(terminals.to, way.nodes.back()), terminals.to.end());
    for (std::size_t i = 0; i < way.links.size(); ++i) {
        const auto [a, b] = network.net.links[at(way.links[i])];
        ASSERT_TRUE((a == way.nodes[i] && b == way.nodes[i + 1]) || (b == way.nodes[i] && a == way.nodes[i + 1]));
        ASSERT_EQ(mask_of(network.of_link[at(way.links[i])]) & ~mask_of(way.risks) & ~mask_of(terminals.sure), 0U);
    }
    // What it does not take may all fail.
    RiskNetwork alone = network;
    for (std::size_t l = 0; l < alone.net.links.size(); ++l)
        if (std::ranges::find(way.links, NetLink{static_cast<std::uint32_t>(l)}) == way.links.end())
            alone.net.links[l].b = alone.net.links[l].a;
    const RiskMask all = (RiskMask{1} << network.risks) - 1;
    ASSERT_TRUE(test::joined(alone, terminals, all & ~mask_of(way.risks)));
}

TEST(RiskWays, AreTheMostThatShareNothing) {
    RandomRisks random(2);
    int several = 0, fewer_than_cut = 0;
    for (int round = 0; round < rounds; ++round) {
        const RiskNetwork network = random.network(6);
        const RiskTerminals terminals = random.terminals(network);
        const test::AllWays all(network, terminals);
        const RiskWays found = most_risk_disjoint_ways(network, terminals);
        ASSERT_EQ(found.outcome, Outcome::complete);
        ASSERT_EQ(found.unlimited, all.ways().contains(0));
        RiskMask taken = 0;
        for (const RiskWay& way : found.ways) {
            expect_way(network, terminals, way);
            ASSERT_EQ(taken & mask_of(way.risks), 0U);
            taken |= mask_of(way.risks);
        }
        if (found.unlimited)
            continue;
        ASSERT_EQ(found.ways.size(), all.most_apart());
        ASSERT_EQ(found.bound, found.ways.size());
        several += found.ways.size() > 1;
        fewer_than_cut += found.ways.size() < smallest_risk_cut(network, terminals).cut->size();
    }
    EXPECT_GT(several, rounds / 20);
    EXPECT_GT(fewer_than_cut, 0);
}

// With a risk a link, or a node, they are the ways that share no link, or no node.
TEST(RiskWays, AreMengersWhereNothingIsShared) {
    RandomRisks random(3);
    for (int round = 0; round < 500; ++round) {
        RiskNetwork links{.net = random.network().net, .risks = 0, .of_link = {}, .feeds = {}};
        const NetNode from{0}, to{1};
        RiskNetwork nodes = links;
        for (std::uint32_t l = 0; l < links.net.links.size(); ++l)
            links.of_link.push_back({NetRisk{links.risks++}});
        ASSERT_EQ(most_risk_disjoint_ways(links, {{from}, {to}, {}}).ways.size(),
                  link_disjoint_paths(links.net, from, to));
        nodes.of_link.resize(nodes.net.links.size());
        for (std::uint32_t v = 0; v < nodes.net.nodes; ++v)
            nodes.feeds.push_back({{NetRisk{nodes.risks++}}});
        const RiskWays apart = most_risk_disjoint_ways(nodes, {{from}, {to}, {NetRisk{0}, NetRisk{1}}});
        if (!apart.unlimited) {
            ASSERT_EQ(apart.ways.size(), node_disjoint_paths(nodes.net, from, to));
        }
    }
}

// A shaft that three of four cables climb: merged into a node it would invent a way between cables that only pass.
TEST(RiskWays, CablesOfOneShaftAreOneWay) {
    const NetNode access{0}, core{1};
    RiskNetwork network{.net = {2, {{access, core}, {access, core}, {access, core}, {access, core}}},
                        .risks = 5,
                        .of_link = {{NetRisk{0}, NetRisk{4}}, {NetRisk{1}, NetRisk{4}}, {NetRisk{2}, NetRisk{4}}},
                        .feeds = {}};
    network.of_link.push_back({NetRisk{3}});
    EXPECT_EQ(most_risk_disjoint_ways(network, {{access}, {core}, {}}).ways.size(), 2U);
    EXPECT_EQ(smallest_risk_cut(network, {{access}, {core}, {}}).cut, (RiskSet{NetRisk{3}, NetRisk{4}}));
    EXPECT_EQ(smallest_risk_cut(network, {{access}, {core}, {NetRisk{3}}}).outcome, Outcome::infeasible);
}

TEST(RiskWays, KeepTheirBoundsWhenCutOff) {
    RandomRisks random(4);
    int cut_off = 0;
    for (int round = 0; round < 1'000; ++round) {
        const RiskNetwork network = random.network(7, 12);
        const RiskTerminals terminals = random.terminals(network);
        const RiskWays whole = most_risk_disjoint_ways(network, terminals);
        const RiskCut whole_cut = smallest_risk_cut(network, terminals);
        for (const std::size_t branches : {0U, 1U, 2U, 4U}) {
            const RiskWays ways = most_risk_disjoint_ways(network, terminals, {.most_branches = branches});
            ASSERT_LE(ways.ways.size(), whole.ways.size());
            ASSERT_GE(ways.bound, whole.ways.size());
            ASSERT_EQ(ways.outcome == Outcome::complete, ways.unlimited || ways.bound == ways.ways.size());
            const RiskCut cut = smallest_risk_cut(network, terminals, {.most_branches = branches});
            if (!whole_cut.cut)
                continue;
            ASSERT_LE(cut.bound, whole_cut.cut->size());
            if (cut.cut) {
                ASSERT_GE(cut.cut->size(), whole_cut.cut->size());
            }
            cut_off += cut.outcome == Outcome::limit_reached;
        }
    }
    EXPECT_GT(cut_off, 100);
}

TEST(RiskWays, StopWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    const riser::Run run{.stop = stop.get_token(), .progress = {}};
    const NetNode a{0}, b{1};
    const RiskNetwork network{
        .net = {2, {{a, b}, {a, b}}}, .risks = 2, .of_link = {{NetRisk{0}}, {NetRisk{1}}}, .feeds = {}};
    EXPECT_EQ(smallest_risk_cut(network, {{a}, {b}, {}}, {}, run).outcome, Outcome::stopped);
    const RiskWays ways = most_risk_disjoint_ways(network, {{a}, {b}, {}}, {}, run);
    EXPECT_EQ(ways.outcome, Outcome::stopped);
    EXPECT_EQ(ways.ways.size(), 1U);
    EXPECT_EQ(ways.bound, 2U);
}

} // namespace
} // namespace riser
