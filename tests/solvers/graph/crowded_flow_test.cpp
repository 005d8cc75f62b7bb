// SPDX-License-Identifier: GPL-3.0-or-later
// Many cables where runs have only so much room, against an integer multicommodity flow that GLPK solves: no run is
// above its limit whenever some routing keeps all of them, and no routing is shorter than the bound.
#include "tests/solvers/graph/random_crowd.h"

#include <glpk.h>

#include <gtest/gtest.h>

#include <cmath>

namespace riser {
namespace {

using test::crowd_case;
using test::CrowdCase;
using test::expect_consistent;

// Each demand a unit of flow from a seed of its router to its foot over runs used at most once; a run takes the sizes
// of its flows up to its room. Written from the question alone, it shares nothing with the router but the graph.
class FlowProgramme {
  public:
    explicit FlowProgramme(const CrowdCase& c) : problem_(glp_create_prob()) {
        glp_term_out(GLP_OFF);
        glp_set_obj_dir(problem_, GLP_MIN);
        std::vector<Terms> loads(c.rooms->runs());
        for (const RouteDemand& demand : c.demands)
            if (demand.router->route(demand.foot, demand.height).way) // one without any way is in no total
                add(demand, loads);
        for (std::size_t run = 0; run < loads.size(); ++run)
            row(loads[run], GLP_UP, static_cast<double>(c.rooms->of(static_cast<RunIndex>(run)).front()));
    }
    ~FlowProgramme() {
        glp_delete_prob(problem_);
        glp_free_env();
    }
    FlowProgramme(const FlowProgramme&) = delete;
    FlowProgramme& operator=(const FlowProgramme&) = delete;

    enum class Outcome { optimal, infeasible, unknown };
    struct Answer {
        Outcome outcome = Outcome::unknown;
        std::int64_t total = 0;
    };
    Answer solve(int milliseconds) {
        if (glp_get_num_cols(problem_) == 0)
            return {.outcome = Outcome::optimal, .total = 0};
        glp_iocp options;
        glp_init_iocp(&options);
        options.msg_lev = GLP_MSG_OFF;
        options.presolve = GLP_ON;
        options.cov_cuts = GLP_ON;
        options.tm_lim = milliseconds;
        const int code = glp_intopt(problem_, &options);
        if (code == GLP_ENOPFS || (code == 0 && glp_mip_status(problem_) == GLP_NOFEAS))
            return {.outcome = Outcome::infeasible, .total = 0};
        if (code != 0 || glp_mip_status(problem_) != GLP_OPT)
            return {};
        return {.outcome = Outcome::optimal, .total = std::llround(glp_mip_obj_val(problem_))};
    }

  private:
    struct Terms {
        std::vector<int> columns{0}; // from 1, as GLPK counts
        std::vector<double> factors{0};
        void add(int column, double factor) {
            columns.push_back(column);
            factors.push_back(factor);
        }
    };

    int column(std::int64_t cost) {
        const int out = glp_add_cols(problem_, 1);
        glp_set_col_kind(problem_, out, GLP_BV);
        glp_set_obj_coef(problem_, out, static_cast<double>(cost));
        return out;
    }
    void row(const Terms& terms, int kind, double value) {
        if (terms.columns.size() == 1)
            return;
        const int out = glp_add_rows(problem_, 1);
        glp_set_row_bnds(problem_, out, kind, value, value);
        glp_set_mat_row(problem_, out, static_cast<int>(terms.columns.size()) - 1, terms.columns.data(),
                        terms.factors.data());
    }

