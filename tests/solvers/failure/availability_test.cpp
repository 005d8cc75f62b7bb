// SPDX-License-Identifier: GPL-3.0-or-later
// Availability on random designs against the sum over all states of a few elements, each state searched in a network
// derived without what is down; and what share of time elements are down.
#include "solvers/failure/availability.h"

#include "tests/solvers/failure/plain_reach.h"
#include "tests/solvers/failure/random_failures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace riser {
namespace {

using test::PlainReach;
using test::RandomFailures;
using test::RowsOutage;

// Some elements that fail now and then; all others never do.
struct Few {
    std::vector<ElementIndex> elements;
    std::vector<ElementLoss> losses;
};

Few a_few(const FailureModel& model, std::mt19937& random) {
    Few out;
    out.losses.resize(model.elements.size());
    for (int tries = 0; tries < 60 && out.elements.size() < 6; ++tries) {
        const auto element = static_cast<ElementIndex>(random() % model.elements.size());
        const ElementKind kind = model[element].kind;
        // Cables of single points are many and seldom matter to more than one.
        if ((kind == ElementKind::cable || kind == ElementKind::port) && random() % 4 != 0)
            continue;
        ElementLoss& loss = out.losses[at(element)];
        if (loss.share > 0)
            continue;
        loss.share = 0.05 + static_cast<double>(random() % 40) / 100;
        loss.trust = Trust::practice;
        out.elements.push_back(element);
    }
    return out;
}

double chance(const Few& few, std::uint32_t mask, std::size_t left_out) {
    double out = 1;
    for (std::size_t i = 0; i < few.elements.size(); ++i) {
        const double loss = few.losses[at(few.elements[i])].share;
        if (i != left_out)
            out *= (mask >> i & 1U) != 0 ? loss : 1 - loss;
        else if ((mask >> i & 1U) != 0)
            return 0;
    }
    return out;
}

TEST(Availability, IsTheSumOverAllStatesOfASearchInEach) {
    std::size_t asked = 0, between = 0;
    std::mt19937 random(1);
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const RandomFailures design(seed);
        const Facts facts(design.design);
        const FailureModel& model = facts.get<FailureModel>();
        const ReachNetwork& network = facts.get<ReachNetwork>();
        if (model.elements.empty() || network.groups.empty())
            continue;
        const Few few = a_few(model, random);
        const Availability known = availability(model, network, few.losses, {.most_nodes = 1U << 20});
        if (known.services.empty())
            continue;
        const NetworkRows& rows = facts.get<NetworkRows>();
        const auto none = few.elements.size();
        std::vector<std::vector<double>> truth(known.services.size(), std::vector<double>(none + 1, 0));
        for (std::uint32_t mask = 0; mask < 1U << none; ++mask) {
            std::set<FailureElement> lost;
            for (std::size_t i = 0; i < none; ++i)
                if ((mask >> i & 1U) != 0)
                    lost.insert(model[few.elements[i]]);
            const RowsOutage outage(design.design, lost);
            const PlainReach left(rows, model, outage.failed(rows), [&](EquipmentId id) { return outage.stands(id); });
            for (std::size_t s = 0; s < known.services.size(); ++s) {
                const ServiceAvailability& one = known.services[s];
                if (!left.reaches(one.worst, {.of = ReachTarget::Of::service, .service = one.service}))
                    for (std::size_t without = 0; without <= none; ++without)
                        truth[s][without] += chance(few, mask, without);
            }
        }
        for (std::size_t s = 0; s < known.services.size(); ++s) {
            const ServiceAvailability& one = known.services[s];
            ASSERT_EQ(one.loss.outcome, Outcome::complete);
            ASSERT_NEAR(one.loss.lower, truth[s][none], 1e-9) << "seed " << seed;
            ASSERT_NEAR(one.loss.upper, truth[s][none], 1e-9);
            for (const ElementCost& cost : one.costs) {
                const auto i =
                    static_cast<std::size_t>(std::ranges::find(few.elements, cost.element) - few.elements.begin());
                ASSERT_LT(i, none);
                ASSERT_NEAR(cost.share, truth[s][none] - truth[s][i], 1e-9) << "what it would save if it never failed";
            }
            between += one.loss.lower > 0 && one.loss.lower < 1;
            ++asked;
        }
    }
    std::printf("%zu answers, %zu of them neither 0 nor 1\n", asked, between);
    EXPECT_GT(asked, 300U);
    EXPECT_GT(between, 150U);
}

