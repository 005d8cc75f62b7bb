// SPDX-License-Identifier: GPL-3.0-or-later
// A small network written by hand for the planner of zones, and what a rule base lets pass.
#pragma once

#include "solvers/base/port_words.h"
#include "tests/solvers/planning/planned.h"

#include <algorithm>

namespace riser::test {

inline IpPrefix prefix(const std::string& text) { return *IpPrefix::parse(text); }
inline IpAddress address(const std::string& text) { return *IpAddress::parse(text); }

// Two bodies' desks, shared desks, servers, management and an edge; a core switch and a firewall, a bastion.
struct WrittenNetwork {
    BuildingBuilder builder;
    Design& design = builder.design;
    PlaneId plane = builder.with_plane("W");
    std::array<BodyId, 3> bodies{body("party"), body("congress"), body("shared")};
    std::array<ZoneId, 3> desks{zone("D1", ZoneRole::desks, {bodies[0]}), zone("D2", ZoneRole::desks, {bodies[1]}),
                                zone("D3", ZoneRole::desks, {bodies[2]})};
    ZoneId servers = zone("S", ZoneRole::servers);
    ZoneId management = zone("M", ZoneRole::servers);
    ZoneId edge = zone("E", ZoneRole::edge);
    EquipmentId core = device("CS", EquipmentRole::core_switch);
    EquipmentId firewall = device("FW", EquipmentRole::firewall);
    EquipmentId bastion = device("BH", EquipmentRole::bastion);
    ServiceId mail = service("mail", servers, "tcp/25 tcp/993", {bodies[0], bodies[1]});
    ServiceId proposals = service("proposals", servers, "tcp/443", {bodies[1]});
    ServiceId outside = service("outside", edge, "tcp/80 tcp/443 udp/443", {bodies[0]});
    ProviderHandoffId handoff;

    WrittenNetwork() {
        change(management, [](Zone& row) { row.management = true; });
        ProviderHandoff row;
        row.plane = plane;
        row.zone = edge;
        row.outside = prefix("203.0.113.64/27");
        row.port = port(firewall, 9);
        handoff = add(row);
        join(port(core, 1), port(firewall, 1));
        join(port(core, 2), port(bastion, 1));
    }
    template<class Row> Id<Row> add(Row row) {
        row.id = builder.ids.next<Row>();
        const Id<Row> id = row.id;
        design.table<Row>().put(std::move(row));
        return id;
    }
    template<class Row, class Change> void change(Id<Row> id, Change change) {
        Row row = *design.find(id);
        change(row);
        design.table<Row>().put(std::move(row));
    }
    BodyId body(const char* code) {
        Body row;
        row.code = code;
        return add(row);
    }
    ZoneId zone(const char* code, ZoneRole role, std::vector<BodyId> of = {}) {
        Zone row;
        row.code = code;
        row.plane = plane;
        row.role = role;
        row.bodies = std::move(of);
        row.grading = Grading::mlps_3;
        return add(row);
    }
    EquipmentId device(const char* label, EquipmentRole role) {
        EquipmentType type;
        type.role = role;
        Equipment row;
        row.type = add(type);
        row.label = label;
        row.plane = plane;
        return add(row);
    }
    PortId port(EquipmentId device, std::int32_t position) {
        Port row;
        row.equipment = device;
        row.position = position;
        return add(row);
    }
    void join(PortId a, PortId b) {
        Cable cable;
        cable.role = CableRole::cord;
        cable.plane = plane;
        const CableId id = add(cable);
        for (const auto& [end, on] : {std::pair(CableEnd::a, a), std::pair(CableEnd::b, b)}) {
            Termination row;
            row.cable = id;
            row.end = end;
            row.on = on;
            row.last = 4;
            add(row);
        }
    }
    ServiceId service(const char* code, ZoneId at, const char* ports, std::vector<BodyId> entitled) {
        Service row;
        row.code = code;
        row.zone = at;
        row.ports = ports;
        row.entitled = std::move(entitled);
        return add(row);
    }
    VlanId vlan(ZoneId of, const char* text, std::optional<BodyId> body = {}, std::optional<VrfId> vrf = {}) {
        Vlan row;
        row.plane = plane;
        row.zone = of;
        row.body = body;
        row.vrf = vrf;
        const VlanId id = add(row);
        Prefix range;
        range.prefix = prefix(text);
        range.vlan = id;
        add(range);
        return id;
    }
    void with_addresses() {
        vlan(desks[0], "10.0.0.0/24");
        vlan(desks[0], "10.0.1.0/24"); // the two are one of /23
        vlan(desks[1], "10.0.4.0/24");
        vlan(desks[2], "10.0.6.0/24");
        vlan(servers, "10.0.8.0/24");
        vlan(management, "10.0.9.0/24");
        vlan(edge, "10.0.10.0/29");
        change(mail, [](Service& row) { row.address = address("10.0.8.10"); });
        change(proposals, [](Service& row) { row.address = address("10.0.8.11"); });
        change(bastion, [](Equipment& row) { row.address = address("10.0.9.5"); });
    }
    ZonePlan plan() const {
        Result<ZonePlan> out = plan_zones(design, by_deck().zones);
        EXPECT_TRUE(out);
        return std::move(*out);
    }
    const Policy* policy(const Design& of, ZoneId from, ZoneId to) const {
        for (const Policy& row : of.policies)
            if (row.from == from && row.to == to)
                return &row;
        return nullptr;
    }
};

inline bool matches(const AclRule& rule, const IpAddress& from, const IpAddress& to, const std::string& protocol,
                    int port) {
    if (rule.protocol != "ip" && rule.protocol != protocol)
        return false;
    if ((rule.source && !contains(*rule.source, from)) || (rule.destination && !contains(*rule.destination, to)))
        return false;
    const std::optional<std::vector<PortRange>> ranges = parse_ports(rule.ports);
    return rule.ports.empty() || (ranges && !ranges->empty() && ranges->front().holds(port));
}
inline bool passes(const Acl& acl, const std::string& from, const std::string& to, const std::string& protocol,
                   int port) {
    for (const AclRule& rule : acl.rules)
        if (matches(rule, address(from), address(to), protocol, port))
            return rule.action == AclAction::permit;
    return false;
}
inline const Acl& rule_base(const Design& design) {
    for (const Acl& row : design.acls)
        if (!row.vlan)
            return row;
    ADD_FAILURE() << "no rule base";
    static const Acl none;
    return none;
}

} // namespace riser::test
