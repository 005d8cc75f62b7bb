// SPDX-License-Identifier: GPL-3.0-or-later
// Transceivers of planned fibre links, and lengths that power and warm air permit.
#include "solvers/analysis/cable_lengths.h"
#include "solvers/analysis/optical_budget.h"
#include "solvers/analysis/powered_runs.h"
#include "tests/solvers/planning/laws.h"

#include <algorithm>

namespace riser::test {
namespace {

std::int64_t total(const std::vector<StepReport>& reports, std::string_view step, std::string_view what) {
    for (const StepReport& report : reports)
        if (report.step == step)
            for (const StepTotal& figure : report.totals)
                if (figure.what.en == what)
                    return figure.value;
    ADD_FAILURE() << "no figure " << what;
    return -1;
}

// Leaves of the catalogue's transceivers those of these applications.
void keep_only(Design& design, const std::set<std::string>& pmds) {
    for (const BillItem& item : Table<BillItem>(design.bill_items))
        if (const std::string pmd(transceiver_pmd(item.measures)); !pmd.empty() && !pmds.contains(pmd))
            for (const EquipmentType& type : Table<EquipmentType>(design.equipment_types))
                if (type.bill_item == item.id)
                    design.equipment_types.erase(type.id);
}
void price(Design& design, const std::string& pmd, std::int64_t amount) {
    for (BillItem item : Table<BillItem>(design.bill_items))
        if (transceiver_pmd(item.measures) == pmd) {
            item.price = Money(amount);
            design.bill_items.put(item);
        }
}

class TransceiverLaws : public testing::TestWithParam<std::uint32_t> {};

TEST_P(TransceiverLaws, EveryFibreLinkHasTwoThatCarryIt) {
    PlannedBuilding building = any_building(GetParam());
    Design& design = building.design();
    const std::vector<StepReport> reports = perform(design);
    const Facts facts(design);
    const LinkTables& tables = by_deck().equipment.links;
    std::int64_t plugged = 0;
    for (const OpticalLink& link : facts.get<OpticalLinks>().links) {
        const OpticalAnswer answer = budget_of(link, facts.get<CableLengths>(), tables, LossValues::design);
        ASSERT_TRUE(answer.budget) << answer.unknown.en << answer.impossible.en;
        EXPECT_TRUE(answer.budget->works());
        EXPECT_EQ(answer.budget->source, PmdSource::transceiver);
        EXPECT_EQ(link.pmd_a, link.pmd_b);
        EXPECT_EQ(answer.budget->application.rate, link.rate);
        plugged += 2;
    }
    EXPECT_EQ(total(reports, "equipment", "transceivers"), plugged);
    EXPECT_EQ(static_cast<std::int64_t>(design.cards.size()), plugged) << "none lies about";
    if (GetParam() == 0) {
        EXPECT_GT(plugged, 0);
    }
}

INSTANTIATE_TEST_SUITE_P(Buildings, TransceiverLaws, testing::Range(0U, 12U));

const std::vector<Reason>& of_equipment(const std::vector<StepReport>& reports) {
    return std::find_if(reports.begin(), reports.end(), [](const StepReport& r) { return r.step == "equipment"; })
        ->reasons;
}

TEST(Transceivers, TheCheapestThatCarriesTheLink) {
    for (const bool dearer : {false, true}) {
        PlannedBuilding building = small_building();
        Design& design = building.design();
        price(design, "100GBASE-DR", dearer ? 900 : 300);
        // Uplinks of 100 Gbit/s: all fibre ports of that rate.
        for (EquipmentType type : Table<EquipmentType>(design.equipment_types)) {
            for (PortGroup& group : type.ports)
                if (group.medium == Medium::fibre)
                    group.rate = BitRate(100'000'000'000);
            design.equipment_types.put(type);
        }
        perform(design);
        const std::vector<OpticalLink> links = Facts(design).get<OpticalLinks>().links;
        ASSERT_FALSE(links.empty());
        for (const OpticalLink& link : links)
            EXPECT_EQ(link.pmd_a, dearer ? "100GBASE-LR4" : "100GBASE-DR");
    }
}

TEST(Transceivers, WhatTheCatalogueLacksIsSaid) {
    PlannedBuilding building = small_building();
    Design& design = building.design();
    keep_only(design, {"100GBASE-DR"});
    const std::vector<StepReport> reports = perform(design);
    for (const Card& card : design.cards)
        EXPECT_EQ(design.find(card.type)->code, "100GBASE-DR");
    EXPECT_TRUE(
        says(of_equipment(reports), "a fibre link: the catalogue has no transceiver of 10 Gbit/s for its fibre"));
    EXPECT_GT(total(reports, "equipment", "fibre links that none carries"), 0);
}

// A tight budget stops a link: the limit is named, and nothing is plugged in.
TEST(Transceivers, TheLimitThatStopsALinkIsSaid) {
    PlannedBuilding building = small_building();
    Design& design = building.design();
    PlanningOptions options = by_deck();
    for (FibreApplication& row : options.equipment.links.applications)
        row.loss = MilliDecibels(100);
    std::vector<StepReport> reports = perform(design, {}, options);
    EXPECT_TRUE(says(of_equipment(reports), "the catalogue's 10GBASE-LR allows a loss of 0.10 dB, it has "));
    EXPECT_GT(total(reports, "equipment", "fibre links that none carries"), 0);
    EXPECT_TRUE(design.cards.empty());
    for (FibreApplication& row : options.equipment.links.applications) {
        row.loss = MilliDecibels(9'000);
        row.reach = metres(1);
    }
    reports = perform(design, {"equipment"}, options);
    EXPECT_TRUE(says(of_equipment(reports), "the catalogue's 10GBASE-LR reaches 1.0 m, it is "));
    // Once they can work they are plugged, and taken out again when they cannot.
    reports = perform(design, {"equipment"});
    EXPECT_GT(design.cards.size(), 0U);
    perform(design, {"equipment"}, options);
    EXPECT_TRUE(design.cards.empty());
}

TEST(Transceivers, OneThatAPersonTookOverDecides) {
    PlannedBuilding building = small_building();
    Design& design = building.design();
    perform(design);
    ASSERT_FALSE(design.cards.empty());
    const std::size_t before = design.cards.size();
    EquipmentType own = *design.find(design.cards.begin()->type);
    BillItem item = *design.find(*own.bill_item);
    item.id = BillItemId{77'001};
    item.measures = "transceiver:10GBASE-SR";
    own.id = EquipmentTypeId{77'002};
    own.bill_item = item.id;
    design.bill_items.put(item);
    design.equipment_types.put(own);
    Card card = *design.cards.begin();
    card.origin.kind = OriginKind::typed;
    card.type = own.id;
    design.cards.put(card);
    const std::vector<StepReport> reports = perform(design, {"equipment"});
    EXPECT_TRUE(says(of_equipment(reports), "10GBASE-SR does not run over OS2"));
    EXPECT_EQ(*design.find(card.id), card);
    EXPECT_LT(design.cards.size(), before) << "the other end of that link has none that fits";
    EXPECT_TRUE(
        std::any_of(design.ports.begin(), design.ports.end(), [&](const Port& port) { return port.card == card.id; }));
}

// A port that a person took over keeps the transceiver that was planned for it.
TEST(Transceivers, OneInAPortThatAPersonTookOverStays) {
    PlannedBuilding building = small_building();
    Design& design = building.design();
    perform(design);
    for (const Port& row : Table<Port>(design.ports))
        if (row.card) {
            Port port = row;
            port.origin.kind = OriginKind::typed;
            design.ports.put(port);
            break;
        }
    const Table<Card> before = design.cards;
    perform(design, {"equipment"});
    EXPECT_TRUE(design.cards == before);
}

// The same lengths as the facts give, by another way of counting.
TEST(PermittedLengths, AreNamedWithTheirWarmth) {
    PlannedBuilding building = small_building();
    Design& design = building.design();
    PlanningOptions options = by_deck();
    ASSERT_TRUE(options.cables.permitted);
    EXPECT_EQ(options.cables.permitted->derating.max, metres(90));
    EXPECT_EQ(total(perform(design, {}, options), "cables", "too long"), 0);
    options.cables.permitted->derating.max = metres(12);
    const std::vector<StepReport> reports = perform(design, {"cables"}, options);
    const Facts facts(design);
    std::int64_t longer = 0;
    std::int64_t powered = 0;
    for (const Cable& cable : design.cables) {
        const CableLength* length = facts.get<CableLengths>().of(cable.id);
        if (cable.role != CableRole::horizontal || !length)
            continue;
        longer += length->total() > metres(12);
        powered += facts.get<PoweredCables>().cables.contains(cable.id);
    }
    ASSERT_GT(longer, 0);
    EXPECT_GT(powered, 0);
    const std::int64_t named = total(reports, "cables", "too long");
    EXPECT_GE(named, longer) << "warmth only shortens";
    EXPECT_TRUE(says(reports.back().reasons, "permitted in air of"));
    EXPECT_TRUE(says(reports.back().reasons, "a bundle with power that adds"));
    // Without heat in the table, only the air counts.
    for (BundleHeat& row : options.cables.permitted->heat.heat)
        row.open = row.enclosed = DeciCelsius(0);
    EXPECT_LE(total(perform(design, {"cables"}, options), "cables", "too long"), named);
    options.cables.permitted.reset();
    EXPECT_EQ(total(perform(design, {"cables"}, options), "cables", "too long"), 0);
}

} // namespace
} // namespace riser::test
