// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/intent.h"

#include "tests/solvers/forwarding/way_out.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

using test::TwoBodies;

struct Asked : TwoBodies {
    BodyId body_id = body("P");
    Asked() {
        Zone zone = *design.find(party.zone);
        zone.bodies = {body_id};
        design.zones.put(zone);
    }
    void must(bool after_failure) {
        MustReach row;
        row.id = {next++};
        row.service = mail;
        row.body = body_id;
        row.after_single_failure = after_failure;
        design.must_reach.put(row);
    }
    ReachIntents answers() const { return Facts(design).get<ReachIntents>(); }
};

TEST(Intent, AMustReachIsMetByRequestsAndAnswers) {
    Asked office;
    office.must(false);
    const ReachIntents met = office.answers();
    ASSERT_EQ(met.must.size(), 1U);
    EXPECT_EQ(met.must[0].state, IntentState::met);
    EXPECT_EQ(met.must[0].senders, (std::vector<VlanId>{office.party.vlan}));

    Asked denied;
    denied.must(false);
    for (const AclId id : denied.rules) {
        Acl acl = *denied.design.find(id);
        acl.rules.erase(acl.rules.begin() + 1);
        denied.design.acls.put(acl);
    }
    const MustReachAnswer broken = denied.answers().must[0];
    EXPECT_EQ(broken.state, IntentState::broken);
    EXPECT_FALSE(broken.asked);
    ASSERT_EQ(broken.ends.size(), 1U);
    EXPECT_EQ(broken.ends[0].why, Stop::rule_base);
    EXPECT_EQ(broken.ends[0].acl, denied.rules[0]);

    Asked mute; // the way back is missing
    mute.must(false);
    for (const Route& route : Table<Route>(mute.design.routes))
        if (route.destination == TwoBodies::prefix(10))
            mute.design.routes.erase(route.id);
    const MustReachAnswer unanswered = mute.answers().must[0];
    EXPECT_EQ(unanswered.state, IntentState::broken);
    EXPECT_TRUE(unanswered.asked);
}

TEST(Intent, AfterASingleFailureTheFirstThatBreaksItIsNamed) {
    Asked office;
    office.must(true);
    const MustReachAnswer hangs = office.answers().must[0]; // the server is on one core switch alone
    EXPECT_EQ(hangs.state, IntentState::broken);
    EXPECT_EQ(hangs.without, AnyId(office.core[0]));
    const PortId second = office.port(office.server);
    Port on = *office.design.find(office.port(office.core[1]));
    on.mode = PortMode::access;
    on.access_vlan = office.servers.vlan;
    office.design.ports.put(on);
    office.join(on.id, second);
    EXPECT_EQ(office.answers().must[0].state, IntentState::met);
}

TEST(Intent, AMustNotReachIsProvedOrShownBroken) {
    Asked office;
    const MustNotReachId kept = office.apart(office.party.zone, office.congress.zone);
    const MustNotReachId broken = office.apart(office.servers.zone, office.congress.zone);
    const MustNotReachId empty = office.apart(office.servers.zone, office.zone(office.plane_id, "void"));
    const ReachIntents answers = office.answers();
    const auto of = [&](MustNotReachId id) {
        return *std::find_if(answers.must_not.begin(), answers.must_not.end(),
                             [&](const MustNotReachAnswer& one) { return one.id == id; });
    };
    EXPECT_EQ(of(kept).state, IntentState::met);
    EXPECT_EQ(of(empty).state, IntentState::nothing_to_ask);
    ASSERT_EQ(of(broken).state, IntentState::broken);
    EXPECT_EQ(of(broken).from, AnyId(office.congress.zone));
    EXPECT_EQ(of(broken).way->hops.size(), 3U);
}

struct AskedOutside : test::WithWaysOut {
    BodyId body_id = body("P");
    MustReachId out = must_reach(internet, body_id), over_the_air = must_reach(wireless, body_id);
    AskedOutside() {
        change(party.zone, [&](Zone& row) { row.bodies = {body_id}; });
    }
    MustReachAnswer answer(MustReachId id) const {
        const ReachIntents all = Facts(design).get<ReachIntents>();
        return *std::find_if(all.must.begin(), all.must.end(),
                             [&](const MustReachAnswer& one) { return one.id == id; });
    }
};

