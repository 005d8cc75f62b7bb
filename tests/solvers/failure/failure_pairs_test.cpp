// SPDX-License-Identifier: GPL-3.0-or-later
// The pairs found are all pairs of elements that together take what neither takes alone, tried one by one.
#include "solvers/failure/failure_pairs.h"

#include "tests/solvers/failure/plain_reach.h"
#include "tests/solvers/failure/random_failures.h"

#include <gtest/gtest.h>

#include <map>

namespace riser {
namespace {

using test::PlainReach;
using test::RandomFailures;
using test::RowsOutage;
using Elements = std::pair<std::uint32_t, std::uint32_t>;

// Of each jack, all targets lost, by what a loss says.
std::vector<TargetSet> by_jack(const StateLoss& loss, const FailureModel& model, const ReachNetwork& network) {
    std::vector<TargetSet> out(model.jacks.size(), TargetSet(network.targets.size()));
    for (const auto& [group, lost] : loss.groups)
        for (const std::uint32_t jack : network.groups[group].jacks)
            out[jack] = lost;
    for (const ReachNetwork::Group& group : network.groups)
        for (const std::uint32_t jack : group.jacks)
            if (std::binary_search(loss.jacks.begin(), loss.jacks.end(), jack))
                out[jack] = group.asked;
    return out;
}

// By pairs of elements: points dark and impaired beyond those of either alone.
std::map<Elements, Elements> tried(const FailureModel& model, const ReachNetwork& network) {
    FailureStates states(model, network);
    std::vector<FailureState> asked;
    const auto n = static_cast<std::uint32_t>(model.elements.size());
    for (std::uint32_t i = 0; i < n; ++i)
        for (std::uint32_t j = i; j < n; ++j) {
            const ElementIndex pair[] = {static_cast<ElementIndex>(i), static_cast<ElementIndex>(j)};
            asked.push_back(states.of(pair));
        }
    std::map<Elements, std::vector<TargetSet>> lost; // by group
    const std::vector<StateLoss> losses = states.losses(asked);
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < n; ++i)
        for (std::uint32_t j = i; j < n; ++j) {
            std::vector<TargetSet>& sets = lost[{i, j}];
            sets.assign(network.groups.size(), TargetSet(network.targets.size()));
            for (const auto& [group, targets] : losses[next++].groups)
                sets[group] = targets;
        }
    std::map<Elements, Elements> out;
    for (const auto& [pair, both] : lost) {
        Elements points;
        for (std::size_t g = 0; g < network.groups.size(); ++g) {
            TargetSet apart = lost.at({pair.first, pair.first})[g];
            apart.add(lost.at({pair.second, pair.second})[g]);
            if (both[g] != apart)
                (both[g] == network.groups[g].asked ? points.first : points.second) +=
                    static_cast<std::uint32_t>(network.groups[g].jacks.size());
        }
        if (points != Elements{})
            out[pair] = points;
    }
    return out;
}

TEST(FailurePairs, AreAllThatAreFoundOneByOne) {
    std::size_t pairs = 0, supplies = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        const RandomFailures random(seed);
        const Facts facts(random.design);
        const FailureModel& model = facts.get<FailureModel>();
        const ReachNetwork& network = facts.get<ReachNetwork>();
        const FailurePairs found = failure_pairs(model, network);
        std::map<Elements, Elements> said;
        for (const FailurePair& pair : found.pairs)
            for (const ElementIndex a : found.classes[pair.a])
                for (const ElementIndex b : found.classes[pair.b]) {
                    const auto x = static_cast<std::uint32_t>(at(a)), y = static_cast<std::uint32_t>(at(b));
                    said[{std::min(x, y), std::max(x, y)}] = {pair.dark, pair.impaired};
                    supplies += model[a].kind == ElementKind::supply || model[b].kind == ElementKind::supply;
                }
        ASSERT_EQ(said, tried(model, network)) << "seed " << seed;
        ASSERT_EQ(said.size(), found.element_pairs());
        pairs += said.size();
    }
    std::printf("%zu failing pairs of elements, %zu of them with a power supply\n", pairs, supplies);
    EXPECT_GT(pairs, 1'000U);
    EXPECT_GT(supplies, 100U);
}

// What two lost elements take is what a search without both says.
TEST(FailurePairs, StatesOfTwoAreWhatASearchSays) {
    std::size_t lost = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        RandomFailures random(seed);
        const Facts facts(random.design);
        const FailureModel& model = facts.get<FailureModel>();
        const ReachNetwork& network = facts.get<ReachNetwork>();
        if (network.groups.empty())
            continue;
        FailureStates states(model, network);
        for (int trial = 0; trial < 8; ++trial) {
            const ElementIndex pair[] = {static_cast<ElementIndex>(random.up_to(model.elements.size())),
                                         static_cast<ElementIndex>(random.up_to(model.elements.size()))};
            const FailureState state[] = {states.of(pair)};
            const std::vector<TargetSet> said = by_jack(states.losses(state).front(), model, network);
            const RowsOutage outage(random.design, {model[pair[0]], model[pair[1]]});
            const PlainReach left(facts.get<NetworkRows>(), model, outage.failed(facts.get<NetworkRows>()),
                                  [&](EquipmentId id) { return outage.stands(id); });
            for (const ReachNetwork::Group& group : network.groups)
                for (const std::uint32_t jack : group.jacks)
                    for (std::size_t t = 0; t < network.targets.size(); ++t)
                        if (group.asked.has(t)) {
                            ASSERT_EQ(said[jack].has(t), !left.reaches(model.jacks[jack].id, network.targets[t]))
                                << "seed " << seed;
                            lost += said[jack].has(t);
                        }
        }
    }
    EXPECT_GT(lost, 1'000U);
}

TEST(FailurePairs, EndWhenStopped) {
    const RandomFailures random(4);
    const Facts facts(random.design);
    std::stop_source stop;
    stop.request_stop();
    const FailurePairs found =
        failure_pairs(facts.get<FailureModel>(), facts.get<ReachNetwork>(), {.stop = stop.get_token(), .progress = {}});
    EXPECT_EQ(found.outcome, Outcome::stopped);
    EXPECT_TRUE(found.pairs.empty());
}

} // namespace
} // namespace riser
