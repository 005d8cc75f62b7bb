// SPDX-License-Identifier: GPL-3.0-or-later
// Minutes of UPS in availability: closed forms on one feed, and random designs against the sum over all states, in each
// of which the rows are read with how long the mains are out.
#include "solvers/failure/held_failures.h"

#include "solvers/failure/availability.h"
#include "solvers/failure/reach_forms.h"
#include "tests/solvers/failure/plain_reach.h"
#include "tests/solvers/failure/random_failures.h"
#include "tests/support/networks.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace riser {
namespace {

using test::PlainReach;
using test::RandomFailures;
using test::RowsOutage;

constexpr double mains_out = 80.0 / (4'400 * 60 + 80); // of mains, the share of time
double beyond(double minutes) { return std::exp(-minutes / 80) * mains_out; }

AvailabilityInputs held_inputs() {
    return {.reliability = {{ReliabilityKind::mains, Hours(4'400), Seconds(80 * 60), Trust::unverified},
                            {ReliabilityKind::generator, Hours(5'000), Seconds(24 * 3'600), Trust::practice}},
            .beta = percent(5)};
}

// Devices on feeds of one source of mains.
struct OneFeed : test::NetworkCase {
    PlaneId plane_id = plane("E");
    AnyId mains = put(PowerSource{});

    template<class Row> AnyId put(Row row) {
        row.id = {next++};
        design.table<Row>().put(row);
        return row.id;
    }
    AnyId ups(AnyId fed_by, int minutes) {
        Ups row;
        row.fed_by = fed_by;
        row.autonomy = Seconds(60 * minutes);
        return put(row);
    }
    EquipmentId fed(AnyId by) {
        const EquipmentId id = device(EquipmentRole::access_switch, "S", plane_id, {});
        supply(id, by);
        return id;
    }
    void supply(EquipmentId id, AnyId by) {
        Circuit circuit;
        circuit.fed_by = by;
        Pdu strip;
        strip.circuit = CircuitId{put(circuit).value};
        PowerSupply row;
        row.equipment = id;
        row.pdu = PduId{put(strip).value};
        put(row);
    }
};

enum class When { any, all };

// How much of the time any, or all, of these are down.
double down(const Facts& facts, std::initializer_list<EquipmentId> devices, When when) {
    const HeldFailures& held = facts.get<HeldFailures>();
    MonotoneForms forms;
    ReachForms reach(forms, held.model, facts.get<HeldReach>().network);
    std::vector<double> losses;
    for (const ElementLoss& loss : facts.get<ElementLosses>(held_inputs()).elements)
        losses.push_back(loss.share);
    std::vector<Form> stand;
    for (const EquipmentId id : devices)
        stand.push_back(reach.need(held.model.device(id)->need));
    const FormLoss loss = FormLosses(forms, losses).of(when == When::any ? forms.all(stand) : forms.any(stand));
    EXPECT_EQ(loss.outcome, Outcome::complete);
    EXPECT_NEAR(loss.lower, loss.upper, 1e-15);
    return loss.upper;
}

TEST(HeldFailures, OutagesCountAsFarAsTheyOutlastTheBattery) {
    OneFeed feed;
    const AnyId half = feed.ups(feed.mains, 30), ten = feed.ups(feed.mains, 10), five = feed.ups(feed.mains, 5);
    const EquipmentId bare = feed.fed(feed.mains), on_half = feed.fed(half), on_ten = feed.fed(ten),
                      on_five = feed.fed(five), behind = feed.fed(feed.ups(ten, 45)),
                      between = feed.fed(feed.ups(half, 5));
    const Facts facts(feed.design);
    EXPECT_NEAR(down(facts, {bare}, When::any), mains_out, 1e-12);
    EXPECT_NEAR(down(facts, {on_half}, When::any), beyond(30), 1e-12);
    EXPECT_NEAR(down(facts, {on_ten}, When::any), beyond(10), 1e-12);
    EXPECT_NEAR(down(facts, {on_five}, When::any), beyond(5), 1e-12);
    EXPECT_NEAR(down(facts, {behind}, When::any), beyond(45), 1e-12) << "minutes in a row are not added";
    EXPECT_NEAR(down(facts, {between}, When::any), beyond(30), 1e-12) << "the longer of two in a row";
    EXPECT_NEAR(down(facts, {bare, on_half, on_ten}, When::all), beyond(30), 1e-12) << "the same outages";
    EXPECT_NEAR(down(facts, {bare, on_half, on_ten}, When::any), mains_out, 1e-12);
    EXPECT_NEAR(down(facts, {on_half, on_ten}, When::any), beyond(10), 1e-12);
}

TEST(HeldFailures, AGeneratorBehindASwitchMultiplies) {
    OneFeed feed;
    PowerSource set;
    set.kind = SourceKind::generator;
    Ats both;
    both.normal = feed.mains;
    both.standby = feed.put(set);
    const EquipmentId device = feed.fed(feed.ups(feed.put(both), 30));
    const Facts facts(feed.design);
    EXPECT_NEAR(down(facts, {device}, When::any), beyond(30) * unavailability(Hours(5'000), Seconds(24 * 3'600)),
                1e-12);
}

TEST(HeldFailures, TwoCordsOfWhichOneIsHeldAreDownAsLongAsThatOne) {
    OneFeed feed;
    const EquipmentId device = feed.fed(feed.mains);
    feed.supply(device, feed.ups(feed.mains, 60));
    EXPECT_NEAR(down(Facts(feed.design), {device}, When::any), beyond(60), 1e-12);
}

// What the share rests on is told: practice, the least that is trusted.
TEST(HeldFailures, WhatABatteryIsCreditedIsTrustedAsPractice) {
    OneFeed feed;
    feed.fed(feed.mains);
    const Facts plain(feed.design);
    ASSERT_EQ(plain.get<HeldFailures>().outlasted, std::vector{Seconds()});
    EXPECT_EQ(plain.get<HeldFailures>().model, plain.get<FailureModel>());
    for (const auto& [facts, trust] :
         {std::pair(plain, Trust::unverified),
          std::pair((feed.fed(feed.ups(feed.mains, 30)), Facts(feed.design)), Trust::practice)}) {
        const FailureModel& model = facts.get<HeldFailures>().model;
        std::size_t mains = 0;
        for (std::size_t i = 0; i < model.elements.size(); ++i)
            if (model.elements[i].kind == ElementKind::source) {
                ++mains;
                EXPECT_EQ(facts.get<ElementLosses>(held_inputs()).elements[i].trust, trust);
            }
        EXPECT_EQ(mains, trust == Trust::practice ? 2U : 1U);
    }
}

// Elements that fail now and then; all others never do.
struct FewUnits {
    std::vector<ElementIndex> elements;
    std::vector<ElementLoss> losses;
};

FewUnits few_units(const HeldFailures& held, std::mt19937& random) {
    const FailureModel& model = held.model;
    FewUnits few;
    few.losses.resize(model.elements.size());
    const auto take = [&](ElementIndex element) {
        if (few.losses[at(element)].share > 0 || few.elements.size() == 8)
            return;
        few.losses[at(element)] = {0.05 + static_cast<double>(random() % 40) / 100, Trust::practice};
        few.elements.push_back(element);
    };
    for (std::size_t i = 0; i < model.elements.size(); ++i)
        if (model.elements[i].kind == ElementKind::source)
            take(static_cast<ElementIndex>(i));
    for (int n = 0; n < 3; ++n)
        take(static_cast<ElementIndex>(random() % model.elements.size()));
    return few;
}

TEST(HeldFailures, AvailabilityIsTheSumOverAllStatesOfOutagesThatLast) {
    std::size_t asked = 0, between = 0, helped = 0;
    std::mt19937 random(2);
    for (std::uint64_t seed = 1; seed <= 1'200; ++seed) {
        const RandomFailures design(seed);
        const Facts facts(design.design);
        const HeldFailures& held = facts.get<HeldFailures>();
        const ReachNetwork& network = facts.get<HeldReach>().network;
        if (held.outlasted.size() == 1 || network.groups.empty())
            continue;
        const FewUnits few = few_units(held, random);
        const Availability known = availability(held.model, network, few.losses, {.most_nodes = 1U << 20});
        const NetworkRows& rows = facts.get<NetworkRows>();
        std::vector<double> truth(known.services.size(), 0), unheld(known.services.size(), 0);
        for (std::uint32_t mask = 0; !known.services.empty() && mask < 1U << few.elements.size(); ++mask) {
            double chance = 1;
            std::set<FailureElement> lost, all;
            std::map<AnyId, Seconds> dark;
            for (std::size_t i = 0; i < few.elements.size(); ++i) {
                const double loss = few.losses[at(few.elements[i])].share;
                const bool is_lost = (mask >> i & 1U) != 0;
                chance *= is_lost ? loss : 1 - loss;
                FailureElement element = held.model[few.elements[i]];
                if (!is_lost)
                    continue;
                if (element.kind == ElementKind::source) {
                    const Seconds beyond = held.outlasted[static_cast<std::size_t>(element.unit)];
                    dark[element.row] = std::max(dark[element.row], Seconds(beyond.value + 1));
                    element.unit = 0;
                } else {
                    lost.insert(element);
                }
                all.insert(element);
            }
            const RowsOutage outage(design.design, lost, dark), plain(design.design, all);
            const PlainReach left(rows, held.model, outage.failed(rows),
                                  [&](EquipmentId id) { return outage.stands(id); });
            const PlainReach without(rows, held.model, plain.failed(rows),
                                     [&](EquipmentId id) { return plain.stands(id); });
            for (std::size_t s = 0; s < known.services.size(); ++s) {
                const ReachTarget target{.of = ReachTarget::Of::service, .service = known.services[s].service};
                truth[s] += left.reaches(known.services[s].worst, target) ? 0 : chance;
                unheld[s] += without.reaches(known.services[s].worst, target) ? 0 : chance;
            }
        }
        for (std::size_t s = 0; s < known.services.size(); ++s) {
            const FormLoss& loss = known.services[s].loss;
            ASSERT_EQ(loss.outcome, Outcome::complete);
            ASSERT_NEAR(loss.upper, truth[s], 1e-9) << "seed " << seed;
            ASSERT_LE(truth[s], unheld[s] + 1e-12);
            between += truth[s] > 0 && truth[s] < 1;
            helped += truth[s] < unheld[s] - 1e-9;
            ++asked;
        }
    }
    std::printf("%zu answers, %zu of them neither 0 nor 1, %zu better for a battery\n", asked, between, helped);
    EXPECT_GT(between, 60U);
    EXPECT_GT(helped, 10U);
}

} // namespace
} // namespace riser
