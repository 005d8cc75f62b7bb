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

Result<MedianAnswer> solve(const MedianProblem& problem, const Run& run) { return solve_p_median(problem, {}, run); }

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
    test::expect_as_by_trying(solve, &MedianAnswer::cost, cost_of, expect_sound);
}

TEST(PMedian, StoppedAtOnceIsValidOrSaysNone) { test::expect_sound_when_stopped(solve, cost_of, expect_sound); }

TEST(PMedian, WithoutBranchesTheBoundIsHonest) {
    for (std::uint32_t seed = 0; seed < 80; ++seed) {
        const MedianProblem problem{.service = test::random_service(seed, 30, 12, 0), .open = 3};
        const Result<MedianAnswer> answer = solve_p_median(problem, {.most_branches = 1, .restarts = 1});
        ASSERT_TRUE(answer);
        expect_sound(problem, *answer, test::least_by_trying(problem, cost_of));
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
