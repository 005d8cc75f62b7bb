// SPDX-License-Identifier: GPL-3.0-or-later
// The network with risks says of every loss what the failure model says; ways and cuts of a design are held against
// taking elements out and looking.
#include "solvers/failure/device_net.h"

#include "solvers/failure/device_chains.h"
#include "solvers/failure/need_sets.h"
#include "solvers/failure/redundancy.h"
#include "solvers/forwarding/network.h"
#include "tests/solvers/failure/random_failures.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

using test::RandomFailures;

// Whether ways lead from some devices or handoffs to others when these elements are lost, by the model's devices, links
// and handoffs alone.
class PlainWays {
  public:
    explicit PlainWays(const Facts& facts) : facts_(facts), model_(facts.get<FailureModel>()), outages_(model_) {
        for (const NetBox& box : facts.get<WholeNetwork>().net->boxes)
            for (const EquipmentId member : box.members) {
                lead_[member] = box.id;
                if (box.forwards != Forwards::nothing)
                    forward_.insert(box.id);
            }
    }

    bool joined(const std::set<AnyId>& from, const std::set<AnyId>& to, std::span<const ElementIndex> lost) {
        const Down down = outages_.of(lost);
        std::set<AnyId> up;
        for (std::uint32_t i = 0; i < model_.devices.size(); ++i)
            if (!std::ranges::binary_search(down.devices, i) && lead_.contains(model_.devices[i].id))
                up.insert(lead_.at(model_.devices[i].id));
        std::vector<std::pair<AnyId, AnyId>> links;
        for (std::uint32_t i = 0; i < model_.links.size(); ++i)
            if (!std::ranges::binary_search(down.links, i))
                links.emplace_back(box(model_.links[i].a), box(model_.links[i].b));
        for (std::uint32_t i = 0; i < model_.handoffs.size(); ++i) {
            up.insert(model_.handoffs[i].id); // what lies beyond stands
            if (!std::ranges::binary_search(down.handoffs, i))
                links.emplace_back(box(model_.handoffs[i].port), model_.handoffs[i].id);
        }
        std::set<AnyId> reached;
        for (const AnyId id : from)
            if (up.contains(id))
                reached.insert(id);
        const auto enters = [&](AnyId next) {
            return up.contains(next) && (forward_.contains(next) || to.contains(next)) && reached.insert(next).second;
        };
        const auto leaves = [&](AnyId last) {
            return reached.contains(last) && (forward_.contains(last) || from.contains(last));
        };
        for (bool more = true; more;) {
            more = false;
            for (const auto& [a, b] : links) {
                more = (leaves(a) && enters(b)) || more;
                more = (leaves(b) && enters(a)) || more;
            }
        }
        return std::ranges::any_of(to, [&](AnyId id) { return reached.contains(id); });
    }

  private:
    AnyId box(PortId port) const { return lead_.at(facts_.design().find(port)->equipment); }

    const Facts& facts_;
    const FailureModel& model_;
    Outages outages_;
    std::map<EquipmentId, AnyId> lead_;
    std::set<AnyId> forward_;
};

TEST(NeedSets, AreEnoughAndNoLessIs) {
    std::size_t several = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const RandomFailures random(seed);
        const Facts facts(random.design);
        const FailureModel& model = facts.get<FailureModel>();
        NeedLoss loss(model.needs);
        for (std::uint32_t n = 0; n < model.needs.size(); ++n) {
            const NeedSets sets = need_sets(model.needs, NeedIndex{n});
            ASSERT_TRUE(sets.all_there);
            several += sets.sets.size() > 1;
            const auto falls_without_all_but = [&](const ElementSet& kept) {
                std::vector<ElementIndex> lost;
                for (std::uint32_t e = 0; e < model.elements.size(); ++e)
                    if (!std::ranges::binary_search(kept, ElementIndex{e}))
                        lost.push_back(ElementIndex{e});
                loss.of(lost);
                return loss.falls(NeedIndex{n});
            };
            for (const ElementSet& set : sets.sets) {
                ASSERT_FALSE(falls_without_all_but(set));
                for (std::size_t i = 0; i < set.size(); ++i) {
                    ElementSet less = set;
                    less.erase(less.begin() + static_cast<std::ptrdiff_t>(i));
                    ASSERT_TRUE(falls_without_all_but(less));
                }
            }
        }
    }
    EXPECT_GT(several, 500U);
}

TEST(NeedSets, AreCutOffTowardsFallingSooner) {
    NeedBuilder builder;
    std::vector<NeedIndex> parts;
    std::vector<std::uint32_t> place;
    for (std::uint32_t e = 0; e < 12; e += 2) {
        place.insert(place.end(), {e, e + 1});
        parts.push_back(builder.any(NeedParts{.elements = {ElementIndex{e}, ElementIndex{e + 1}}, .needs = {}}));
    }
    const NeedIndex all = builder.all(std::move(parts));
    const NeedTable table = builder.table(12, place);
    EXPECT_EQ(need_sets(table, all).sets.size(), 64U);
    const NeedSets few = need_sets(table, all, {}, 10);
    EXPECT_FALSE(few.all_there);
    EXPECT_EQ(few.sets.size(), 10U);
    EXPECT_EQ(few.sets.front().size(), 6U);
}

