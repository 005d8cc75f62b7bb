// SPDX-License-Identifier: GPL-3.0-or-later
// What growth runs into first: against stepping through the years, and on designs whose answer is known.
#include "solvers/analysis/growth_check.h"

#include "model/brief.h"
#include "model/equipment.h"
#include "model/logical.h"
#include "model/pathways.h"
#include "model/power.h"
#include "solvers/analysis/tier_traffic.h"
#include "tests/solvers/checks/office.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace riser {
namespace {

using test::Office;

TEST(YearsUntil, IsWhenSteppingFirstExceeds) {
    std::mt19937 random(1);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    int runs_out = 0, never = 0, already = 0;
    for (int round = 0; round < 20'000; ++round) {
        const double fixed = below(20), growing = below(100), capacity = below(400);
        const BasisPoints a_year(below(4) == 0 ? 0 : below(3'000));
        const std::optional<double> years = years_until(fixed, growing, capacity, a_year);
        // A hundred years in steps of a quarter: what is short at a step was so from `years` on.
        for (int quarter = 0; quarter <= 400; ++quarter) {
            const double t = quarter / 4.0;
            const double need = fixed + growing * std::pow(1 + a_year.value / 10'000.0, t);
            if (std::abs(need - capacity) < 1e-6 * (1 + capacity))
                continue; // too near to say on which side
            ASSERT_EQ(need > capacity, years && t >= *years) << fixed << ' ' << growing << ' ' << capacity << ' ' << t;
        }
        never += !years;
        already += years && *years == 0;
        runs_out += years && *years > 0;
    }
    EXPECT_GT(runs_out, 1'000);
    EXPECT_GT(never, 1'000);
    EXPECT_GT(already, 1'000);
}

void grow(Office& o, int per_cent, int years) {
    Brief brief;
    brief.id = the_brief;
    brief.growth_per_year = percent(per_cent);
    brief.horizon_years = years;
    o.design.briefs.put(brief);
}

EquipmentId a_switch(Office& o, PlaneId plane, int ports, int used, EquipmentRole role = EquipmentRole::access_switch) {
    EquipmentType type;
    type.role = role;
    type.power = watts(100);
    Equipment device;
    device.type = o.add(type);
    device.plane = plane;
    device.space = o.space;
    const EquipmentId id = o.add(device);
    for (int n = 0; n < ports; ++n) {
        Port port;
        port.equipment = id;
        port.rate = megabits(1'000);
        port.mode = n < used ? PortMode::access : PortMode::unused;
        o.add(port);
    }
    return id;
}

const GrowthLine* line(const GrowthCheck& growth, GrowthResource resource, AnyId where) {
    for (const GrowthLine& one : growth.lines)
        if (one.resource == resource && one.where.front() == where)
            return &one;
    return nullptr;
}

TEST(GrowthCheck, PortsOfARoomLastAsLongAsAnySwitchHasSome) {
    Office o;
    grow(o, 10, 5);
    const EquipmentId full = a_switch(o, o.plane, 24, 24);
    a_switch(o, o.plane, 24, 0);
    a_switch(o, o.add_plane("secret", Disclosure::secret), 24, 24);
    const Facts facts(o.design);
    const GrowthCheck& growth = facts.get<GrowthCheck>(GrowthLimits{});
    EXPECT_EQ(growth.a_year, percent(10));
    const GrowthLine* room = line(growth, GrowthResource::room_ports, o.space);
    ASSERT_TRUE(room);
    ASSERT_EQ(room->where, (std::vector<AnyId>{o.space, o.plane}));
    EXPECT_NEAR(*room->years, std::log(2) / std::log(1.1), 1e-12);
    EXPECT_GT(room->need(std::pow(1.1, 8)), 48);
    EXPECT_LE(room->need(std::pow(1.1, 7)), 48);
    const GrowthLine* device = line(growth, GrowthResource::switch_ports, full);
    ASSERT_TRUE(device);
    EXPECT_EQ(*device->years, 0) << "as soon as it grows";
    int rooms = 0;
    for (const GrowthLine& one : growth.lines)
        rooms += one.resource == GrowthResource::room_ports;
    EXPECT_EQ(rooms, 1) << "secret networks do not grow";
}

TEST(GrowthCheck, WithoutAStatedRateOnlyWhatIsShortRunsOut) {
    Office o;
    a_switch(o, o.plane, 24, 20);
    o.change(o.tray, [](PathwayRun& run) { run.fill_limit = BasisPoints(1); });
    const Facts facts(o.design);
    for (const GrowthLine& one : facts.get<GrowthCheck>(GrowthLimits{}).lines)
        EXPECT_EQ(one.years.has_value(), one.resource == GrowthResource::tray);
}

// 200 W on a circuit of 500 VA of which 80 % may be used: doubled once. 0.9 of a UPS of 1000 VA at 50 %: 450 W.
TEST(GrowthCheck, PowerLastsToTheShareThatMayBeUsed) {
    Office o;
    grow(o, 20, 5);
    Rack rack;
    rack.space = o.space;
    rack.units = 10;
    rack.power_limit = watts(300);
    const RackId at = o.add(rack);
    Ups ups;
    ups.capacity = VoltAmperes(1'000);
    const UpsId battery = o.add(ups);
    Circuit circuit;
    circuit.fed_by = battery;
    circuit.capacity = VoltAmperes(500);
    const CircuitId breaker = o.add(circuit);
    Pdu strip;
    strip.circuit = breaker;
    const PduId on = o.add(strip);
    for (int n = 0; n < 2; ++n) {
        const EquipmentId device = a_switch(o, o.plane, 1, 1);
        PowerSupply supply;
        supply.equipment = device;
        supply.pdu = on;
        o.add(supply);
        RackItem item;
        item.rack = at;
        item.item = device;
        item.unit = 1 + n;
        o.add(item);
    }
    const Facts facts(o.design);
    const GrowthCheck& growth = facts.get<GrowthCheck>(GrowthLimits{.ups = percent(50), .feed = percent(80)});
    const auto years = [&](GrowthResource resource, AnyId where) {
        const GrowthLine* one = line(growth, resource, where);
        return one && one->years ? *one->years : -1;
    };
    EXPECT_NEAR(years(GrowthResource::feed, breaker), std::log(2) / std::log(1.2), 1e-12);
    EXPECT_NEAR(years(GrowthResource::ups, battery), std::log(450.0 / 200) / std::log(1.2), 1e-12);
    EXPECT_NEAR(years(GrowthResource::rack_power, at), std::log(1.5) / std::log(1.2), 1e-12);
    EXPECT_NEAR(years(GrowthResource::rack_units, o.space), std::log(5) / std::log(1.2), 1e-12);
    EXPECT_FALSE(line(growth, GrowthResource::feed, on)) << "a strip of unknown capacity";
    const GrowthLine* heat = line(growth, GrowthResource::heat, o.space);
    ASSERT_TRUE(heat);
    EXPECT_EQ(heat->growing, 200);
    EXPECT_FALSE(heat->capacity || heat->years) << "nobody says what the cooling takes";
    // Full ports today come first, then what is sooner.
    for (std::size_t i = 1; i < growth.lines.size(); ++i)
        EXPECT_LE(growth.lines[i - 1].years.value_or(HUGE_VAL), growth.lines[i].years.value_or(HUGE_VAL));
}

TEST(GrowthCheck, TraysAddressesAndUplinks) {
    Office o;
    grow(o, 5, 5);
    const EquipmentId access = a_switch(o, o.plane, 24, 20);
    const EquipmentId core = a_switch(o, o.plane, 0, 0, EquipmentRole::core_switch);
    Port up;
    up.equipment = access;
    up.rate = megabits(10'000);
    up.medium = Medium::fibre;
    const PortId from = o.add(up);
    up.equipment = core;
    o.terminate(o.add_cord(from, 1, metres(2)), CableEnd::b, o.add(up));
    Vlan vlan;
    vlan.plane = o.plane;
    const VlanId net = o.add(vlan);
    Prefix prefix;
    prefix.prefix = IpPrefix::parse("10.0.0.0/29").value();
    prefix.vlan = net;
    const PrefixId addresses = o.add(prefix);
    for (int n = 0; n < 3; ++n) {
        Equipment host;
        host.plane = o.plane;
        host.address = IpAddress::parse("10.0.0." + std::to_string(n + 2)).value();
        o.add(host);
    }
    const GrowthLimits limits{.tray = percent(50), .access = 3};
    const Facts facts(o.design);
    const GrowthCheck& growth = facts.get<GrowthCheck>(limits);
    const GrowthLine* uplink = line(growth, GrowthResource::uplinks, access);
    ASSERT_TRUE(uplink);
    EXPECT_EQ(uplink->growing, 20e9);
    EXPECT_EQ(*uplink->capacity, 30e9);
    EXPECT_NEAR(*uplink->years, std::log(1.5) / std::log(1.05), 1e-9);
    const GrowthLine* hosts = line(growth, GrowthResource::prefix, addresses);
    ASSERT_TRUE(hosts);
    EXPECT_EQ(hosts->growing, 3);
    EXPECT_EQ(*hosts->capacity, 8);
    EXPECT_EQ(hosts->fixed, 2) << "network and broadcast; no gateway yet";
    EXPECT_NEAR(*hosts->years, std::log(2) / std::log(1.05), 1e-9);
    const GrowthLine* tray = line(growth, GrowthResource::tray, o.tray);
    ASSERT_TRUE(tray);
    const double section = *tray->capacity;
    o.change(o.tray, [](PathwayRun& run) { run.fill_limit = percent(25); });
    const Facts narrower = facts.advance(o.design);
    EXPECT_EQ(*line(narrower.get<GrowthCheck>(limits), GrowthResource::tray, o.tray)->capacity, section / 2)
        << "the run's own limit goes before the deck's";
}

} // namespace
} // namespace riser
