// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/room_location.h"

#include "tests/solvers/graph/location/room_brute_force.h"

#include <gtest/gtest.h>

#include <map>

namespace riser {
namespace {

using test::RoomsTried;

TEST(RoomLocation, IsAsGoodAsTryingEveryAssignment) {
    int solved = 0;
    int impossible_together = 0;
    std::map<RoomProof, int> proofs;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const RoomProblem problem = test::random_rooms(seed);
        const RoomsTried tried = test::try_all(problem);
        const Result<RoomAnswer> answer = locate_rooms(problem);
        ASSERT_TRUE(answer);
        EXPECT_EQ(test::fault_of(problem, *answer), "") << seed;
        EXPECT_EQ(test::fault_of_proof(problem, *answer), "") << seed;
        ++proofs[answer->fewer.proof];
        if (!tried.possible) {
            EXPECT_EQ(answer->outcome, Outcome::infeasible) << seed;
            EXPECT_TRUE(!answer->unserved.empty() || answer->fewer.rooms > problem.candidates.size() ||
                        answer->rooms.empty());
            impossible_together += answer->unserved.empty();
            continue;
        }
        ++solved;
        EXPECT_TRUE(answer->unserved.empty()) << seed;
        EXPECT_EQ(answer->rooms.size(), tried.rooms) << seed;
        EXPECT_EQ(answer->fewer.rooms, tried.rooms) << seed;
        EXPECT_EQ(answer->cost, tried.cost) << seed;
        EXPECT_EQ(answer->cost_bound, tried.cost) << seed;
        EXPECT_EQ(answer->outcome, Outcome::complete) << seed;
    }
    EXPECT_GT(solved, 80);
    EXPECT_GT(impossible_together, 3);
    for (const RoomProof proof : {RoomProof::parts, RoomProof::forced, RoomProof::weights, RoomProof::exhausted})
        EXPECT_GT(proofs[proof], 0) << static_cast<int>(proof);
}

TEST(RoomLocation, WithoutExactSearchTheBoundsAreHonest) {
    int open = 0;
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const RoomProblem problem = test::random_rooms(seed);
        const RoomsTried tried = test::try_all(problem);
        const Result<RoomAnswer> answer = locate_rooms(
            problem, {.search_steps = 5, .bound_steps = 10, .most_exact_services = 0, .most_exact_branches = 0});
        ASSERT_TRUE(answer);
        EXPECT_EQ(test::fault_of(problem, *answer), "") << seed;
        if (!tried.possible || answer->rooms.empty())
            continue;
        EXPECT_LE(answer->fewer.rooms, tried.rooms) << seed;
        EXPECT_GE(answer->rooms.size(), tried.rooms) << seed;
        if (answer->rooms.size() == tried.rooms) {
            EXPECT_LE(answer->cost_bound, tried.cost) << seed;
            EXPECT_GE(answer->cost, tried.cost) << seed;
        }
        open += answer->outcome == Outcome::limit_reached;
    }
    EXPECT_GT(open, 0) << "no case left a gap: this shows nothing";
}

TEST(RoomLocation, StoppedAtOnceIsValidOrSaysNone) {
    std::stop_source stop;
    stop.request_stop();
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const RoomProblem problem = test::random_rooms(seed);
        const Result<RoomAnswer> answer = locate_rooms(problem, {}, {.stop = stop.get_token(), .progress = {}});
        ASSERT_TRUE(answer);
        EXPECT_EQ(test::fault_of(problem, *answer), "") << seed;
        EXPECT_EQ(test::fault_of_proof(problem, *answer), "") << seed;
    }
}