TEST(DeviceNet, SaysOfEveryLossWhatTheModelSays) {
    std::size_t asked = 0, parted = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        RandomFailures random(seed);
        const Facts facts(random.design);
        const DeviceNet& net = facts.get<DeviceNet>();
        const FailureModel& model = facts.get<FailureModel>();
        ASSERT_TRUE(net.all_there);
        if (net.nodes.size() < 2)
            continue;
        PlainWays plain(facts);
        for (int trial = 0; trial < 30; ++trial) {
            RiskTerminals ends;
            std::set<AnyId> from, to;
            for (std::size_t n = 1 + random.up_to(2); n > 0; --n) {
                ends.from.push_back(NetNode{static_cast<std::uint32_t>(random.up_to(net.nodes.size()))});
                ends.to.push_back(NetNode{static_cast<std::uint32_t>(random.up_to(net.nodes.size()))});
                from.insert(net.nodes[at(ends.from.back())]);
                to.insert(net.nodes[at(ends.to.back())]);
            }
            std::vector<ElementIndex> lost;
            std::vector<std::uint8_t> barred(net.elements.size(), 0);
            for (std::size_t n = random.up_to(5); n > 0; --n) {
                const std::size_t risk = random.up_to(net.elements.size());
                barred[risk] = 1;
                lost.push_back(*model.find(net.elements[risk].kind, net.elements[risk].row, net.elements[risk].unit));
            }
            const bool joined =
                net.arcs->cheapest(net.arcs->ends_of(ends), barred, std::vector<std::uint32_t>(net.elements.size(), 1))
                    .has_value();
            ASSERT_EQ(joined, plain.joined(from, to, lost)) << "seed " << seed << " trial " << trial;
            ++asked;
            parted += !joined;
        }
    }
    EXPECT_GT(asked, 3'000U);
    EXPECT_GT(parted, 500U);
    EXPECT_GT(asked - parted, 500U);
}

// A device stands between points and the core when its loss parts them, and only then; the next one stands before it.
TEST(DeviceChains, AreTheDevicesWhoseLossPartsPointsFromTheCore) {
    std::size_t rows = 0, alone = 0, between = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        RandomFailures random(seed);
        random.give_tiers();
        const Facts facts(random.design);
        const DeviceNet& net = facts.get<DeviceNet>();
        const FailureModel& model = facts.get<FailureModel>();
        PlainWays plain(facts);
        const auto without = [&](NetNode node, AnyId from, const std::set<AnyId>& to) {
            std::vector<ElementIndex> lost;
            for (const auto& [device, at] : net.node_by_device)
                if (at == node)
                    lost.push_back(*model.find(ElementKind::device, device));
            return plain.joined({from}, to, lost);
        };
        std::map<EquipmentId, const WaysApart*> ways;
        for (const WaysApart& row : facts.get<Redundancy>().rows)
            if (row.of == WaysOf::access)
                ways[EquipmentId{row.subject.value}] = &row;
        std::uint32_t points = 0, all = 0;
        for (const FailingJack& jack : model.jacks)
            if (const auto node = net.node_of(facts.design().find(jack.port)->equipment))
                for (const auto& [device, row] : ways)
                    all += row->from.front() == *node;
        for (const DeviceChain& chain : device_chains(facts)) {
            const WaysApart& row = *ways.at(chain.device);
            std::set<AnyId> core;
            for (const NetNode node : row.to)
                core.insert(net.nodes[at(node)]);
            points += chain.points;
            const AnyId first = net.nodes[at(row.from.front())]; // of a stack, of which another may be the subject
            ASSERT_EQ(chain.joined, plain.joined({first}, core, {})) << "seed " << seed;
            ASSERT_EQ(chain.devices.front(), AnyId(chain.device));
            if (!chain.joined) {
                ASSERT_EQ(chain.devices.size(), 1U);
                continue;
            }
            std::set<AnyId> expected;
            for (std::uint32_t v = 0; v < net.nodes.size(); ++v)
                if (net.nodes[v].kind == Kind::equipment && net.nodes[v] != first && !without(NetNode{v}, first, core))
                    expected.insert(net.nodes[v]);
            ASSERT_EQ(std::set<AnyId>(chain.devices.begin() + 1, chain.devices.end()), expected) << "seed " << seed;
            for (std::size_t i = 1; i + 1 < chain.devices.size(); ++i)
                ASSERT_FALSE(without(*net.node_of(chain.devices[i + 1]), chain.devices[i], core)) << "seed " << seed;
            // Where something stands between, no two ways share no device.
            const bool more = chain.devices.size() > 2 || (chain.devices.size() > 1 && core.size() > 1);
            ASSERT_TRUE(!more || row.devices <= 1) << "seed " << seed;
            ++rows;
            alone += chain.devices.size() == 1;
            between += more;
        }
        ASSERT_EQ(points, all) << "seed " << seed;
    }
    std::printf("%zu switches with points, %zu with nothing in between, %zu with something\n", rows, alone, between);
    EXPECT_GT(rows, 100U);
    EXPECT_GT(alone, 10U);
    EXPECT_GT(between, 20U);
}

} // namespace
} // namespace riser
