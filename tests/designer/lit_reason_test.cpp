// SPDX-License-Identifier: GPL-3.0-or-later
// What lights for a finding: the whole way of a cable, its parts that add up, the cables of a run, both of two.
#include "designer/session/lit_reason.h"

#include "solvers/analysis/cable_lengths.h"
#include "solvers/planning/steps.h"
#include "tests/support/builders.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace riser {
namespace {

Design planned_block() {
    test::BuildingBuilder builder = test::office_block(3, 6);
    Edit edit(builder.design, {"", ""}, builder.ids);
    EXPECT_TRUE(perform_steps(edit, {}));
    return std::move(edit).commit();
}

struct LitReason : ::testing::Test {
    const Design design = planned_block();
    const Facts facts{design};
    Lit lit(std::vector<AnyId> subjects) {
        Finding finding;
        finding.subjects = std::move(subjects);
        return light(facts, finding);
    }
    static bool holds(const std::vector<AnyId>& in, AnyId id) {
        return std::find(in.begin(), in.end(), id) != in.end();
    }
    static double apart(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }
};

TEST_F(LitReason, the_way_of_every_cable_hangs_together_from_end_to_end) {
    ASSERT_GT(design.cables.size(), 10U);
    for (const Cable& cable : design.cables) {
        const std::vector<Leg> legs = legs_of(facts, cable);
        ASSERT_FALSE(legs.empty());
        double tray = 0;
        for (std::size_t i = 0; i < legs.size(); ++i) {
            EXPECT_NE(legs[i].kind, LegKind::gap);
            if (legs[i].kind == LegKind::tray)
                for (std::size_t k = 1; k < legs[i].line.size(); ++k)
                    tray += apart(legs[i].line[k - 1], legs[i].line[k]);
            if (i > 0 && legs[i].floor == legs[i - 1].floor) {
                EXPECT_LE(apart(legs[i - 1].line.back(), legs[i].line.front()), 2);
            }
        }
        const CableLength* length = facts.get<CableLengths>().of(cable.id);
        ASSERT_NE(length, nullptr);
        EXPECT_NEAR(tray, length->tray.value, 3.0 + static_cast<double>(cable.route.size()));
    }
}

TEST_F(LitReason, the_parts_of_a_cable_add_up) {
    for (const Cable& cable : design.cables) {
        const Lit now = lit({cable.id});
        std::int64_t sum = 0;
        for (const LitPart& part : now.parts)
            sum += number_of(part.amount);
        EXPECT_EQ(sum, number_of(now.sum));
        EXPECT_EQ(sum, facts.get<CableLengths>().of(cable.id)->total().value);
    }
}

TEST_F(LitReason, a_jack_lights_its_cable) {
    for (const Termination& at : design.terminations)
        if (at.on.kind == Kind::jacks) {
            const Lit of_jack = lit({at.on}), of_cable = lit({at.cable});
            EXPECT_EQ(of_jack.legs, of_cable.legs);
            EXPECT_EQ(of_jack.parts.size(), of_cable.parts.size());
            EXPECT_FALSE(of_jack.parts.empty());
        }
}

TEST_F(LitReason, a_route_that_is_cut_shows_its_gap) {
    const Cable* chosen = nullptr;
    for (const Cable& cable : design.cables)
        if (cable.route.size() > 2 && (!chosen || cable.route.size() > chosen->route.size()))
            chosen = &cable;
    ASSERT_NE(chosen, nullptr);
    Cable cut = *chosen;
    cut.route.erase(cut.route.begin() + 1);
    const std::vector<Leg> legs = legs_of(facts, cut);
    EXPECT_EQ(std::count_if(legs.begin(), legs.end(), [](const Leg& leg) { return leg.kind == LegKind::gap; }), 1);
}

TEST_F(LitReason, a_run_lights_the_cables_in_it) {
    const PathwayRunId run = (*design.cables.begin()).route.front().run;
    std::size_t legs = 0;
    for (const Cable& cable : design.cables)
        if (std::any_of(cable.route.begin(), cable.route.end(), [&](const RouteStep& step) { return step.run == run; }))
            legs += legs_of(facts, cable).size();
    const Lit now = lit({run});
    EXPECT_EQ(now.legs.size(), legs);
    EXPECT_TRUE(std::all_of(now.legs.begin(), now.legs.end(), [](const Leg& leg) { return leg.faint; }));
    EXPECT_TRUE(holds(now.rows, run));
}

TEST_F(LitReason, lights_both_of_two_on_their_floors) {
    std::vector<AnyId> two;
    std::vector<FloorId> floors;
    for (const Jack& jack : design.jacks) {
        const Outlet* outlet = design.find(jack.outlet);
        if (two.size() < 2 && (floors.empty() || outlet->floor != floors.front())) {
            two.push_back(jack.id);
            floors.push_back(outlet->floor);
        }
    }
    ASSERT_EQ(two.size(), 2U);
    const Lit now = lit(two);
    ASSERT_EQ(now.floors.size(), 2U);
    EXPECT_LT(design.find(now.floors[0])->elevation, design.find(now.floors[1])->elevation);
    for (const AnyId jack : two)
        EXPECT_TRUE(holds(now.rows, design.find(JackId{jack.value})->outlet));
}

} // namespace
} // namespace riser
