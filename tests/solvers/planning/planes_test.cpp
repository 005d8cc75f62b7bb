// SPDX-License-Identifier: GPL-3.0-or-later
// What keeps planes apart: classified points come from the approved list alone, a faceplate is of one plane, a
// compartment carries what may lie together, and nothing but its own lies in a secret plane's pathways.
#include "tests/solvers/planning/laws.h"

#include <set>

namespace riser::test {
namespace {

class PlaneLaws : public testing::TestWithParam<std::uint32_t> {
  protected:
    PlaneLaws() { perform(design); }
    PlannedBuilding building = any_building(GetParam());
    Design& design = building.design();
    bool secret(std::optional<PlaneId> plane) const { return plane == building.secret; }
};

TEST_P(PlaneLaws, ClassifiedPointsAreThoseApprovedAndNoOthers) {
    const auto count = [&] {
        std::map<std::tuple<std::string, std::string, PointKindId>, std::int32_t> out;
        for (const Jack& jack : design.jacks)
            if (secret(jack.plane)) {
                const Outlet& outlet = *design.find(jack.outlet);
                const Room& room = *design.find(outlet.room);
                EXPECT_TRUE(contains(room.outline, outlet.place)) << "the room approved, not the one beside it";
                ++out[{design.find(room.floor)->label, room.number, jack.kind}];
            }
        return out;
    };
    std::mt19937 random(GetParam() + 23);
    for (int round = 0; round < 3; ++round) {
        std::map<std::tuple<std::string, std::string, PointKindId>, std::int32_t> approved;
        for (const ApprovedPoint& point : design.approved_points)
            approved[{point.floor, point.room, point.kind}] += point.jacks;
        EXPECT_EQ(count(), approved);
        // Head counts and the table grow or shrink: classified points do not follow.
        change_the_building(building, random);
        perform(design);
    }
    design.approved_points = {};
    perform(design);
    EXPECT_TRUE(count().empty());
    for (const PathwayRun& run : design.pathway_runs)
        EXPECT_FALSE(secret(run.plane)) << "and their pathways went with them: " << run.label;
    for (const Cable& cable : design.cables)
        EXPECT_FALSE(secret(cable.plane)) << cable.label;
}

// What a person drew of them counts: the planner adds no more than is still approved.
TEST(ClassifiedPoints, DrawnOnesCountTowardsTheApprovedList) {
    PlannedBuilding building = small_building();
    Design& design = building.design();
    const ApprovedPoint& approved = *design.approved_points.begin();
    ASSERT_EQ(approved.jacks, 2);
    for (const int drawn : {1, 2, 3}) {
        Outlet outlet;
        outlet.id = building.builder.ids.next<Outlet>();
        for (const Room& room : design.rooms)
            if (room.number == approved.room) {
                outlet.room = room.id;
                outlet.floor = room.floor;
                outlet.place = *inner_point(room.outline);
            }
        design.outlets.put(outlet);
        Jack jack;
        jack.id = building.builder.ids.next<Jack>();
        jack.outlet = outlet.id;
        jack.kind = approved.kind;
        jack.plane = approved.plane;
        design.jacks.put(jack);
        perform(design);
        const auto secret = std::count_if(design.jacks.begin(), design.jacks.end(),
                                          [&](const Jack& row) { return row.plane == building.secret; });
        EXPECT_EQ(secret, std::max(2, drawn));
    }
}

TEST_P(PlaneLaws, AFaceplateIsOfOnePlane) {
    std::map<OutletId, std::set<std::optional<PlaneId>>> planes;
    std::set<std::optional<PlaneId>> seen;
    for (const Jack& jack : design.jacks) {
        planes[jack.outlet].insert(jack.plane);
        seen.insert(jack.plane);
    }
    for (const auto& [outlet, set] : planes)
        EXPECT_EQ(set.size(), 1U) << design.find(outlet)->label;
    if (GetParam() == 0) {
        EXPECT_EQ(seen.size(), 4U);
    }
}

TEST_P(PlaneLaws, CompartmentsCarryWhatMayLieTogether) {
    const PlanesApart apart(design);
    std::map<std::pair<PathwayRunId, std::int32_t>, std::set<std::optional<PlaneId>>> lying;
    for (const Cable& cable : design.cables)
        for (const RouteStep& step : cable.route) {
            const PathwayRun& run = *design.find(step.run);
            EXPECT_TRUE(!run.plane || run.plane == cable.plane) << run.label << ' ' << cable.label;
            EXPECT_TRUE(!secret(cable.plane) || run.plane == cable.plane) << run.label << ' ' << cable.label;
            EXPECT_TRUE(run.separation == SeparationClass::elv || run.separation == SeparationClass::mixed);
            if (run.compartments.empty()) {
                EXPECT_EQ(step.compartment, 0) << run.label;
            } else {
                ASSERT_LT(static_cast<std::size_t>(step.compartment), run.compartments.size()) << run.label;
                const RunCompartment& part = run.compartments[static_cast<std::size_t>(step.compartment)];
                EXPECT_TRUE(!part.plane || part.plane == cable.plane) << run.label << ' ' << cable.label;
            }
            lying[{step.run, step.compartment}].insert(cable.plane);
        }
    for (const auto& [place, planes] : lying)
        for (const auto& a : planes)
            for (const auto& b : planes)
                EXPECT_FALSE(apart.apart(a, b)) << design.find(place.first)->label << " compartment " << place.second;
    std::size_t divided = 0;
    for (const PathwayRun& run : design.pathway_runs) {
        divided += !run.compartments.empty();
        Millimetres inside;
        for (const RunCompartment& part : run.compartments) {
            EXPECT_GT(part.width.value, 0) << run.label;
            inside += part.width;
        }
        EXPECT_LE(inside, run.width) << run.label << ": compartments stand inside the tray";
    }
    if (GetParam() == 0) {
        EXPECT_GT(divided, 0U) << "two planes apart share the small building's trays";
    }
}

// Every jack that can be reached has one cable of its own plane, and a secret one's ends on no open panel.
TEST_P(PlaneLaws, CablesAreOfTheirJacksPlane) {
    std::map<JackId, int> cabled;
    for (const Termination& end : design.terminations) {
        const Cable& cable = *design.find(end.cable);
        if (end.on.kind == Kind::jacks) {
            const Jack& jack = *design.find(JackId{end.on.value});
            EXPECT_EQ(cable.plane, jack.plane) << cable.label;
            ++cabled[jack.id];
        } else if (end.on.kind == Kind::panels) {
            const Panel& panel = *design.find(PanelId{end.on.value});
            EXPECT_TRUE(secret(cable.plane) ? panel.plane == cable.plane : !panel.plane || panel.plane == cable.plane);
        }
    }
    for (const auto& [jack, count] : cabled)
        EXPECT_EQ(count, 1) << design.find(jack)->label;
    std::set<std::pair<AnyId, std::int32_t>> positions;
    for (const Termination& end : design.terminations)
        if (end.on.kind == Kind::panels && design.find(end.cable)->role != CableRole::cord) {
            EXPECT_TRUE(positions.emplace(end.on, end.position).second) << "two cables on one position";
            EXPECT_LE(end.position, design.find(PanelId{end.on.value})->positions);
        }
}

INSTANTIATE_TEST_SUITE_P(Buildings, PlaneLaws, testing::Range(0U, buildings));

} // namespace
} // namespace riser::test
