// SPDX-License-Identifier: GPL-3.0-or-later
// VLANs, prefixes, gateways and ports of any building: what people need of them, judged by walking the ports.
#include "model/edits/diff.h"
#include "solvers/analysis/device_links.h"
#include "solvers/analysis/jack_zones.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/base/address_space.h"
#include "solvers/checks/run_checks.h"
#include "tests/solvers/planning/laws.h"
#include "tests/solvers/planning/zoned.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace riser::test {

namespace {

std::string changed_rows(const Design& before, const Design& after) {
    std::string out;
    for (const RowChange& row : diff(before, after)) {
        out += "\n  " + to_string(row.id) + " " + row.title.en;
        for (const FieldChange& field : row.fields)
            out += " [" + std::string(field.key) + ": " + field.before + " -> " + field.after + "]";
    }
    return out;
}

// A building with its equipment, firewalls and servers; then its addresses.
class Addresses : public testing::TestWithParam<std::uint32_t> {
  protected:
    Addresses() {
        riser::test::perform(
            design, {"outlets", "access-points", "spaces", "pathways", "cables", "backbone", "equipment", "power"});
        for (const PlaneId plane : {building.office, building.apart}) {
            firewalls[plane] = add_firewalls(building, plane);
            if (!firewalls[plane].empty())
                add_provider(building, plane, firewalls[plane].front(),
                             plane == building.office ? "203.0.113.0/30" : "198.51.100.8/29",
                             plane == building.office ? "203.0.113.1" : "198.51.100.9");
        }
        server = add_server(building, zone_called(design, "W-S"), EquipmentRole::server);
        add_server(building, zone_called(design, "W-M"), EquipmentRole::bastion);
        again();
    }
    void again(const AddressOptions& options = {}) {
        Result<AddressPlan> found = plan_addresses(design, options);
        ASSERT_TRUE(found);
        plan = std::move(*found);
        IdSource ids(3);
        Edit edit(design, {"规划", "plan"}, ids);
        ASSERT_TRUE(apply(edit, plan.change));
        design = std::move(edit).commit();
    }
    const Zone* zone_of(VlanId id) const {
        const Vlan* vlan = design.find(id);
        return vlan ? design.find(vlan->zone) : nullptr;
    }
    EquipmentRole role_of(EquipmentId id) const { return design.find(design.find(id)->type)->role; }
    // A stack's members are one device.
    EquipmentId device_of(EquipmentId id) const {
        for (const Stack& stack : design.stacks)
            if (std::find(stack.members.begin(), stack.members.end(), id) != stack.members.end())
                return stack.members.front();
        return id;
    }
    // Devices that any links join to this one.
    std::set<EquipmentId> linked_with(EquipmentId from) const {
        const Facts facts(design);
        std::set<EquipmentId> seen{device_of(from)};
        for (bool more = true; more;) {
            more = false;
            for (const DeviceLink& link : facts.get<DeviceLinks>().links) {
                const EquipmentId a = device_of(design.find(link.a)->equipment);
                const EquipmentId b = device_of(design.find(link.b)->equipment);
                if (seen.contains(a) || seen.contains(b)) {
                    more |= seen.insert(a).second;
                    more |= seen.insert(b).second;
                }
            }
        }
        return seen;
    }
    // Devices to which frames of the VLAN come from a device, over ports that both carry it.
    std::set<EquipmentId> flood(EquipmentId from, VlanId vlan) const {
        const auto carries = [&](const Port& port) {
            return port.mode == PortMode::trunk
                       ? std::find(port.trunk_vlans.begin(), port.trunk_vlans.end(), vlan) != port.trunk_vlans.end()
                       : port.mode == PortMode::access && port.access_vlan == vlan;
        };
        const Facts facts(design);
        std::set<EquipmentId> seen{device_of(from)};
        for (bool more = true; more;) {
            more = false;
            for (const DeviceLink& link : facts.get<DeviceLinks>().links) {
                const Port& a = *design.find(link.a);
                const Port& b = *design.find(link.b);
                if (!carries(a) || !carries(b))
                    continue;
                for (const auto& [x, y] : {std::pair(&a, &b), std::pair(&b, &a)})
                    if (seen.contains(device_of(x->equipment)) &&
                        (x->equipment == from || role_of(x->equipment) != EquipmentRole::firewall))
                        more |= seen.insert(device_of(y->equipment)).second;
            }
        }
        return seen;
    }

