// SPDX-License-Identifier: GPL-3.0-or-later
// An office with zones, for rules of boundaries.
#pragma once

#include "tests/solvers/checks/office.h"

namespace riser::test {

// Desks, servers, management and an edge of one level on the office's plane, a core switch and a firewall behind an IPS
// and a malware gateway, joined by cords; beside them a log audit and a bastion.
struct Guarded {
    Office& office;
    Grading grading;
    ZoneId desks = zone("D", ZoneRole::desks);
    ZoneId servers = zone("S", ZoneRole::servers);
    ZoneId edge = zone("E", ZoneRole::edge);
    ZoneId management = zone("M", ZoneRole::servers);
    EquipmentId core = device("CS", EquipmentRole::core_switch);
    EquipmentId ips = device("IPS", EquipmentRole::ips);
    EquipmentId av = device("AV", EquipmentRole::av_gateway);
    EquipmentId firewall = device("FW", EquipmentRole::firewall);
    EquipmentId log = device("LA", EquipmentRole::log_audit);
    EquipmentId bastion = device("BH", EquipmentRole::bastion);
    ServiceId service;

    explicit Guarded(Office& o, Grading of = Grading::mlps_2) : office(o), grading(of) {
        o.change(management, [](Zone& row) { row.management = true; });
        o.change(bastion, [](Equipment& row) { row.address = IpAddress::parse("10.0.9.5"); });
        Body body;
        body.code = "party";
        Service row;
        row.code = "oa";
        row.zone = servers;
        row.entitled = {o.add(body)};
        service = o.add(row);
        join(core, ips);
        join(ips, av);
        join(av, firewall);
        join(core, log);
        join(core, bastion);
    }

    ZoneId zone(std::string code, ZoneRole role, std::optional<PlaneId> plane = {}) {
        Zone row;
        row.code = std::move(code);
        row.name = {row.code, row.code};
        row.plane = plane.value_or(office.plane);
        row.role = role;
        row.grading = grading;
        return office.add(row);
    }
    EquipmentId device(std::string label, EquipmentRole role, std::optional<PlaneId> plane = {}) {
        EquipmentType type;
        type.role = role;
        Equipment row;
        row.type = office.add(type);
        row.label = std::move(label);
        row.plane = plane.value_or(office.plane);
        return office.add(row);
    }
    PortId port(EquipmentId device) {
        Port row;
        row.equipment = device;
        row.name = "P";
        return office.add(row);
    }
    void join(EquipmentId a, EquipmentId b) {
        Cable cable;
        cable.role = CableRole::cord;
        cable.type = office.cable_type;
        cable.label = "K-" + std::to_string(office.design.cables.size());
        cable.plane = office.design.find(a)->plane;
        const CableId id = office.add(cable);
        office.terminate(id, CableEnd::a, port(a));
        office.terminate(id, CableEnd::b, port(b));
    }
    VlanId vlan(ZoneId of, const char* prefix, std::optional<VrfId> vrf = {}) {
        Vlan row;
        row.plane = office.plane;
        row.zone = of;
        row.vrf = vrf;
        const VlanId id = office.add(row);
        Prefix range;
        range.vlan = id;
        range.prefix = IpPrefix::parse(prefix);
        office.add(range);
        return id;
    }
    void gateway(VlanId vlan, EquipmentId device) {
        Gateway row;
        row.vlan = vlan;
        row.equipment = device;
        office.add(row);
    }
    VrfId vrf() {
        Vrf row;
        row.plane = office.plane;
        return office.add(row);
    }
    ProviderHandoffId handoff(std::optional<ZoneId> zone, std::optional<EquipmentId> on = {}) {
        ProviderHandoff row;
        row.provider = {"运营商", "carrier"};
        row.plane = office.plane;
        row.zone = zone;
        if (on)
            row.port = port(*on);
        return office.add(row);
    }
    PolicyId policy(ZoneId from, ZoneId to, std::vector<Control> controls = {}, std::vector<EquipmentId> by = {}) {
        Policy row;
        row.from = from;
        row.to = to;
        row.action = AclAction::permit;
        row.controls = std::move(controls);
        row.enforced_by = std::move(by);
        return office.add(row);
    }
    void rules(const char* destination) {
        Acl row;
        row.name = "RULES";
        row.equipment = firewall;
        AclRule rule;
        rule.action = AclAction::permit;
        rule.protocol = "tcp";
        rule.destination = IpPrefix::parse(destination);
        row.rules = {rule};
        office.add(row);
    }
};

} // namespace riser::test
