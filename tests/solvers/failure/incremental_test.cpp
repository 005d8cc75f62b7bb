// SPDX-License-Identifier: GPL-3.0-or-later
// The law of facts for what fails: incremental equals from-scratch, over networks in which points reach services. And
// which edits wake none of it.
#include "solvers/checks/availability_inputs.h"
#include "solvers/failure/availability.h"
#include "solvers/failure/device_failures.h"
#include "solvers/failure/device_net.h"
#include "solvers/failure/failure_rows.h"
#include "solvers/failure/held_failures.h"
#include "solvers/failure/hidden_points.h"
#include "solvers/failure/redundancy.h"
#include "solvers/failure/single_failures.h"
#include "solvers/failure/tier_failures.h"
#include "tests/solvers/failure/random_failures.h"
#include "tests/support/random_edits.h"

#include <gtest/gtest.h>

namespace riser::test {
namespace {

const Deck& deck() { return *built_in_deck("cn-government"); }
AvailabilityInputs inputs() { return availability_inputs(deck()); }

template<class F> void expect_same(const Facts& a, const Facts& b, const char* name) {
    EXPECT_EQ(a.get<F>(), b.get<F>()) << name;
}

void expect_same_failures(const Facts& a, const Facts& b) {
    expect_same<CablesInRuns>(a, b, "CablesInRuns");
    expect_same<RunPlanes>(a, b, "RunPlanes");
    expect_same<SpacePlaces>(a, b, "SpacePlaces");
    expect_same<RackContents>(a, b, "RackContents");
    expect_same<SeatsOfJacks>(a, b, "SeatsOfJacks");
    expect_same<RoomSeats>(a, b, "RoomSeats");
    expect_same<FailureModel>(a, b, "FailureModel");
    expect_same<ReachNetwork>(a, b, "ReachNetwork");
    expect_same<HeldFailures>(a, b, "HeldFailures");
    expect_same<HeldReach>(a, b, "HeldReach");
    expect_same<SingleFailures>(a, b, "SingleFailures");
    expect_same<DeviceFailures>(a, b, "DeviceFailures");
    expect_same<DeviceReach>(a, b, "DeviceReach");
    expect_same<PointsOfGroups>(a, b, "PointsOfGroups");
    expect_same<DeviceNet>(a, b, "DeviceNet");
    expect_same<Redundancy>(a, b, "Redundancy");
    expect_same<HiddenPoints>(a, b, "HiddenPoints");
    expect_same<TierFailures>(a, b, "TierFailures");
    EXPECT_EQ(a.get<ElementLosses>(inputs()), b.get<ElementLosses>(inputs()));
    EXPECT_EQ(a.get<Availability>(inputs()), b.get<Availability>(inputs()));
}

void ask_all(const Facts& facts) {
    facts.get<SingleFailures>();
    facts.get<Availability>(inputs());
}

TEST(FailuresIncremental, EqualFromScratchUnderEditsOfAnyField) {
    std::size_t losses = 0, services = 0, changed = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        RandomFailures random(seed);
        RandomEdits edits(seed);
        IdSource ids(seed);
        Design design = random.design;
        Facts facts(design);
        ask_all(facts);
        for (int step = 0; step < 120; ++step) {
            Edit edit(design, {}, ids);
            edits(edit);
            design = std::move(edit).commit();
            const Facts next = facts.advance(design);
            expect_same_failures(next, Facts(design));
            if (testing::Test::HasFailure())
                FAIL() << "seed " << seed << ", after edit " << step;
            losses += next.get<SingleFailures>().effects.size();
            services += next.get<Availability>(inputs()).services.size();
            changed += !(next.get<FailureModel>() == facts.get<FailureModel>());
            facts = next;
        }
    }
    EXPECT_GT(losses, 0u);
    EXPECT_GT(services, 0u);
    EXPECT_GT(changed, 20u);
}

// The very same values, not equal ones: nothing was asked again.
void expect_untouched(const Facts& before, const Facts& after) {
    EXPECT_EQ(&before.get<FailureModel>(), &after.get<FailureModel>());
    EXPECT_EQ(&before.get<SingleFailures>(), &after.get<SingleFailures>());
    EXPECT_EQ(&before.get<Availability>(inputs()), &after.get<Availability>(inputs()));
}

TEST(FailuresIncremental, PlacesLabelsAndLengthsWakeNothing) {
    RandomFailures random(3);
    const Facts before(random.design);
    ask_all(before);
    ASSERT_FALSE(before.get<SingleFailures>().effects.empty());
    ASSERT_FALSE(before.get<Availability>(inputs()).services.empty());
    Design design = random.design;
    const auto change = [&](auto& table, auto how) {
        for (auto row : std::remove_reference_t<decltype(table)>(table)) {
            how(row);
            table.put(row);
        }
    };
    change(design.cables, [](Cable& row) {
        row.label += "x";
        row.exit_drop += Millimetres(40);
    });
    change(design.outlets, [](Outlet& row) { row.place.x += 40; });
    change(design.rooms, [](Room& row) { row.name.zh += "x"; });
    change(design.racks, [](Rack& row) { row.place.x += 40; });
    change(design.pathway_runs, [](PathwayRun& row) { row.width += Millimetres(50); });
    expect_untouched(before, before.advance(design));
}

// A point that nothing is patched to is nobody's loss.
TEST(FailuresIncremental, AnUnpatchedPointWakesNothing) {
    RandomFailures random(3);
    const Facts before(random.design);
    ask_all(before);
    Design design = random.design;
    Jack jack = *design.jacks.begin();
    jack.id = JackId{1ULL << 40};
    design.jacks.put(jack);
    const Facts after = before.advance(design);
    EXPECT_EQ(&before.get<FailureModel>(), &after.get<FailureModel>());
    EXPECT_EQ(&before.get<SingleFailures>(), &after.get<SingleFailures>());
}

// The one of two points of a switch in a VLAN that the other stands for, with its jack and cable; nothing: none.
std::optional<CabledJack> one_of_several(const Facts& facts) {
    const FailureModel& devices = facts.get<DeviceFailures>().model;
    for (const CabledJack& jack : facts.get<NetworkRows>().cabled.jacks())
        if (!devices.jack(jack.jack) && facts.get<FailureModel>().jack(jack.jack))
            return jack;
    return std::nullopt;
}

void ask_of_devices(const Facts& facts) {
    facts.get<Redundancy>();
    facts.get<HiddenPoints>();
    facts.get<TierFailures>();
}

void expect_devices_untouched(const Facts& before, const Facts& after) {
    EXPECT_EQ(&before.get<DeviceFailures>(), &after.get<DeviceFailures>());
    EXPECT_EQ(&before.get<DeviceReach>(), &after.get<DeviceReach>());
    EXPECT_EQ(&before.get<DeviceNet>(), &after.get<DeviceNet>());
    EXPECT_EQ(&before.get<Redundancy>(), &after.get<Redundancy>());
    EXPECT_EQ(&before.get<TierFailures>(), &after.get<TierFailures>());
}

TEST(FailuresIncremental, OnePointOfSeveralWakesNothingThatAsksOfDevices) {
    int tried = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        RandomFailures random(seed);
        const Facts before(random.design);
        ask_of_devices(before);
        const std::optional<CabledJack> jack = one_of_several(before);
        if (!jack)
            continue;
        ++tried;
        for (const bool cut : {false, true}) {
            Design design = random.design;
            if (cut)
                design.jacks.erase(jack->jack);
            else
                for (const CableId id : jack->cables) {
                    Cable cable = *design.find(id);
                    cable.route.clear();
                    design.cables.put(std::move(cable));
                }
            const Facts after = before.advance(design);
            expect_devices_untouched(before, after);
            EXPECT_EQ(after.get<HiddenPoints>(), Facts(design).get<HiddenPoints>());
        }
    }
    EXPECT_GT(tried, 3);
}

TEST(FailuresIncremental, ABareDeviceWakesNothingThatAsksOfDevices) {
    RandomFailures random(3);
    const Facts before(random.design);
    ask_of_devices(before);
    ask_all(before);
    Design design = random.design;
    Equipment bare = *design.equipment.begin();
    bare.id = EquipmentId{1ULL << 40};
    design.equipment.put(bare);
    const Facts after = before.advance(design);
    EXPECT_FALSE(before.get<FailureModel>() == after.get<FailureModel>());
    expect_devices_untouched(before, after);
    EXPECT_EQ(&before.get<HiddenPoints>(), &after.get<HiddenPoints>());
}

} // namespace
} // namespace riser::test