    PlannedBuilding building = any_building(GetParam());
    Design& design = building.design();
    std::map<PlaneId, std::vector<EquipmentId>> firewalls;
    std::optional<EquipmentId> server;
    AddressPlan plan;
};

TEST_P(Addresses, EveryPatchedJackIsInAVlanOfItsZone) {
    const Facts facts(design);
    std::size_t jacks = 0;
    for (const PatchedJack& patched : facts.get<PatchedJacks>().jacks) {
        const Port& port = *design.find(patched.port);
        const JackZone* zone = facts.get<JackZones>().jacks.find(patched.jack);
        const Jack& jack = *design.find(patched.jack);
        EXPECT_EQ(port.mode, PortMode::access);
        EXPECT_EQ(port.access_vlan.has_value(), zone != nullptr) << jack.label;
        if (!zone || !port.access_vlan)
            continue;
        const Vlan& vlan = *design.find(*port.access_vlan);
        EXPECT_EQ(vlan.zone, zone->zone) << jack.label;
        EXPECT_EQ(vlan.plane, *jack.plane);
        const Zone& row = *design.find(zone->zone);
        if (row.role == ZoneRole::desks && row.bodies.size() > 1) {
            EXPECT_EQ(vlan.body, zone->owner);
        }
        ++jacks;
    }
    if (GetParam() == 0) {
        EXPECT_GT(jacks, 10U);
    }
    EXPECT_TRUE(std::none_of(design.vlans.begin(), design.vlans.end(),
                             [&](const Vlan& vlan) { return vlan.plane == building.secret; }));
}

TEST_P(Addresses, ObeyTheRules) {
    const std::vector<std::string> rules{"VL-01", "VL-02", "VL-03", "VL-04", "VL-05", "VL-06",
                                         "VL-07", "VL-09", "VL-10", "VL-11", "VL-12", "DES-05"};
    Result<CheckReport> report = run_checks(Facts(design), *built_in_deck("cn-government"), rules);
    ASSERT_TRUE(report);
    for (const Finding& finding : report->findings)
        if (finding.subjects.front().kind != Kind::panels) // drawn for a room that came to be none
            ADD_FAILURE() << finding.rule << ": " << finding.message.en;
    EXPECT_EQ(plan.without_prefix, 0) << list(plan.reasons);
}

// Frames of each VLAN come from wherever a host of it is to all its gateways, and nowhere that they are of no use.
TEST_P(Addresses, FramesComeToTheirGatewaysAndNoFurther) {
    std::map<VlanId, std::set<EquipmentId>> gateways;
    for (const Gateway& gateway : design.gateways)
        gateways[gateway.vlan].insert(device_of(*gateway.equipment));
    std::map<VlanId, std::set<EquipmentId>> homes;
    std::map<VlanId, std::map<EquipmentId, int>> trunks;
    for (const Port& port : design.ports) {
        if (port.mode == PortMode::access && port.access_vlan)
            homes[*port.access_vlan].insert(device_of(port.equipment));
        for (const VlanId vlan : port.trunk_vlans)
            ++trunks[vlan][device_of(port.equipment)];
        EXPECT_TRUE(port.mode != PortMode::unused || (!port.access_vlan && port.trunk_vlans.empty()));
    }
    std::map<VlanId, std::set<EquipmentId>> managed;
    for (const Equipment& device : design.equipment)
        for (const Prefix& prefix : design.prefixes)
            if (device.address && prefix.vlan && contains(*prefix.prefix, *device.address))
                managed[*prefix.vlan].insert(device_of(device.id));
    for (const Vlan& vlan : design.vlans) {
        for (const auto* ends : {&homes[vlan.id], &managed[vlan.id], &gateways[vlan.id]})
            for (const EquipmentId from : *ends) {
                const std::set<EquipmentId> reached = flood(from, vlan.id);
                for (const EquipmentId gateway : gateways[vlan.id])
                    EXPECT_TRUE(reached.contains(gateway))
                        << vlan.name << ": " << design.find(from)->label << " to " << design.find(gateway)->label;
            }
        for (const auto& [device, ports] : trunks[vlan.id])
            EXPECT_TRUE(ports > 1 || homes[vlan.id].contains(device) || managed[vlan.id].contains(device) ||
                        gateways[vlan.id].contains(device))
                << vlan.name << " ends at " << design.find(device)->label << " for nothing";
    }
}

TEST_P(Addresses, EveryZoneFindsTheFirewallsAndTheyFindIt) {
    for (const Route& route : design.routes) {
        const EquipmentId device = device_of(*route.equipment);
        bool resolved = false;
        for (const Gateway& gateway : design.gateways)
            for (const Prefix& prefix : design.prefixes)
                resolved |= gateway.equipment == device && prefix.vlan == gateway.vlan &&
                            contains(*prefix.prefix, *route.next_hop);
        const Equipment& row = *design.find(*route.equipment);
        for (const Prefix& prefix : design.prefixes) // a switch's own management address
            resolved |= row.address && prefix.vlan && contains(*prefix.prefix, *row.address) &&
                        contains(*prefix.prefix, *route.next_hop);
        EXPECT_TRUE(resolved) << row.label << ": next hop " << to_string(*route.next_hop);
    }
    std::map<PlaneId, std::set<EquipmentId>> joined;
    for (const auto& [plane, list] : firewalls)
        if (!list.empty())
            joined[plane] = linked_with(list.front());
    const auto has_firewalls = [&](const Vlan& vlan) { // and its switches are linked with them
        return std::any_of(design.gateways.begin(), design.gateways.end(), [&](const Gateway& gateway) {
            return gateway.vlan == vlan.id && joined[vlan.plane].contains(*gateway.equipment);
        });
    };
    for (const auto& [plane, list] : firewalls)
        for (const EquipmentId firewall : list)
            for (const Prefix& prefix : design.prefixes) {
                const Vlan* vlan = design.find(prefix.vlan);
                if (!vlan || vlan->plane != plane || vlan->block.empty() || !has_firewalls(*vlan) ||
                    !joined[plane].contains(firewall))
                    continue;
                EXPECT_TRUE(std::any_of(design.routes.begin(), design.routes.end(), [&](const Route& route) {
                    return route.equipment == firewall && !route.vrf && route.destination->length > 0 &&
                           contains(*route.destination, *prefix.prefix);
                })) << to_string(*prefix.prefix);
            }
    for (const Gateway& gateway : design.gateways) { // each zone's switches have a way out
        const Vlan& vlan = *design.find(gateway.vlan);
        if (vlan.block.empty() || !has_firewalls(vlan))
            continue;
        EXPECT_TRUE(std::any_of(design.routes.begin(), design.routes.end(), [&](const Route& route) {
            return route.equipment == gateway.equipment && route.vrf == vlan.vrf && route.destination->length == 0;
        })) << vlan.name;
    }
}

TEST_P(Addresses, WhatIsGivenStaysWhenRoomsChange) {
    std::mt19937 random(GetParam() + 77);
    for (int round = 0; round < 3; ++round) {
        const Design before = design;
        for (int n = 0; n < 3; ++n) { // points come and go, while the devices stay
            std::vector<JackId> jacks;
            for (const Jack& jack : design.jacks)
                jacks.push_back(jack.id);
            if (!jacks.empty())
                design.jacks.erase(jacks[random() % jacks.size()]);
            std::vector<RoomId> rooms;
            for (const Room& room : design.rooms)
                rooms.push_back(room.id);
            Room room = *design.find(rooms[random() % rooms.size()]);
            room.body = design.find(rooms[random() % rooms.size()])->body;
            design.rooms.put(room);
        }
        again();
        const Result<AddressPlan> twice = plan_addresses(design);
        ASSERT_TRUE(twice);
        EXPECT_TRUE(twice->change.changes().empty()) << "round " << round;
        for (const Vlan& vlan : before.vlans)
            if (const Vlan* now = design.find(vlan.id)) {
                EXPECT_EQ(now->number, vlan.number);
            }
        for (const Prefix& prefix : before.prefixes)
            if (const Prefix* now = design.find(prefix.id); now && now->vlan && now->prefix != prefix.prefix) {
                EXPECT_LT(now->prefix->length, prefix.prefix->length) << "it was outgrown";
                EXPECT_TRUE(says(plan.reasons, "outgrown", *now->vlan));
            }
        for (const Gateway& gateway : before.gateways)
            if (const Gateway* now = design.find(gateway.id);
                now && design.find(now->vlan) && before.find(gateway.vlan)) {
                bool moved = false;
                for (const Prefix& prefix : before.prefixes)
                    if (prefix.vlan == now->vlan && design.find(prefix.id))
                        moved |= design.find(prefix.id)->prefix != prefix.prefix;
                if (!moved) {
                    EXPECT_EQ(now->address, gateway.address);
                    EXPECT_EQ(now->shared, gateway.shared);
                }
            }
    }
}

// Subnets of few hosts: more of them, each within its measure but where one switch alone has more.
TEST_P(Addresses, ManyHostsAreDividedByTelecomRooms) {
    AddressOptions few;
    few.most_hosts = 16;
    again(few);
    const Facts facts(design);
    std::map<VlanId, std::set<EquipmentId>> switches;
    std::map<VlanId, std::int64_t> hosts;
    for (const PatchedJack& patched : facts.get<PatchedJacks>().jacks)
        if (const Port& port = *design.find(patched.port); port.access_vlan) {
            ++hosts[*port.access_vlan];
            switches[*port.access_vlan].insert(device_of(port.equipment));
        }
    for (const auto& [vlan, count] : hosts)
        if (switches[vlan].size() > 1) {
            EXPECT_LE(addresses_needed(count, std::pow(1.05, 5), 1) - 2, few.most_hosts) << design.find(vlan)->name;
        }
    const Result<AddressPlan> twice = plan_addresses(design, few);
    ASSERT_TRUE(twice);
    EXPECT_TRUE(twice->change.changes().empty()) << changed_rows(design, twice->change.after);
}

TEST_P(Addresses, APoolThatIsTooSmallIsSaidAndNothingOverlaps) {
    for (const AddressPool& pool : std::vector<AddressPool>(design.address_pools.begin(), design.address_pools.end()))
        if (pool.origin.kind == OriginKind::typed && !pool.prefix->address.is_v6) {
            AddressPool small = pool;
            small.prefix->length = 28;
            design.address_pools.put(small);
        }
    again();
    EXPECT_EQ(plan.without_prefix > 0, says(plan.reasons, "has no prefix"));
    if (GetParam() == 0) {
        EXPECT_GT(plan.without_prefix, 0);
    }
    std::vector<std::pair<PlaneId, IpPrefix>> all;
    for (const Prefix& prefix : design.prefixes)
        if (const Vlan* vlan = design.find(prefix.vlan)) {
            for (const auto& [plane, other] : all)
                EXPECT_FALSE(plane == vlan->plane && overlap(other, *prefix.prefix));
            all.emplace_back(vlan->plane, *prefix.prefix);
        }
    again(); // and it is settled
    const Result<AddressPlan> twice = plan_addresses(design);
    ASSERT_TRUE(twice);
    EXPECT_TRUE(twice->change.changes().empty());
}

INSTANTIATE_TEST_SUITE_P(Buildings, Addresses, testing::Range(0U, buildings));

class SmallAddresses : public Addresses {};

TEST_P(SmallAddresses, APairSharesItsAddress) {
    std::map<VlanId, std::vector<const Gateway*>> gateways;
    for (const Gateway& gateway : design.gateways)
        gateways[gateway.vlan].push_back(&gateway);
    std::size_t pairs = 0;
    for (const auto& [vlan, list] : gateways) {
        if (design.find(vlan)->block.empty() || list.size() < 2 || list.front()->address->is_v6)
            continue;
        ++pairs;
        std::set<std::int32_t> priorities;
        for (const Gateway* gateway : list) {
            EXPECT_TRUE(gateway->redundant);
            EXPECT_EQ(gateway->shared, list.front()->shared);
            EXPECT_NE(gateway->shared, gateway->address);
            priorities.insert(gateway->priority);
        }
        EXPECT_EQ(priorities.size(), list.size()) << "one of them is the first";
        EXPECT_EQ(*priorities.rbegin(), 120);
    }
    EXPECT_GT(pairs, 2U);
}

TEST_P(SmallAddresses, IPv6WhereAPoolIs) {
    std::size_t v6 = 0;
    for (const Prefix& prefix : design.prefixes)
        if (prefix.vlan && prefix.prefix->address.is_v6) {
            EXPECT_EQ(prefix.prefix->length, 64);
            EXPECT_EQ(design.find(*prefix.vlan)->plane, building.beside);
            ++v6;
        }
    EXPECT_GT(v6, 0U);
}

TEST_P(SmallAddresses, ServersHaveAddressesAndNoLeases) {
    ASSERT_TRUE(server);
    const Equipment& row = *design.find(*server);
    ASSERT_TRUE(row.address);
    const VlanId vlan = *std::find_if(design.ports.begin(), design.ports.end(), [&](const Port& port) {
                             return port.equipment == row.id;
                         })->access_vlan;
    EXPECT_EQ(design.find(vlan)->zone, zone_called(design, "W-S"));
    for (const DhcpScope& scope : design.dhcp_scopes) {
        const Prefix& prefix = *design.find(scope.prefix);
        EXPECT_NE(prefix.vlan, vlan);
        EXPECT_NE(zone_of(*prefix.vlan)->role, ZoneRole::servers);
        for (const Gateway& gateway : design.gateways)
            for (const std::optional<IpAddress>& address : {gateway.address, gateway.shared}) {
                EXPECT_TRUE(gateway.vlan != prefix.vlan || !address || *address < *scope.first ||
                            *scope.last < *address);
            }
    }
    EXPECT_FALSE(design.dhcp_scopes.empty());
}

TEST_P(SmallAddresses, AServiceIsAskedAtItsHostOrAtAnAddressOfItsOwn) {
    Service one;
    one.id = building.builder.ids.next<Service>();
    one.code = "one";
    one.zone = zone_called(design, "W-S");
    one.hosts = {*server};
    Service none = one;
    none.id = building.builder.ids.next<Service>();
    none.code = "none";
    none.hosts = {};
    Service said = none;
    said.id = building.builder.ids.next<Service>();
    said.code = "said";
    said.address = IpAddress::parse("10.9.9.9");
    for (const Service& service : {one, none, said})
        design.services.put(service);
    again();
    EXPECT_EQ(design.find(one.id)->address, design.find(*server)->address);
    const std::optional<IpAddress> own = design.find(none.id)->address;
    ASSERT_TRUE(own);
    EXPECT_NE(own, design.find(*server)->address);
    EXPECT_EQ(design.find(said.id)->address, IpAddress::parse("10.9.9.9")) << "a person said so";
    again();
    EXPECT_EQ(design.find(none.id)->address, own);
}

TEST_P(SmallAddresses, WithoutFirewallItIsSaid) {
    const Result<AddressPlan> found = plan_addresses(design);
    ASSERT_TRUE(found);
    EXPECT_TRUE(says(found->reasons, "no firewall", building.beside));
    EXPECT_FALSE(says(found->reasons, "no firewall", building.office));
}

TEST_P(SmallAddresses, ProvidersLinksAreAsGiven) {
    std::size_t ways_out = 0;
    for (const Route& route : design.routes)
        ways_out += route.next_hop == IpAddress::parse("203.0.113.1") && route.destination->length == 0;
    EXPECT_EQ(ways_out, 1U);
    for (const Gateway& gateway : design.gateways)
        EXPECT_NE(gateway.address, IpAddress::parse("203.0.113.1"));
    EXPECT_TRUE(std::any_of(design.gateways.begin(), design.gateways.end(), [&](const Gateway& gateway) {
        return gateway.address == IpAddress::parse("203.0.113.2");
    }));
}

// What a person numbered, wrote or pinned is what the others go round.
TEST_P(SmallAddresses, WhatPeopleDecidedStays) {
    const auto owned = std::find_if(design.prefixes.begin(), design.prefixes.end(), [&](const Prefix& prefix) {
        return prefix.vlan && !prefix.prefix->address.is_v6 && !design.find(*prefix.vlan)->block.empty();
    });
    ASSERT_NE(owned, design.prefixes.end());
    Prefix theirs = *owned;
    theirs.origin = {};
    theirs.id = building.builder.ids.next<Prefix>();
    theirs.vlan.reset();
    theirs.purpose = "kept free";
    design.prefixes.put(theirs);
    const PrefixId moved = owned->id;
    again();
    EXPECT_TRUE(*design.find(theirs.id) == theirs);
    for (const Prefix& prefix : design.prefixes)
        if (prefix.id != theirs.id && prefix.vlan) {
            EXPECT_FALSE(overlap(*prefix.prefix, *theirs.prefix) &&
                         design.find(prefix.pool)->plane == design.find(theirs.pool)->plane);
        }
    ASSERT_TRUE(design.find(moved)) << "it has moved aside";
    Vlan numbered = *design.find(*design.find(moved)->vlan);
    numbered.number = VlanNumber::from(77);
    numbered.origin.kind = OriginKind::typed;
    design.vlans.put(numbered);
    again();
    EXPECT_TRUE(*design.find(numbered.id) == numbered);
}

// A pool within a pool is its owner's alone.
TEST_P(SmallAddresses, PoolsMayNest) {
    AddressPool outer;
    outer.id = building.builder.ids.next<AddressPool>();
    outer.name = "outer";
    outer.plane = building.office;
    outer.prefix = IpPrefix::parse("10.0.0.0/8");
    design.address_pools.put(outer);
    again();
    EXPECT_EQ(plan.without_prefix, 0) << list(plan.reasons);
    for (const AddressPool& pool : std::vector<AddressPool>(design.address_pools.begin(), design.address_pools.end()))
        if (pool.plane == building.office && pool.owner && design.find(*pool.owner)->code == "shared")
            design.address_pools.erase(pool.id); // what it served now draws on the outer one
    again();
    EXPECT_EQ(plan.without_prefix, 0) << list(plan.reasons);
    for (const Prefix& prefix : design.prefixes)
        if (prefix.pool == outer.id) {
            for (const AddressPool& pool : design.address_pools)
                EXPECT_TRUE(pool.id == outer.id || pool.plane != building.office ||
                            !overlap(*pool.prefix, *prefix.prefix));
        }
}

TEST_P(SmallAddresses, AnIsolationGatewayStandsInBothItsZones) {
    const auto gap = add_isolation_gateway(building, zone_called(design, "W-S"), zone_called(design, "W-G"));
    ASSERT_TRUE(gap);
    again();
    std::size_t sides = 0;
    const Facts facts(design);
    for (const DeviceLink& link : facts.get<DeviceLinks>().links) {
        const Port& a = *design.find(link.a);
        const Port& b = *design.find(link.b);
        const Port& own = a.equipment == *gap ? a : b;
        if (own.equipment != *gap)
            continue;
        ++sides;
        for (const Port* port : {&a, &b}) {
            EXPECT_EQ(port->mode, PortMode::access);
            ASSERT_TRUE(port->access_vlan);
            EXPECT_EQ(design.find(*port->access_vlan)->zone, own.zone);
        }
    }
    EXPECT_EQ(sides, 2U);
    const Result<AddressPlan> twice = plan_addresses(design);
    ASSERT_TRUE(twice);
    EXPECT_TRUE(twice->change.changes().empty()) << changed_rows(design, twice->change.after);
}

TEST_P(SmallAddresses, AWirelessNetworkHasItsUsersVlan) {
    Ssid ssid;
    ssid.id = building.builder.ids.next<Ssid>();
    ssid.name = "STAFF";
    design.ssids.put(ssid);
    again();
    const std::optional<VlanId> vlan = design.find(ssid.id)->vlan;
    ASSERT_TRUE(vlan);
    EXPECT_EQ(zone_of(*vlan)->code, "WIFI");
    EXPECT_TRUE(std::any_of(design.dhcp_scopes.begin(), design.dhcp_scopes.end(),
                            [&](const DhcpScope& scope) { return design.find(scope.prefix)->vlan == vlan; }));
}

INSTANTIATE_TEST_SUITE_P(Building, SmallAddresses, testing::Values(0U));

} // namespace
} // namespace riser::test
