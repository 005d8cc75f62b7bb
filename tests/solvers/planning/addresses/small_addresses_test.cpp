// SPDX-License-Identifier: GPL-3.0-or-later
// What the planner of addresses does in one building, case by case.
#include "tests/solvers/planning/addresses/address_laws.h"

namespace riser::test {

namespace {

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