TEST(Availability, StoppedItLeavesOutWhatItDidNotComeTo) {
    const RandomFailures design(3);
    const Facts facts(design.design);
    const FailureModel& model = facts.get<FailureModel>();
    std::stop_source stop;
    stop.request_stop();
    const Availability none =
        availability(model, facts.get<ReachNetwork>(), std::vector<ElementLoss>(model.elements.size()), {},
                     {.stop = stop.get_token(), .progress = {}});
    EXPECT_EQ(none.outcome, Outcome::stopped);
    EXPECT_TRUE(none.services.empty());
}

AvailabilityInputs inputs() {
    return {.reliability = {{ReliabilityKind::device, Hours(300'000), Seconds(4 * 3'600), Trust::unverified},
                            {ReliabilityKind::room, Hours(1'000'000), Seconds(3'600), Trust::practice}},
            .beta = percent(5)};
}

TEST(ElementLosses, ADeviceOfThreeHundredThousandHoursCostsSevenMinutesAYear) {
    EXPECT_NEAR(unavailability(Hours(300'000), Seconds(4 * 3'600)) * minutes_a_year, 7.0, 0.05);
    EXPECT_EQ(unavailability(Hours(0), Seconds(0)), 0);
}

// The design's MTBF goes before the deck's; a kind that the deck lacks never fails; causes take beta of the least.
TEST(ElementLosses, AreTheDesignsElseTheDecks) {
    std::size_t stated = 0, typical = 0, causes = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        RandomFailures random(seed);
        if (seed % 2 == 0)
            for (const EquipmentType& type : Table<EquipmentType>(random.design.equipment_types))
                random.change(type.id, [](EquipmentType& row) { row.mtbf = Hours(100'000); });
        const Facts facts(random.design);
        const FailureModel& model = facts.get<HeldFailures>().model;
        const std::vector<ElementLoss>& losses = facts.get<ElementLosses>(inputs()).elements;
        ASSERT_EQ(losses.size(), model.elements.size());
        std::vector<double> whole(losses.size(), 0);
        for (std::size_t i = 0; i < losses.size(); ++i) {
            const FailureElement& element = model.elements[i];
            if (element.kind == ElementKind::room)
                whole[i] = unavailability(Hours(1'000'000), Seconds(3'600));
            if (element.kind != ElementKind::device)
                continue;
            const Equipment* device = random.design.find(EquipmentId{element.row.value});
            const bool says = random.design.find(device->type)->mtbf.value > 0;
            whole[i] = unavailability(says ? Hours(100'000) : Hours(300'000), Seconds(4 * 3'600));
            EXPECT_EQ(losses[i].trust, says ? std::nullopt : std::optional(Trust::unverified));
            stated += says;
            typical += !says;
        }
        // What its causes take of an element and what is left of its own are together what it was.
        std::vector<double> sum(losses.size(), 0);
        for (std::size_t i = 0; i < losses.size(); ++i)
            sum[i] = losses[i].share;
        for (const CommonCause& cause : random.design.common_causes) {
            const auto element = model.find(ElementKind::cause, cause.id);
            if (!element || losses[at(*element)].share == 0)
                continue;
            const double beta = (cause.beta.value > 0 ? cause.beta.value : 500) / 10'000.0;
            const double taken = losses[at(*element)].share;
            double least = 1;
            for (const AnyId member : std::set<AnyId>(cause.members.begin(), cause.members.end()))
                for (const ElementIndex i : model.elements_of(member))
                    if (whole[at(i)] > 0 && model[i].kind != ElementKind::cause) {
                        sum[at(i)] += taken;
                        least = std::min(least, whole[at(i)]);
                    }
            if (least < 1) {
                EXPECT_LE(taken, beta * least * (1 + 1e-12));
            }
            ++causes;
        }
        for (std::size_t i = 0; i < losses.size(); ++i)
            if (whole[i] == 0 && model.elements[i].kind != ElementKind::cause) {
                EXPECT_EQ(losses[i].share, 0);
            } else if (model.elements[i].kind != ElementKind::cause) {
                EXPECT_LE(losses[i].share, whole[i]);
                EXPECT_LE(sum[i], whole[i] * (1 + 1e-12));
            }
    }
    EXPECT_GT(stated, 100U);
    EXPECT_GT(typical, 100U);
    EXPECT_GT(causes, 5U);
}

// AV-03: two alike that share a cause are down together for (1-b)^2 U^2 + b U, but for products of that with b U.
TEST(ElementLosses, APairWithACommonCauseIsWhatTheBetaFactorSays) {
    const double u = 1e-3, b = 0.05;
    MonotoneForms forms;
    const Form one = forms.all({forms.element(0), forms.element(2)});
    const Form other = forms.all({forms.element(1), forms.element(2)});
    FormLosses losses(forms, {(1 - b) * u, (1 - b) * u, b * u});
    const double expected = (1 - b) * (1 - b) * u * u + b * u;
    EXPECT_NEAR(losses.of(forms.any({one, other})).lower, expected, expected * b * u);
}

// Targets are judged as exact figures would judge them, met ones by rough bounds that hold the exact figure.
TEST(Availability, TargetsAreJudgedAsByTheExactFigures) {
    std::size_t met = 0, missed = 0;
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        RandomFailures random(seed);
        for (const Service& row : Table<Service>(random.design.services))
            random.change(row.id, [&](Service& service) {
                constexpr std::int32_t targets[] = {0, 600'000, 900'000, 999'000};
                service.availability_ppm = targets[(row.id.value + seed) % 4];
            });
        const Facts facts(random.design);
        const AvailabilityInputs inputs{
            .reliability = {{.kind = ReliabilityKind::device, .between = Hours(100), .repair = Seconds(3'600)},
                            {.kind = ReliabilityKind::cable, .between = Hours(400), .repair = Seconds(36'000)},
                            {.kind = ReliabilityKind::room, .between = Hours(2'000), .repair = Seconds(36'000)}},
            .beta = percent(10)};
        std::vector<ServiceAvailability> asked = facts.get<Availability>(inputs).services;
        std::erase_if(asked, [&](const auto& one) { return !allowed_loss(*random.design.find(one.service)); });
        const std::vector<ServiceAvailability>& judged = facts.get<TargetAvailability>(inputs).services;
        ASSERT_EQ(judged.size(), asked.size());
        for (std::size_t i = 0; i < judged.size(); ++i) {
            ASSERT_EQ(judged[i].group, asked[i].group);
            ASSERT_EQ(judged[i].service, asked[i].service);
            EXPECT_LE(judged[i].loss.lower, asked[i].loss.upper * (1 + 1e-9));
            EXPECT_GE(judged[i].loss.upper, asked[i].loss.lower * (1 - 1e-9));
            const double limit = *allowed_loss(*random.design.find(judged[i].service));
            met += asked[i].loss.upper <= limit;
            missed += asked[i].loss.lower > limit;
            if (judged[i].loss.upper > limit && asked[i].loss.upper > 0) {
                EXPECT_NEAR(judged[i].loss.lower / asked[i].loss.upper, 1, 2e-3);
            }
        }
    }
    EXPECT_GT(met, 20u);
    EXPECT_GT(missed, 20u);
}

} // namespace
} // namespace riser
