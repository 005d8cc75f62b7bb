// SPDX-License-Identifier: GPL-3.0-or-later
// Small random tables of lengths, with ties and pairs that cannot be, all choices of p candidates, and what every
// solver that chooses p candidates must show on them.
#pragma once

#include "model/base/result.h"
#include "solvers/base/run.h"
#include "solvers/graph/location/service.h"

#include <gtest/gtest.h>

#include <random>

namespace riser::test {

inline ServiceTable random_service(std::uint32_t seed, std::uint32_t clients, std::uint32_t candidates,
                                   unsigned no_one_in) {
    std::mt19937 engine(seed);
    ServiceTable table{.clients = clients, .candidates = candidates, .length = {}};
    for (std::uint32_t i = 0; i < clients * candidates; ++i)
        table.length.push_back(no_one_in > 0 && engine() % no_one_in == 0 ? no_service
                                                                          : static_cast<std::int64_t>(engine() % 30));
    return table;
}

// Calls back with each choice of `open` candidates.
template<class Call> void each_choice(std::uint32_t candidates, std::uint32_t open, Call call) {
    for (std::uint32_t bits = 0; bits < 1u << candidates; ++bits) {
        std::vector<CandidateIndex> chosen;
        for (std::uint32_t j = 0; j < candidates; ++j)
            if (bits >> j & 1)
                chosen.push_back(static_cast<CandidateIndex>(j));
        if (chosen.size() == open)
            call(chosen);
    }
}

// To the nearest of the open candidates, or no_service.
inline std::int64_t way(const ServiceTable& table, std::uint32_t client, const std::vector<CandidateIndex>& open) {
    std::int64_t least = no_service;
    for (const CandidateIndex j : open)
        least = std::min(least, table(static_cast<ClientIndex>(client), j));
    return least;
}

// The least of `value_of` over all choices of p candidates, or no_service.
template<class Problem, class Value> std::int64_t least_by_trying(const Problem& problem, Value value_of) {
    std::int64_t least = no_service;
    each_choice(problem.service.candidates, problem.open, [&](const std::vector<CandidateIndex>& open) {
        least = std::min(least, value_of(problem.service, open));
    });
    return least;
}

// The answer to each of many small problems is the best one by trying, or infeasible where none serves everybody.
// `check` looks at an answer, given the problem and the least value; `value` is the answer's member for it.
template<class Problem, class Answer, class Value, class Check>
void expect_as_by_trying(Result<Answer> (*solve)(const Problem&, const Run&), std::int64_t Answer::*value,
                         Value value_of, Check check) {
    int infeasible = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const std::uint32_t candidates = 2 + seed % 9;
        const Problem problem{.service = random_service(seed, 1 + seed % 14, candidates, seed % 5),
                              .open = 1 + seed % candidates};
        const std::int64_t least = least_by_trying(problem, value_of);
        const Result<Answer> answer = solve(problem, {});
        ASSERT_TRUE(answer);
        if (least == no_service) {
            ++infeasible;
            EXPECT_EQ(answer->outcome, Outcome::infeasible) << seed;
            EXPECT_TRUE(answer->open.empty());
            continue;
        }
        check(problem, *answer, least);
        EXPECT_EQ((*answer).*value, least) << seed;
        EXPECT_EQ(answer->bound, least) << seed;
        EXPECT_EQ(answer->outcome, Outcome::complete);
    }
    EXPECT_GT(infeasible, 5);
    EXPECT_LT(infeasible, 150);
}

// Stopped before it began, the solver gives a valid answer or none.
template<class Problem, class Answer, class Value, class Check>
void expect_sound_when_stopped(Result<Answer> (*solve)(const Problem&, const Run&), Value value_of, Check check) {
    std::stop_source stop;
    stop.request_stop();
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const Problem problem{.service = random_service(seed, 12, 9, seed % 5), .open = 3};
        const Result<Answer> answer = solve(problem, {.stop = stop.get_token(), .progress = {}});
        ASSERT_TRUE(answer);
        if (answer->outcome != Outcome::infeasible)
            check(problem, *answer, least_by_trying(problem, value_of));
    }
}

} // namespace riser::test
