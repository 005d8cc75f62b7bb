// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/location/set_cover.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace riser {
namespace {

CoverProblem random_cover(std::uint32_t seed, std::uint32_t rows, std::uint32_t columns, unsigned dearest) {
    std::mt19937 engine(seed);
    CoverProblem problem{.rows = rows, .columns = {}};
    const unsigned density = 2 + seed % 4;
    for (std::uint32_t c = 0; c < columns; ++c) {
        CoverSet column{.cost = static_cast<std::int64_t>(engine() % (dearest + 1)), .rows = {}};
        for (std::uint32_t r = 0; r < rows; ++r)
            if (engine() % density == 0)
                column.rows.push_back(static_cast<CoverRow>(r));
        problem.columns.push_back(column);
    }
    return problem;
}

bool covers(const CoverProblem& problem, const std::vector<CoverColumn>& columns) {
    std::vector<int> times(problem.rows, 0);
    for (const CoverColumn column : columns)
        for (const CoverRow row : problem.columns[at(column)].rows)
            ++times[at(row)];
    return std::find(times.begin(), times.end(), 0) == times.end();
}

std::int64_t cost_of(const CoverProblem& problem, const std::vector<CoverColumn>& columns) {
    std::int64_t cost = 0;
    for (const CoverColumn column : columns)
        cost += problem.columns[at(column)].cost;
    return cost;
}

std::optional<std::int64_t> least_by_trying(const CoverProblem& problem) {
    std::optional<std::int64_t> best;
    for (std::uint32_t chosen = 0; chosen < 1u << problem.columns.size(); ++chosen) {
        std::vector<CoverColumn> columns;
        for (std::uint32_t c = 0; c < problem.columns.size(); ++c)
            if (chosen >> c & 1)
                columns.push_back(static_cast<CoverColumn>(c));
        const std::int64_t cost = cost_of(problem, columns);
        if ((!best || cost < *best) && covers(problem, columns))
            best = cost;
    }
    return best;
}

void expect_sound(const CoverProblem& problem, const CoverAnswer& answer, std::int64_t least) {
    ASSERT_TRUE(answer.columns);
    EXPECT_TRUE(covers(problem, *answer.columns));
    EXPECT_EQ(cost_of(problem, *answer.columns), answer.cost);
    EXPECT_LE(answer.bound, least);
    EXPECT_GE(answer.cost, least);
}

TEST(SetCover, IsAsCheapAsTryingEveryChoice) {
    int feasible = 0;
    for (std::uint32_t seed = 0; seed < 400; ++seed) {
        const CoverProblem problem = random_cover(seed, 3 + seed % 9, 4 + seed % 9, seed % 3 == 0 ? 1 : 20);
        const std::optional<std::int64_t> least = least_by_trying(problem);
        const Result<CoverAnswer> answer = solve_set_cover(problem);
        ASSERT_TRUE(answer);
        if (!least) {
            EXPECT_EQ(answer->outcome, Outcome::infeasible);
            EXPECT_FALSE(answer->uncoverable.empty());
            EXPECT_FALSE(answer->columns);
            continue;
        }
        ++feasible;
        expect_sound(problem, *answer, *least);
        EXPECT_EQ(answer->cost, *least) << seed;
        EXPECT_EQ(answer->bound, *least) << seed;
        EXPECT_EQ(answer->outcome, Outcome::complete);
    }
    EXPECT_GT(feasible, 150);
}

TEST(SetCover, StoppedAtOnceStillCovers) {
    std::stop_source stop;
    stop.request_stop();
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        const CoverProblem problem = random_cover(seed, 8, 11, 20);
        const std::optional<std::int64_t> least = least_by_trying(problem);
        const Result<CoverAnswer> answer = solve_set_cover(problem, {}, {.stop = stop.get_token(), .progress = {}});
        ASSERT_TRUE(answer);
        if (!least)
            EXPECT_EQ(answer->outcome, Outcome::infeasible);
        else
            expect_sound(problem, *answer, *least);
    }
}

TEST(SetCover, WithoutBranchesTheBoundIsHonest) {
    int open = 0;
    for (std::uint32_t seed = 3; seed < 63; seed += 4) {
        CoverProblem problem = random_cover(seed, 60, 80, 1);
        for (CoverSet& column : problem.columns)
            column.cost = 1;
        const Result<CoverAnswer> exact = solve_set_cover(problem);
        const Result<CoverAnswer> quick = solve_set_cover(problem, {.most_branches = 1, .search_steps = 10});
        ASSERT_TRUE(exact && quick);
        if (exact->outcome == Outcome::infeasible)
            continue;
        ASSERT_EQ(exact->outcome, Outcome::complete);
        expect_sound(problem, *quick, exact->cost);
        open += quick->outcome == Outcome::limit_reached;
    }
    EXPECT_GT(open, 0) << "no case left a gap: this shows nothing";
}

TEST(SetCover, EnoughIsAnsweredWithYesOrNo) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        CoverProblem problem = random_cover(seed, 10, 12, 1);
        for (CoverSet& column : problem.columns)
            column.cost = 1;
        const std::optional<std::int64_t> least = least_by_trying(problem);
        if (!least)
            continue;
        for (const std::int64_t enough : {*least - 1, *least, *least + 1}) {
            const Result<CoverAnswer> answer = solve_set_cover(problem, {.enough = enough});
            ASSERT_TRUE(answer);
            EXPECT_EQ(answer->outcome, Outcome::complete);
            EXPECT_EQ(answer->cost <= enough, *least <= enough);
            EXPECT_EQ(answer->bound > enough, *least > enough);
            expect_sound(problem, *answer, *least);
        }
    }
}

TEST(SetCover, IsTheSameEachTime) {
    const CoverProblem problem = random_cover(3, 60, 200, 30);
    const Result<CoverAnswer> a = solve_set_cover(problem);
    const Result<CoverAnswer> b = solve_set_cover(problem);
    ASSERT_TRUE(a && b && a->columns);
    EXPECT_EQ(*a->columns, *b->columns);
    EXPECT_EQ(a->branches, b->branches);
}

TEST(SetCover, EmptyAndWrongProblems) {
    const Result<CoverAnswer> nothing = solve_set_cover({});
    ASSERT_TRUE(nothing && nothing->columns);
    EXPECT_TRUE(nothing->columns->empty());
    EXPECT_EQ(nothing->outcome, Outcome::complete);
    const Result<CoverAnswer> bare = solve_set_cover({.rows = 2, .columns = {{.cost = 1, .rows = {CoverRow{1}}}}});
    ASSERT_TRUE(bare);
    EXPECT_EQ(bare->uncoverable, std::vector<CoverRow>{CoverRow{0}});
    EXPECT_FALSE(solve_set_cover({.rows = 1, .columns = {{.cost = -1, .rows = {CoverRow{0}}}}}));
    EXPECT_FALSE(solve_set_cover({.rows = 1, .columns = {{.cost = 1, .rows = {CoverRow{1}}}}}));
    EXPECT_FALSE(solve_set_cover({.rows = 1, .columns = {{.cost = std::int64_t{1} << 60, .rows = {CoverRow{0}}}}}));
}

} // namespace
} // namespace riser
