// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest changes, against trying every choice of them on small random networks.
#include "solvers/graph/resilience/cheapest_fix.h"
#include "tests/solvers/graph/resilience/random_risks.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

using test::RandomRisks;
using test::RiskMask;

FixProblem a_problem(RandomRisks& random) {
    FixProblem out;
    out.network = random.network(6, 5);
    for (std::uint32_t i = 1 + random.below(2); i > 0; --i)
        out.terminals.push_back(random.terminals(out.network));
    for (std::uint32_t i = 1 + random.below(4); i > 0; --i)
        out.needs.push_back(
            {random.below(static_cast<std::uint32_t>(out.terminals.size())),
             random.below(4) == 0 ? std::nullopt : std::optional(NetRisk{random.below(out.network.risks)})});
    for (std::uint32_t i = 1 + random.below(7); i > 0; --i) {
        NetChange change;
        change.price = random.below(20);
        if (random.below(3) == 0)
            change.drops.push_back(NetLink{random.below(static_cast<std::uint32_t>(out.network.net.links.size()))});
        for (std::uint32_t n = random.below(3); n > 0; --n) {
            change.adds.push_back({random.node(out.network), random.node(out.network)});
            change.of_added.push_back(random.some(out.network.risks, 2));
        }
        if (random.below(4) == 0)
            change.feeds.emplace_back(random.node(out.network), random.some(out.network.risks, 2));
        out.changes.push_back(std::move(change));
    }
    return out;
}

// The network with these changes; nothing when two of them exclude each other.
std::optional<RiskNetwork> changed(const FixProblem& problem, std::uint32_t made) {
    RiskNetwork out = problem.network;
    std::set<NetLink> dropped;
    for (std::size_t c = 0; c < problem.changes.size(); ++c) {
        if (!(made >> c & 1U))
            continue;
        for (const NetLink link : problem.changes[c].drops) {
            if (!dropped.insert(link).second)
                return std::nullopt;
            out.net.links[at(link)].b = out.net.links[at(link)].a;
        }
        for (std::size_t i = 0; i < problem.changes[c].adds.size(); ++i) {
            out.net.links.push_back(problem.changes[c].adds[i]);
            out.of_link.push_back(problem.changes[c].of_added[i]);
        }
        for (const auto& [node, feed] : problem.changes[c].feeds)
            if (!problem.network.feeds[at(node)].empty())
                out.feeds[at(node)].push_back(feed);
    }
    return out;
}

bool meets(const FixProblem& problem, std::uint32_t made) {
    const auto network = changed(problem, made);
    return network && std::ranges::all_of(problem.needs, [&](const ReachNeed& need) {
               return test::joined(*network, problem.terminals[need.terminals],
                                   need.lost ? RiskMask{1} << at(*need.lost) : 0);
           });
}

std::optional<std::int64_t> least_price(const FixProblem& problem) {
    std::optional<std::int64_t> out;
    for (std::uint32_t made = 0; made < 1U << problem.changes.size(); ++made) {
        std::int64_t price = 0;
        for (std::size_t c = 0; c < problem.changes.size(); ++c)
            price += made >> c & 1U ? problem.changes[c].price : 0;
        if ((!out || price < *out) && meets(problem, made))
            out = price;
    }
    return out;
}

TEST(CheapestFix, CostsNoMoreThanAnyChoice) {
    RandomRisks random(5);
    int fixed = 0, by_drops = 0, infeasible = 0;
    for (int round = 0; round < 3'000; ++round) {
        const FixProblem problem = a_problem(random);
        const auto wanted = least_price(problem);
        const Result<FixAnswer> found = cheapest_fix(problem);
        ASSERT_TRUE(found);
        ASSERT_EQ(found->changes.has_value(), wanted.has_value()) << round;
        ASSERT_EQ(found->outcome, wanted ? Outcome::complete : Outcome::infeasible) << round;
        infeasible += !wanted && found->unmet.empty();
        if (!wanted)
            continue;
        ASSERT_EQ(found->price, *wanted) << round;
        ASSERT_EQ(found->bound, *wanted) << round;
        std::uint32_t made = 0;
        for (const std::uint32_t c : *found->changes) {
            made |= 1U << c;
            by_drops += !problem.changes[c].drops.empty();
        }
        ASSERT_TRUE(meets(problem, made)) << round;
        fixed += made != 0;
    }
    EXPECT_GT(fixed, 100);
    EXPECT_GT(by_drops, 10);
    EXPECT_GT(infeasible, 0);
}

// Both cables climb one shaft: laying one of them over is cheaper than a third.
TEST(CheapestFix, LaysACableOverWhereThatIsCheaperThanAnother) {
    const NetNode access{0}, core{1};
    const NetRisk shaft{0}, other{1};
    FixProblem problem;
    problem.network = {
        .net = {2, {{access, core}, {access, core}}}, .risks = 2, .of_link = {{shaft}, {shaft}}, .feeds = {}};
    problem.terminals = {{{access}, {core}, {}}};
    problem.needs = {{0, shaft}, {0, other}};
    problem.changes = {{.price = 900, .adds = {{access, core}}, .of_added = {{other}}},
                       {.price = 400, .drops = {NetLink{0}}, .adds = {{access, core}}, .of_added = {{other}}},
                       {.price = 300, .drops = {NetLink{1}}, .adds = {{access, core}}, .of_added = {{shaft}}}};
    const Result<FixAnswer> found = cheapest_fix(problem);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->changes, std::vector<std::uint32_t>{1});
    EXPECT_EQ(found->bound, 400);
    problem.changes.erase(problem.changes.begin(), problem.changes.begin() + 2);
    const Result<FixAnswer> none = cheapest_fix(problem);
    ASSERT_TRUE(none);
    EXPECT_EQ(none->outcome, Outcome::infeasible);
    EXPECT_EQ(none->unmet, std::vector<std::uint32_t>{0});
}

TEST(CheapestFix, RefusesWhatIsNotThere) {
    FixProblem problem;
    problem.network.net.nodes = 2;
    problem.terminals = {{{NetNode{0}}, {NetNode{1}}, {}}};
    problem.needs = {{0, std::nullopt}};
    FixProblem wrong = problem;
    wrong.changes = {{.price = -1}};
    EXPECT_FALSE(cheapest_fix(wrong));
    wrong.changes = {{.price = 1, .drops = {NetLink{0}}}};
    EXPECT_FALSE(cheapest_fix(wrong));
    wrong.changes = {{.price = 1, .drops = {}, .adds = {{NetNode{0}, NetNode{2}}}}};
    EXPECT_FALSE(cheapest_fix(wrong));
    wrong.changes = {};
    wrong.needs = {{1, std::nullopt}};
    EXPECT_FALSE(cheapest_fix(wrong));
    EXPECT_EQ(cheapest_fix(problem)->unmet, std::vector<std::uint32_t>{0});
}

TEST(CheapestFix, StopsWithABound) {
    std::stop_source stop;
    stop.request_stop();
    FixProblem problem;
    problem.network.net.nodes = 2;
    problem.terminals = {{{NetNode{0}}, {NetNode{1}}, {}}};
    problem.needs = {{0, std::nullopt}};
    problem.changes = {{.price = 7, .drops = {}, .adds = {{NetNode{0}, NetNode{1}}}, .of_added = {{}}}};
    const Result<FixAnswer> found = cheapest_fix(problem, {}, {.stop = stop.get_token(), .progress = {}});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->outcome, Outcome::stopped);
    EXPECT_EQ(found->price, 7);
    EXPECT_EQ(found->bound, 0);
}

} // namespace
} // namespace riser
