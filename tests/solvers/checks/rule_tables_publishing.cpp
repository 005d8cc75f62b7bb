// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/guarded.h"
#include "tests/solvers/checks/rule_tables.h"
#include "tests/solvers/forwarding/published_mail.h"

namespace riser::test {

namespace {

// The service, asked by port 443 at 10.0.1.5, published at the edge with its policy and its translation.
struct Publishing {
    ProviderHandoffId line;
    PolicyId policy;
    NatId row;
};
Publishing published(Guarded& g) {
    Publishing out;
    out.line = g.handoff(g.edge, g.firewall);
    g.office.change(out.line, [](ProviderHandoff& row) {
        row.outside = IpPrefix::parse("203.0.113.64/27");
        row.link = IpPrefix::parse("203.0.113.0/30");
        row.peer = IpAddress::parse("203.0.113.1");
    });
    g.office.change(g.service, [&](Service& row) {
        row.ports = "tcp/443";
        row.address = IpAddress::parse("10.0.1.5");
        row.published = {out.line};
    });
    out.policy = g.policy(g.edge, g.servers);
    g.office.change(out.policy, [&](Policy& row) { row.services = {g.service}; });
    Nat row;
    row.kind = NatKind::service;
    row.equipment = g.firewall;
    row.handoff = out.line;
    row.service = g.service;
    row.protocol = "tcp";
    row.outside = IpAddress::parse("203.0.113.90");
    row.ports = "443";
    row.inside = IpAddress::parse("10.0.1.5");
    out.row = g.office.add(row);
    return out;
}

template<class... Rows> void put_rows(Office& o, const Design& from) {
    const auto add = [&](const auto& table, auto& to) {
        for (const auto& row : table)
            to.put(row);
    };
    (add(from.table<Rows>(), o.design.table<Rows>()), ...);
}

// The network whose mail is published, beside the office, after a change.
template<class Change> auto network(Change change) {
    return [change](Office& o) {
        PublishedMail mail;
        change(mail);
        put_rows<Plane, Zone, Vrf, Vlan, Prefix, Gateway, Route, Acl, Nat, Service, ProviderHandoff, EquipmentType,
                 Equipment, Port, Cable, Termination, Jack>(o, mail.design);
    };
}

} // namespace

RuleTables publishing_tables() {
    const auto with = [](auto change) {
        return [change](Office& o) {
            Guarded guarded(o);
            change(guarded);
        };
    };
    const auto as_it_is = [](Guarded&) {};
    const auto with_row = [=](auto change) {
        return with([change](Guarded& g) { g.office.change(published(g).row, change); });
    };
    const auto as_published = with([](Guarded& g) { published(g); });
    return {
        {
            {"INT-03", "no rule lets it in", network([](PublishedMail& m) {
                 m.change(m.rules[0], [](Acl& row) { row.rules.erase(row.rules.begin()); });
             }),
             1, "203.0.113.90 tcp/8443"},
            {"INT-03", "no way back", network([](PublishedMail& m) { m.design.routes.erase(m.exit); })},
            {"INT-04", "a zone let in", network([](PublishedMail& m) {
                 m.let_in_with({AclAction::permit, "udp", {}, TwoBodies::prefix(20), "53"});
             }),
             1, "udp/53"},
            {"INT-04", "more of the host than is published", network([](PublishedMail& m) {
                 m.let_in_with({AclAction::permit, "tcp", {}, IpPrefix{TwoBodies::address(30, 25), 32}, "22-443"});
             })},
            {"INT-04", "whoever says that he is of the party", network([](PublishedMail& m) {
                 m.let_in_with({AclAction::permit, "ip", TwoBodies::prefix(10), TwoBodies::prefix(20), ""});
             })},
            {"INT-04", "a translation that nobody asked for", network([](PublishedMail& m) {
                 Nat row = *m.design.find(m.row);
                 row.id = {m.next++};
                 row.service.reset();
                 row.outside = IpAddress::parse("203.0.113.91");
                 row.inside = TwoBodies::address(30, 26);
                 m.design.nats.put(row);
                 m.let_in_with({AclAction::permit, "tcp", {}, IpPrefix{TwoBodies::address(30, 26), 32}, "443"});
             })},
            {"Z-21", "no translation", with([](Guarded& g) { g.office.design.nats.erase(published(g).row); }), 1,
             "but nothing translates tcp/443 to it"},
            {"Z-21", "one port of two", with([](Guarded& g) {
                 published(g);
                 g.office.change(g.service, [](Service& row) { row.ports = "tcp/443 tcp/8000-8080"; });
             }),
             1, "nothing translates tcp/8000-8080"},
            {"Z-21", "no policy", with([](Guarded& g) { g.office.design.policies.erase(published(g).policy); }), 1,
             "but no policy lets it be asked"},
            {"Z-21", "no ports", with([](Guarded& g) {
                 published(g);
                 g.office.change(g.service, [](Service& row) { row.ports.clear(); });
             }),
             1, "its ports are not stated"},
            {"Z-22", "an address of somebody else",
             with_row([](Nat& row) { row.outside = IpAddress::parse("203.0.113.96"); }), 1,
             "203.0.113.96, outside the given 203.0.113.64/27"},
            {"Z-22", "an address to which sources are translated", with([](Guarded& g) {
                 Nat row = *g.office.design.find(published(g).row);
                 row.kind = NatKind::source;
                 row.translated = IpPrefix::parse("203.0.113.80/28");
                 g.office.add(row);
             }),
             1, "to which sources are translated"},
            {"Z-22", "no address", with_row([](Nat& row) { row.outside.reset(); }), 1, "has no outside address"},
            {"Z-22", "another device", with_row([](Nat& row) { row.equipment.reset(); }), 1, "another device"},
            {"Z-22", "the line's own address", with([](Guarded& g) {
                 const Publishing p = published(g);
                 g.office.change(p.line, [](ProviderHandoff& row) { row.outside = IpPrefix::parse("203.0.113.0/27"); });
                 g.office.change(p.row, [](Nat& row) { row.outside = IpAddress::parse("203.0.113.2"); });
             }),
             1, "an address of the line"},
            {"Z-23", "one port of one address twice", with([](Guarded& g) {
                 Nat row = *g.office.design.find(published(g).row);
                 row.ports = "400-500";
                 g.office.add(row);
             }),
             1, "the same port of 203.0.113.90"},
            {"Z-23", "every port beside one", with([](Guarded& g) {
                 Nat row = *g.office.design.find(published(g).row);
                 row.ports.clear();
                 row.protocol.clear();
                 g.office.add(row);
             })},
            {"Z-24", "an address that no host has",
             with_row([](Nat& row) { row.inside = IpAddress::parse("10.0.1.6"); }), 1,
             "an address that no host of the service has"},
            {"Z-24", "a port that it is not asked by", with_row([](Nat& row) { row.inside_port = 22; }), 1,
             "a port that the service is not asked by"},
            {"Z-24", "more ports than it is asked by", with_row([](Nat& row) { row.ports = "443-444"; })},
            {"Z-24", "a service that is not published", with([](Guarded& g) {
                 published(g);
                 g.office.change(g.service, [](Service& row) { row.published.clear(); });
             }),
             1, "not published there"},
            {"Z-24", "no service", with_row([](Nat& row) { row.service.reset(); }), 1, "names no service"},
            {"Z-25", "what administers", with([](Guarded& g) {
                 published(g);
                 g.office.change(g.service, [&](Service& row) { row.zone = g.management; });
             }),
             1, "it stands in a management zone"},
            {"Z-25", "desks", with([](Guarded& g) {
                 published(g);
                 g.office.change(g.service, [&](Service& row) { row.zone = g.desks; });
             }),
             1, "none of servers or things"},
            {"Z-25", "kept apart from the edge", with([](Guarded& g) {
                 published(g);
                 MustNotReach row;
                 row.a = g.servers;
                 row.b = g.edge;
                 g.office.add(row);
             }),
             1, "keeps its zone apart"},
            {"Z-25", "another network's handoff", with([](Guarded& g) {
                 const Publishing p = published(g);
                 const PlaneId other = g.office.add_plane("I", Disclosure::open);
                 g.office.change(p.line, [&](ProviderHandoff& row) { row.plane = other; });
             }),
             1, "another network's"},
            {"SEC-Z2", "a service of a secret plane", with([](Guarded& g) {
                 published(g);
                 const ZoneId x = g.zone("X", ZoneRole::servers, g.office.add_plane("S", Disclosure::secret));
                 g.office.change(g.service, [&](Service& row) { row.zone = x; });
             }),
             1, "it is classified"},
            {"SEC-Z2", "a zone graded as a secret", with([](Guarded& g) {
                 published(g);
                 g.office.change(g.servers, [](Zone& row) { row.grading = Grading::secret_mi; });
             })},
        },
        {
            {"INT-03", "asked and answered", network([](PublishedMail&) {})},
            {"INT-03", "nothing published", with(as_it_is), RuleOutcome::not_applicable},
            {"INT-04", "the published service alone", network([](PublishedMail&) {})},
            {"INT-04", "no provider", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-21", "published as it should be", as_published},
            {"Z-21", "asked at another port outside", with_row([](Nat& row) {
                 row.ports = "8443";
                 row.inside_port = 443;
             })},
            {"Z-21", "nothing published", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-22", "an address that the provider gave", as_published},
            {"Z-22", "nothing published", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-23", "two ports of one address", with([](Guarded& g) {
                 Nat row = *g.office.design.find(published(g).row);
                 row.ports = "80";
                 g.office.add(row);
             })},
            {"Z-23", "one port of two protocols", with([](Guarded& g) {
                 Nat row = *g.office.design.find(published(g).row);
                 row.protocol = "udp";
                 g.office.add(row);
             })},
            {"Z-23", "nothing published", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-24", "to its host, by its port", as_published},
            {"Z-24", "a part of its ports", with([](Guarded& g) {
                 published(g);
                 g.office.change(g.service, [](Service& row) { row.ports = "tcp/400-500"; });
             })},
            {"Z-24", "nothing published", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-25", "from a zone of servers", as_published},
            {"Z-25", "nothing published", with(as_it_is), RuleOutcome::not_applicable},
            {"SEC-Z2", "of no secret network", as_published},
            {"SEC-Z2", "nothing published", with(as_it_is), RuleOutcome::not_applicable},
        },
    };
}

} // namespace riser::test
