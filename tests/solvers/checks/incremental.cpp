// SPDX-License-Identifier: GPL-3.0-or-later
// The law of facts: whatever was edited, incremental equals from-scratch. Facts and findings alike.
#include "solvers/analysis/backbone_diversity.h"
#include "solvers/analysis/backbone_ends.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/cable_lengths.h"
#include "solvers/analysis/channels.h"
#include "solvers/analysis/copper_links.h"
#include "solvers/analysis/device_links.h"
#include "solvers/analysis/growth_check.h"
#include "solvers/analysis/guard_ways.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/analysis/jack_zones.h"
#include "solvers/analysis/labels.h"
#include "solvers/analysis/optical_links.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/analysis/pathway_fill.h"
#include "solvers/analysis/plane_separation.h"
#include "solvers/analysis/point_counts.h"
#include "solvers/analysis/powered_runs.h"
#include "solvers/analysis/publications.h"
#include "solvers/analysis/reachability.h"
#include "solvers/analysis/references.h"
#include "solvers/analysis/room_index.h"
#include "solvers/analysis/telecom_rooms.h"
#include "solvers/analysis/tier_traffic.h"
#include "solvers/analysis/vlan_hosts.h"
#include "solvers/analysis/wireless_coverage.h"
#include "solvers/analysis/zone_bodies.h"
#include "solvers/checks/catalogue.h"
#include "solvers/checks/run_checks.h"
#include "solvers/failure/device_failures.h"
#include "solvers/failure/device_net.h"
#include "solvers/failure/hidden_points.h"
#include "solvers/failure/redundancy.h"
#include "solvers/failure/single_failures.h"
#include "solvers/forwarding/intent.h"
#include "solvers/forwarding/outside_reach.h"
#include "tests/solvers/checks/random_building.h"
#include "tests/support/random_edits.h"

#include <gtest/gtest.h>

#include <thread>

