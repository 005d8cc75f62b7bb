// SPDX-License-Identifier: GPL-3.0-or-later
// Holes for runs: one a crossing, as large as the run with its allowance, stopped where fire is held back, gone with
// the run, wider with it; and on random buildings exactly those that walking along every run finds.
#include "solvers/planning/penetrations.h"

#include "model/edits/cascade.h"
#include "solvers/graph/crossings.h"
#include "tests/solvers/planning/laws.h"

#include <algorithm>
#include <set>

namespace riser::test {
namespace {

std::vector<const Penetration*> holes_of(const Design& design, PathwayRunId run) {
    std::vector<const Penetration*> out;
    for (const Penetration& row : design.penetrations)
        if (row.run == run)
            out.push_back(&row);
    return out;
}

class Penetrations : public testing::TestWithParam<std::uint32_t> {
  protected:
    PlannedBuilding building = any_building(GetParam());
    Design& design = building.design();
    void SetUp() override { perform(design, {"outlets", "spaces", "pathways", "cables", "backbone"}); }
};

TEST_P(Penetrations, AreThoseThatWalkingAlongTheRunsFinds) {
    std::size_t walls = 0, slabs = 0;
    for (const PathwayRun& run : design.pathway_runs) {
        const PathwayNode& from = *design.find(run.from);
        const PathwayNode& to = *design.find(run.to);
        std::vector<const Penetration*> holes = holes_of(design, run.id);
        if (from.floor != to.floor) {
            const auto elevation = [&](FloorId id) { return design.find(id)->elevation; };
            const Millimetres low = std::min(elevation(from.floor), elevation(to.floor));
            const Millimetres high = std::max(elevation(from.floor), elevation(to.floor));
            std::size_t between = 0;
            for (const Floor& floor : design.floors)
                between += floor.elevation > low && floor.elevation <= high;
            EXPECT_EQ(holes.size(), between) << run.label;
            for (const Penetration* hole : holes) {
                EXPECT_EQ(hole->host, PenetrationHost::slab);
                EXPECT_EQ(hole->stopping, "1.50 h");
            }
            slabs += holes.size();
            continue;
        }
        // Each change of compartment along the run has its hole.
        Polyline line{from.place};
        line.insert(line.end(), run.bends.begin(), run.bends.end());
        line.push_back(to.place);
        for (const FireCompartment& compartment : design.fire_compartments) {
            if (compartment.floor != from.floor)
                continue;
            bool inside = contains(compartment.outline, line.front());
            for (std::size_t i = 1; i < line.size(); ++i) {
                const std::int64_t length = distance(line[i - 1], line[i]).value;
                for (std::int64_t k = 10; k <= length; k += 10) {
                    const Point at{static_cast<std::int32_t>(line[i - 1].x + (line[i].x - line[i - 1].x) * k / length),
                                   static_cast<std::int32_t>(line[i - 1].y + (line[i].y - line[i - 1].y) * k / length)};
                    if (contains(compartment.outline, at) == inside)
                        continue;
                    inside = !inside;
                    ++walls;
                    EXPECT_TRUE(std::any_of(holes.begin(), holes.end(),
                                            [&](const Penetration* hole) {
                                                return hole->host == PenetrationHost::wall && !hole->stopping.empty() &&
                                                       distance(hole->place, at) <= Millimetres(650);
                                            }))
                        << run.label << " at " << at.x << ',' << at.y;
                }
            }
        }
        for (const Penetration* hole : holes)
            if (!hole->stopping.empty()) {
                EXPECT_TRUE(std::any_of(design.fire_compartments.begin(), design.fire_compartments.end(),
                                        [&](const FireCompartment& row) {
                                            return row.floor == hole->floor &&
                                                   distance_to_ring(row.outline.outer, hole->place) <= Millimetres(2);
                                        }))
                    << run.label << ": a stopped hole where no compartment ends";
            }
    }
    if (GetParam() == 0) {
        EXPECT_GT(walls, 0U);
        EXPECT_GT(slabs, 0U);
    }
}

TEST_P(Penetrations, AreAsLargeAsTheirRunsAndEachHasALabelOfItsOwn) {
    std::set<std::string> labels;
    for (const Penetration& row : design.penetrations) {
        const PathwayRun& run = *design.find(row.run);
        EXPECT_EQ(row.width, run.width + Millimetres(100)) << run.label;
        EXPECT_EQ(row.height, run.height + Millimetres(100)) << run.label;
        EXPECT_TRUE(row.sleeved);
        EXPECT_EQ(row.scope, run.scope);
        EXPECT_TRUE(labels.insert(row.label).second && !row.label.empty()) << row.label;
    }
}

INSTANTIATE_TEST_SUITE_P(Buildings, Penetrations, testing::Range(0U, buildings));

TEST(PlannedPenetrations, GoWithTheirRunAndGrowWithIt) {
    PlannedBuilding building = small_building();
    Design& design = building.design();
    perform(design, {"outlets", "spaces", "pathways"});
    ASSERT_FALSE(design.penetrations.empty());
    const Penetration first = *design.penetrations.begin();
    ASSERT_TRUE(first.run);
    PathwayRun run = *design.find(first.run);
    run.width = run.width + Millimetres(200);
    design.pathway_runs.put(run);
    fit_penetrations(design);
    EXPECT_EQ(design.find(first.id)->width, run.width + Millimetres(100));
    Edit edit(design, {}, building.builder.ids);
    ASSERT_TRUE(delete_row(edit, run.id));
    EXPECT_TRUE(holes_of(edit.design(), run.id).empty());
    EXPECT_FALSE(edit.design().penetrations.contains(first.id));
}

TEST(PlannedPenetrations, AreMadeByTheNumbersOfTheDeck) {
    Deck deck = *built_in_deck("cn-government");
    for (DeckRule& rule : deck.rules)
        for (RuleParameter& number : rule.parameters) {
            if (rule.id == "FIRE-04" && number.name == "slab-first")
                number.value = "100";
            if (rule.id == "FIRE-04" && number.name == "allowance")
                number.value = "70 mm";
            if (rule.id == "PATH-01")
                number.value = "25 %";
        }
    const PlanningOptions options = planning_options(deck);
    EXPECT_EQ(options.cables.sections.fill_tray, percent(25));
    EXPECT_EQ(planning_options(*built_in_deck("cn-government")).cables.sections.fill_tray, SectionOptions().fill_tray);
    PlannedBuilding building = small_building();
    Design& design = building.design();
    perform(design, {"outlets", "spaces"});
    const Result<PathwayPlan> plan = plan_pathways(design, options.pathways);
    ASSERT_TRUE(plan);
    std::size_t slabs = 0;
    for (const Penetration& row : plan->change.after.penetrations) {
        EXPECT_EQ(row.width, plan->change.after.find(row.run)->width + Millimetres(140));
        if (row.host == PenetrationHost::slab) {
            ++slabs;
            EXPECT_EQ(row.stopping, "1.66 h");
        }
    }
    EXPECT_GT(slabs, 0U);
}

TEST(PlannedPenetrations, WhatAPersonDrewForTheRunStands) {
    PlannedBuilding building = small_building();
    Design& design = building.design();
    perform(design, {"outlets", "spaces", "pathways"});
    Penetration drawn = *design.penetrations.begin();
    const PenetrationId planned = drawn.id;
    const std::size_t count = design.penetrations.size();
    drawn.id = building.builder.ids.next<Penetration>();
    drawn.origin = {};
    drawn.label = "H1";
    drawn.width = Millimetres(9'000);
    drawn.place.x += 200;
    design.penetrations.put(drawn);
    perform(design, {"pathways"});
    EXPECT_FALSE(design.penetrations.contains(planned));
    EXPECT_EQ(design.penetrations.size(), count);
    EXPECT_EQ(design.find(drawn.id)->width, Millimetres(9'000));
}

TEST(PlannedPenetrations, BuiltRunsNeedNone) {
    PlannedBuilding building = small_building();
    Design& design = building.design();
    perform(design, {"outlets", "spaces", "pathways"});
    const PathwayRunId built = *design.penetrations.begin()->run;
    PathwayRun run = *design.find(built);
    run.status = Status::as_built;
    design.pathway_runs.put(run);
    perform(design, {"pathways"});
    EXPECT_TRUE(holes_of(design, built).empty());
}

} // namespace
} // namespace riser::test
