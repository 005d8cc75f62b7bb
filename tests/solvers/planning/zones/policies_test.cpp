// SPDX-License-Identifier: GPL-3.0-or-later
// Policies, rule bases, filters and translation of a small network written by hand, against what its services and
// intents say of each packet; unions of prefixes against sets of addresses.
#include "solvers/planning/zones/prefix_union.h"
#include "tests/solvers/planning/zones/written_network.h"

#include <algorithm>
#include <functional>
#include <random>
#include <set>

namespace riser::test {
namespace {

using Network = WrittenNetwork;

TEST(Policies, FollowServicesAndIntents) {
    Network net;
    const ZonePlan plan = net.plan();
    const Design& after = plan.change.after;
    const auto permits = [&](ZoneId from, ZoneId to) {
        const Policy* row = net.policy(after, from, to);
        return row && row->action == AclAction::permit;
    };
    const auto denies = [&](ZoneId from, ZoneId to) {
        const Policy* row = net.policy(after, from, to);
        return row && row->action == AclAction::deny && row->services.empty();
    };
    EXPECT_TRUE(permits(net.desks[0], net.servers));
    EXPECT_EQ(net.policy(after, net.desks[0], net.servers)->services, std::vector{net.mail});
    EXPECT_EQ(net.policy(after, net.desks[1], net.servers)->services.size(), 2U);
    EXPECT_TRUE(denies(net.servers, net.desks[0]));
    EXPECT_TRUE(denies(net.desks[0], net.desks[1]));
    EXPECT_TRUE(denies(net.desks[1], net.desks[0]));
    EXPECT_TRUE(denies(net.desks[0], net.management)) << "operators alone administer";
    EXPECT_TRUE(permits(net.desks[2], net.management));
    EXPECT_TRUE(permits(net.management, net.servers));
    EXPECT_TRUE(permits(net.desks[0], net.edge));
    EXPECT_EQ(net.policy(after, net.desks[1], net.edge), nullptr) << "nothing joins them";
    const Policy& managed = *net.policy(after, net.desks[2], net.management);
    EXPECT_TRUE(std::count(managed.controls.begin(), managed.controls.end(), Control::bastion));
    EXPECT_TRUE(std::count(managed.enforced_by.begin(), managed.enforced_by.end(), net.bastion));
    const Policy& leaving = *net.policy(after, net.desks[0], net.edge);
    EXPECT_TRUE(std::count(leaving.controls.begin(), leaving.controls.end(), Control::behaviour_audit));
    EXPECT_TRUE(says(plan.reasons, "the firewalls' rule bases wait")) << list(plan.reasons);
    EXPECT_EQ(after.acls.size(), 0U);
    EXPECT_GT(plan.missing, 0);
}

// Each packet between any two of the zones' hosts, and to the outside, against the services.
TEST(RuleBase, LetsPassWhatServicesNeedAndNothingElse) {
    Network net;
    net.with_addresses();
    const ZonePlan plan = net.plan();
    const Acl& acl = rule_base(plan.change.after);
    EXPECT_EQ(acl.equipment, net.firewall);
    EXPECT_FALSE(says(plan.reasons, "no address")) << list(plan.reasons);
    const std::vector<std::pair<std::string, int>> hosts{{"10.0.0.7", 0}, {"10.0.1.200", 0}, {"10.0.4.7", 1},
                                                         {"10.0.6.7", 2}, {"10.0.8.10", 3},  {"10.0.8.11", 3},
                                                         {"10.0.9.5", 4}, {"10.0.9.6", 4},   {"198.51.100.9", 5}};
    std::size_t passed = 0;
    for (const auto& [from, at] : hosts)
        for (const auto& [to, there] : hosts)
            for (const int port : {22, 25, 80, 443, 993, 3389})
                for (const std::string protocol : {"tcp", "udp"}) {
                    if (at == there)
                        continue;
                    const bool tcp = protocol == "tcp";
                    const bool wanted =
                        (tcp && to == "10.0.8.10" && at <= 1 && (port == 25 || port == 993)) ||
                        (tcp && to == "10.0.8.11" && at == 1 && port == 443) ||
                        (tcp && to == "10.0.9.5" && at == 2 && (port == 22 || port == 443)) ||
                        (tcp && from == "10.0.9.5" && there == 3 && (port == 22 || port == 443 || port == 3389)) ||
                        (at == 0 && there == 5 && (port == 443 || (tcp && port == 80)));
                    EXPECT_EQ(passes(acl, from, to, protocol, port), wanted)
                        << from << " -> " << to << " " << protocol << "/" << port;
                    passed += wanted;
                }
    EXPECT_GT(passed, 10U);
    EXPECT_LT(acl.rules.size(), 30U) << "prefixes of a zone are united";
}

TEST(RuleBase, AServiceWithoutAnAddressWaits) {
    Network net;
    net.with_addresses();
    net.change(net.mail, [](Service& row) { row.address.reset(); });
    const ZonePlan plan = net.plan();
    EXPECT_TRUE(says(plan.reasons, "it has no address", AnyId(net.mail)));
    EXPECT_FALSE(passes(rule_base(plan.change.after), "10.0.0.7", "10.0.8.10", "tcp", 25));
}

TEST(Policies, WhatAPersonStatesStands) {
    Network net;
    Policy own;
    own.from = net.desks[0];
    own.to = net.desks[1];
    own.action = AclAction::permit;
    own.services = {net.mail};
    net.add(own);
    const Design after = net.plan().change.after;
    EXPECT_EQ(std::count_if(after.policies.begin(), after.policies.end(),
                            [&](const Policy& row) { return row.from == net.desks[0] && row.to == net.desks[1]; }),
              1);
}

TEST(Policies, ApartGoesBeforeServices) {
    Network net;
    MustNotReach row;
    row.a = net.desks[0];
    row.b = net.servers;
    net.add(row);
    const ZonePlan plan = net.plan();
    EXPECT_EQ(net.policy(plan.change.after, net.desks[0], net.servers)->action, AclAction::deny);
    EXPECT_TRUE(says(plan.reasons, "the intent keeps it apart", AnyId(net.desks[0])));
}

TEST(Policies, WirelessIsAWayInAndNotAsked) {
    Network net;
    const ZoneId air = net.zone("A", ZoneRole::desks);
    net.change(air, [&](Zone& row) { row.kinds = {net.builder.with_kind("AP")}; });
    const ServiceId wireless = net.service("wireless", air, "", {net.bodies[0]});
    EXPECT_NE(net.policy(net.plan().change.after, net.desks[0], air), nullptr);
    net.change(wireless, [](Service& row) { row.medium = ServiceMedium::wireless; });
    EXPECT_EQ(net.policy(net.plan().change.after, net.desks[0], air), nullptr);
}

// A service taken away takes its policy along, though the planned policy stood before.
TEST(Policies, AServiceTakenAwayLeavesNothing) {
    Network net;
    net.with_addresses();
    perform(net.design, {"zones"});
    net.design.services.erase(net.outside);
    Network fresh;
    fresh.with_addresses();
    fresh.design.services.erase(fresh.outside);
    const Design again = net.plan().change.after;
    const Design anew = fresh.plan().change.after;
    EXPECT_EQ(again.policies.size(), anew.policies.size());
    EXPECT_EQ(net.policy(again, net.desks[0], net.edge), nullptr);
    EXPECT_EQ(again.nats.size(), 0U);
}

TEST(Policies, SecretZonesGetNothing) {
    Network net;
    const PlaneId secret = net.builder.with_plane("S", Disclosure::secret);
    Zone row = *net.design.find(net.desks[2]);
    row.code = "X";
    row.plane = secret;
    row.grading = Grading::secret_jimi;
    const ZoneId zone = net.add(row);
    Policy stated;
    stated.from = net.desks[0];
    stated.to = zone;
    stated.action = AclAction::permit;
    net.add(stated);
    const ZonePlan plan = net.plan();
    for (const Policy& policy : plan.change.after.policies)
        EXPECT_TRUE((policy.from != zone && policy.to != zone) || policy.origin.source != "zones");
    EXPECT_TRUE(says(plan.reasons, "nothing may join a secret zone"));
}

TEST(Filters, BodiesOfOneVrfDoNotMeet) {
    Network net;
    Vrf vrf;
    vrf.plane = net.plane;
    const VrfId shared = net.add(vrf);
    const VlanId a = net.vlan(net.servers, "10.1.0.0/24", net.bodies[0], shared);
    const VlanId b = net.vlan(net.servers, "10.1.1.0/24", net.bodies[1], shared);
    const VlanId c = net.vlan(net.servers, "10.1.2.0/24", {}, shared);
    for (const VlanId vlan : {a, b, c}) {
        Gateway row;
        row.vlan = vlan;
        row.equipment = net.core;
        net.add(row);
    }
    const ZonePlan plan = net.plan();
    EXPECT_EQ(plan.filters, 2);
    for (const Acl& acl : plan.change.after.acls) {
        if (!acl.vlan)
            continue;
        EXPECT_EQ(acl.equipment, net.core);
        EXPECT_EQ(acl.direction, AclDirection::in);
        EXPECT_NE(*acl.vlan, c);
        EXPECT_EQ(passes(acl, "10.1.0.4", "10.1.1.4", "tcp", 443), *acl.vlan == b);
        EXPECT_EQ(passes(acl, "10.1.1.4", "10.1.0.4", "tcp", 443), *acl.vlan == a);
        EXPECT_TRUE(passes(acl, "10.1.0.4", "10.1.2.4", "tcp", 443));
        EXPECT_TRUE(passes(acl, "10.1.0.4", "10.9.0.1", "udp", 53));
    }
}

TEST(Translation, OfZonesThatMayLeave) {
    Network net;
    net.with_addresses();
    const Design after = net.plan().change.after;
    ASSERT_EQ(after.nats.size(), 1U);
    const Nat& row = *after.nats.begin();
    EXPECT_EQ(row.source, prefix("10.0.0.0/23"));
    EXPECT_EQ(row.translated, prefix("203.0.113.64/27"));
    EXPECT_EQ(row.equipment, net.firewall);
    EXPECT_EQ(row.handoff, net.handoff);
}

// A policy from the edge, stated: whoever is outside asks for the service, and nobody inside more than before.
TEST(RuleBases, ThePublicEntersByTheEdge) {
    Network net;
    net.with_addresses();
    Policy stated;
    stated.from = net.edge;
    stated.to = net.servers;
    stated.services = {net.proposals};
    stated.action = AclAction::permit;
    net.add(stated);
    const Design after = net.plan().change.after;
    const Acl& rules = rule_base(after);
    EXPECT_TRUE(passes(rules, "198.51.100.7", "10.0.8.11", "tcp", 443));
    EXPECT_FALSE(passes(rules, "198.51.100.7", "10.0.8.11", "tcp", 80));
    EXPECT_FALSE(passes(rules, "198.51.100.7", "10.0.8.10", "tcp", 443));
    EXPECT_FALSE(passes(rules, "10.0.0.9", "10.0.8.11", "tcp", 443)) << "not entitled";
    EXPECT_TRUE(passes(rules, "10.0.4.9", "10.0.8.11", "tcp", 443));
    EXPECT_FALSE(passes(rules, "10.0.6.9", "10.0.8.11", "tcp", 443));
    EXPECT_TRUE(passes(rules, "10.0.0.9", "198.51.100.7", "tcp", 443)) << "as before";
}

// Of the last eight bits: the same addresses, and no fewer prefixes would do (no two of them are halves of one).
TEST(PrefixUnion, HoldsTheSameAddressesInTheFewestPrefixes) {
    std::mt19937 random(3);
    const auto addresses = [](const std::vector<IpPrefix>& list) {
        std::set<int> out;
        for (int last = 0; last < 256; ++last)
            for (const IpPrefix& one : list)
                if (contains(one, address("10.0.0." + std::to_string(last))))
                    out.insert(last);
        return out;
    };
    // The fewest that hold exactly a set: a half that is whole is one, else what its halves come to.
    const std::function<std::size_t(const std::set<int>&, int, int)> fewest = [&](const std::set<int>& set, int from,
                                                                                  int to) -> std::size_t {
        const auto count = std::distance(set.lower_bound(from), set.lower_bound(to));
        if (count == 0 || count == to - from)
            return count == 0 ? 0 : 1;
        return fewest(set, from, (from + to) / 2) + fewest(set, (from + to) / 2, to);
    };
    for (int round = 0; round < 500; ++round) {
        std::vector<IpPrefix> list;
        for (auto n = random() % 12; n > 0; --n) {
            const auto length = static_cast<std::uint32_t>(25 + random() % 8);
            const auto last = static_cast<std::uint32_t>(random() % 256) & ~((1U << (32 - length)) - 1);
            list.push_back(prefix("10.0.0." + std::to_string(last) + "/" + std::to_string(length)));
        }
        const std::vector<IpPrefix> out = united(list);
        const std::set<int> held = addresses(list);
        EXPECT_EQ(addresses(out), held);
        EXPECT_EQ(out.size(), fewest(held, 0, 256));
    }
}

} // namespace
} // namespace riser::test
