// SPDX-License-Identifier: GPL-3.0-or-later
// The maximum concurrent flow against the whole linear programme of arcs (GLPK), and against cases done by hand.
#include "solvers/graph/resilience/concurrent_flow.h"

#include <glpk.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace riser {
namespace {

LinkEnds link(std::uint32_t a, std::uint32_t b) { return {NetNode{a}, NetNode{b}}; }
FlowDemand demand(std::uint32_t a, std::uint32_t b, double amount) { return {NetNode{a}, NetNode{b}, amount}; }

// A variable for each demand on each link and direction, and lambda; no trees and no prices.
double by_arcs(const FlowProblem& problem) {
    const int links = static_cast<int>(problem.network.links.size());
    const int nodes = static_cast<int>(problem.network.nodes);
    const int demands = static_cast<int>(problem.demands.size());
    glp_term_out(GLP_OFF);
    glp_prob* const it = glp_create_prob();
    glp_set_obj_dir(it, GLP_MAX);
    const int lambda = 1;
    const auto arc = [&](int d, int e, bool back) { return 2 + (d * links + e) * 2 + back; };
    glp_add_cols(it, 1 + demands * links * 2);
    for (int c = 1; c <= glp_get_num_cols(it); ++c)
        glp_set_col_bnds(it, c, GLP_LO, 0, 0);
    glp_set_obj_coef(it, lambda, 1);
    const auto row = [&](const std::vector<std::pair<int, double>>& terms, int kind, double high) {
        std::vector<int> columns{0};
        std::vector<double> factors{0};
        for (const auto& [column, factor] : terms) {
            columns.push_back(column);
            factors.push_back(factor);
        }
        const int r = glp_add_rows(it, 1);
        glp_set_row_bnds(it, r, kind, high, high);
        glp_set_mat_row(it, r, static_cast<int>(terms.size()), columns.data(), factors.data());
    };
    for (int d = 0; d < demands; ++d) {
        const FlowDemand& wanted = problem.demands[static_cast<std::size_t>(d)];
        for (int v = 0; v < nodes; ++v) {
            std::vector<std::pair<int, double>> terms;
            for (int e = 0; e < links; ++e) {
                const auto [a, b] = problem.network.links[static_cast<std::size_t>(e)];
                if (a == b)
                    continue;
                const int sign = static_cast<int>(a) == v ? 1 : static_cast<int>(b) == v ? -1 : 0;
                if (sign != 0) {
                    terms.emplace_back(arc(d, e, false), sign);
                    terms.emplace_back(arc(d, e, true), -sign);
                }
            }
            const double leaves = (static_cast<int>(wanted.from) == v) - (static_cast<int>(wanted.to) == v);
            if (leaves != 0)
                terms.emplace_back(lambda, -leaves * wanted.amount);
            row(terms, GLP_FX, 0);
        }
    }
    for (int e = 0; e < links; ++e) {
        std::vector<std::pair<int, double>> terms[2];
        for (int d = 0; d < demands; ++d)
            for (const bool back : {false, true})
                terms[back && problem.use == LinkUse::each_way].emplace_back(arc(d, e, back), 1);
        for (const auto& one : terms)
            if (!one.empty())
                row(one, GLP_UP, problem.capacity[static_cast<std::size_t>(e)]);
    }
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    EXPECT_EQ(glp_simplex(it, &parameters), 0);
    EXPECT_EQ(glp_get_status(it), GLP_OPT);
    const double out = glp_get_obj_val(it);
    glp_delete_prob(it);
    return out;
}

FlowProblem a_problem(std::mt19937& random) {
    const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
    FlowProblem out;
    out.network.nodes = 3 + below(6);
    for (std::uint32_t i = 0; i < out.network.nodes * 2; ++i) {
        out.network.links.push_back(link(below(out.network.nodes), below(out.network.nodes)));
        out.capacity.push_back(1 + below(5));
    }
    for (std::uint32_t i = 0; i < 1 + out.network.nodes; ++i)
        out.demands.push_back(demand(below(out.network.nodes), below(out.network.nodes), 1 + below(9)));
    out.demands.push_back(demand(0, 1, 0.5));
    return out;
}

// What is promised: enough for lambda, within the capacities, and a bound above.
TEST(ConcurrentFlow, IsThatOfTheWholeLinearProgramme) {
    std::mt19937 random(5);
    int carried = 0, carried_more = 0;
    for (int round = 0; round < 600; ++round) {
        FlowProblem problem = a_problem(random);
        problem.use = round < 300 ? LinkUse::shared : LinkUse::each_way;
        const auto found = concurrent_flow(problem);
        ASSERT_TRUE(found) << to_string(found.error(), Language::en);
        const double wanted = by_arcs(problem);
        ASSERT_EQ(found->outcome, Outcome::complete) << round;
        ASSERT_LE(found->lambda, wanted * (1 + 1e-9) + 1e-12);
        ASSERT_GE(found->bound, wanted * (1 - 1e-9));
        ASSERT_LE(found->bound, found->lambda * (1 + 1.1e-4) + 1e-12);
        for (std::size_t e = 0; e < problem.capacity.size(); ++e)
            ASSERT_LE(found->load[e], problem.capacity[e] * (1 + 1e-12));
        carried += wanted > 0;
        if (problem.use == LinkUse::each_way) {
            problem.use = LinkUse::shared;
            carried_more += wanted > concurrent_flow(problem)->bound * (1 + 1e-3);
        }
    }
    EXPECT_GT(carried, 200); // most of them are connected
    EXPECT_GT(carried_more, 50);
}

TEST(ConcurrentFlow, HalfGoesEachWayRoundARing) {
    const FlowProblem ring{{4, {link(0, 1), link(1, 2), link(2, 3), link(3, 0)}}, {1, 1, 1, 1}, {demand(0, 2, 4)}};
    const auto found = concurrent_flow(ring);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->lambda, 0.5, 1e-9);
    for (const double load : found->load)
        EXPECT_NEAR(load, 1, 1e-9);
}

