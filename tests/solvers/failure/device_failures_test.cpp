// SPDX-License-Identifier: GPL-3.0-or-later
// The model of devices and links alone says of every loss what the whole one says, though one point stands for many.
#include "solvers/failure/device_failures.h"

#include "solvers/failure/failure_states.h"
#include "tests/solvers/failure/random_failures.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace riser {
namespace {

using test::RandomFailures;

// What is down of devices, links and handoffs, by id.
struct Fallen {
    std::set<EquipmentId> devices;
    std::set<std::pair<PortId, PortId>> links;
    std::set<ProviderHandoffId> handoffs;
    bool operator==(const Fallen&) const = default;
    std::size_t size() const { return devices.size() + links.size() + handoffs.size(); }
};

Fallen fallen(const FailureModel& model, Outages& outages, const std::vector<FailureElement>& lost) {
    std::vector<ElementIndex> here;
    for (const FailureElement& element : lost)
        if (const auto index = model.find(element.kind, element.row, element.unit))
            here.push_back(*index);
    const Down& down = outages.of(here);
    Fallen out;
    for (const std::uint32_t device : down.devices)
        out.devices.insert(model.devices[device].id);
    for (const std::uint32_t link : down.links)
        out.links.emplace(model.links[link].a, model.links[link].b);
    for (const std::uint32_t handoff : down.handoffs)
        out.handoffs.insert(model.handoffs[handoff].id);
    return out;
}

// Devices of which nothing stands in the network are in the whole model alone.
void forget_bare(const FailureModel& model, Fallen& out) {
    std::erase_if(out.devices, [&](EquipmentId id) { return model.device(id) == nullptr; });
}

TEST(DeviceFailures, FallAsInTheWholeModel) {
    std::size_t fell = 0, fewer = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const RandomFailures random(seed);
        const Facts facts(random.design);
        const FailureModel& whole = facts.get<FailureModel>();
        const FailureModel& devices = facts.get<DeviceFailures>().model;
        Outages of_whole(whole), of_devices(devices);
        fewer += devices.elements.size() < whole.elements.size();
        const auto compare = [&](const std::vector<FailureElement>& lost) {
            Fallen said = fallen(whole, of_whole, lost);
            forget_bare(devices, said);
            fell += said.size();
            return said == fallen(devices, of_devices, lost);
        };
        for (std::size_t i = 0; i < whole.elements.size(); ++i) {
            ASSERT_TRUE(compare({whole.elements[i]})) << "seed " << seed << " element " << i;
            const std::size_t other = (i * 7 + seed) % whole.elements.size();
            ASSERT_TRUE(compare({whole.elements[i], whole.elements[other]})) << "seed " << seed << " element " << i;
        }
    }
    EXPECT_GT(fell, 1'000U);
    EXPECT_GT(fewer, 100U);
}

using GroupKey = std::pair<VlanId, EquipmentId>;

// What groups lose with each element, by VLAN and device; groups of one key in their order.
using Losses = std::map<GroupKey, std::vector<std::set<ReachTarget>>>;

std::set<ReachTarget> named(const ReachNetwork& network, const TargetSet& targets) {
    std::set<ReachTarget> out;
    for (std::size_t t = 0; t < network.targets.size(); ++t)
        if (targets.has(t))
            out.insert(network.targets[t]);
    return out;
}

Losses asked(const ReachNetwork& network) {
    Losses out;
    for (const ReachNetwork::Group& group : network.groups)
        out[{group.vlan, group.device}].push_back(named(network, group.asked));
    return out;
}

Losses lost(const FailureModel& model, const ReachNetwork& network, const ElementStates& states,
            const FailureElement& element) {
    Losses out;
    const auto index = model.find(element.kind, element.row, element.unit);
    const std::uint32_t state = index ? states.of_element[at(*index)] : no_effect;
    if (state != no_effect)
        for (const auto& [number, targets] : states.losses[state].groups) {
            const ReachNetwork::Group& group = network.groups[number];
            out[{group.vlan, group.device}].push_back(named(network, targets));
        }
    return out;
}

TEST(DeviceReach, LosesByGroupsWhatTheWholeNetworkLoses) {
    std::size_t losing = 0, points = 0, jacks = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const RandomFailures random(seed);
        const Facts facts(random.design);
        const FailureModel& whole = facts.get<FailureModel>();
        const FailureModel& devices = facts.get<DeviceFailures>().model;
        const ReachNetwork& all = facts.get<ReachNetwork>();
        const ReachNetwork& few = facts.get<DeviceReach>().network;
        ASSERT_EQ(asked(all), asked(few)) << "seed " << seed;
        const ElementStates of_all = element_states(whole, all);
        const ElementStates of_few = element_states(devices, few);
        for (const FailureElement& element : whole.elements) {
            const Losses said = lost(whole, all, of_all, element);
            ASSERT_EQ(said, lost(devices, few, of_few, element)) << "seed " << seed;
            losing += !said.empty();
        }
        const std::vector<std::uint32_t>& counts = facts.get<PointsOfGroups>().points;
        ASSERT_EQ(counts.size(), all.groups.size()) << "seed " << seed;
        for (std::size_t g = 0; g < counts.size(); ++g) {
            ASSERT_EQ(counts[g], all.groups[g].jacks.size()) << "seed " << seed << " group " << g;
            points += counts[g];
            jacks += few.groups[g].jacks.size();
        }
    }
    EXPECT_GT(losing, 1'000U);
    EXPECT_GT(points, jacks); // one stands for several
}

} // namespace
} // namespace riser