// Two rooms, one above the other, and one apart; a group in reach of each.
RoomProblem three_rooms() {
    return {.candidates = {{.capacity = 400, .stack = 1}, {.capacity = 400, .stack = 1}, {.capacity = 400, .stack = 2}},
            .clients = {{.points = 10}, {.points = 10}},
            .services = {{ClientIndex{0}, CandidateIndex{0}, 20'000},
                         {ClientIndex{1}, CandidateIndex{1}, 30'000},
                         {ClientIndex{1}, CandidateIndex{2}, 29'000},
                         {ClientIndex{0}, CandidateIndex{2}, 95'000}},
            .bodies_apart = {},
            .planes_apart = {},
            .longest = 80'000,
            .stack_cost = 0};
}

TEST(RoomLocation, RoomsAboveOneAnotherArePreferredForWhatAStackCosts) {
    RoomProblem problem = three_rooms();
    Result<RoomAnswer> answer = locate_rooms(problem);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->rooms, (std::vector{CandidateIndex{0}, CandidateIndex{2}}));
    EXPECT_EQ(answer->cable, 490'000);
    problem.stack_cost = 20'000;
    answer = locate_rooms(problem);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->rooms, (std::vector{CandidateIndex{0}, CandidateIndex{1}}));
    EXPECT_EQ(answer->cost, 520'000);
    EXPECT_EQ(answer->fewer.proof, RoomProof::parts);
    EXPECT_EQ(answer->fewer.rooms, 2u);
    ASSERT_EQ(answer->fewer.parts.size(), 2u);
}

TEST(RoomLocation, SaysWhoCannotBeServedAndWhy) {
    RoomProblem problem = three_rooms();
    problem.clients.push_back({.points = 5});                              // 2: no way
    problem.clients.push_back({.points = 500});                            // 3: too many points
    problem.clients.push_back({.points = 5});                              // 4: too far
    problem.clients.push_back({.points = 5, .pinned = CandidateIndex{0}}); // 5: pinned beyond reach
    problem.services.push_back({ClientIndex{3}, CandidateIndex{0}, 10'000});
    problem.services.push_back({ClientIndex{4}, CandidateIndex{0}, 97'000});
    problem.services.push_back({ClientIndex{4}, CandidateIndex{2}, 93'500});
    problem.services.push_back({ClientIndex{5}, CandidateIndex{1}, 10'000});
    const Result<RoomAnswer> answer = locate_rooms(problem);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->outcome, Outcome::infeasible);
    EXPECT_EQ(answer->rooms.size(), 2u) << "the others are planned all the same";
    ASSERT_EQ(answer->unserved.size(), 4u);
    EXPECT_EQ(answer->unserved[0].why, NotServed::no_way);
    EXPECT_EQ(answer->unserved[1].why, NotServed::too_large);
    EXPECT_EQ(answer->unserved[1].limit, 400);
    EXPECT_EQ(answer->unserved[2].why, NotServed::too_far);
    EXPECT_EQ(answer->unserved[2].nearest, CandidateIndex{2});
    EXPECT_EQ(answer->unserved[2].value, 93'500);
    EXPECT_EQ(answer->unserved[2].limit, 80'000);
    EXPECT_EQ(answer->unserved[3].why, NotServed::pin);
}

TEST(RoomLocation, CapacityAloneProvesANumberOfRooms) {
    RoomProblem problem{.candidates = std::vector<RoomCandidate>(4, {.capacity = 400}),
                        .clients = std::vector<RoomClient>(9, {.points = 100}),
                        .services = {},
                        .bodies_apart = {},
                        .planes_apart = {},
                        .longest = 90'000,
                        .stack_cost = 0};
    for (std::uint32_t i = 0; i < 9; ++i)
        for (std::uint32_t j = 0; j < 4; ++j)
            problem.services.push_back({static_cast<ClientIndex>(i), static_cast<CandidateIndex>(j), 1'000});
    const Result<RoomAnswer> answer = locate_rooms(problem);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->rooms.size(), 3u);
    EXPECT_EQ(answer->fewer.proof, RoomProof::parts);
    ASSERT_EQ(answer->fewer.parts.size(), 1u);
    EXPECT_EQ(answer->fewer.parts[0].rooms, 3u);
    EXPECT_EQ(answer->outcome, Outcome::complete);
}

TEST(RoomLocation, RefusesWhatMakesNoSense) {
    RoomProblem problem = three_rooms();
    problem.services.push_back(problem.services.front());
    EXPECT_FALSE(locate_rooms(problem));
    problem = three_rooms();
    problem.clients[0].points = -1;
    EXPECT_FALSE(locate_rooms(problem));
    problem = three_rooms();
    problem.services[0].candidate = CandidateIndex{3};
    EXPECT_FALSE(locate_rooms(problem));
    problem = three_rooms();
    problem.services[0].length = std::int64_t{1} << 60;
    EXPECT_FALSE(locate_rooms(problem));
    problem = {.candidates = std::vector<RoomCandidate>(1 << 14),
               .clients = {},
               .services = {},
               .bodies_apart = {},
               .planes_apart = {},
               .longest = 0,
               .stack_cost = std::int64_t{1} << 50};
    EXPECT_FALSE(locate_rooms(problem)) << "stacks that cost 2^64 together";
    const Result<RoomAnswer> nothing = locate_rooms({});
    ASSERT_TRUE(nothing);
    EXPECT_EQ(nothing->outcome, Outcome::complete);
}

} // namespace
} // namespace riser