    void add(const RouteDemand& demand, std::vector<Terms>& loads) {
        const PathwayGraph& graph = demand.router->graph();
        const Attachment& end = demand.foot.end;
        const auto size = static_cast<double>(demand.size);
        std::vector<Terms> balance(graph.nodes().size()); // in less out, by node
        std::vector<Terms> once(graph.runs().size());
        const auto lies_in = [&](int column, RunIndex run) {
            loads[at(run)].add(column, size);
            once[at(run)].add(column, 1);
        };
        for (std::size_t i = 0; i < graph.runs().size(); ++i) {
            const auto run = static_cast<RunIndex>(i);
            if (!demand.router->open()[i])
                continue;
            for (const auto& [from, to] :
                 {std::pair{graph[run].from, graph[run].to}, std::pair{graph[run].to, graph[run].from}}) {
                const int along = column(graph[run].geometry.length());
                balance[at(from)].add(along, -1);
                balance[at(to)].add(along, 1);
                lies_in(along, run);
            }
        }
        Terms starts, leaves;
        for (const Seed& seed : demand.router->seeds()) {
            const int start = column(seed.initial);
            balance[at(seed.node)].add(start, 1);
            starts.add(start, 1);
        }
        const std::int64_t drop = end.drop + std::abs(end.height - demand.height);
        const PathwayGraph::Run& last = graph[end.run];
        for (const auto& [side, rest] :
             {std::pair{last.from, end.offset}, std::pair{last.to, last.geometry.length() - end.offset}}) {
            const int leave = column(rest + drop);
            balance[at(side)].add(leave, -1);
            leaves.add(leave, 1);
            lies_in(leave, end.run);
        }
        row(starts, GLP_FX, 1);
        row(leaves, GLP_FX, 1);
        for (const Terms& node : balance)
            row(node, GLP_FX, 0);
        for (const Terms& run : once)
            row(run, GLP_UP, 1);
    }

    glp_prob* problem_;
};

struct Tally {
    int feasible = 0;
    int crowded = 0; // feasible, but not on the shortest ways
    int impossible = 0;
    int unknown = 0;
};

void compare(const CrowdCase& c, Tally& tally) {
    const CrowdedRoutes found = route_crowd(c.demands, *c.rooms);
    expect_consistent(c, found);
    const FlowProgramme::Answer best = FlowProgramme(c).solve(2'000);
    if (best.outcome == FlowProgramme::Outcome::unknown) {
        ++tally.unknown;
        return;
    }
    if (best.outcome == FlowProgramme::Outcome::infeasible) {
        EXPECT_NE(found.outcome, Outcome::complete);
        EXPECT_FALSE(found.above.empty());
        ++tally.impossible;
        return;
    }
    ++tally.feasible;
    EXPECT_EQ(found.outcome, Outcome::complete) << "a routing keeps every limit, of " << best.total << " mm";
    EXPECT_TRUE(found.above.empty());
    EXPECT_LE(found.bound, best.total);
    EXPECT_GE(found.total, best.total);
    EXPECT_LE(static_cast<double>(found.total), 1.01 * static_cast<double>(best.total));
    if (route_crowd(c.demands, RunRooms(c.rooms->runs())).total < best.total)
        ++tally.crowded;
}

// Cases of one size; each must be proved but for a few, and be worth the trying.
struct Size {
    int nodes, runs, demands, least_room, more_room;
    std::uint32_t seeds;
    int crowded, impossible; // at least so many of the cases
};

class CrowdedFlow : public testing::TestWithParam<Size> {};

TEST_P(CrowdedFlow, noRunIsAboveItsLimitWheneverARoutingKeepsThemAll) {
    const Size size = GetParam();
    Tally tally;
    for (std::uint32_t seed = 0; seed < size.seeds; ++seed) {
        SCOPED_TRACE(seed);
        compare(crowd_case(seed, size.nodes, size.runs, size.demands, size.least_room, size.more_room), tally);
    }
    EXPECT_GT(tally.crowded, size.crowded) << "the cases do not try what they are for";
    EXPECT_GT(tally.impossible, size.impossible);
    EXPECT_LT(tally.unknown, static_cast<int>(size.seeds) / 20) << "GLPK proves too few of the cases";
}

INSTANTIATE_TEST_SUITE_P(Sizes, CrowdedFlow,
                         testing::Values(Size{8, 16, 12, 4, 10, 600, 100, 200}, Size{10, 24, 24, 8, 16, 200, 60, 40},
                                         Size{14, 36, 36, 14, 20, 60, 20, 5}));

} // namespace
} // namespace riser
