// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/rule_tables.h"

namespace riser::test {

namespace {

VlanId vlan(Office& o, int number, std::string block = "B1", std::optional<ZoneId> zone = {}) {
    Vlan row;
    row.name = "V" + std::to_string(number);
    row.number = VlanNumber::from(number);
    row.plane = o.plane;
    row.zone = zone;
    row.block = std::move(block);
    return o.add(std::move(row));
}
ZoneId zone(Office& o, std::string code, ZoneRole role = ZoneRole::desks) {
    Zone row;
    row.code = std::move(code);
    row.plane = o.plane;
    row.role = role;
    return o.add(std::move(row));
}
void of_body(Office& o, VlanId id, std::int32_t first, std::int32_t last) {
    Body body;
    body.code = "B" + std::to_string(first);
    body.vlan_first = first;
    body.vlan_last = last;
    Vlan row = *o.design.find(id);
    row.body = o.add(std::move(body));
    o.design.vlans.put(std::move(row));
}
AddressPoolId pool(Office& o, const char* prefix, std::optional<PlaneId> plane = {}) {
    AddressPool row;
    row.name = "pool";
    row.plane = plane.value_or(o.plane);
    row.prefix = IpPrefix::parse(prefix);
    return o.add(std::move(row));
}
PrefixId prefix(Office& o, std::optional<VlanId> of, const char* text, std::optional<AddressPoolId> from = {}) {
    Prefix row;
    row.pool = from ? *from : pool(o, text);
    row.prefix = IpPrefix::parse(text);
    row.vlan = of;
    return o.add(std::move(row));
}
void gateway(Office& o, VlanId of, const char* address, const char* shared = "") {
    Gateway row;
    row.vlan = of;
    row.address = IpAddress::parse(address);
    row.shared = IpAddress::parse(shared);
    o.add(std::move(row));
}
DhcpScopeId scope(Office& o, PrefixId of, const char* first, const char* last, const char* server = "") {
    DhcpScope row;
    row.prefix = of;
    row.first = IpAddress::parse(first);
    row.last = IpAddress::parse(last);
    row.server = IpAddress::parse(server);
    return o.add(std::move(row));
}
EquipmentId access_switch(Office& o) {
    EquipmentType type;
    type.code = "A";
    type.role = EquipmentRole::access_switch;
    Equipment row;
    row.type = o.add(std::move(type));
    row.label = "SW1";
    row.plane = o.plane;
    return o.add(std::move(row));
}
void access_port(Office& o, EquipmentId device, VlanId in) {
    Port row;
    row.equipment = device;
    row.mode = PortMode::access;
    row.access_vlan = in;
    o.add(std::move(row));
}
// So many devices of the network with addresses of a prefix in 10.0.0.0.
void devices(Office& o, int count) {
    for (int n = 0; n < count; ++n) {
        Equipment row;
        row.plane = o.plane;
        row.label = "H" + std::to_string(n);
        row.address = IpAddress::parse("10.0." + std::to_string(n / 250) + "." + std::to_string(1 + n % 250));
        o.add(std::move(row));
    }
}

RuleTables scope_tables() {
    return {
        {
            {"VL-14", "beyond the prefix",
             [](Office& o) { scope(o, prefix(o, vlan(o, 10), "10.0.0.0/24"), "10.0.0.9", "10.0.1.9"); }, 1,
             "outside its prefix"},
            {"VL-14", "the gateway's address given out",
             [](Office& o) {
                 const VlanId of = vlan(o, 10);
                 gateway(o, of, "10.0.0.1");
                 scope(o, prefix(o, of, "10.0.0.0/24"), "10.0.0.1", "10.0.0.99");
             },
             1, "gives out the gateway's address 10.0.0.1"},
            {"VL-14", "two scopes that overlap",
             [](Office& o) {
                 const PrefixId of = prefix(o, vlan(o, 10), "10.0.0.0/24");
                 scope(o, of, "10.0.0.10", "10.0.0.20");
                 scope(o, of, "10.0.0.20", "10.0.0.30");
             },
             1, "overlaps another scope"},
            {"VL-14", "a server that nobody is",
             [](Office& o) { scope(o, prefix(o, vlan(o, 10), "10.0.0.0/24"), "10.0.0.9", "10.0.0.99", "10.9.9.9"); }, 1,
             "names the server 10.9.9.9"},
            {"VL-14", "a prefix of no VLAN",
             [](Office& o) { scope(o, prefix(o, {}, "10.0.0.0/24"), "10.0.0.9", "10.0.0.99"); }, 1, "no VLAN's prefix"},
            {"VL-14", "desks that are not served beside desks that are",
             [](Office& o) {
                 const ZoneId desks = zone(o, "D");
                 scope(o, prefix(o, vlan(o, 10, "B1", desks), "10.0.0.0/24"), "10.0.0.9", "10.0.0.99");
                 const VlanId other = vlan(o, 11, "B1", desks);
                 prefix(o, other, "10.0.1.0/24");
                 access_port(o, access_switch(o), other);
             },
             1, "has ports of people and no scope"},
        },
        {
            {"VL-14", "beside the gateway, served by it, and servers with addresses of their own",
             [](Office& o) {
                 const ZoneId desks = zone(o, "D");
                 const VlanId of = vlan(o, 10, "B1", desks);
                 gateway(o, of, "10.0.0.2", "10.0.0.1");
                 scope(o, prefix(o, of, "10.0.0.0/24"), "10.0.0.3", "10.0.0.254", "10.0.0.1");
                 const VlanId hosts = vlan(o, 11, "B1", zone(o, "S", ZoneRole::servers));
                 prefix(o, hosts, "10.0.1.0/24");
                 access_port(o, access_switch(o), hosts);
             }},
            {"VL-14", "no scope",
             [](Office& o) {
                 const VlanId of = vlan(o, 10, "B1", zone(o, "D"));
                 prefix(o, of, "10.0.0.0/24");
                 access_port(o, access_switch(o), of);
             },
             RuleOutcome::not_applicable},
        }};
}

RuleTables zone_number_tables() {
    return {{
                {"VL-09", "another zone between two of its prefixes",
                 [](Office& o) {
                     const AddressPoolId from = pool(o, "10.0.0.0/16");
                     const ZoneId one = zone(o, "Z1");
                     prefix(o, vlan(o, 10, "B1", one), "10.0.0.0/24", from);
                     prefix(o, vlan(o, 11, "B1", one), "10.0.3.0/24", from);
                     prefix(o, vlan(o, 12, "B1", zone(o, "Z2")), "10.0.1.0/24", from);
                 },
                 1, "cannot be said as 10.0.0.0/22"},
                {"VL-10", "one subnet in another",
                 [](Office& o) {
                     prefix(o, vlan(o, 10), "10.0.0.0/23");
                     prefix(o, vlan(o, 11), "10.0.1.0/24");
                 },
                 1, "10.0.1.0/24 overlaps 10.0.0.0/23"},
                {"VL-11", "a gateway elsewhere",
                 [](Office& o) {
                     const VlanId of = vlan(o, 10);
                     prefix(o, of, "10.0.0.0/24");
                     gateway(o, of, "10.0.1.1");
                 },
                 1, "lies in no prefix"},
                {"VL-11", "a redundant gateway alone",
                 [](Office& o) {
                     const VlanId of = vlan(o, 10);
                     prefix(o, of, "10.0.0.0/24");
                     Gateway row;
                     row.vlan = of;
                     row.equipment = access_switch(o);
                     row.address = IpAddress::parse("10.0.0.2");
                     row.shared = IpAddress::parse("10.0.0.1");
                     row.redundant = true;
                     o.add(std::move(row));
                 },
                 1, "stands on one device"},
                {"VL-11", "a shared address elsewhere, and one address twice",
                 [](Office& o) {
                     const VlanId of = vlan(o, 10);
                     prefix(o, of, "10.0.0.0/24");
                     gateway(o, of, "10.0.0.2", "10.0.1.1");
                     gateway(o, of, "10.0.0.2");
                 },
                 2},
            },
            {
                {"VL-09", "zones side by side, and a link between routers among them",
                 [](Office& o) {
                     const AddressPoolId from = pool(o, "10.0.0.0/16");
                     const ZoneId one = zone(o, "Z1");
                     const ZoneId two = zone(o, "Z2");
                     prefix(o, vlan(o, 10, "B1", one), "10.0.0.0/24", from);
                     prefix(o, vlan(o, 11, "B1", one), "10.0.1.0/24", from);
                     prefix(o, vlan(o, 12, "B1", two), "10.0.2.0/24", from);
                     prefix(o, vlan(o, 13, "", two), "10.0.0.248/29", from);
                 }},
                {"VL-09", "no zone", [](Office&) {}, RuleOutcome::not_applicable},
                {"VL-10", "side by side, in a block that holds both",
                 [](Office& o) {
                     prefix(o, {}, "10.0.0.0/22");
                     prefix(o, vlan(o, 10), "10.0.0.0/24");
                     prefix(o, vlan(o, 11), "10.0.1.0/24");
                 }},
                {"VL-10", "the same addresses on separate networks",
                 [](Office& o) {
                     prefix(o, vlan(o, 10), "10.0.0.0/24");
                     const VlanId other = vlan(o, 11);
                     const PlaneId plane = o.add_plane("X", Disclosure::open);
                     o.change(other, [&](Vlan& row) { row.plane = plane; });
                     prefix(o, other, "10.0.0.0/24");
                 }},
                {"VL-10", "no prefix", [](Office&) {}, RuleOutcome::not_applicable},
                {"VL-11", "a pair with its shared address",
                 [](Office& o) {
                     const VlanId of = vlan(o, 10);
                     prefix(o, of, "10.0.0.0/24");
                     gateway(o, of, "10.0.0.2", "10.0.0.1");
                     gateway(o, of, "10.0.0.3", "10.0.0.1");
                 }},
                {"VL-11", "no gateway", [](Office&) {}, RuleOutcome::not_applicable},
            }};
}

RuleTables vlan_tables() {
    return {
        {
            {"VL-02", "the default", [](Office& o) { vlan(o, 1); }, 1, "number 1"},
            {"VL-02", "one that makers keep", [](Office& o) { vlan(o, 1'003); }, 1, "1003"},
            {"VL-03", "two subnets",
             [](Office& o) {
                 const VlanId of = vlan(o, 10);
                 prefix(o, of, "10.0.0.0/24");
                 prefix(o, of, "10.0.1.0/24");
             },
             1, "has 2 subnets"},
            {"VL-03", "a switch with VLANs of two blocks",
             [](Office& o) {
                 const EquipmentId device = access_switch(o);
                 access_port(o, device, vlan(o, 10, "B1"));
                 access_port(o, device, vlan(o, 11, "B2"));
             },
             1, "leaves its distribution block"},
            {"VL-04", "255 hosts",
             [](Office& o) {
                 prefix(o, vlan(o, 10), "10.0.0.0/22");
                 devices(o, 255);
             },
             1, "255 hosts, 254 are advised"},
            {"VL-12", "501 hosts",
             [](Office& o) {
                 prefix(o, vlan(o, 10), "10.0.0.0/22");
                 devices(o, 501);
             },
             1, "501 hosts"},
            {"VL-05", "10 hosts, 13 with 30 %, a gateway, network and broadcast: 16, and one more gateway",
             [](Office& o) {
                 const VlanId of = vlan(o, 10);
                 prefix(o, of, "10.0.0.0/28");
                 gateway(o, of, "10.0.0.13", "10.0.0.14");
                 devices(o, 10);
             },
             1, "with growth 17 are needed"},
            {"VL-06", "addresses of others", [](Office& o) { prefix(o, vlan(o, 10), "8.8.8.0/24"); }, 1, "8.8.8.0/24"},
            {"VL-07", "beyond the pool",
             [](Office& o) { prefix(o, vlan(o, 10), "10.1.0.0/24", pool(o, "10.0.0.0/24")); }, 1, "lies outside"},
            {"VL-07", "another network's pool",
             [](Office& o) {
                 prefix(o, vlan(o, 10), "10.0.0.0/24", pool(o, "10.0.0.0/16", o.add_plane("X", Disclosure::open)));
             },
             1, "another network"},
            {"VL-08", "of another body's range", [](Office& o) { of_body(o, vlan(o, 2'000), 1'000, 1'499); }, 1,
             "has number 2000, its ranges are 1000-1499, 3500-3999"},
            {"VL-08", "nobody's, of a body's range", [](Office& o) { vlan(o, 1'000); }, 1, "100-999, 3500-3999"},
            {"VL-08", "things among the people", [](Office& o) { vlan(o, 100, "B1", zone(o, "T", ZoneRole::things)); },
             1, "3000-3499, 3500-3999"},
        },
        {
            {"VL-08", "each of its range",
             [](Office& o) {
                 of_body(o, vlan(o, 1'000), 1'000, 1'499);
                 of_body(o, vlan(o, 101), 0, 0);
                 vlan(o, 100);
                 vlan(o, 3'000, "B1", zone(o, "T", ZoneRole::things));
                 vlan(o, 3'999);
             }},
            {"VL-08", "no VLAN", [](Office&) {}, RuleOutcome::not_applicable},
            {"VL-02", "a number of a range", [](Office& o) { vlan(o, 1'000); }},
            {"VL-02", "no VLAN", [](Office&) {}, RuleOutcome::not_applicable},
            {"VL-03", "one of each family, one block a switch",
             [](Office& o) {
                 const VlanId of = vlan(o, 10);
                 prefix(o, of, "10.0.0.0/24");
                 prefix(o, of, "fd00::/64");
                 const EquipmentId device = access_switch(o);
                 access_port(o, device, of);
                 access_port(o, device, vlan(o, 11));
             }},
            {"VL-03", "no VLAN", [](Office&) {}, RuleOutcome::not_applicable},
            {"VL-04", "254 hosts",
             [](Office& o) {
                 prefix(o, vlan(o, 10), "10.0.0.0/22");
                 devices(o, 254);
             }},
            {"VL-04", "no host", [](Office& o) { vlan(o, 10); }, RuleOutcome::not_applicable},
            {"VL-12", "500 hosts",
             [](Office& o) {
                 prefix(o, vlan(o, 10), "10.0.0.0/22");
                 devices(o, 500);
             }},
            {"VL-12", "no host", [](Office& o) { vlan(o, 10); }, RuleOutcome::not_applicable},
            {"VL-05", "just room enough",
             [](Office& o) {
                 const VlanId of = vlan(o, 10);
                 prefix(o, of, "10.0.0.0/28");
                 gateway(o, of, "10.0.0.14");
                 devices(o, 10);
             }},
            {"VL-05", "nobody there", [](Office& o) { prefix(o, vlan(o, 10), "10.0.0.0/30"); },
             RuleOutcome::not_applicable},
            {"VL-06", "private ones, and a provider's link",
             [](Office& o) {
                 prefix(o, vlan(o, 10), "172.31.0.0/24");
                 prefix(o, vlan(o, 11), "203.0.113.0/30");
                 ProviderHandoff row;
                 row.link = IpPrefix::parse("203.0.113.0/30");
                 o.add(std::move(row));
             }},
            {"VL-06", "no prefix", [](Office&) {}, RuleOutcome::not_applicable},
            {"VL-07", "inside the pool",
             [](Office& o) { prefix(o, vlan(o, 10), "10.0.0.0/24", pool(o, "10.0.0.0/16")); }},
            {"VL-07", "no pool", [](Office&) {}, RuleOutcome::not_applicable},
        },
    };
}

} // namespace

RuleTables address_tables() {
    RuleTables out = vlan_tables();
    for (RuleTables more : {zone_number_tables(), scope_tables()}) {
        std::move(more.fire.begin(), more.fire.end(), std::back_inserter(out.fire));
        std::move(more.not_fire.begin(), more.not_fire.end(), std::back_inserter(out.not_fire));
    }
    return out;
}

} // namespace riser::test
