// SPDX-License-Identifier: GPL-3.0-or-later
// What a single failure takes is what a search says in a network derived without it, jack by jack, target by target.
#include "solvers/failure/single_failures.h"

#include "model/brief.h"
#include "model/building.h"
#include "model/cabling.h"
#include "solvers/failure/failure_states.h"
#include "tests/solvers/failure/plain_reach.h"
#include "tests/solvers/failure/random_failures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace riser {
namespace {

using test::PlainReach;
using test::RandomFailures;
using test::RowsOutage;

// Of each jack, by the effect, what it loses.
std::vector<TargetSet> losses_by_jack(const SingleFailures& all, const FailureEffect* effect, const FailureModel& model,
                                      const ReachNetwork& network) {
    std::vector<TargetSet> out(model.jacks.size(), TargetSet(network.targets.size()));
    if (!effect)
        return out;
    for (const GroupLoss& loss : effect->groups)
        for (const std::uint32_t jack : network.groups[loss.group].jacks)
            out[jack] = all.sets[loss.targets];
    for (const ReachNetwork::Group& group : network.groups)
        for (const std::uint32_t jack : group.jacks)
            if (std::binary_search(effect->jacks.begin(), effect->jacks.end(), jack))
                out[jack] = group.asked;
    return out;
}

TEST(SingleFailures, AreWhatASearchWithoutEachSays) {
    std::size_t asked = 0, lost = 0, effects = 0, services = 0, outside = 0;
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        RandomFailures random(seed);
        const Facts facts(random.design);
        const FailureModel& model = facts.get<FailureModel>();
        const ReachNetwork& network = facts.get<ReachNetwork>();
        const SingleFailures& all = facts.get<SingleFailures>();
        if (network.groups.empty())
            continue;
        const NetworkRows& rows = facts.get<NetworkRows>();
        const PlainReach whole(rows, model, {}, [](EquipmentId) { return true; });
        for (const ReachNetwork::Group& group : network.groups)
            for (std::size_t t = 0; t < network.targets.size(); ++t) {
                ASSERT_EQ(group.asked.has(t), whole.reaches(model.jacks[group.jacks.front()].id, network.targets[t]))
                    << "seed " << seed << " target " << t;
                services += group.asked.has(t) && network.targets[t].of == ReachTarget::Of::service;
                outside += group.asked.has(t) && network.targets[t].of == ReachTarget::Of::internet;
            }
        for (std::size_t i = 0; i < model.elements.size(); ++i) {
            const FailureEffect* effect = all.effect(static_cast<ElementIndex>(i));
            const std::vector<TargetSet> said = losses_by_jack(all, effect, model, network);
            const RowsOutage outage(random.design, {model.elements[i]});
            const PlainReach left(rows, model, outage.failed(rows), [&](EquipmentId id) { return outage.stands(id); });
            std::size_t dark = 0, impaired = 0;
            for (const ReachNetwork::Group& group : network.groups)
                for (const std::uint32_t jack : group.jacks) {
                    TargetSet truth(network.targets.size());
                    for (std::size_t t = 0; t < network.targets.size(); ++t)
                        if (group.asked.has(t) && !left.reaches(model.jacks[jack].id, network.targets[t]))
                            truth.add(t);
                    ASSERT_EQ(said[jack], truth) << "seed " << seed << " element " << i;
                    dark += truth == group.asked;
                    impaired += !truth.empty() && truth != group.asked;
                    ++asked;
                    lost += !truth.empty();
                }
            ASSERT_EQ(effect ? effect->dark : 0, dark) << "seed " << seed << " element " << i;
            ASSERT_EQ(effect ? effect->impaired : 0, impaired);
            effects += effect != nullptr;
        }
    }
    std::printf("%zu asked, %zu lost, %zu elements with an effect; %zu service and %zu internet reaches\n", asked, lost,
                effects, services, outside);
    EXPECT_GT(lost, 5'000U);
    EXPECT_GT(effects, 3'000U);
    EXPECT_GT(services, 100U);
    EXPECT_GT(outside, 20U);
}

// People of dark rooms: those that the room states, else its share of what is left of the head count of its body.
TEST(SingleFailures, CountThePeopleOfDarkRooms) {
    std::size_t stated = 0, shared = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        RandomFailures random(seed);
        const BodyId body = random.put(Body{});
        std::vector<RoomId> rooms;
        std::int64_t rest = 1 + static_cast<std::int64_t>(random.up_to(40));
        HeadCount heads;
        heads.body = body;
        heads.people = static_cast<std::int32_t>(rest);
        random.put(heads);
        for (int n = 0; n < 5; ++n) {
            Room room;
            if (n > 0)
                room.body = body;
            room.occupants = static_cast<std::int32_t>(n % 2 * random.up_to(4));
            rest -= room.body ? room.occupants : 0;
            rooms.push_back(random.put(room));
        }
        for (const Jack& jack : Table<Jack>(random.design.jacks)) {
            Outlet outlet;
            outlet.room = random.pick(rooms);
            const OutletId id = random.put(outlet);
            random.change(jack.id, [&](Jack& row) { row.outlet = id; });
        }
        const Facts facts(random.design);
        const FailureModel& model = facts.get<FailureModel>();
        const ReachNetwork& network = facts.get<ReachNetwork>();
        const SingleFailures& all = facts.get<SingleFailures>();
        const auto room_of = [&](std::uint32_t jack) {
            return random.design.find(random.design.find(model.jacks[jack].id)->outlet)->room.value();
        };
        std::map<RoomId, std::int64_t> points;
        std::int64_t elsewhere = 0; // points of the body in rooms that state nobody
        for (const ReachNetwork::Group& group : network.groups)
            for (const std::uint32_t jack : group.jacks) {
                const Room& room = *random.design.find(room_of(jack));
                ++points[room.id];
                elsewhere += room.body && room.occupants == 0;
            }
        for (std::size_t i = 0; i < model.elements.size(); ++i) {
            const FailureEffect* effect = all.effect(static_cast<ElementIndex>(i));
            if (!effect)
                continue;
            const std::vector<TargetSet> lost = losses_by_jack(all, effect, model, network);
            std::map<RoomId, std::int64_t> dark;
            for (const ReachNetwork::Group& group : network.groups)
                for (const std::uint32_t jack : group.jacks)
                    if (lost[jack] == group.asked)
                        ++dark[room_of(jack)];
            std::int64_t least = 0, most = 0;
            for (const auto& [id, count] : dark)
                if (const Room& room = *random.design.find(id); count == points[id]) {
                    const bool shares = room.body && room.occupants == 0 && rest > 0;
                    const std::int64_t share = shares ? rest * count / elsewhere : 0;
                    least += shares ? std::min(count, share) : room.occupants;
                    most += shares ? std::min(count, share + 1) : room.occupants;
                    stated += room.occupants > 0;
                    shared += shares && share > 0;
                }
            ASSERT_EQ(effect->rooms, dark.size()) << "seed " << seed;
            ASSERT_GE(effect->people, least) << "seed " << seed;
            ASSERT_LE(effect->people, most) << "seed " << seed;
        }
    }
    EXPECT_GT(stated, 200U);
    EXPECT_GT(shared, 200U);
}

TEST(SingleFailures, AreTheSameOnAnyNumberOfThreads) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const RandomFailures random(seed);
        const Facts facts(random.design);
        const FailureModel& model = facts.get<FailureModel>();
        FailureStates by(model, facts.get<ReachNetwork>());
        std::vector<FailureState> states;
        for (std::size_t i = 0; i < model.elements.size(); ++i)
            for (std::size_t j = i; j < std::min(model.elements.size(), i + 3); ++j) {
                const ElementIndex pair[] = {static_cast<ElementIndex>(i), static_cast<ElementIndex>(j)};
                states.push_back(by.of(pair));
            }
        const std::vector<StateLoss> one = by.losses(states, {}, 1), three = by.losses(states, {}, 3);
        ASSERT_EQ(one.size(), three.size());
        for (std::size_t i = 0; i < one.size(); ++i) {
            ASSERT_EQ(one[i].groups, three[i].groups);
            ASSERT_EQ(one[i].jacks, three[i].jacks);
        }
    }
}

} // namespace
} // namespace riser
