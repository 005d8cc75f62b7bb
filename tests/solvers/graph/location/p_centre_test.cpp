// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/p_centre.h"

#include "tests/solvers/graph/location/random_service.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

std::int64_t radius_of(const ServiceTable& table, const std::vector<CandidateIndex>& open) {
    std::int64_t radius = 0;
    for (std::uint32_t i = 0; i < table.clients; ++i)
        radius = std::max(radius, test::way(table, i, open));
    return radius;
}

Result<CentreAnswer> solve(const CentreProblem& problem, const Run& run) { return solve_p_centre(problem, {}, run); }

void expect_sound(const CentreProblem& problem, const CentreAnswer& answer, std::int64_t least) {
    EXPECT_LE(answer.bound, least);
    if (answer.open.empty())
        return;
    EXPECT_LE(answer.open.size(), problem.open);
    EXPECT_EQ(radius_of(problem.service, answer.open), answer.radius);
    EXPECT_GE(answer.radius, least);
}

TEST(PCentre, IsAsShortAsTryingEveryChoice) {
    test::expect_as_by_trying(solve, &CentreAnswer::radius, radius_of, expect_sound);
}

TEST(PCentre, StoppedAtOnceIsValidOrSaysNone) { test::expect_sound_when_stopped(solve, radius_of, expect_sound); }

TEST(PCentre, NamesClientsNobodyCanServe) {
    const Result<CentreAnswer> answer = solve_p_centre(
        {.service = {.clients = 2, .candidates = 2, .length = {1, 2, no_service, no_service}}, .open = 1});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->outcome, Outcome::infeasible);
    EXPECT_EQ(answer->unserved, std::vector<ClientIndex>{ClientIndex{1}});
    EXPECT_FALSE(solve_p_centre({.service = {.clients = 1, .candidates = 1, .length = {3}}, .open = 2}));
}

} // namespace
} // namespace riser
