// SPDX-License-Identifier: GPL-3.0-or-later
// Ways, ends and closed sets on a network that people can follow; and their laws on random ones.
#include "solvers/forwarding/explain.h"

#include "solvers/forwarding/misconfiguration.h"
#include "tests/solvers/forwarding/packet_walker.h"
#include "tests/solvers/forwarding/random_forwarding.h"
#include "tests/solvers/forwarding/way_out.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser {
namespace {

using test::RandomForwarding;
using test::TwoBodies;

struct Known {
    NetworkRows rows;
    Network net;
    FilterSets kept;
    Floods floods;
    explicit Known(const Design& design, std::span<const AnyId> failed = {})
        : rows(Facts(design).get<NetworkRows>()), net(derive_network(rows, failed)), floods(rows, net, kept) {}
    bool reaches(AnyId from, AnyId to, const ReachOptions& options = {}) {
        return floods.comes_to(floods.flood(floods.emissions(from, options), options.senders), to, options.senders) !=
               BddSpace::no();
    }
    bool uses(AnyId from, ServiceId service) { return can_use(floods, from, service).complete(); }
};

constexpr ReachOptions as_hosts{.senders = Senders::ordinary, .sources = Sources::own};

TEST(TwoBodies, BothUseTheServiceAndNeitherReachesTheOther) {
    TwoBodies office;
    Known known(office.design);
    EXPECT_TRUE(known.uses(office.party_jack, office.mail));
    EXPECT_TRUE(known.uses(office.party.zone, office.mail));
    EXPECT_TRUE(known.uses(office.congress_jack, office.mail));
    const std::vector<ZoneId> zones{office.party.zone, office.congress.zone, office.servers.zone};
    const auto reach = who_reaches_whom(known.floods, zones);
    EXPECT_EQ(reach[0][1], BddSpace::no());
    EXPECT_EQ(reach[1][0], BddSpace::no());
    EXPECT_EQ(reach[2][0], BddSpace::no()); // answers only
    HeaderSpace& headers = known.kept.headers;
    std::vector<AclRule> expected; // hosts have no address of a gateway
    for (const int last : {1, 2, 3})
        expected.push_back({AclAction::deny, "", IpPrefix{TwoBodies::address(10, last), 32}, {}, ""});
    expected.push_back(
        {AclAction::permit, "tcp", TwoBodies::prefix(10), IpPrefix{TwoBodies::address(30, 25), 32}, "443"});
    EXPECT_EQ(reach[0][2], headers.permitted(expected));
}

TEST(TwoBodies, AWitnessNamesEachDeviceAndTheRuleThatLetItPass) {
    TwoBodies office;
    Known known(office.design);
    const auto way =
        witness(known.floods, known.floods.emissions(office.party_jack, as_hosts), office.mail, Senders::ordinary);
    ASSERT_TRUE(way);
    EXPECT_EQ(to_string(way->sent), "10.0.10.0 > 10.0.30.25 tcp/443");
    ASSERT_EQ(way->hops.size(), 3U);
    EXPECT_EQ(way->hops[0].device, office.core[0]); // the one that answers
    EXPECT_EQ(way->hops[0].in_vlan, office.party.vlan);
    EXPECT_EQ(way->hops[0].out_vlan, office.party.transit);
    EXPECT_EQ(way->hops[0].frames, (std::vector<FrameStop>{{office.access, 10}, {office.core[0], 10}}));
    EXPECT_EQ(way->hops[1].device, office.firewall[0]);
    EXPECT_EQ(way->hops[1].permitted_by, (std::vector<Decision>{{office.rules[0], 1}}));
    EXPECT_EQ(way->hops[2].device, office.core[0]);
    EXPECT_EQ(way->hops[2].out_vlan, office.servers.vlan);
    EXPECT_EQ(way->frames, (std::vector<FrameStop>{{office.core[0], 30}}));
    EXPECT_FALSE(
        witness(known.floods, known.floods.emissions(office.party_jack, as_hosts), office.congress.zone, Senders::any));
}

TEST(TwoBodies, TheOutsideReachesAPublishedServiceAtItsPortAndNothingElse) {
    test::WithWaysOut office;
    const IpAddress outside = *IpAddress::parse("203.0.113.70"), asker = *IpAddress::parse("198.51.100.9");
    const IpAddress inside = TwoBodies::address(30, 25);
    const auto comes = [&](std::uint16_t port) {
        Known known(office.design);
        const auto sent = known.floods.only(known.floods.emissions(office.handoff, as_hosts),
                                            known.kept.headers.only({outside, asker, tcp, port}));
        const Bdd all = known.floods.comes_to(known.floods.flood(sent, Senders::ordinary), office.servers.zone);
        return known.kept.headers.cubes(all)->empty() ? std::nullopt : known.kept.headers.example(all);
    };
    EXPECT_FALSE(comes(8443));
    Nat row;
    row.id = {office.next++};
    row.kind = NatKind::service;
    row.equipment = office.firewall[0];
    row.handoff = office.handoff;
    row.service = office.mail;
    row.protocol = "tcp";
    row.outside = outside;
    row.ports = "8443";
    row.inside = inside;
    row.inside_port = 443;
    office.design.nats.put(row);
    EXPECT_FALSE(comes(8443)) << "no rule lets it in";
    office.change(office.rules[0], [&](Acl& acl) {
        acl.rules.insert(acl.rules.begin(), {AclAction::permit, "tcp", {}, IpPrefix{inside, 32}, "443"});
    });
    EXPECT_EQ(comes(8443), (Packet{inside, asker, tcp, 443})) << "the rule base sees the host";
    EXPECT_FALSE(comes(443));
    EXPECT_FALSE(comes(8444));

    Known known(office.design);
    const auto way = witness(known.floods,
                             known.floods.only(known.floods.emissions(office.handoff, as_hosts),
                                               known.kept.headers.only({outside, asker, tcp, 8443})),
                             office.mail, Senders::ordinary);
    ASSERT_TRUE(way);
    EXPECT_EQ(way->sent.destination, outside);
    EXPECT_EQ(way->received, (Packet{inside, asker, tcp, 443}));
    ASSERT_FALSE(way->hops.empty());
    EXPECT_EQ(way->hops.front().device, office.firewall[0]);
    EXPECT_EQ(way->hops.front().permitted_by, (std::vector<Decision>{{office.rules[0], 0}}));
}

TEST(TwoBodies, WhatDoesNotComeThroughEndsAtARule) {
    TwoBodies office;
    Known known(office.design);
    const auto sent = known.floods.emissions(office.congress_jack, as_hosts);
    const auto ends = denials(known.floods, meant_for(known.floods, sent, office.servers.zone), Senders::ordinary);
    ASSERT_EQ(ends.size(), 2U); // the rule that denies mail by its old port, and the end of the rules
    EXPECT_EQ(ends[0].why, Stop::rule_base);
    EXPECT_EQ(ends[0].acl, office.rules[0]);
    EXPECT_EQ(ends[0].rule, std::nullopt);
    EXPECT_EQ(ends[1].rule, 0U);
    ASSERT_FALSE(ends[1].headers.empty());
    for (const HeaderCube& cube : ends[1].headers)
        EXPECT_EQ(cube.port, 25);
}

TEST(TwoBodies, EverySingleFailureOfThePairsLeavesTheServiceInUse) {
    TwoBodies office;
    for (const AnyId lost : {AnyId(office.firewall[0]), AnyId(office.firewall[1]), AnyId(office.uplink[0]),
                             AnyId(office.uplink[1]), AnyId(office.core[1])}) {
        Known known(office.design, std::span(&lost, 1));
        EXPECT_TRUE(known.uses(office.party_jack, office.mail)) << to_string(lost);
    }
    const AnyId only = office.core[0]; // the server hangs on it
    EXPECT_FALSE(Known(office.design, std::span(&only, 1)).uses(office.party_jack, office.mail));
}

TEST(TwoBodies, ASlipOfTheHandIsSeen) {
    TwoBodies office;
    const auto leaks = [&](const Misconfiguration& slip) {
        Known known(misconfigured(office.design, slip));
        return known.reaches(office.party.zone, office.congress.zone);
    };
    EXPECT_TRUE(leaks(PortMovedTo{office.congress_port, office.party.vlan}) ==
                false); // the jack is elsewhere now, the zone is not
    Known moved(misconfigured(office.design, PortMovedTo{office.congress_port, office.party.vlan}));
    EXPECT_TRUE(moved.reaches(office.congress_jack, office.party.zone));
    EXPECT_TRUE(moved.reaches(office.party.zone, office.congress_jack));
    Known opened(misconfigured(office.design, PortMadeTrunk{office.congress_port}));
    EXPECT_TRUE(opened.reaches(office.congress_jack, office.party.zone)); // a hostile host tags its frames
    EXPECT_FALSE(opened.reaches(office.congress_jack, office.party.zone, as_hosts));
    EXPECT_TRUE(leaks(RuleWidened{office.rules[0], 1}));
    EXPECT_FALSE(leaks(RuleWidened{office.rules[0], 0})); // a denial
    EXPECT_FALSE(leaks(RuleRemoved{office.rules[0], 0}));
    Known removed(misconfigured(office.design, RuleRemoved{office.rules[0], 1}));
    EXPECT_FALSE(removed.uses(office.party_jack, office.mail));
    EXPECT_EQ(misconfigurations(office.design).size(), 3U + 3 * 5 + 12); // ports made trunks or moved, rules of two
}

// Every box of a closed set holds what the walker finds, and names the places that it finds.
TEST(ClosedSet, IsThereUnlessSomethingComesThroughAndHoldsWhatIsWalked) {
    TwoBodies office;
    Known known(office.design);
    const auto claim = closed_set(known.floods, office.party.zone, office.congress.zone);
    ASSERT_TRUE(claim);
    EXPECT_FALSE(closed_set(known.floods, office.party.zone, office.servers.zone));
    EXPECT_TRUE(std::any_of(claim->denials.begin(), claim->denials.end(), [&](const Denial& denial) {
        return denial.why == Stop::rule_base && denial.acl == office.rules[1];
    }));
    HeaderSpace& headers = known.kept.headers;
    const auto united = [&](const std::vector<HeaderCube>& cubes) {
        Bdd out = BddSpace::no();
        for (const HeaderCube& cube : cubes)
            out = headers.sets().either(out, headers.of(cube));
        return out;
    };
    test::PacketWalker walker(office.design, Senders::any);
    for (const Packet& packet : {Packet{TwoBodies::address(20, 5), TwoBodies::address(10, 9), tcp, 443},
                                 Packet{TwoBodies::address(30, 25), TwoBodies::address(10, 9), tcp, 443},
                                 Packet{TwoBodies::address(10, 7), TwoBodies::address(10, 9), udp, 1}}) {
        for (const auto& [gateway, seen] : walker.from(office.party.vlan, packet).handed) {
            const auto at = std::find_if(claim->gateways.begin(), claim->gateways.end(),
                                         [id = gateway](const ClosedGateway& one) { return one.gateway == id; });
            ASSERT_NE(at, claim->gateways.end());
            EXPECT_TRUE(headers.contains(united(at->headers), seen));
        }
    }
}

TEST(Explain, WaysAreWalkedAndRulesNamedAreTheFirstThatSpeak) {
    std::size_t ways = 0, long_ways = 0, denied = 0;
    for (std::uint64_t seed = 1; seed <= 1'500; ++seed) {
        RandomForwarding random(seed);
        Known known(random.design);
        for (const Senders senders : {Senders::any, Senders::ordinary}) {
            test::PacketWalker walker(random.design, senders);
            const AnyId source = random.sender();
            std::vector<AnyId> ends(random.jacks.begin(), random.jacks.end());
            ends.insert(ends.end(), random.handoffs.begin(), random.handoffs.end());
            ends.insert(ends.end(), random.vlans.begin(), random.vlans.end());
            const AnyId to = random.pick(ends);
            const auto sent =
                known.floods.only(known.floods.emissions(source, {.senders = senders, .sources = Sources::any}),
                                  known.kept.headers.to(random.packet().destination));
            const bool comes = known.floods.comes_to(known.floods.flood(sent, senders), to, senders) != BddSpace::no();
            const auto way = witness(known.floods, sent, to, senders);
            ASSERT_EQ(way.has_value(), comes) << "seed " << seed;
            for (const Denial& denial : denials(known.floods, sent, senders, 50))
                if (denial.acl && denial.rule && !denial.headers.empty()) {
                    const std::vector<AclRule>& rules = random.design.find(*denial.acl)->rules;
                    const Packet packet = *known.kept.headers.example(known.kept.headers.of(denial.headers.front()));
                    std::size_t first = 0;
                    while (!speaks_of(rules[first], packet))
                        ++first;
                    ASSERT_EQ(first, *denial.rule) << "seed " << seed;
                    ASSERT_EQ(rules[first].action, AclAction::deny);
                    ++denied;
                }
            if (!way)
                continue;
            ++ways;
            long_ways += way->hops.size() > 1;
            const test::Walk walk = walker.from(source, way->sent);
            ASSERT_TRUE(to.kind == Kind::vlans
                            ? std::any_of(walk.arrived.begin(), walk.arrived.end(),
                                          [&](const auto& one) { return one.second == way->received; })
                            : walk.heard.contains({to, way->received}))
                << "seed " << seed;
            for (const WitnessHop& hop : way->hops)
                if (hop.in) {
                    ASSERT_TRUE(std::any_of(walk.handed.begin(), walk.handed.end(),
                                            [&](const auto& one) { return one.first == *hop.in; }))
                        << "seed " << seed;
                }
        }
    }
    std::printf("%zu ways, %zu through several gateways, %zu rules\n", ways, long_ways, denied);
    EXPECT_GT(ways, 100U);
    EXPECT_GT(long_ways, 3U);
    EXPECT_GT(denied, 100U);
}

} // namespace
} // namespace riser
