// SPDX-License-Identifier: GPL-3.0-or-later
// What a model says is down when elements are lost is what the rows say, read one by one.
#include "solvers/failure/failure_model.h"

#include "solvers/forwarding/network_parts.h"
#include "tests/solvers/failure/random_failures.h"
#include "tests/support/planes_apart.h"
#include "tests/support/random_design.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace riser {
namespace {

using test::RandomFailures;
using test::RowsOutage;

TEST(FailureModel, SaysWhatTheRowsSay) {
    std::size_t asked = 0, links = 0, jacks = 0, handoffs = 0;
    std::map<ElementKind, std::size_t> kinds;
    for (std::uint64_t seed = 1; seed <= 250; ++seed) {
        RandomFailures random(seed);
        const Facts facts(random.design);
        const FailureModel& model = facts.get<FailureModel>();
        ASSERT_TRUE(std::is_sorted(model.elements.begin(), model.elements.end()));
        Outages outages(model);
        for (const FailureElement& element : model.elements)
            ++kinds[element.kind];
        for (int trial = 0; trial < 25 && !model.elements.empty(); ++trial) {
            std::set<FailureElement> lost;
            std::vector<ElementIndex> indices;
            for (std::size_t n = 1 + random.up_to(4); n > 0; --n) {
                indices.push_back(static_cast<ElementIndex>(random.up_to(model.elements.size())));
                lost.insert(model[indices.back()]);
            }
            const Down said = outages.of(indices);
            ASSERT_EQ(said, RowsOutage(random.design, lost).down(model)) << "seed " << seed << " trial " << trial;
            ++asked;
            links += said.links.size();
            jacks += said.jacks.size();
            handoffs += said.handoffs.size();
        }
    }
    std::printf("%zu outages: %zu links, %zu jacks, %zu handoffs down\n", asked, links, jacks, handoffs);
    EXPECT_GT(links, 5'000U);
    EXPECT_GT(jacks, 1'000U);
    EXPECT_GT(handoffs, 100U);
    EXPECT_EQ(kinds.size(), static_cast<std::size_t>(ElementKind::cause) + 1);
}

// Losing more brings nothing back, and nothing lost takes nothing down.
TEST(FailureModel, IsMonotone) {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        RandomFailures random(seed);
        const Facts facts(random.design);
        const FailureModel& model = facts.get<FailureModel>();
        Outages outages(model);
        ASSERT_EQ(outages.of({}), Down{});
        std::vector<ElementIndex> lost;
        Down before;
        for (int more = 0; more < 6 && !model.elements.empty(); ++more) {
            lost.push_back(static_cast<ElementIndex>(random.up_to(model.elements.size())));
            const Down now = outages.of(lost);
            ASSERT_TRUE(std::includes(now.links.begin(), now.links.end(), before.links.begin(), before.links.end()));
            ASSERT_TRUE(
                std::includes(now.devices.begin(), now.devices.end(), before.devices.begin(), before.devices.end()));
            before = now;
        }
    }
}

TEST(FailureModel, SecretPlanesAreNotInIt) {
    test::PlanesApart apart;
    const Facts facts(apart.design);
    const FailureModel& model = facts.get<FailureModel>();
    EXPECT_FALSE(model.elements.empty());
    for (const EquipmentId device : apart.r.devices) {
        EXPECT_TRUE(model.elements_of(device).empty());
        EXPECT_EQ(model.device(device), nullptr);
    }
    for (const CableId cable : apart.r.copper)
        EXPECT_TRUE(model.elements_of(cable).empty());
    EXPECT_TRUE(model.elements_of(apart.r.rack).empty());
    EXPECT_TRUE(model.elements_of(apart.r.tray).empty());
    EXPECT_FALSE(model.elements_of(apart.w.rack).empty());
    EXPECT_FALSE(model.elements_of(apart.w.tray).empty());
}

// A closed ring of transfer switch and UPS, and circuits that feed each other, end.
TEST(FailureModel, RingsOfFeedsAreCut) {
    test::NetworkCase net;
    const EquipmentId device = net.device(EquipmentRole::server, "H", {}, {});
    Ats ats;
    ats.id = {net.next++};
    Ups ups;
    ups.id = {net.next++};
    ats.normal = ats.standby = ups.id;
    ups.fed_by = ats.id;
    net.design.transfer_switches.put(ats);
    net.design.ups_units.put(ups);
    Pdu strip;
    strip.id = {net.next++};
    AnyId fed = ats.id;
    for (int i = 0; i < 20'000; ++i) { // a long chain
        Circuit circuit;
        circuit.id = {net.next++};
        circuit.fed_by = fed;
        net.design.circuits.put(circuit);
        fed = circuit.id;
        strip.circuit = circuit.id;
    }
    net.design.pdus.put(strip);
    PowerSupply supply;
    supply.id = {net.next++};
    supply.equipment = device;
    supply.pdu = strip.id;
    net.design.power_supplies.put(supply);
    const Facts facts(net.design);
    const FailureModel& model = facts.get<FailureModel>();
    Outages outages(model);
    for (const AnyId id : {AnyId(ats.id), AnyId(ups.id), fed})
        for (const ElementIndex element : model.elements_of(id))
            EXPECT_EQ(outages.of(std::span(&element, 1)).devices.size(), 1U) << to_string(id);
}

TEST(FailureModel, IsTheSameAfterEditsAsFromScratch) {
    RandomFailures random(3);
    Facts facts(random.design);
    std::mt19937_64 dice(5);
    for (int i = 0; i < 100; ++i) {
        facts.get<FailureModel>();
        Design next = facts.design();
        change_at_random(next, dice, 1);
        facts = facts.advance(next);
        ASSERT_EQ(facts.get<FailureModel>(), Facts(next).get<FailureModel>()) << "edit " << i;
    }
}

TEST(FailureModel, TakesAnyDesign) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const Facts facts(random_design(seed, 12));
        Outages outages(facts.get<FailureModel>());
        for (std::size_t i = 0; i < facts.get<FailureModel>().elements.size(); ++i) {
            const auto element = static_cast<ElementIndex>(i);
            outages.of(std::span(&element, 1));
        }
    }
}

} // namespace
} // namespace riser
