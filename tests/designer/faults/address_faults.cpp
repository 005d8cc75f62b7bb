// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, addresses, gateways and ports that are not as planned.
#include "solvers/analysis/device_links.h"
#include "tests/designer/faults/planned_example.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace riser::test {

namespace {

PrefixId prefix_of(const Spoilt& s, VlanId vlan) {
    for (const Prefix& row : s.design.prefixes)
        if (row.vlan == vlan)
            return row.id;
    return {};
}
DhcpScopeId scope_of(const Spoilt& s, VlanId vlan) {
    for (const DhcpScope& row : s.design.dhcp_scopes)
        if (const Prefix* prefix = s.design.find(row.prefix); prefix && prefix->vlan == vlan)
            return row.id;
    ADD_FAILURE() << "the VLAN has no scope";
    return {};
}
std::vector<GatewayId> gateways_of(const Spoilt& s, VlanId vlan) {
    std::vector<GatewayId> out;
    for (const Gateway& row : s.design.gateways)
        if (row.vlan == vlan)
            out.push_back(row.id);
    return out;
}
// A cord between two ports in use, past what is planned: frames of both meet.
void join(Spoilt& s, const char* one, const char* other) {
    s.cord(s.plane("W"), s.access_port(s.vlan(one)), s.access_port(s.vlan(other)));
}

bool must_be_apart(const Design& design, ZoneId one, ZoneId other) {
    return std::any_of(design.must_not_reach.begin(), design.must_not_reach.end(),
                       [&](const MustNotReach& row) { return row.a == AnyId(one) && row.b == AnyId(other); });
}

} // namespace

