// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/p_median.h"

#include "tests/solvers/graph/location/random_service.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

// The sum of ways, or no_service where somebody has none.
std::int64_t cost_of(const ServiceTable& table, const std::vector<CandidateIndex>& open) {
    std::int64_t sum = 0;
    for (std::uint32_t i = 0; i < table.clients; ++i) {
        const std::int64_t way = test::way(table, i, open);
        if (way == no_service)
            return no_service;
        sum += way;
    }
    return sum;
}

std::int64_t least_by_trying(const MedianProblem& problem) {
    std::int64_t least = no_service;
    test::each_choice(problem.service.candidates, problem.open, [&](const std::vector<CandidateIndex>& open) {
        least = std::min(least, cost_of(problem.service, open));
    });
    return least;
}

void expect_sound(const MedianProblem& problem, const MedianAnswer& answer, std::int64_t least) {
    EXPECT_LE(answer.bound, least);
    if (answer.open.empty())
        return;
    EXPECT_EQ(answer.open.size(), problem.open);
    EXPECT_EQ(cost_of(problem.service, answer.open), answer.cost);
    EXPECT_GE(answer.cost, least);
    ASSERT_EQ(answer.server.size(), problem.service.clients);
    std::int64_t sum = 0;
    for (std::uint32_t i = 0; i < problem.service.clients; ++i)
        sum += problem.service(static_cast<ClientIndex>(i), answer.server[i]);
    EXPECT_EQ(sum, answer.cost);
}

TEST(PMedian, IsAsShortAsTryingEveryChoice) {
    int infeasible = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const std::uint32_t candidates = 2 + seed % 9;
        const MedianProblem problem{.service = test::random_service(seed, 1 + seed % 14, candidates, seed % 5),
                                    .open = 1 + seed % candidates};
        const std::int64_t least = least_by_trying(problem);
        const Result<MedianAnswer> answer = solve_p_median(problem);
        ASSERT_TRUE(answer);
        if (least == no_service) {
            ++infeasible;
            EXPECT_EQ(answer->outcome, Outcome::infeasible) << seed;
            EXPECT_TRUE(answer->open.empty());
            continue;
        }
        expect_sound(problem, *answer, least);
        EXPECT_EQ(answer->cost, least) << seed;
        EXPECT_EQ(answer->bound, least) << seed;
        EXPECT_EQ(answer->outcome, Outcome::complete);
    }
    EXPECT_GT(infeasible, 5);
    EXPECT_LT(infeasible, 150);
}

TEST(PMedian, StoppedAtOnceIsValidOrSaysNone) {
    std::stop_source stop;
    stop.request_stop();
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const MedianProblem problem{.service = test::random_service(seed, 12, 9, seed % 5), .open = 3};
        const Result<MedianAnswer> answer = solve_p_median(problem, {}, {.stop = stop.get_token(), .progress = {}});
        ASSERT_TRUE(answer);
        if (answer->outcome != Outcome::infeasible)
            expect_sound(problem, *answer, least_by_trying(problem));
    }
}

TEST(PMedian, WithoutBranchesTheBoundIsHonest) {
    for (std::uint32_t seed = 0; seed < 80; ++seed) {
        const MedianProblem problem{.service = test::random_service(seed, 30, 12, 0), .open = 3};
        const Result<MedianAnswer> answer = solve_p_median(problem, {.most_branches = 1, .restarts = 1});
        ASSERT_TRUE(answer);
        expect_sound(problem, *answer, least_by_trying(problem));
    }
}

TEST(PMedian, NamesClientsNobodyCanServe) {
    const Result<MedianAnswer> answer = solve_p_median(
        {.service = {.clients = 2, .candidates = 2, .length = {1, 2, no_service, no_service}}, .open = 1});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->outcome, Outcome::infeasible);
    EXPECT_EQ(answer->unserved, std::vector<ClientIndex>{ClientIndex{1}});
}

TEST(PMedian, RefusesWhatMakesNoSense) {
    const ServiceTable one{.clients = 1, .candidates = 1, .length = {3}};
    EXPECT_FALSE(solve_p_median({.service = one, .open = 0}));
    EXPECT_FALSE(solve_p_median({.service = one, .open = 2}));
    EXPECT_FALSE(solve_p_median({.service = {.clients = 1, .candidates = 1, .length = {-3}}, .open = 1}));
    EXPECT_FALSE(solve_p_median({.service = {.clients = 1, .candidates = 2, .length = {3}}, .open = 1}));
    EXPECT_FALSE(solve_p_median({.service = {.clients = 1, .candidates = 1, .length = {no_service - 1}}, .open = 1}));
}

} // namespace
} // namespace riser
