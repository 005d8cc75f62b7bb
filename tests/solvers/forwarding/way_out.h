// SPDX-License-Identifier: GPL-3.0-or-later
// The network of two bodies with an edge: a provider's device behind the first firewall, which translates; an access
// point of a wireless zone; and two services, the way out and the wireless one.
#pragma once

#include "tests/solvers/forwarding/two_bodies.h"

namespace riser::test {

struct WithWaysOut : TwoBodies {
    ZoneId edge = zone(plane_id, "edge"), air = zone(plane_id, "air");
    VlanId provider_vlan = vlan(edge, 200), air_vlan = vlan(air, 40);
    PortId provider_port = access_port(firewall[0], provider_vlan), air_port = access_port(access, air_vlan);
    JackId access_point = jack_on(air_port);
    ProviderHandoffId handoff{next++};
    RouteId exit;
    ServiceId internet{next++}, wireless{next++};

    WithWaysOut() {
        put_edge();
        for (const int n : {0, 1})
            change(rules[n], [](Acl& row) {
                for (const int inside : {10, 20, 30})
                    row.rules.push_back({AclAction::deny, "ip", {}, prefix(inside), ""});
                row.rules.push_back({AclAction::permit, "tcp", prefix(10), {}, "443"});
            });
        PointKind kind;
        kind.id = {next++};
        kind.wireless = true;
        design.point_kinds.put(kind);
        change(access_point, [&](Jack& row) { row.kind = kind.id; });
        Service row;
        row.id = internet;
        row.zone = edge;
        row.ports = "tcp/443";
        design.services.put(row);
        row.id = wireless;
        row.zone = air;
        row.medium = ServiceMedium::wireless;
        design.services.put(row);
    }
    template<class Row, class Change> void change(Id<Row> id, Change change) {
        Row row = *design.find(id);
        change(row);
        design.table<Row>().put(std::move(row));
    }
    MustReachId must_reach(ServiceId service, BodyId body) {
        MustReach row;
        row.id = {next++};
        row.service = service;
        row.body = body;
        design.must_reach.put(row);
        return row.id;
    }

  private:
    void put_edge() {
        change(edge, [](Zone& row) { row.role = ZoneRole::edge; });
        Prefix link;
        link.id = {next++};
        link.vlan = provider_vlan;
        link.prefix = IpPrefix::parse("203.0.113.0/30");
        design.prefixes.put(link);
        Gateway own;
        own.id = {next++};
        own.vlan = provider_vlan;
        own.equipment = firewall[0];
        own.address = IpAddress::parse("203.0.113.2");
        design.gateways.put(own);
        ProviderHandoff row;
        row.id = handoff;
        row.plane = plane_id;
        row.zone = edge;
        row.port = provider_port;
        row.peer = IpAddress::parse("203.0.113.1");
        design.provider_handoffs.put(row);
        Route out;
        out.id = exit = {next++};
        out.equipment = firewall[0];
        out.destination = IpPrefix::parse("0.0.0.0/0");
        out.next_hop = row.peer;
        design.routes.put(out);
        Nat nat;
        nat.id = {next++};
        nat.equipment = firewall[0];
        nat.handoff = handoff;
        nat.source = prefix(10);
        nat.translated = IpPrefix::parse("203.0.113.64/27");
        design.nats.put(nat);
    }
};

} // namespace riser::test
