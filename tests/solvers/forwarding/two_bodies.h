// SPDX-License-Identifier: GPL-3.0-or-later
// The network of two bodies as it is meant to be: a pair of core switches, an access switch with a jack of each, a
// server zone; every zone a VRF whose transit leads to a pair of firewalls with one rule base.
#pragma once

#include "tests/support/networks.h"

namespace riser::test {

struct TwoBodies : NetworkCase {
    struct Side { // a zone with its VLAN and transit
        ZoneId zone;
        VrfId vrf;
        VlanId vlan, transit;
        int number = 0;
    };

    PlaneId plane_id = plane("E");
    EquipmentId core[2] = {device(EquipmentRole::core_switch, "CS1", plane_id, {}),
                           device(EquipmentRole::core_switch, "CS2", plane_id, {})};
    EquipmentId firewall[2] = {device(EquipmentRole::firewall, "FW1", plane_id, {}),
                               device(EquipmentRole::firewall, "FW2", plane_id, {})};
    EquipmentId access = device(EquipmentRole::access_switch, "AS1", plane_id, {});
    EquipmentId server = device(EquipmentRole::server, "SRV1", plane_id, {});
    Side party = side("party", 10), congress = side("congress", 20), servers = side("servers", 30);
    JackId party_jack, congress_jack;
    PortId party_port, congress_port, server_port;
    CableId uplink[2];
    AclId rules[2];
    ServiceId mail;

    static IpAddress address(int third, int last) {
        return *IpAddress::parse("10.0." + std::to_string(third) + '.' + std::to_string(last));
    }
    static IpPrefix prefix(int third, const char* length = "/24") {
        return *IpPrefix::parse("10.0." + std::to_string(third) + ".0" + length);
    }

    TwoBodies() {
        for (const Side* one : {&party, &congress, &servers})
            route(*one);
        trunk(core[0], core[1]);
        for (const int n : {0, 1}) {
            trunk(firewall[n], core[0]);
            trunk(firewall[n], core[1]);
            uplink[n] = trunk(access, core[n]);
        }
        party_port = access_port(access, party.vlan);
        congress_port = access_port(access, congress.vlan);
        party_jack = jack_on(party_port);
        congress_jack = jack_on(congress_port);
        server_port = port(server);
        join(access_port(core[0], servers.vlan), server_port);
        Service row;
        row.id = mail = {next++};
        row.zone = servers.zone;
        row.hosts = {server};
        row.address = address(30, 25);
        row.ports = "tcp/443";
        design.services.put(row);
        for (const int n : {0, 1}) {
            Acl acl;
            acl.id = rules[n] = {next++};
            acl.equipment = firewall[n];
            acl.rules = {{AclAction::deny, "tcp", prefix(20), prefix(30), "25"},
                         {AclAction::permit, "tcp", prefix(10), IpPrefix{address(30, 25), 32}, "443"},
                         {AclAction::permit, "tcp", prefix(20), IpPrefix{address(30, 25), 32}, "443"}};
            design.acls.put(acl);
        }
    }

    Side side(const std::string& code, int number) {
        Side out;
        out.number = number;
        out.zone = zone(plane_id, code);
        Vrf vrf;
        vrf.id = out.vrf = {next++};
        vrf.plane = plane_id;
        design.vrfs.put(vrf);
        out.vlan = vlan(out.zone, number);
        out.transit = vlan(out.zone, 100 + number);
        for (const VlanId id : {out.vlan, out.transit}) {
            Vlan row = *design.find(id);
            row.vrf = out.vrf;
            if (id == out.transit)
                row.zone.reset();
            design.vlans.put(row);
            Prefix given;
            given.id = {next++};
            given.vlan = id;
            given.prefix = id == out.vlan ? prefix(number) : prefix(100 + number, "/29");
            design.prefixes.put(given);
        }
        return out;
    }
    void gateway(VlanId vlan, EquipmentId on, IpAddress own, IpAddress shared, int priority) {
        Gateway row;
        row.id = {next++};
        row.vlan = vlan;
        row.equipment = on;
        row.address = own;
        row.redundant = true;
        row.shared = shared;
        row.priority = priority;
        design.gateways.put(row);
    }
    void add_route(EquipmentId on, std::optional<VrfId> vrf, IpPrefix to, IpAddress by) {
        Route row;
        row.id = {next++};
        row.equipment = on;
        row.vrf = vrf;
        row.destination = to;
        row.next_hop = by;
        design.routes.put(row);
    }
    void route(const Side& one) {
        for (const int n : {0, 1}) {
            gateway(one.vlan, core[n], address(one.number, 2 + n), address(one.number, 1), 120 - 20 * n);
            gateway(one.transit, core[n], address(100 + one.number, 2 + n), address(100 + one.number, 1), 120 - 20 * n);
            gateway(one.transit, firewall[n], address(100 + one.number, 5 + n), address(100 + one.number, 4),
                    120 - 20 * n);
            add_route(core[n], one.vrf, *IpPrefix::parse("0.0.0.0/0"), address(100 + one.number, 4));
            add_route(firewall[n], {}, prefix(one.number), address(100 + one.number, 1));
        }
    }
    CableId trunk(EquipmentId a, EquipmentId b) {
        PortId ends[2] = {port(a), port(b)};
        for (const PortId end : ends) {
            Port row = *design.find(end);
            row.mode = PortMode::trunk;
            for (const Side* one : {&party, &congress, &servers})
                for (const VlanId id : {one->vlan, one->transit})
                    row.trunk_vlans.push_back(id);
            design.ports.put(row);
        }
        return join(ends[0], ends[1]);
    }
    PortId access_port(EquipmentId on, VlanId vlan) {
        Port row = *design.find(port(on));
        row.mode = PortMode::access;
        row.access_vlan = vlan;
        design.ports.put(row);
        return row.id;
    }
    JackId jack_on(PortId port) {
        Jack row;
        row.id = {next++};
        row.plane = plane_id;
        design.jacks.put(row);
        join(port, row.id);
        return row.id;
    }
};

} // namespace riser::test
