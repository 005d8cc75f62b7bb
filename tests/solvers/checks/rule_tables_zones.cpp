// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/guarded.h"
#include "tests/solvers/checks/rule_tables.h"

namespace riser::test {

namespace {

// What may leave to a provider's outside addresses, with the translation of a source when there is one.
void way_out(Guarded& g, const char* translated_source) {
    const ProviderHandoffId line = g.handoff(g.edge, g.firewall);
    g.office.change(line, [](ProviderHandoff& row) { row.outside = IpPrefix::parse("203.0.113.64/27"); });
    g.policy(g.desks, g.edge);
    g.vlan(g.desks, "10.0.0.0/24");
    if (!translated_source)
        return;
    Nat row;
    row.equipment = g.firewall;
    row.handoff = line;
    row.source = IpPrefix::parse(translated_source);
    row.translated = IpPrefix::parse("203.0.113.64/27");
    g.office.add(row);
}
// The office's jack on a switch port in the VLAN, and a wireless network in one.
void wireless_network(Guarded& g, VlanId of_jack, VlanId of_network) {
    const PortId port = g.port(g.device("AS", EquipmentRole::access_switch));
    g.office.change(port, [&](Port& row) {
        row.mode = PortMode::access;
        row.access_vlan = of_jack;
    });
    g.office.terminate(g.office.add_cord(g.office.panel, 1, metres(2)), CableEnd::b, port);
    Ssid row;
    row.name = "guest";
    row.vlan = of_network;
    g.office.add(row);
}

// A server of the one zone on a port in a VLAN of the other.
void hosted(Guarded& g, ZoneId own, ZoneId of_port) {
    const EquipmentId server = g.device("SV", EquipmentRole::server);
    g.office.change(server, [&](Equipment& row) { row.zone = own; });
    g.join(server, g.core);
    const VlanId vlan = g.vlan(of_port, "10.0.0.0/24");
    for (const Port& port : Table<Port>(g.office.design.ports))
        if (port.equipment == g.core)
            g.office.change(port.id, [&](Port& row) {
                row.mode = PortMode::access;
                row.access_vlan = vlan;
            });
}

void access_points(Office& o) {
    o.change(o.kind, [](PointKind& row) { row.wireless = true; });
}

} // namespace

RuleTables zone_tables() {
    const auto with = [](auto change, Grading grading = Grading::mlps_2) {
        return [change, grading](Office& o) {
            Guarded guarded(o, grading);
            change(guarded);
        };
    };
    const auto as_it_is = [](Guarded&) {};
    return {
        {
            {"Z-10", "no IPS, in one of the ways", with([](Guarded& g) { g.join(g.core, g.av); }), 1,
             "Intrusion detection can be passed by at boundaries of level 2 of Plane W"},
            {"Z-10", "nothing in the line", with([](Guarded& g) { g.join(g.core, g.firewall); }), 2, "passed by"},
            {"Z-10", "no bastion",
             with([](Guarded& g) { g.office.change(g.bastion, [](Equipment& row) { row.status = Status::remove; }); }),
             1, "Bastion host is missing"},
            {"Z-10", "a log audit that is joined to nothing", with([](Guarded& g) {
                 g.office.change(g.log, [](Equipment& row) { row.status = Status::remove; });
                 g.device("LA2", EquipmentRole::log_audit);
             }),
             1, "Audit is missing"},
            {"Z-10", "an exit with one firewall and no behaviour audit",
             with([](Guarded& g) { g.handoff(g.edge, g.firewall); }), 2, ""},
            {"Z-10", "an exit beside the firewall", with([](Guarded& g) { g.handoff(g.edge, g.core); }), 7,
             "passed by"},
            {"Z-11", "a system of a higher level", with([](Guarded& g) {
                 GradedSystem system;
                 system.name = {"系统", "system"};
                 system.level_s = 1;
                 system.level_a = 3;
                 const GradedSystemId id = g.office.add(system);
                 g.office.change(g.servers, [&](Zone& row) { row.systems = {id}; });
             }),
             1, "is of level 2, its systems are of level 3"},
            {"Z-11", "MLPS on a secret plane",
             with([](Guarded& g) { g.zone("X", ZoneRole::desks, g.office.add_plane("S", Disclosure::secret)); }), 1,
             "is graded by MLPS"},
            {"Z-11", "a secret grade on an open plane",
             with([](Guarded& g) { g.office.change(g.desks, [](Zone& row) { row.grading = Grading::secret_mi; }); }), 1,
             "stands on a plane that is none"},
            {"SEC-Z1", "a policy", with([](Guarded& g) {
                 const ZoneId x = g.zone("X", ZoneRole::desks, g.office.add_plane("S", Disclosure::secret));
                 g.policy(g.desks, x);
             }),
             1, "by a policy, a service or a provider's handoff"},
            {"SEC-Z1", "a handoff in a secret zone", with([](Guarded& g) {
                 const ZoneId x = g.zone("X", ZoneRole::edge, g.office.add_plane("S", Disclosure::secret));
                 g.handoff(x);
             })},
            {"SEC-Z1", "a link, though an isolation gateway stands in it", with([](Guarded& g) {
                 const PlaneId s = g.office.add_plane("S", Disclosure::secret);
                 g.join(g.device("GAP", EquipmentRole::isolation_gateway, s), g.core);
             }),
             1, "by a link"},
            {"Z-12", "two zones in one VRF of a switch", with([](Guarded& g) {
                 const VrfId vrf = g.vrf();
                 g.gateway(g.vlan(g.desks, "10.0.0.0/24", vrf), g.core);
                 g.gateway(g.vlan(g.servers, "10.0.1.0/24", vrf), g.core);
             }),
             1, "Equipment CS routes between"},
            {"Z-12", "two zones without any VRF", with([](Guarded& g) {
                 g.gateway(g.vlan(g.desks, "10.0.0.0/24"), g.core);
                 g.gateway(g.vlan(g.servers, "10.0.1.0/24"), g.core);
             })},
            {"Z-13", "a policy without the bastion", with([](Guarded& g) { g.policy(g.desks, g.management); }), 1,
             "by a policy that no bastion enforces"},
            {"Z-13", "a bastion that is another device",
             with([](Guarded& g) { g.policy(g.desks, g.management, {Control::bastion}, {g.firewall}); })},
            {"Z-13", "a rule base that opens the whole zone", with([](Guarded& g) {
                 g.vlan(g.management, "10.0.9.0/24");
                 g.rules("10.0.9.0/24");
             }),
             1, "by a rule base"},
            {"Z-14", "a handoff among servers", with([](Guarded& g) { g.handoff(g.servers, g.firewall); }), 1,
             "enters the key zone Zone S"},
            {"Z-14", "a handoff on the core", with([](Guarded& g) { g.handoff(g.edge, g.core); }), 1,
             "no border: Equipment CS"},
            {"Z-15", "access points among desks, no controller",
             with([](Guarded& g) { access_points(g.office); }, Grading::mlps_3), 2, "have no zone of their own"},
            {"VL-13", "a server among the desks", with([](Guarded& g) { hosted(g, g.servers, g.desks); }), 1,
             "it belongs to Zone S"},
            {"VL-13", "a jack among the servers", with([](Guarded& g) {
                 const VlanId of = g.vlan(g.servers, "10.0.0.0/24");
                 wireless_network(g, of, g.vlan(g.desks, "10.0.1.0/24"));
             }),
             1, "it belongs to Zone D"},
            {"Z-16", "a policy between what the intent keeps apart", with([](Guarded& g) {
                 MustNotReach row;
                 row.a = g.servers;
                 row.b = g.desks;
                 g.office.add(row);
                 g.policy(g.desks, g.servers);
             }),
             1, "permits Zone D to Zone S"},
            {"Z-16", "a policy between desks of two bodies", with([](Guarded& g) {
                 Body other;
                 other.code = "congress";
                 const BodyId congress = g.office.add(other);
                 const BodyId party = g.office.design.find(g.service)->entitled.front();
                 const ZoneId theirs = g.zone("D2", ZoneRole::desks);
                 g.office.change(g.desks, [&](Zone& row) { row.bodies = {party}; });
                 g.office.change(theirs, [&](Zone& row) { row.bodies = {congress}; });
                 g.policy(g.desks, theirs);
             }),
             1, "permits Zone D to Zone D2"},
            {"Z-17", "no translation", with([](Guarded& g) { way_out(g, nullptr); }), 1, "10.0.0.0/24 leaves by"},
            {"Z-17", "a translation of half of it", with([](Guarded& g) { way_out(g, "10.0.0.0/25"); })},
            {"Z-18", "a wired jack in the VLAN of a wireless network", with([](Guarded& g) {
                 const VlanId of = g.vlan(g.desks, "10.0.0.0/24");
                 wireless_network(g, of, of);
             }),
             1, "where the wired"},
            {"Z-19", "another service's policy", with([](Guarded& g) {
                 Service other;
                 other.code = "mail";
                 other.zone = g.servers;
                 const ServiceId id = g.office.add(other);
                 g.office.change(g.policy(g.desks, g.servers), [&](Policy& row) { row.services = {id}; });
             }),
             1, "No policy permits Service"},
            {"Z-20", "graded zones", with(as_it_is), 1, "not assessed"},
            {"Z-20", "a secret zone beside them", with([](Guarded& g) {
                 g.office.change(g.zone("X", ZoneRole::desks, g.office.add_plane("S", Disclosure::secret)),
                                 [](Zone& row) { row.grading = Grading::secret_mi; });
             }),
             2},
            {"AV-05", "one core, one firewall", with(as_it_is, Grading::mlps_3), 2, "2 are needed"},
            {"AV-05", "one host",
             with(
                 [](Guarded& g) {
                     g.device("CS2", EquipmentRole::core_switch);
                     g.device("FW2", EquipmentRole::firewall);
                     const EquipmentId host = g.device("SV", EquipmentRole::server);
                     g.office.change(g.service, [&](Service& row) { row.hosts = {host}; });
                 },
                 Grading::mlps_3),
             1, "host"},
        },
        {
            {"Z-10", "all controls of level 2", with(as_it_is)},
            {"Z-10", "no zones", [](Office&) {}, RuleOutcome::not_applicable},
            {"Z-11", "a system of the zone's level", with([](Guarded& g) {
                 GradedSystem system;
                 system.level_s = 2;
                 const GradedSystemId id = g.office.add(system);
                 g.office.change(g.servers, [&](Zone& row) { row.systems = {id}; });
             })},
            {"Z-11", "no zones", [](Office&) {}, RuleOutcome::not_applicable},
            {"SEC-Z1", "a secret zone that nothing joins",
             with([](Guarded& g) { g.zone("X", ZoneRole::desks, g.office.add_plane("S", Disclosure::secret)); })},
            {"SEC-Z1", "no secrets", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-12", "a VRF for each zone", with([](Guarded& g) {
                 g.gateway(g.vlan(g.desks, "10.0.0.0/24", g.vrf()), g.core);
                 g.gateway(g.vlan(g.servers, "10.0.1.0/24", g.vrf()), g.core);
             })},
            {"Z-12", "a firewall that routes", with([](Guarded& g) {
                 g.gateway(g.vlan(g.desks, "10.0.0.0/24"), g.firewall);
                 g.gateway(g.vlan(g.servers, "10.0.1.0/24"), g.firewall);
                 g.gateway(g.vlan(g.edge, "10.0.2.0/24"), g.core);
             })},
            {"Z-12", "a filter", with([](Guarded& g) {
                 const VlanId desks = g.vlan(g.desks, "10.0.0.0/24");
                 g.gateway(desks, g.core);
                 g.gateway(g.vlan(g.servers, "10.0.1.0/24"), g.core);
                 Acl filter;
                 filter.equipment = g.core;
                 filter.vlan = desks;
                 g.office.add(filter);
             })},
            {"Z-12", "no gateways", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-13", "by the bastion", with([](Guarded& g) {
                 g.policy(g.desks, g.management, {Control::bastion}, {g.bastion});
                 g.vlan(g.management, "10.0.9.0/24");
                 g.rules("10.0.9.5/32");
             })},
            {"Z-13", "nothing leads there", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-14", "a handoff on the firewall of an edge", with([](Guarded& g) { g.handoff(g.edge, g.firewall); })},
            {"Z-14", "no handoff", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-15", "a zone and a controller",
             with(
                 [](Guarded& g) {
                     access_points(g.office);
                     g.device("WC", EquipmentRole::wireless_controller);
                     g.office.change(g.zone("W", ZoneRole::desks), [&](Zone& row) { row.kinds = {g.office.kind}; });
                 },
                 Grading::mlps_3)},
            {"Z-15", "below the level", with([](Guarded& g) { access_points(g.office); }), RuleOutcome::not_applicable},
            {"VL-13", "each in its zone", with([](Guarded& g) { hosted(g, g.servers, g.servers); })},
            {"VL-13", "no VLAN", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-16", "a policy to servers", with([](Guarded& g) { g.policy(g.desks, g.servers); })},
            {"Z-16", "no policy", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-17", "translated", with([](Guarded& g) { way_out(g, "10.0.0.0/23"); })},
            {"Z-17", "no provider", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-18", "a VLAN of its own", with([](Guarded& g) {
                 const VlanId of = g.vlan(g.desks, "10.0.0.0/24");
                 wireless_network(g, of, g.vlan(g.desks, "10.0.1.0/24"));
             })},
            {"Z-18", "no wireless network", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-19", "its policy", with([](Guarded& g) {
                 g.office.change(g.policy(g.desks, g.servers), [&](Policy& row) { row.services = {g.service}; });
             })},
            {"Z-19", "no policy yet", with(as_it_is), RuleOutcome::not_applicable},
            {"Z-20", "ungraded zones", with(as_it_is, Grading::none)},
            {"AV-05", "two of each",
             with(
                 [](Guarded& g) {
                     g.device("CS2", EquipmentRole::core_switch);
                     g.device("FW2", EquipmentRole::firewall);
                 },
                 Grading::mlps_3)},
            {"AV-05", "below the level", with(as_it_is), RuleOutcome::not_applicable},
        },
    };
}

} // namespace riser::test