TEST(Intent, AWayOutIsMetWhenAllIsHandedOver) {
    const AskedOutside office;
    const MustReachAnswer met = office.answer(office.out);
    EXPECT_EQ(met.state, IntentState::met);
    EXPECT_EQ(met.senders, (std::vector<VlanId>{office.party.vlan}));
    const auto broken = [](const auto& spoil) {
        AskedOutside spoilt;
        spoil(spoilt);
        return spoilt.answer(spoilt.out);
    };
    const MustReachAnswer no_route = broken([](AskedOutside& o) { o.design.routes.erase(o.exit); });
    EXPECT_EQ(no_route.state, IntentState::broken);
    ASSERT_FALSE(no_route.ends.empty());
    EXPECT_EQ(no_route.ends[0].why, Stop::no_route);
    const MustReachAnswer denied =
        broken([](AskedOutside& o) { o.change(o.rules[0], [](Acl& row) { row.rules.pop_back(); }); });
    EXPECT_EQ(denied.state, IntentState::broken);
    ASSERT_FALSE(denied.ends.empty());
    EXPECT_EQ(denied.ends[0].why, Stop::rule_base);
    EXPECT_EQ(broken([](AskedOutside& o) {
                  o.change(o.rules[0], [](Acl& row) { row.rules.back().source = TwoBodies::prefix(10, "/25"); });
              }).state,
              IntentState::broken)
        << "half of the desks";
    EXPECT_EQ(
        broken([](AskedOutside& o) { o.change(o.handoff, [](ProviderHandoff& row) { row.port.reset(); }); }).state,
        IntentState::broken);
    EXPECT_EQ(broken([](AskedOutside& o) {
                  o.change(o.handoff, [](ProviderHandoff& row) { row.peer = IpAddress::parse("203.0.113.3"); });
              }).state,
              IntentState::broken);
    EXPECT_EQ(broken([](AskedOutside& o) {
                  const ZoneId other = o.zone(o.plane_id, "other");
                  o.change(o.handoff, [&](ProviderHandoff& row) { row.zone = other; });
              }).state,
              IntentState::met)
        << "no handoff names the edge: those of its plane count";
    EXPECT_EQ(broken([](AskedOutside& o) { o.design.provider_handoffs.erase(o.handoff); }).state,
              IntentState::nothing_to_ask);
}

TEST(Intent, AWirelessServiceIsMetByAnAccessPointOnItsVlan) {
    const AskedOutside office;
    const MustReachAnswer met = office.answer(office.over_the_air);
    EXPECT_EQ(met.state, IntentState::met);
    EXPECT_EQ(met.on_air, (std::vector<OnAir>{{office.access_point, office.air_vlan}}));
    const auto state = [](const auto& spoil) {
        AskedOutside spoilt;
        spoil(spoilt);
        return spoilt.answer(spoilt.over_the_air).state;
    };
    EXPECT_EQ(state([](AskedOutside& o) { o.change(o.access_point, [](Jack& row) { row.kind = {}; }); }),
              IntentState::broken);
    EXPECT_EQ(state([](AskedOutside& o) { o.change(o.air_port, [](Port& row) { row.status = Status::remove; }); }),
              IntentState::broken);
    const auto moved = [](AskedOutside& o) {
        o.change(o.air_port, [&](Port& row) { row.access_vlan = o.party.vlan; });
    };
    EXPECT_EQ(state(moved), IntentState::broken);
    EXPECT_EQ(state([&](AskedOutside& o) {
                  moved(o);
                  Ssid row;
                  row.id = {o.next++};
                  row.vlan = o.party.vlan;
                  o.design.ssids.put(row);
              }),
              IntentState::met);
}

TEST(Intent, VlansBetweenDevicesAskForNothing) {
    AskedOutside office;
    office.change(office.party.transit, [&](Vlan& row) { row.zone = office.party.zone; });
    EXPECT_EQ(office.answer(office.out).senders, (std::vector<VlanId>{office.party.vlan}));
}

TEST(Intent, AZoneThatNamesKindsAloneIsEverybodys) {
    AskedOutside office;
    office.change(office.air, [&](Zone& row) { row.kinds = {office.design.find(office.access_point)->kind}; });
    const auto one = [&] { return office.answer(office.out).senders; };
    std::vector<VlanId> both{office.party.vlan, office.air_vlan};
    std::sort(both.begin(), both.end());
    EXPECT_EQ(one(), both);
    office.change(office.air, [](Zone& row) { row.management = true; });
    EXPECT_EQ(one(), (std::vector<VlanId>{office.party.vlan}));
}

TEST(Intent, NothingIsAskedWhereNobodyOrNothingIsThere) {
    Asked office;
    office.must(false);
    Service row = *office.design.find(office.mail);
    row.address.reset();
    office.design.services.put(row);
    EXPECT_EQ(office.answers().must[0].state, IntentState::nothing_to_ask);
    EXPECT_TRUE(Facts(TwoBodies().design).get<ReachIntents>().must.empty());
}

TEST(WholeNetwork, KeepsWhileOnlyRulesChange) {
    TwoBodies office;
    const Facts before(office.design);
    const auto whole = before.get<WholeNetwork>().net;
    Acl acl = *office.design.find(office.rules[0]);
    acl.rules.clear();
    office.design.acls.put(acl);
    Facts after = before.advance(office.design);
    EXPECT_EQ(after.get<WholeNetwork>().net, whole);
    EXPECT_NE(after.get<NetworkRows>(), before.get<NetworkRows>());
    acl.vlan = office.party.vlan; // it stands elsewhere now
    office.design.acls.put(acl);
    after = after.advance(office.design);
    EXPECT_NE(after.get<WholeNetwork>().net, whole);
}

} // namespace
} // namespace riser
