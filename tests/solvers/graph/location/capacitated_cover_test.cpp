// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/capacitated_cover.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace riser {
namespace {

CapacitatedCoverProblem random_problem(std::uint32_t seed, std::uint32_t rows, std::uint32_t columns) {
    std::mt19937 engine(seed);
    CapacitatedCoverProblem problem;
    problem.capacity = 4 + static_cast<std::int64_t>(engine() % 8);
    const unsigned dearest = 1 + seed % 3;
    for (std::uint32_t c = 0; c < columns; ++c)
        problem.costs.push_back(1 + static_cast<std::int64_t>(engine() % dearest));
    for (std::uint32_t s = 0; s < seed % 3; ++s)
        problem.standing.push_back(1 + static_cast<std::int64_t>(engine() % 6));
    const unsigned density = 2 + seed % 3;
    for (std::uint32_t r = 0; r < rows; ++r) {
        CapacitatedRow row{.load = static_cast<std::int64_t>(engine() % 5), .columns = {}, .standing = {}};
        for (std::uint32_t c = 0; c < columns; ++c)
            if (engine() % density == 0)
                row.columns.push_back(c);
        for (std::uint32_t s = 0; s < problem.standing.size(); ++s)
            if (engine() % 6 == 0)
                row.standing.push_back(s);
        problem.rows.push_back(row);
    }
    return problem;
}

// Hall's condition, group by group of rows: knows nothing of flows.
std::int64_t most_left(const CapacitatedCoverProblem& problem, std::uint32_t chosen) {
    std::int64_t worst = 0;
    for (std::uint32_t group = 1; group < 1u << problem.rows.size(); ++group) {
        std::int64_t load = 0, room = 0;
        std::uint32_t columns = 0, standing = 0;
        for (std::uint32_t r = 0; r < problem.rows.size(); ++r)
            if (group >> r & 1) {
                load += problem.rows[r].load;
                for (const std::uint32_t c : problem.rows[r].columns)
                    columns |= chosen & 1u << c;
                for (const std::uint32_t s : problem.rows[r].standing)
                    standing |= 1u << s;
            }
        for (std::uint32_t c = 0; c < problem.costs.size(); ++c)
            room += columns >> c & 1 ? problem.capacity : 0;
        for (std::uint32_t s = 0; s < problem.standing.size(); ++s)
            room += standing >> s & 1 ? problem.standing[s] : 0;
        worst = std::max(worst, load - room);
    }
    return worst;
}

bool covers(const CapacitatedCoverProblem& problem, std::uint32_t chosen) {
    return std::all_of(problem.rows.begin(), problem.rows.end(), [&](const CapacitatedRow& row) {
        return !row.standing.empty() || row.columns.empty() ||
               std::any_of(row.columns.begin(), row.columns.end(), [&](std::uint32_t c) { return chosen >> c & 1; });
    });
}

std::int64_t cost_of(const CapacitatedCoverProblem& problem, std::uint32_t chosen) {
    std::int64_t cost = 0;
    for (std::uint32_t c = 0; c < problem.costs.size(); ++c)
        cost += chosen >> c & 1 ? problem.costs[c] : 0;
    return cost;
}

class SmallCover : public testing::TestWithParam<std::uint32_t> {};

TEST_P(SmallCover, IsAsGoodAsTheBestOfAll) {
    for (std::uint32_t seed = GetParam() * 40; seed < GetParam() * 40 + 40; ++seed) {
        const CapacitatedCoverProblem problem = random_problem(seed, 7, 5 + seed % 4);
        const std::uint32_t all = (1u << problem.costs.size()) - 1;
        const std::int64_t too_much = most_left(problem, all);
        std::int64_t least = INT64_MAX;
        for (std::uint32_t chosen = 0; chosen <= all; ++chosen)
            if (cost_of(problem, chosen) < least && covers(problem, chosen) && most_left(problem, chosen) <= too_much)
                least = cost_of(problem, chosen);
        const Result<CapacitatedCoverAnswer> answer = solve_capacitated_cover(problem);
        ASSERT_TRUE(answer);
        std::uint32_t chosen = 0;
        for (const CoverColumn column : answer->columns)
            chosen |= 1u << at(column);
        EXPECT_TRUE(covers(problem, chosen)) << seed;
        EXPECT_EQ(cost_of(problem, chosen), answer->cost) << seed;
        EXPECT_LE(answer->bound, answer->cost) << seed;
        // Rows that nothing reaches are no load of anybody's.
        std::int64_t nobodys = 0;
        for (const std::uint32_t row : answer->uncoverable)
            nobodys += problem.rows[row].load;
        EXPECT_EQ(answer->too_much + nobodys, too_much) << seed;
        EXPECT_EQ(most_left(problem, chosen), too_much) << seed;
        if (too_much == nobodys) { // what is left out when there is too much is the solver's choice
            EXPECT_LE(answer->bound, least) << seed;
            EXPECT_EQ(answer->outcome, Outcome::complete) << seed;
            EXPECT_EQ(answer->cost, least) << seed;
        }
    }
}
INSTANTIATE_TEST_SUITE_P(Seeds, SmallCover, testing::Range(0U, 10U));

TEST(CapacitatedCover, AHallTakesAsManyAsItsPeopleNeed) {
    // One spot, 100 devices, 30 a column: four columns, though one covers.
    CapacitatedCoverProblem problem;
    problem.costs = {1, 1, 1, 1, 1, 1};
    problem.capacity = 30;
    problem.rows = {{.load = 100, .columns = {0, 1, 2, 3, 4, 5}, .standing = {}}};
    EXPECT_EQ(solve_capacitated_cover(problem)->columns.size(), 4U);
    problem.standing = {45};
    problem.rows[0].standing = {0};
    const Result<CapacitatedCoverAnswer> helped = solve_capacitated_cover(problem);
    EXPECT_EQ(helped->columns.size(), 2U);
    EXPECT_EQ(helped->bound, 2);
    problem.rows[0].load = 1'000;
    EXPECT_EQ(solve_capacitated_cover(problem)->too_much, 1'000 - 45 - 6 * 30);
    problem.rows[0].load = 45;
    EXPECT_TRUE(solve_capacitated_cover(problem)->columns.empty());
}

TEST(CapacitatedCover, RefusesWhatIsNotThere) {
    CapacitatedCoverProblem problem;
    problem.costs = {1};
    problem.rows = {{.load = 0, .columns = {1}, .standing = {}}};
    EXPECT_FALSE(solve_capacitated_cover(problem));
    problem.rows[0].columns = {0};
    problem.costs = {0};
    EXPECT_FALSE(solve_capacitated_cover(problem));
}

TEST(CapacitatedCover, StoppedIsSaid) {
    std::stop_source source;
    source.request_stop();
    const Result<CapacitatedCoverAnswer> answer =
        solve_capacitated_cover(random_problem(3, 7, 8), {}, {.stop = source.get_token(), .progress = {}});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->outcome, Outcome::stopped);
}

} // namespace
} // namespace riser
