// SPDX-License-Identifier: GPL-3.0-or-later
// Firewalls, policies, controls, ways out and wireless that are not as planned.
#include "tests/designer/faults/planned_example.h"

namespace riser::test {

namespace {

std::vector<AnyId> removed(Spoilt& s, const char* label, std::vector<AnyId> named) {
    s.change(s.device(label), [](Equipment& row) { row.status = Status::remove; });
    return named;
}
AclRule permit(std::optional<IpPrefix> source, std::optional<IpPrefix> destination) {
    return {.action = AclAction::permit,
            .protocol = "ip",
            .source = std::move(source),
            .destination = std::move(destination),
            .ports = {}};
}
std::optional<IpPrefix> prefix_of(const Spoilt& s, VlanId vlan) {
    for (const Prefix& row : s.design.prefixes)
        if (row.vlan == vlan)
            return row.prefix;
    return {};
}

} // namespace

std::vector<Fault> boundary_faults() {
    return {
        {"the only firewall of the facilities removed",
         [](Spoilt& s) { return removed(s, "B1-C1-SFW01", {s.service("surveillance")}); },
         "INT-01",
         {"Z-10", "Z-14", "AV-05", "DES-05", "GND-04"},
         "guards"},
        {"one of the two firewalls of the extranet removed",
         [](Spoilt& s) { return removed(s, "B1-C1-WFW01", {s.plane("W")}); },
         "AV-05",
         {"Z-10", "Z-14", "INT-01", "VL-11", "REQ-02", "REQ-03", "AV-01", "AV-08"},
         "gateways"},
        {"the admission control of level 3 removed",
         [](Spoilt& s) {
             return removed(s, "B1-C1-WNAC01", {s.zone("W-D"), s.zone("W-S")});
         },
         "Z-10",
         {},
         "guards"},
        {"a link past what stands in the line to the firewall",
         [](Spoilt& s) -> std::vector<AnyId> {
             s.cord(s.plane("W"), s.new_port(s.device("B1-C1-WCS01")), s.new_port(s.device("B1-C1-WFW01")));
             return {s.zone("W-D"), s.zone("W-S")};
         },
         "Z-10",
         {},
         "ways"},
        {"everything permitted before the denials",
         [](Spoilt& s) -> std::vector<AnyId> {
             s.change(s.rules_of("B1-C1-WFW01"), [](Acl& row) { row.rules.insert(row.rules.begin(), permit({}, {})); });
             return {s.zone("W-D"), s.zone("W-R")};
         },
         "INT-02",
         {"Z-13", "INT-01", "INT-04"},
         "what comes from"},
        {"a rule base removed",
         [](Spoilt& s) -> std::vector<AnyId> {
             s.design.acls.erase(s.rules_of("B1-C1-WFW01"));
             return {s.service("oa")};
         },
         "INT-01",
         {"INT-03"},
         ""},
        {"the management zone opened to users",
         [](Spoilt& s) -> std::vector<AnyId> {
             const AclId rules = s.rules_of("B1-C1-WFW01");
             s.change(rules, [&](Acl& row) {
                 row.rules.insert(row.rules.begin(), permit(prefix_of(s, s.vlan("W-D")), prefix_of(s, s.vlan("W-M"))));
             });
             return {rules, s.zone("W-M")};
         },
         "Z-13",
         {},
         "what comes from"},
        {"a policy between the desks of two bodies",
         [](Spoilt& s) -> std::vector<AnyId> {
             const PolicyId id = s.policy("W-D", "W-R");
             s.change(id, [](Policy& row) { row.action = AclAction::permit; });
             return {id, s.zone("W-D"), s.zone("W-R")};
         },
         "Z-16",
         {},
         "policies"},
        {"a service without its policy",
         [](Spoilt& s) -> std::vector<AnyId> {
             s.design.policies.erase(s.policy("W-D", "W-S"));
             return {s.service("oa"), s.zone("W-D"), s.zone("W-S")};
         },
         "Z-19",
         {},
         "policies"},
        {"a translation missing at the exit",
         [](Spoilt& s) -> std::vector<AnyId> {
             const Nat nat = *std::find_if(s.design.nats.begin(), s.design.nats.end(),
                                           [](const Nat& row) { return row.kind == NatKind::source; });
             s.design.nats.erase(nat.id);
             for (const Prefix& row : s.design.prefixes)
                 if (row.vlan && row.prefix && contains(*nat.source, row.prefix->address))
                     return {row.id, *nat.handoff};
             return {};
         },
         "Z-17",
         {"INT-01"},
         "exits"},
        {"an exit of its own past the approved one",
         [](Spoilt& s) -> std::vector<AnyId> {
             ProviderHandoff row;
             row.provider = same_text("ISP");
             row.plane = s.plane("W");
             row.zone = s.zone("W-E");
             const EquipmentId device = s.device("B1-C1-WDS01");
             row.port = s.new_port(device, PortMode::access, s.vlan("W-D"));
             row.link = IpPrefix::parse("198.51.100.8/30");
             row.peer = IpAddress::parse("198.51.100.9");
             return {s.add(row), device};
         },
         "Z-14",
         {"Z-10", "INT-04"},
         "exits"},
        {"a wireless network in a VLAN of desks",
         [](Spoilt& s) -> std::vector<AnyId> {
             Ssid row;
             row.name = "office";
             row.vlan = s.vlan("I-O-D");
             return {s.add(row), s.vlan("I-O-D")};
         },
         "Z-18",
         {},
         "wireless"},
        {"a system raised above its zone",
         [](Spoilt& s) -> std::vector<AnyId> {
             for (const Zone& zone : s.design.zones)
                 if (zone.code == "I-O") {
                     s.change(zone.systems.front(), [](GradedSystem& row) { row.level_s = 3; });
                     break;
                 }
             return {s.zone("I-O")};
         },
         "Z-11",
         {"Z-10", "Z-15", "Z-20", "AV-05", "AV-06", "VL-02"},
         "grades"},
    };
}

} // namespace riser::test
