// SPDX-License-Identifier: GPL-3.0-or-later
// What is planned for services that the outside is to ask: translation, policy, rules, and what comes from outside with
// addresses of our own; addresses that stay, and none that anything else uses.
#include "solvers/base/address_space.h"
#include "tests/solvers/planning/zones/written_network.h"

#include <set>

namespace riser::test {
namespace {

struct Published : WrittenNetwork {
    Published() {
        with_addresses();
        change(handoff, [](ProviderHandoff& row) {
            row.link = prefix("203.0.113.0/30");
            row.peer = address("203.0.113.1");
        });
        change(design.find(handoff)->port.value(), [&](Port& row) {
            row.mode = PortMode::access;
            row.access_vlan = vlan(edge, "203.0.113.0/30");
        });
        publish(mail);
    }
    void publish(ServiceId id) {
        change(id, [&](Service& row) { row.published = {handoff}; });
    }
    std::vector<Nat> rows(const Design& of, ServiceId service) const {
        std::vector<Nat> out;
        for (const Nat& row : of.nats)
            if (row.kind == NatKind::service && row.service == service)
                out.push_back(row);
        return out;
    }
};

TEST(Publishing, GivesARowForEachPortAPolicyAndRulesForThemAlone) {
    const Published net;
    const ZonePlan plan = net.plan();
    const Design& after = plan.change.after;
    const std::vector<Nat> rows = net.rows(after, net.mail);
    ASSERT_EQ(rows.size(), 2U) << list(plan.reasons);
    EXPECT_EQ(plan.published, 2);
    std::set<std::string> ports;
    for (const Nat& row : rows) {
        EXPECT_EQ(row.equipment, net.firewall);
        EXPECT_EQ(row.handoff, net.handoff);
        EXPECT_EQ(row.inside, address("10.0.8.10"));
        EXPECT_EQ(row.outside, rows.front().outside);
        ASSERT_TRUE(row.outside);
        EXPECT_TRUE(contains(prefix("203.0.113.64/27"), *row.outside));
        ports.insert(row.protocol + "/" + row.ports);
    }
    EXPECT_EQ(ports, (std::set<std::string>{"tcp/25", "tcp/993"}));
    const Policy* policy = net.policy(after, net.edge, net.servers);
    ASSERT_TRUE(policy);
    EXPECT_EQ(policy->action, AclAction::permit);
    EXPECT_EQ(policy->services, std::vector{net.mail});
    EXPECT_TRUE(std::count(policy->controls.begin(), policy->controls.end(), Control::behaviour_audit))
        << "of the exit";
    EXPECT_TRUE(std::count(policy->controls.begin(), policy->controls.end(), Control::mail_gateway));
    EXPECT_EQ(net.policy(after, net.servers, net.edge)->action, AclAction::deny);
    const Acl& rules = rule_base(after);
    for (const int port : {22, 25, 80, 443, 993})
        for (const char* to : {"10.0.8.10", "10.0.8.11", "10.0.0.7", "10.0.9.5"})
            for (const char* protocol : {"tcp", "udp"})
                EXPECT_EQ(passes(rules, "198.51.100.7", to, protocol, port), std::string(to) == "10.0.8.10" &&
                                                                                 protocol == std::string("tcp") &&
                                                                                 (port == 25 || port == 993))
                    << to << ' ' << protocol << '/' << port;
}

TEST(Publishing, NothingComesFromOutsideAsIfFromWithin) {
    const Published net;
    const Design after = net.plan().change.after;
    const VlanId line = *net.design.find(*net.design.find(net.handoff)->port)->access_vlan;
    const auto border =
        std::find_if(after.acls.begin(), after.acls.end(), [&](const Acl& row) { return row.vlan == line; });
    ASSERT_NE(border, after.acls.end());
    EXPECT_EQ(border->equipment, net.firewall);
    EXPECT_EQ(border->direction, AclDirection::in);
    for (const Prefix& row : net.design.prefixes)
        EXPECT_EQ(passes(*border, to_string(address_at(*row.prefix, 2)), "10.0.8.10", "tcp", 443), row.vlan == line);
    EXPECT_TRUE(passes(*border, "198.51.100.7", "203.0.113.90", "udp", 53));
}

TEST(Publishing, SourcesAreTranslatedToOtherAddresses) {
    const Published net;
    const Design after = net.plan().change.after;
    std::size_t sources = 0;
    for (const Nat& row : after.nats)
        if (row.kind == NatKind::source) {
            ++sources;
            for (const Nat& published : net.rows(after, net.mail))
                EXPECT_FALSE(contains(*row.translated, *published.outside));
            EXPECT_TRUE(contains(prefix("203.0.113.64/27"), *row.translated));
        }
    EXPECT_EQ(sources, 1U);
}

// Another service, planned later and of a lower id or a higher, takes another address; the first keeps its own.
TEST(Publishing, AddressesStayAndAreNeverTaken) {
    Published net;
    net.design = net.plan().change.after;
    const IpAddress first = *net.rows(net.design, net.mail).front().outside;
    const Design again = net.plan().change.after;
    EXPECT_EQ(again.nats, net.design.nats) << "planning again changes nothing";
    std::vector<ServiceId> more;
    for (int n = 0; n < 5; ++n) {
        const ServiceId id = net.service("more", net.servers, "tcp/443", {});
        net.change(id, [&](Service& row) { row.address = address_at(prefix("10.0.8.0/24"), 20 + n); });
        net.publish(id);
        more.push_back(id);
    }
    net.publish(net.proposals);
    net.design = net.plan().change.after;
    EXPECT_EQ(net.rows(net.design, net.mail).front().outside, first);
    std::set<IpAddress> taken{first};
    for (const ServiceId id : more)
        EXPECT_TRUE(taken.insert(*net.rows(net.design, id).front().outside).second);
    EXPECT_TRUE(taken.insert(*net.rows(net.design, net.proposals).front().outside).second);
    // The first is taken back, and another does not move into its place.
    net.change(net.mail, [](Service& row) { row.published.clear(); });
    const Design without = net.plan().change.after;
    EXPECT_TRUE(net.rows(without, net.mail).empty());
    for (const ServiceId id : more)
        EXPECT_EQ(net.rows(without, id), net.rows(net.design, id));
}

// Of every small prefix, whatever a person gave already: addresses lie in it, are each one service's, and no source's,
// gateway's or line's; where one is left out, none was left.
TEST(Publishing, AddressesAreFoundWhereThereAreAny) {
    for (const int length : {27, 28, 29, 30, 31, 32})
        for (const bool leaves : {false, true})
            for (const int given : {0, 1, 2}) {
                Published net;
                const IpPrefix all = *IpPrefix::parse("203.0.113.64/" + std::to_string(length));
                net.change(net.handoff, [&](ProviderHandoff& row) { row.outside = all; });
                if (!leaves)
                    net.design.services.erase(net.outside);
                net.publish(net.proposals);
                if (given > 0 && size_of(all) >= given) {
                    Nat typed;
                    typed.kind = NatKind::service;
                    typed.outside = address_at(all, given == 1 ? 0 : size_of(all) - 1);
                    net.add(typed);
                }
                const ZonePlan plan = net.plan();
                std::set<IpAddress> used;
                std::size_t told = 0;
                for (const ServiceId id : {net.mail, net.proposals}) {
                    const std::vector<Nat> rows = net.rows(plan.change.after, id);
                    told += says(plan.reasons, "no outside address left", AnyId(id));
                    if (rows.empty())
                        continue;
                    const IpAddress at = *rows.front().outside;
                    EXPECT_TRUE(contains(all, at));
                    EXPECT_TRUE(used.insert(at).second);
                    for (const Nat& row : plan.change.after.nats) {
                        EXPECT_FALSE(row.kind == NatKind::source && contains(*row.translated, at));
                        EXPECT_FALSE(row.kind == NatKind::service && row.service != id && row.outside == at);
                    }
                }
                EXPECT_EQ(used.size() + told, 2U) << length << ' ' << leaves << ' ' << given;
                if (length <= 29) {
                    EXPECT_EQ(used.size(), 2U) << length << ' ' << leaves << ' ' << given;
                }
            }
}

TEST(Publishing, WhatMayNotOrCannotBePublishedIsSaid) {
    const auto refused = [](const char* why, const auto& spoil) {
        Published net;
        spoil(net);
        const ZonePlan plan = net.plan();
        EXPECT_TRUE(net.rows(plan.change.after, net.mail).empty()) << why;
        EXPECT_TRUE(says(plan.reasons, why, AnyId(net.mail))) << why << list(plan.reasons);
    };
    refused("management zone", [](Published& n) { n.change(n.mail, [&](Service& row) { row.zone = n.management; }); });
    refused("none of servers or things",
            [](Published& n) { n.change(n.mail, [&](Service& row) { row.zone = n.desks[2]; }); });
    refused("it is classified",
            [](Published& n) { n.change(n.servers, [&](Zone& row) { row.grading = Grading::secret_mi; }); });
    refused("another network's", [](Published& n) {
        const PlaneId other = n.builder.with_plane("I");
        n.change(n.handoff, [&](ProviderHandoff& row) { row.plane = other; });
    });
    refused("keeps its zone apart", [](Published& n) {
        MustNotReach row;
        row.a = n.edge;
        row.b = n.servers;
        n.add(row);
    });
    refused("no ports", [](Published& n) { n.change(n.mail, [](Service& row) { row.ports.clear(); }); });
    refused("no outside addresses",
            [](Published& n) { n.change(n.handoff, [](ProviderHandoff& row) { row.outside.reset(); }); });
    refused("joined to no device",
            [](Published& n) { n.change(n.handoff, [](ProviderHandoff& row) { row.port.reset(); }); });
    refused("no address of that family",
            [](Published& n) { n.change(n.mail, [](Service& row) { row.address.reset(); }); });
    refused("no policy lets it", [](Published& n) {
        Policy row;
        row.from = n.edge;
        row.to = n.servers;
        row.action = AclAction::deny;
        n.add(row);
    });
}

// Rows that a person gave for a service stand, and none are planned beside them.
TEST(Publishing, WhatAPersonGaveStands) {
    Published net;
    Nat own;
    own.kind = NatKind::service;
    own.equipment = net.firewall;
    own.handoff = net.handoff;
    own.service = net.mail;
    own.protocol = "tcp";
    own.outside = address("203.0.113.66");
    own.ports = "2525";
    own.inside = address("10.0.8.10");
    own.inside_port = 25;
    net.add(own);
    const Design after = net.plan().change.after;
    ASSERT_EQ(net.rows(after, net.mail).size(), 1U);
    for (const Nat& row : after.nats)
        EXPECT_FALSE(row.kind == NatKind::source && contains(*row.translated, *own.outside));
}

} // namespace
} // namespace riser::test
