// SPDX-License-Identifier: GPL-3.0-or-later
// VLANs, prefixes, gateways and ports of any building: what people need of them, judged by walking the ports.
#include "tests/solvers/planning/addresses/address_laws.h"

namespace riser::test {

namespace {

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
    const std::vector<std::string> rules{"VL-01", "VL-02", "VL-03", "VL-04", "VL-05", "VL-06", "VL-07",
                                         "VL-08", "VL-09", "VL-10", "VL-11", "VL-12", "DES-05"};
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
        const Result<AddressPlan> twice = plan_addresses(design, by_deck().addresses);
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
    const Result<AddressPlan> twice = plan_addresses(design, by_deck().addresses);
    ASSERT_TRUE(twice);
    EXPECT_TRUE(twice->change.changes().empty());
}

INSTANTIATE_TEST_SUITE_P(Buildings, Addresses, testing::Range(0U, buildings));

} // namespace
} // namespace riser::test
