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

std::int64_t least_by_trying(const CentreProblem& problem) {
    std::int64_t least = no_service;
    test::each_choice(problem.service.candidates, problem.open, [&](const std::vector<CandidateIndex>& open) {
        least = std::min(least, radius_of(problem.service, open));
    });
    return least;
}

void expect_sound(const CentreProblem& problem, const CentreAnswer& answer, std::int64_t least) {
    EXPECT_LE(answer.bound, least);
    if (answer.open.empty())
        return;
    EXPECT_LE(answer.open.size(), problem.open);
    EXPECT_EQ(radius_of(problem.service, answer.open), answer.radius);
    EXPECT_GE(answer.radius, least);
}

TEST(PCentre, IsAsShortAsTryingEveryChoice) {
    int infeasible = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const std::uint32_t candidates = 2 + seed % 9;
        const CentreProblem problem{.service = test::random_service(seed, 1 + seed % 14, candidates, seed % 5),
                                    .open = 1 + seed % candidates};
        const std::int64_t least = least_by_trying(problem);
        const Result<CentreAnswer> answer = solve_p_centre(problem);
        ASSERT_TRUE(answer);
        if (least == no_service) {
            ++infeasible;
            EXPECT_EQ(answer->outcome, Outcome::infeasible) << seed;
            EXPECT_TRUE(answer->open.empty());
            continue;
        }
        expect_sound(problem, *answer, least);
        EXPECT_EQ(answer->radius, least) << seed;
        EXPECT_EQ(answer->bound, least) << seed;
        EXPECT_EQ(answer->outcome, Outcome::complete);
    }
    EXPECT_GT(infeasible, 5);
    EXPECT_LT(infeasible, 150);
}

TEST(PCentre, StoppedAtOnceIsValidOrSaysNone) {
    std::stop_source stop;
    stop.request_stop();
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const CentreProblem problem{.service = test::random_service(seed, 12, 9, seed % 5), .open = 3};
        const Result<CentreAnswer> answer = solve_p_centre(problem, {}, {.stop = stop.get_token(), .progress = {}});
        ASSERT_TRUE(answer);
        if (answer->outcome != Outcome::infeasible)
            expect_sound(problem, *answer, least_by_trying(problem));
    }
}

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