namespace riser::test {
namespace {

const Deck& deck() { return *built_in_deck("cn-government"); }

struct NamedFact {
    const char* name;
    bool (*same)(const Facts& a, const Facts& b);
};
template<class F> constexpr NamedFact fact(const char* name) {
    return {name, [](const Facts& a, const Facts& b) { return a.get<F>() == b.get<F>(); }};
}
constexpr NamedFact all_facts[] = {
    fact<BackboneEnds>("BackboneEnds"),
    fact<ServingSpaces>("ServingSpaces"),
    fact<RunRisks>("RunRisks"),
    fact<BackboneDiversity>("BackboneDiversity"),
    fact<CableEnds>("CableEnds"),
    fact<CablePlanes>("CablePlanes"),
    fact<CableKinds>("CableKinds"),
    fact<JackPlaces>("JackPlaces"),
    fact<OutletRooms>("OutletRooms"),
    fact<Pathways>("Pathways"),
    fact<RunAmbients>("RunAmbients"),
    fact<CableLengths>("CableLengths"),
    fact<CableAmbients>("CableAmbients"),
    fact<Cords>("Cords"),
    fact<Channels>("Channels"),
    fact<DeviceLinks>("DeviceLinks"),
    fact<OpticalLinks>("OpticalLinks"),
    fact<CopperLinks>("CopperLinks"),
    fact<PoweredCables>("PoweredCables"),
    fact<PoweredRuns>("PoweredRuns"),
    fact<JackLinks>("JackLinks"),
    fact<PatchedJacks>("PatchedJacks"),
    fact<RoomOwners>("RoomOwners"),
    fact<JackZones>("JackZones"),
    fact<VlanHosts>("VlanHosts"),
    fact<Labels>("Labels"),
    fact<RetiredLabelUses>("RetiredLabelUses"),
    fact<PathwayLoads>("PathwayLoads"),
    fact<PathwayFill>("PathwayFill"),
    fact<PlaneSeparation>("PlaneSeparation"),
    fact<ZoneBodies>("ZoneBodies"),
    fact<Boundaries>("Boundaries"),
    fact<GuardWays>("GuardWays"),
    fact<Publications>("Publications"),
    fact<PointCounts>("PointCounts"),
    fact<RoutingTables>("RoutingTables"),
    fact<Reachability>("Reachability"),
    fact<References>("References"),
    fact<RoomIndex>("RoomIndex"),
    fact<OutletPlaces>("OutletPlaces"),
    fact<TelecomRooms>("TelecomRooms"),
    fact<ClassifiedRooms>("ClassifiedRooms"),
    fact<RadioFloors>("RadioFloors"),
    fact<AccessPoints>("AccessPoints"),
    fact<WirelessNetworks>("WirelessNetworks"),
    fact<CabledLinks>("CabledLinks"),
    fact<NetworkRows>("NetworkRows"),
    fact<ReachIntents>("ReachIntents"),
    fact<OutsideReach>("OutsideReach"),
    fact<FailureModel>("FailureModel"),
    fact<ReachNetwork>("ReachNetwork"),
    fact<SingleFailures>("SingleFailures"),
    fact<DeviceFailures>("DeviceFailures"),
    fact<DeviceReach>("DeviceReach"),
    fact<PointsOfGroups>("PointsOfGroups"),
    fact<DeviceNet>("DeviceNet"),
    fact<Redundancy>("Redundancy"),
    fact<HiddenPoints>("HiddenPoints"),
    fact<TierTraffic>("TierTraffic"),
    {"GrowthCheck",
     [](const Facts& a, const Facts& b) {
         const GrowthLimits limits{.tray = percent(50), .access = 20};
         return a.get<GrowthCheck>(limits) == b.get<GrowthCheck>(limits);
     }},
};

std::size_t hash(std::uint64_t seed, std::uint64_t step) {
    return static_cast<std::size_t>(std::mt19937_64(seed * 1'000'003 + step)());
}

// Follows `steps` edits; after each, asks all facts and the report, or a random few of them.
enum class Ask { everything, a_few };
template<class Edits> void follow(Design design, Edits edit, int steps, Ask ask, std::uint64_t seed) {
    Facts facts(design);
    std::size_t findings = 0;
    for (int step = 0; step < steps; ++step) {
        edit(design);
        facts = facts.advance(design);
        const Facts fresh(design);
        const std::size_t dice = hash(seed, static_cast<std::uint64_t>(step));
        for (std::size_t i = 0; i < std::size(all_facts); ++i)
            if (ask == Ask::everything || (dice >> i) % 8 == 0) {
                ASSERT_TRUE(all_facts[i].same(facts, fresh)) << all_facts[i].name << " after edit " << step;
            }
        if (ask == Ask::everything || dice % 16 == 0) {
            const CheckReport report = run_checks(facts, deck());
            ASSERT_EQ(report, run_checks(fresh, deck())) << "after edit " << step;
            findings += report.findings.size();
        }
    }
    EXPECT_GT(findings, 0u) << "a run in which no rule ever fires shows little";
    // When few are asked, the last step may have asked for none.
    if (ask == Ask::everything) {
        EXPECT_GT(facts.effort().reused, 0u);
    }
}

TEST(Incremental, EqualsFromScratchAfterEachOfAThousandEdits) {
    follow(random_building(1, 3, 7), BuildingEdits(1), 1'000, Ask::everything, 1);
}

TEST(Incremental, EqualsFromScratchWhenFewAreAskedAfterEach) {
    for (std::uint64_t seed = 2; seed < 8; ++seed)
        follow(random_building(seed, 2, 6), BuildingEdits(seed), 200, Ask::a_few, seed);
}

// Rows and values of any sort, wherever a merge might put them.
TEST(Incremental, EqualsFromScratchUnderEditsOfAnyField) {
    RandomEdits edits(11);
    IdSource ids(5);
    follow(
        random_building(11, 2, 6),
        [&](Design& design) {
            Edit edit(design, {}, ids);
            edits(edit);
            design = std::move(edit).commit();
        },
        400, Ask::everything, 11);
}

// A report can be brought up to date a few rules at a time.
TEST(Incremental, AnswersOfAFewRulesTakeTheirPlaceInAReport) {
    Design design = random_building(6, 2, 6);
    BuildingEdits edit(6);
    Facts facts(design);
    CheckReport report = run_checks(facts, deck());
    std::size_t stale = 0;
    for (int step = 0; step < 60; ++step) {
        edit(design);
        facts = facts.advance(design);
        std::vector<const Rule*> parts[2];
        for (const Rule* rule : rule_catalogue())
            parts[hash(6, static_cast<std::uint64_t>(step)) % 3 == 0 ? rule->slow : rule->id.size() % 2].push_back(
                rule);
        const CheckReport whole = run_checks(facts, deck());
        report = updated(std::move(report), run_checks(facts, deck(), parts[0]));
        stale += report != whole;
        report = updated(std::move(report), run_checks(facts, deck(), parts[1]));
        ASSERT_EQ(report, whole) << "after edit " << step;
    }
    EXPECT_GT(stale, 0u);
}

// What an edit does not touch is kept: the very same value, not an equal one.
TEST(Incremental, AMovedOutletMeasuresNoCableAndFillsNoTray) {
    Design design = random_building(3, 3, 8);
    const Facts first(design);
    run_checks(first, deck());
    Outlet outlet = *design.outlets.begin();
    outlet.place.x += 100;
    design.outlets.put(outlet);
    const Facts second = first.advance(design);
    run_checks(second, deck());
    EXPECT_EQ(&second.get<CableLengths>(), &first.get<CableLengths>());
    EXPECT_EQ(&second.get<PathwayFill>(), &first.get<PathwayFill>());
    EXPECT_EQ(&second.get<PointCounts>(), &first.get<PointCounts>());
    EXPECT_EQ(&second.get<JackLinks>(), &first.get<JackLinks>());
    EXPECT_EQ(&second.get<Labels>(), &first.get<Labels>());
    EXPECT_NE(&second.get<Reachability>(), &first.get<Reachability>());
}

TEST(Incremental, SnapshotsAreReadByManyThreadsWhileTheNextIsMade) {
    Design design = random_building(4, 2, 6);
    BuildingEdits edit(4);
    Facts facts(design);
    for (int step = 0; step < 20; ++step) {
        edit(design);
        const Facts next = facts.advance(design);
        const CheckReport expected = run_checks(Facts(design), deck());
        std::vector<CheckReport> reports(4);
        {
            std::vector<std::jthread> threads;
            for (CheckReport& report : reports)
                threads.emplace_back([&] { report = run_checks(next, deck()); });
            threads.emplace_back([&] { run_checks(facts, deck()); });
        }
        for (const CheckReport& report : reports)
            ASSERT_EQ(report, expected);
        facts = next;
    }
}

} // namespace
} // namespace riser::test