std::vector<Fault> address_faults() {
    return {
        {"overlapping prefixes",
         [](Spoilt& s) -> std::vector<AnyId> {
             const PrefixId one = prefix_of(s, s.vlan("W-R-2")), other = prefix_of(s, s.vlan("W-R"));
             s.change(one, [&](Prefix& row) { row.prefix = s.design.find(other)->prefix; });
             return {one, other};
         },
         "VL-10",
         {"VL-05", "VL-11", "INT-01", "VL-04", "VL-09", "VL-12", "VL-14"},
         "addresses"},
        {"a prefix outside its owners pool",
         [](Spoilt& s) -> std::vector<AnyId> {
             const PrefixId one = prefix_of(s, s.vlan("W-D"));
             s.change(one, [](Prefix& row) { row.prefix = IpPrefix::parse("10.90.0.0/24"); });
             return {one, s.design.find(one)->pool};
         },
         "VL-07",
         {"VL-05", "VL-11", "INT-01", "VL-09", "VL-14"},
         "addresses"},
        {"a prefix of another bodys pool",
         [](Spoilt& s) -> std::vector<AnyId> {
             const PrefixId one = prefix_of(s, s.vlan("W-D-2")), other = prefix_of(s, s.vlan("W-R"));
             s.change(one, [&](Prefix& row) { row.pool = s.design.find(other)->pool; });
             return {one, s.design.find(one)->pool};
         },
         "VL-07",
         {"VL-09"},
         "addresses"},
        {"a gateway address given twice",
         [](Spoilt& s) -> std::vector<AnyId> {
             const std::vector<GatewayId> two = gateways_of(s, s.vlan("W-D"));
             s.change(two.at(1), [&](Gateway& row) { row.address = s.design.find(two.at(0))->address; });
             return {two.at(1), s.vlan("W-D")};
         },
         "VL-11",
         {"INT-01"},
         "gateways"},
        {"a redundant gateway that stands alone",
         [](Spoilt& s) -> std::vector<AnyId> {
             const std::vector<GatewayId> two = gateways_of(s, s.vlan("W-D"));
             s.design.gateways.erase(two.at(1));
             return {two.at(0), s.vlan("W-D")};
         },
         "VL-11",
         {"INT-01", "REQ-03", "AV-01"},
         "gateways"},
        {"a VLAN of desks that lost its DHCP scope",
         [](Spoilt& s) -> std::vector<AnyId> {
             s.design.dhcp_scopes.erase(scope_of(s, s.vlan("W-D")));
             return {s.vlan("W-D")};
         },
         "VL-14",
         {},
         "scopes"},
        {"a rogue DHCP server",
         [](Spoilt& s) -> std::vector<AnyId> {
             const DhcpScopeId scope = scope_of(s, s.vlan("W-D"));
             s.change(scope, [](DhcpScope& row) { row.server = IpAddress::parse("198.51.100.66"); });
             return {scope, s.vlan("W-D")};
         },
         "VL-14",
         {},
         "scopes"},
        {"a DHCP scope that gives out the gateways address",
         [](Spoilt& s) -> std::vector<AnyId> {
             const DhcpScopeId scope = scope_of(s, s.vlan("W-D"));
             const Gateway gateway = *s.design.find(gateways_of(s, s.vlan("W-D")).at(0));
             s.change(scope, [&](DhcpScope& row) { row.first = gateway.shared ? gateway.shared : gateway.address; });
             return {scope, s.vlan("W-D")};
         },
         "VL-14",
         {},
         "scopes"},
        {"a number given twice",
         [](Spoilt& s) -> std::vector<AnyId> {
             s.change(s.vlan("W-R-2"), [&](Vlan& row) { row.number = s.design.find(s.vlan("W-R"))->number; });
             return {s.vlan("W-R"), s.vlan("W-R-2")};
         },
         "VL-01",
         {"INT-01", "INT-02", "VL-03", "VL-11"},
         "numbers"},
        {"a number of another bodys range",
         [](Spoilt& s) -> std::vector<AnyId> {
             s.change(s.vlan("W-R-2"), [](Vlan& row) { row.number = VlanNumber::from(2'300); });
             return {s.vlan("W-R-2")};
         },
         "VL-08",
         {},
         "numbers"},
        {"a port moved to another bodys VLAN",
         [](Spoilt& s) -> std::vector<AnyId> {
             const PortId port = s.access_port(s.vlan("W-R"));
             s.change(port, [&](Port& row) { row.access_vlan = s.vlan("W-D"); });
             return {port, s.vlan("W-D")};
         },
         "VL-13",
         {"VL-03", "VL-04", "VL-05"},
         "jacks"},
        {"a desk on a trunk of all VLANs",
         [](Spoilt& s) -> std::vector<AnyId> {
             const PortId port = s.access_port(s.vlan("W-D"));
             s.change(port, [&](Port& row) {
                 row.mode = PortMode::trunk;
                 for (const Vlan& vlan : s.design.vlans)
                     if (vlan.plane == s.plane("W"))
                         row.trunk_vlans.push_back(vlan.id);
             });
             return {port};
         },
         "VL-13",
         {"VL-03", "INT-01", "INT-02"},
         "jacks"},
        {"a server among the desks",
         [](Spoilt& s) -> std::vector<AnyId> {
             const EquipmentId server = s.device("B1-C1-WSV01");
             const std::vector<VlanId> of{s.vlan("W-S")};
             const Facts facts(s.design);
             for (const DeviceLink& link : facts.get<DeviceLinks>().links)
                 for (const auto& [own, far] : {std::pair(link.a, link.b), std::pair(link.b, link.a)})
                     if (s.design.find(own)->equipment == server && s.design.find(far)->access_vlan == of.front()) {
                         s.change(far, [&](Port& row) { row.access_vlan = s.vlan("W-D"); });
                         return {server, far, s.vlan("W-D")};
                     }
             return {};
         },
         "VL-13",
         {"INT-01", "VL-03"},
         ""},
        {"two bodies joined by a cord between their ports",
         [](Spoilt& s) -> std::vector<AnyId> {
             join(s, "W-D", "W-R");
             return {s.zone("W-D"), s.zone("W-R")};
         },
         "INT-02",
         {"INT-01", "AV-04"},
         "what comes from"},
        {"a native VLAN that differs at the two ends of an uplink",
         [](Spoilt& s) -> std::vector<AnyId> {
             const Facts facts(s.design);
             for (const DeviceLink& link : facts.get<DeviceLinks>().links) {
                 const Port& a = *s.design.find(link.a);
                 const Port& b = *s.design.find(link.b);
                 if (a.mode != PortMode::trunk || b.mode != PortMode::trunk)
                     continue;
                 for (const VlanId x : a.trunk_vlans)
                     for (const VlanId y : b.trunk_vlans) {
                         const ZoneId one = *s.design.find(x)->zone;
                         const ZoneId other = *s.design.find(y)->zone;
                         if (!must_be_apart(s.design, one, other))
                             continue;
                         s.change(link.a, [&](Port& row) { row.access_vlan = x; });
                         s.change(link.b, [&](Port& row) { row.access_vlan = y; });
                         return {one, other};
                     }
             }
             return {};
         },
         "INT-02",
         {"INT-01"},
         "what comes from"},
        {"a VLAN of a body in another bodys VRF",
         [](Spoilt& s) -> std::vector<AnyId> {
             s.change(s.vlan("W-R"), [&](Vlan& row) { row.vrf = s.design.find(s.vlan("W-D"))->vrf; });
             return {s.zone("W-D"), s.zone("W-R")};
         },
         "INT-02",
         {"INT-01", "Z-12"},
         "what comes from"},
    };
}

} // namespace riser::test
