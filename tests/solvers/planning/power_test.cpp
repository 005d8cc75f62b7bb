// SPDX-License-Identifier: GPL-3.0-or-later
// What racks live on in any building: sums that agree from rack to source, feeds that are apart where they must be, a
// bar and its bonds wherever a cabinet stands.
#include "solvers/analysis/power_loads.h"
#include "solvers/base/ups_size.h"
#include "tests/solvers/planning/laws.h"

#include <cmath>
#include <random>

namespace riser::test {
namespace {

class PowerLaws : public testing::TestWithParam<std::uint32_t> {
  protected:
    PowerLaws() { reports = perform(design); }
    PlannedBuilding building = any_building(GetParam());
    Design& design = building.design();
    std::vector<StepReport> reports;
};

// Devices are added up by hand, from the rack's rows.
TEST_P(PowerLaws, EveryUpsCarriesAllThatHangsOnIt) {
    const Facts facts(design);
    const Table<DeviceLoad>& loads = facts.get<DeviceLoads>().devices;
    std::map<UpsId, std::set<EquipmentId>> on;
    for (const PowerSupply& supply : design.power_supplies)
        if (const Pdu* strip = design.find(supply.pdu))
            if (const Circuit* circuit = design.find(strip->circuit);
                circuit && circuit->fed_by.kind == Kind::ups_units)
                on[UpsId{circuit->fed_by.value}].insert(supply.equipment);
    std::set<EquipmentId> fed;
    for (const Ups& ups : design.ups_units) {
        std::int64_t milliwatts = 0;
        for (const EquipmentId id : on[ups.id])
            milliwatts += loads.find(id)->power().value;
        fed.insert(on[ups.id].begin(), on[ups.id].end());
        const double need = static_cast<double>(milliwatts) / 1'000 / (0.9 * 0.8);
        EXPECT_GE(static_cast<double>(ups.capacity.value) + 1e-6, need) << ups.label;
        EXPECT_EQ(ups.capacity.value % 1'000, 0) << "a rating on the market";
    }
    std::size_t devices = 0;
    for (const Equipment& device : design.equipment)
        devices += loads.find(device.id)->power().value > 0;
    EXPECT_EQ(fed.size(), devices) << "each device lives on a UPS";
    if (GetParam() == 0) {
        EXPECT_GT(fed.size(), 2U);
    }
}

TEST_P(PowerLaws, RacksAndFeedsAddUpTheSame) {
    const Facts facts(design);
    std::int64_t racks = 0;
    for (const RackLoad& load : facts.get<RackLoads>().racks)
        racks += load.power.value;
    std::int64_t devices = 0;
    for (const DeviceLoad& load : facts.get<DeviceLoads>().devices)
        devices += load.power().value;
    EXPECT_EQ(racks, devices);
    for (const FeedLoad& load : facts.get<FeedLoads>().feeds)
        if (load.feed.kind == Kind::circuits) {
            EXPECT_LE(load.power.value, design.find(CircuitId{load.feed.value})->capacity.value * 1'000);
        }
    for (const StepReport& report : reports)
        for (const StepTotal& figure : report.totals)
            if (report.step == "power" && figure.what.en == "power") {
                EXPECT_EQ(figure.value, racks);
            }
}

TEST_P(PowerLaws, TwoFeedsWhereTheBriefWantsThem) {
    const UplinkClasses classes(design.requirement_classes, design.zones, design.services);
    std::map<EquipmentId, std::set<AnyId>> feeds;
    for (const PowerSupply& supply : design.power_supplies)
        if (const Pdu* strip = design.find(supply.pdu)) {
            const Circuit* circuit = design.find(strip->circuit);
            ASSERT_NE(circuit, nullptr) << strip->label;
            feeds[supply.equipment].insert(circuit->fed_by);
        }
    for (const auto& [id, list] : feeds) {
        const Equipment& device = *design.find(id);
        if (design.find(device.type)->power_supplies > 1 &&
            classes.of(device.plane, *device.space) != RedundancyClass::n) {
            EXPECT_GE(list.size(), 2U) << device.label;
        }
    }
}

TEST_P(PowerLaws, ABarAndItsBondsWhereverACabinetStands) {
    std::map<AnyId, AnyId> bonds;
    for (const Bond& bond : design.bonds)
        bonds[bond.from] = bond.to;
    std::size_t mains = 0;
    for (const EarthBar& bar : design.earth_bars)
        mains += bar.kind == EarthBarKind::main;
    for (const Rack& rack : design.racks) {
        if (rack.status == Status::reserved) {
            EXPECT_FALSE(bonds.contains(rack.id)) << "the classified works' own";
            continue;
        }
        ASSERT_TRUE(bonds.contains(rack.id)) << rack.label;
        const EarthBar* bar = design.find(EarthBarId{bonds[rack.id].value});
        ASSERT_NE(bar, nullptr);
        EXPECT_EQ(bar->space, rack.space);
        const EarthBar* main = design.find(EarthBarId{bonds[bar->id].value});
        ASSERT_NE(main, nullptr);
        EXPECT_EQ(main->kind, EarthBarKind::main);
    }
    EXPECT_EQ(mains, design.racks.empty() ? 0U : 1U);
}

INSTANTIATE_TEST_SUITE_P(Buildings, PowerLaws, testing::Range(0U, buildings));

// Against the formula in floating point.
TEST(UpsSize, IsTheLeastThatDoes) {
    std::mt19937 random(3);
    for (int n = 0; n < 500; ++n) {
        const std::int64_t load = std::uniform_int_distribution<std::int64_t>(0, 2'000'000'000)(random);
        const auto share = [&] {
            return BasisPoints(std::uniform_int_distribution<std::int32_t>(100, 10'000)(random));
        };
        const BasisPoints efficiency = share();
        const BasisPoints usable = share();
        const long double exact = static_cast<long double>(load) / 1'000 * 1e8L / efficiency.value / usable.value;
        EXPECT_EQ(static_cast<long double>(ups_needed(Milliwatts(load), efficiency, usable).value),
                  std::ceil(exact - 1e-9L))
            << load;
    }
    EXPECT_EQ(ups_needed(watts(2'000), percent(90), percent(80)), VoltAmperes(2'778));
}

// What a person drew is used, and a strip that a person put on a circuit stays there.
TEST(PowerOfPeople, IsUsedBeforeAnyIsAdded) {
    PlannedBuilding building = small_building();
    Design& design = building.design();
    perform(design);
    ASSERT_FALSE(design.ups_units.empty());
    const Ups planned = *design.ups_units.begin();
    Ups mine = planned;
    mine.id = building.builder.ids.next<Ups>();
    mine.origin = {};
    mine.label = "MY-UPS";
    mine.capacity = VoltAmperes(500);
    design.ups_units.put(mine);
    Circuit own;
    own.id = building.builder.ids.next<Circuit>();
    own.label = "MY-W";
    own.fed_by = mine.id;
    design.circuits.put(own);
    Pdu strip = *design.pdus.begin();
    strip.circuit = own.id;
    strip.origin.kind = OriginKind::typed; // taken over
    design.pdus.put(strip);
    perform(design, {"power"});
    EXPECT_EQ(design.find(mine.id)->capacity, VoltAmperes(500)) << "only the rule says that it is too small";
    EXPECT_FALSE(design.find(planned.id)) << "the planned one gives way";
    EXPECT_EQ(design.find(strip.id)->circuit, own.id);
    std::size_t on_mine = 0;
    for (const Circuit& circuit : design.circuits)
        on_mine += circuit.fed_by == AnyId(mine.id);
    EXPECT_GT(on_mine, 1U);
}

} // namespace
} // namespace riser::test