TEST(ConcurrentFlow, BothDirectionsShareALink) {
    const FlowProblem pair{{2, {link(0, 1)}}, {6}, {demand(0, 1, 1), demand(1, 0, 2)}};
    EXPECT_NEAR(concurrent_flow(pair)->lambda, 2, 1e-9);
}

TEST(ConcurrentFlow, EachDirectionHasItsOwnCapacity) {
    const FlowProblem pair{
        {2, {link(1, 0)}}, {6}, {demand(0, 1, 1), demand(1, 0, 2), demand(1, 0, 1)}, LinkUse::each_way};
    const auto found = concurrent_flow(pair);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->lambda, 2, 1e-9);
    EXPECT_NEAR(found->load.front(), 6, 1e-9);
}

TEST(ConcurrentFlow, WhatHasNoWayCarriesNothing) {
    const FlowProblem apart{{3, {link(0, 1)}}, {1}, {demand(0, 1, 1), demand(0, 2, 1)}};
    const auto found = concurrent_flow(apart);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->lambda, 0);
    EXPECT_EQ(found->bound, 0);
    EXPECT_EQ(found->load, std::vector<double>{0});
}

TEST(ConcurrentFlow, RefusesWhatIsNoProblem) {
    const FlowProblem good{{2, {link(0, 1)}}, {1}, {demand(0, 1, 1)}};
    ASSERT_TRUE(concurrent_flow(good));
    FlowProblem wrong = good;
    wrong.capacity = {};
    EXPECT_FALSE(concurrent_flow(wrong));
    wrong = good;
    wrong.capacity = {0};
    EXPECT_FALSE(concurrent_flow(wrong));
    wrong = good;
    wrong.demands = {demand(0, 0, 1)};
    EXPECT_FALSE(concurrent_flow(wrong));
    wrong = good;
    wrong.demands = {demand(0, 2, 1)};
    EXPECT_FALSE(concurrent_flow(wrong));
    wrong = good;
    wrong.demands = {demand(0, 1, -1)};
    EXPECT_FALSE(concurrent_flow(wrong));
    wrong = good;
    wrong.network.links = {link(0, 7)};
    EXPECT_FALSE(concurrent_flow(wrong));
}

TEST(ConcurrentFlow, StoppedStillBounds) {
    std::stop_source stop;
    stop.request_stop();
    const FlowProblem pair{{2, {link(0, 1)}}, {6}, {demand(0, 1, 1)}};
    const auto found = concurrent_flow(pair, {}, {.stop = stop.get_token(), .progress = {}});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->outcome, Outcome::stopped);
    EXPECT_EQ(found->lambda, 0);
    EXPECT_NEAR(found->bound, 6, 1e-6);
}

} // namespace
} // namespace riser
