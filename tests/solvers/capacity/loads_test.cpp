// SPDX-License-Identifier: GPL-3.0-or-later
// FlowLoads against a pusher that follows every part of every packet, normally and after each failure; small networks
// reckoned by hand.
#include "solvers/capacity/loads.h"

#include "solvers/capacity/failure_loads.h"
#include "solvers/capacity/lost_links.h"
#include "tests/solvers/capacity/load_pusher.h"
#include "tests/solvers/capacity/random_loads.h"

#include <gtest/gtest.h>

#include <cmath>

namespace riser {
namespace {

using test::LoadPusher;
using test::RandomLoads;
using test::usual;

// What one design's model says, with all that it refers to.
struct Modelled {
    explicit Modelled(const Design& design, const TrafficAssumptions& assumptions = usual)
        : facts(design),
          model(facts.get<NetworkRows>(), facts.design().spanning_trees, facts.get<Demands>(assumptions)) {}
    Facts facts;
    LoadModel model;
};

// The first difference in words; empty: none.
std::string differs(const LoadModel& model, const std::vector<double>& loads, const LoadPusher& pushed) {
    const auto same = [](double a, double b) { return std::abs(a - b) <= 1e-6 * (1 + std::abs(a) + std::abs(b)); };
    const auto told = [](const std::string& what, double ours, double theirs) {
        return what + ": " + std::to_string(ours) + ", pushed " + std::to_string(theirs);
    };
    const auto of = [](const auto& map, const auto& key) {
        const auto at = map.find(key);
        return at == map.end() ? 0.0 : at->second;
    };
    const LinkMap& map = model.map();
    for (std::size_t w = 0; w < map.wires.size(); ++w) {
        const PortId a = map.wires[w].a, b = map.wires[w].b;
        for (const bool back : {false, true}) {
            const double theirs = of(pushed.links, back ? std::pair(b, a) : std::pair(a, b));
            if (!same(loads[2 * w + back], theirs))
                return told("link " + to_string(a) + " " + to_string(b) + (back ? " back" : ""), loads[2 * w + back],
                            theirs);
        }
    }
    for (std::size_t p = 0; p < map.plugs.size(); ++p) {
        if (map.plugs[p].station.kind == Kind::jacks)
            continue;
        const AnyId id = map.plugs[p].station;
        if (!same(loads[model.index().to_station(p)], of(pushed.to_station, id)))
            return told("to " + to_string(id), loads[model.index().to_station(p)], of(pushed.to_station, id));
        if (!same(loads[model.index().from_station(p)], of(pushed.from_station, id)))
            return told("from " + to_string(id), loads[model.index().from_station(p)], of(pushed.from_station, id));
    }
    return {};
}

TEST(Loads, AreThoseThatPushingEveryPartOfEveryPacketGives) {
    std::size_t loaded = 0, partly = 0, whole = 0, split = 0;
    for (std::uint64_t seed = 1; seed <= 600; ++seed) {
        const RandomLoads random(seed);
        Modelled modelled(random.design);
        const Demands& demands = modelled.model.demands();
        LoadPusher pushed(random.design);
        pushed.push(demands);
        const std::vector<double> loads = loads_in(modelled.model, modelled.model.whole());
        ASSERT_EQ(differs(modelled.model, loads, pushed), "") << "seed " << seed;
        double carried = 0;
        for (const DemandProfile& profile : demands.profiles)
            carried += modelled.model.load_of(profile, modelled.model.whole()).carried;
        ASSERT_NEAR(carried, pushed.carried, 1e-6 * (1 + carried)) << "seed " << seed;
        ASSERT_LE(carried, demands.total() * (1 + 1e-9)) << "seed " << seed;
        for (std::size_t flow = 0; flow < 2 * modelled.model.map().wires.size(); ++flow)
            loaded += loads[flow] > 0;
        for (const auto& [ends, amount] : pushed.links)
            split += amount > 0 && std::abs(amount - std::round(amount)) > 1e-3;
        whole += carried > 0 && carried > demands.total() * (1 - 1e-9);
        partly += carried > 0 && carried < demands.total() * (1 - 1e-9);
    }
    std::printf("%zu loaded arcs, %zu split unevenly; %zu designs carried whole, %zu in part\n", loaded, split, whole,
                partly);
    EXPECT_GT(loaded, 3'000U);
    EXPECT_GT(whole, 80U);
    EXPECT_GT(partly, 80U);
    EXPECT_GT(split, 100U);
}

TEST(Loads, AfterEachFailureAreThoseOfTheDesignWithoutIt) {
    std::size_t failures = 0, changed = 0, again = 0, in_part = 0, profiles = 0;
    for (std::uint64_t seed = 1; seed <= 160; ++seed) {
        const RandomLoads random(seed);
        Modelled modelled(random.design);
        const LoadModel& model = modelled.model;
        const FailureModel& elements = modelled.facts.get<FailureModel>();
        LostLinkFinder finder(model.map(), elements);
        std::vector<LostLinks> lost;
        std::vector<std::vector<double>> states;
        std::vector<double> carried;
        for (const AnyId id : random.elements()) {
            const std::vector<ElementIndex> all = elements.elements_of(id);
            if (all.empty())
                continue;
            lost.push_back(finder.of(all));
            const LoadState state = model.after(lost.back());
            states.push_back(loads_in(model, state));
            if (id.kind == Kind::cables && lost.back().wires.empty() && lost.back().plugs.empty())
                continue; // a point's own: its device sends on for it
            LoadPusher pushed(random.without(id));
            pushed.push(model.demands());
            ASSERT_EQ(differs(model, states.back(), pushed), "") << "seed " << seed << " without " << to_string(id);
        }
        const FlowLoads loads = loads_of(model, lost, {.threads = 1 + static_cast<unsigned>(seed % 3)});
        std::vector<double> worst = loads.normal;
        for (const std::vector<double>& state : states)
            for (std::size_t flow = 0; flow < worst.size(); ++flow)
                worst[flow] = std::max(worst[flow], state[flow]);
        for (std::size_t flow = 0; flow < worst.size(); ++flow) {
            ASSERT_NEAR(loads.worst[flow], worst[flow], 1e-6 * (1 + worst[flow]))
                << "seed " << seed << " flow " << flow;
            if (const std::uint32_t in = loads.worst_in[flow]; in != nothing) {
                ++changed;
                ASSERT_NEAR(states[in][flow], worst[flow], 1e-6 * (1 + worst[flow])) << "seed " << seed;
            }
        }
        failures += lost.size();
        again += loads.profiles_again;
        in_part += loads.profiles_changed;
        profiles += lost.size() * model.demands().profiles.size();
    }
    std::printf("%zu failures, %zu worse loads, %zu of %zu profiles made again, %zu in part\n", failures, changed,
                again, profiles, in_part);
    EXPECT_GT(changed, 500U);
    EXPECT_LT(again, profiles);
    EXPECT_GT(in_part, 100U);
}

// One loss after another, of one element and of several, in any order and again: every load, more or less, is that
// reckoned from the beginning, and the same to the last bit whatever was lost before.
TEST(FailureLoads, EachLossChangesEveryLoadAsReckonedFromTheBeginning) {
    std::size_t losses = 0, less = 0, more = 0, lost_traffic = 0, gained = 0;
    for (std::uint64_t seed = 1'001; seed <= 1'400; ++seed) {
        RandomLoads random(seed);
        Modelled modelled(random.design);
        const LoadModel& model = modelled.model;
        const FailureModel& elements = modelled.facts.get<FailureModel>();
        LostLinkFinder finder(model.map(), elements);
        std::vector<LostLinks> lost;
        for (int n = 0; n < 12; ++n) {
            std::vector<ElementIndex> some;
            for (std::size_t count = 1 + random.dice() % 3; count > 0; --count) {
                const std::vector<AnyId> all = random.elements();
                const std::vector<ElementIndex> of = elements.elements_of(all[random.dice() % all.size()]);
                some.insert(some.end(), of.begin(), of.end());
            }
            if (!some.empty())
                lost.push_back(finder.of(some));
        }
        const LegBook book(model);
        FailureLoads loads(model, book);
        std::vector<std::vector<double>> first;
        for (std::size_t round = 0; round < 2 * lost.size(); ++round) {
            const std::size_t which = round < lost.size() ? round : 2 * lost.size() - 1 - round;
            loads.reckon(lost[which]);
            std::vector<double> now = book.normal(), people = book.people();
            for (std::uint32_t flow = 0; flow < now.size(); ++flow) {
                now[flow] += loads.more(flow);
                people[flow] += loads.more_people(flow);
            }
            if (round >= lost.size()) {
                ASSERT_EQ(now, first[which]) << "seed " << seed;
                continue;
            }
            first.push_back(now);
            const LoadState state = model.after(lost[which]);
            std::vector<double> truth(now.size(), 0), truly_people(now.size(), 0);
            double carried = 0;
            for (const DemandProfile& profile : model.demands().profiles) {
                const ProfileLoad load = model.load_of(profile, state);
                carried += load.carried;
                for (const auto& [flow, amount] : load.flows) {
                    truth[flow] += amount;
                    truly_people[flow] += profile.users != DemandUsers::things ? amount : 0;
                }
            }
            ASSERT_NEAR(book.carried() + loads.carried(), carried, 1e-6 * (1 + carried)) << "seed " << seed;
            for (std::size_t flow = 0; flow < now.size(); ++flow) {
                ASSERT_NEAR(now[flow], truth[flow], 1e-6 * (1 + truth[flow])) << "seed " << seed << " flow " << flow;
                ASSERT_NEAR(people[flow], truly_people[flow], 1e-6 * (1 + truth[flow])) << "seed " << seed;
                less += truth[flow] < book.normal()[flow] * (1 - 1e-9);
                more += truth[flow] > book.normal()[flow] * (1 + 1e-9);
            }
            lost_traffic += loads.carried() < -1;
            gained += loads.carried() > 1;
            ++losses;
        }
    }
    std::printf("%zu losses, %zu loads less, %zu more; %zu carry less, %zu more\n", losses, less, more, lost_traffic,
                gained);
    EXPECT_GT(less, 3'000U);
    EXPECT_GT(more, 3'000U);
    EXPECT_GT(lost_traffic, 500U);
    EXPECT_GT(gained, 5U);
}

} // namespace
} // namespace riser
