// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/asked_rows.h"

#include "solvers/forwarding/intent.h"
#include "tests/solvers/forwarding/random_forwarding.h"
#include "tests/solvers/forwarding/two_bodies.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

using test::RandomForwarding;
using test::TwoBodies;

// A random network in which one body sits in every zone and asks for every service, and no two zones may meet.
struct RandomIntents : RandomForwarding {
    explicit RandomIntents(std::uint64_t seed) : RandomForwarding(seed) {
        Body body;
        body.id = BodyId{900'001};
        design.bodies.put(body);
        for (const ZoneId id : zones) {
            Zone zone = *design.find(id);
            zone.role = ZoneRole::desks;
            design.zones.put(zone);
        }
        for (const VlanId id : vlans) {
            Vlan vlan = *design.find(id);
            vlan.body = body.id;
            design.vlans.put(vlan);
        }
        std::uint64_t number = 900'002;
        for (const ServiceId service : services) {
            MustReach row;
            row.id = MustReachId{number++};
            row.service = service;
            row.body = body.id;
            row.after_single_failure = one_in(2);
            design.must_reach.put(row);
        }
        for (const ZoneId a : zones)
            for (const ZoneId b : zones)
                if (a < b) {
                    MustNotReach row;
                    row.id = MustNotReachId{number++};
                    row.a = a;
                    row.b = b;
                    design.must_not_reach.put(row);
                }
    }
};

struct Counts {
    int met = 0, broken = 0, jacks_left_out = 0;
};

TEST(AskedRows, DecideEveryIntentAsAllRowsDo) {
    Counts counts;
    for (std::uint64_t seed = 1; seed <= 1500; ++seed) {
        const RandomIntents random(seed);
        const Facts facts(random.design);
        const NetworkRows& all = facts.get<NetworkRows>();
        const Network net = derive_network(all);
        FilterSets kept;
        const ReachIntents& asked = facts.get<ReachIntents>();
        for (const MustReachAnswer& answer : asked.must) {
            const MustReachAnswer whole = must_reach(all, net, kept, *random.design.find(answer.id));
            EXPECT_EQ(answer.state, whole.state) << "seed " << seed;
            EXPECT_EQ(answer.senders, whole.senders) << "seed " << seed;
            EXPECT_EQ(answer.without, whole.without) << "seed " << seed;
            (answer.state == IntentState::met ? counts.met : counts.broken) += 1;
        }
        for (const MustNotReachAnswer& answer : asked.must_not) {
            const MustNotReachAnswer whole = must_not_reach(all, net, kept, *random.design.find(answer.id));
            EXPECT_EQ(answer.state, whole.state) << "seed " << seed;
            (answer.state == IntentState::met ? counts.met : counts.broken) += 1;
        }
        counts.jacks_left_out +=
            static_cast<int>(all.cabled.jacks().size() - facts.get<AskedRows>().rows.cabled.jacks().size());
    }
    EXPECT_GT(counts.met, 300);
    EXPECT_GT(counts.broken, 500);
    EXPECT_GT(counts.jacks_left_out, 100);
}

TEST(AskedRows, KeepWhileADeviceIsMovedAndCalledOtherwise) {
    TwoBodies office;
    const Facts before(office.design);
    const auto net = before.get<AskedNetwork>().net;
    Equipment device = *office.design.find(office.core[0]);
    device.label = "CS-A";
    device.place = {1'000, 2'000};
    office.design.equipment.put(device);
    EXPECT_EQ(before.advance(office.design).get<AskedNetwork>().net, net);
    device.address = TwoBodies::address(30, 99);
    office.design.equipment.put(device);
    EXPECT_NE(before.advance(office.design).get<AskedNetwork>().net, net);
}

TEST(AskedRows, KeepWhileABareDeviceComes) {
    TwoBodies office;
    const Facts before(office.design);
    const auto net = before.get<AskedNetwork>().net;
    Equipment bare = *office.design.equipment.begin();
    bare.id = EquipmentId{900'100};
    bare.label = "bare";
    office.design.equipment.put(bare);
    const Facts after = before.advance(office.design);
    EXPECT_EQ(after.get<AskedNetwork>().net, net);
    EXPECT_EQ(&after.get<NetworkRows>(), &before.get<NetworkRows>());
}

} // namespace
} // namespace riser
