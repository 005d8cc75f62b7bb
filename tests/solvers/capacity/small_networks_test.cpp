// SPDX-License-Identifier: GPL-3.0-or-later
// A pair of switches over one access switch, reckoned by hand; headroom found again by trying.
#include "solvers/capacity/flow_bound.h"
#include "solvers/capacity/network_loads.h"
#include "solvers/capacity/spanning_tree.h"
#include "tests/support/networks.h"

#include <gtest/gtest.h>

#include <cmath>

namespace riser {
namespace {

constexpr double megabit = 1e6;

// Ten people who take 1 Mbit/s each from a server on the first core and send a fifth of it; the access switch is on
// both cores by one LAG.
struct Pair : test::NetworkCase {
    PlaneId net = plane("E");
    BodyId people = body("P");
    ZoneId desks = zone(net, "D"), servers = zone(net, "S");
    EquipmentId core[2] = {device(EquipmentRole::core_switch, "C1", net, {}),
                           device(EquipmentRole::core_switch, "C2", net, {})};
    EquipmentId access = device(EquipmentRole::access_switch, "A1", net, {});
    EquipmentId server = device(EquipmentRole::server, "H1", net, {});
    VlanId users = vlan(desks, 10, people), hosts = vlan(servers, 20, people);
    CableId peer, uplink[2];

    Pair() {
        Zone row = *design.find(servers);
        row.role = ZoneRole::servers;
        design.zones.put(row);
        add_prefix(users, "10.0.1.0/24");
        add_prefix(hosts, "10.0.2.0/24");
        for (const int n : {0, 1}) {
            add_gateway(users, core[n], "10.0.1." + std::to_string(2 + n), "10.0.1.1", 120 - 20 * n);
            add_gateway(hosts, core[n], "10.0.2." + std::to_string(2 + n), "10.0.2.1", 120 - 20 * n);
        }
        peer = trunk(core[0], core[1], 1'000'000'000, {}, {});
        const LagId low = lag({access}), high = lag({core[0], core[1]});
        for (const int n : {0, 1})
            uplink[n] = trunk(access, core[n], 100'000'000, low, high);
        for (int n = 0; n < 10; ++n) {
            Jack jack;
            jack.id = {next++};
            jack.plane = net;
            design.jacks.put(jack);
            join(access_port(access, users), jack.id);
        }
        join(access_port(core[0], hosts), port(server, 1'000'000'000));
        Service service;
        service.id = {next++};
        service.zone = servers;
        service.hosts = {server};
        service.address = IpAddress::parse("10.0.2.9");
        service.entitled = {people};
        service.busy_hour_rate = BitRate(1'000'000);
        design.services.put(service);
    }
    void add_prefix(VlanId of, const char* text) {
        Prefix row;
        row.id = {next++};
        row.vlan = of;
        row.prefix = IpPrefix::parse(text);
        design.prefixes.put(row);
    }
    void add_gateway(VlanId of, EquipmentId on, const std::string& own, const char* shared, int priority) {
        Gateway row;
        row.id = {next++};
        row.vlan = of;
        row.equipment = on;
        row.address = IpAddress::parse(own);
        row.redundant = true;
        row.shared = IpAddress::parse(shared);
        row.priority = priority;
        design.gateways.put(row);
    }
    LagId lag(std::vector<EquipmentId> across) {
        Lag row;
        row.id = {next++};
        row.across = std::move(across);
        design.lags.put(row);
        return row.id;
    }
    CableId trunk(EquipmentId a, EquipmentId b, std::int64_t rate, std::optional<LagId> at_a,
                  std::optional<LagId> at_b) {
        const PortId ends[2] = {port(a, rate), port(b, rate)};
        for (const int n : {0, 1}) {
            Port row = *design.find(ends[n]);
            row.mode = PortMode::trunk;
            row.trunk_vlans = {users, hosts};
            row.lag = n == 0 ? at_a : at_b;
            design.ports.put(row);
        }
        return join(ends[0], ends[1]);
    }
    PortId access_port(EquipmentId on, VlanId of) {
        Port row = *design.find(port(on, 1'000'000'000));
        row.mode = PortMode::access;
        row.access_vlan = of;
        design.ports.put(row);
        return row.id;
    }
    const LinkLoad& link(const NetworkLoads& loads, EquipmentId a, EquipmentId b) const {
        for (const LinkLoad& one : loads.links)
            if (one.b.kind == Kind::ports &&
                std::minmax(design.find(one.a)->equipment, design.find(PortId{one.b.value})->equipment) ==
                    std::minmax(a, b))
                return one;
        static const LinkLoad none{};
        return none;
    }
};

const TrafficAssumptions fifth{.kinds = {{ServiceMedium::data, BitRate(500'000), percent(100), percent(20)}}};

// Both directions of a link in Mbit/s, from the first device named.
std::pair<double, double> from(const Pair& pair, const LinkLoad& link, EquipmentId first, double DirectedLoad::*what) {
    const bool straight = pair.design.find(link.a)->equipment == first;
    return {(straight ? link.from_a : link.from_b).*what / megabit,
            (straight ? link.from_b : link.from_a).*what / megabit};
}

TEST(SmallNetworks, LoadsOfAPairAreThoseReckonedByHand) {
    const Pair pair;
    const Facts facts(pair.design);
    const NetworkLoads& loads = facts.get<NetworkLoads>(fifth);
    EXPECT_DOUBLE_EQ(loads.people, 10);
    EXPECT_NEAR(loads.asked, 12 * megabit, 1);
    EXPECT_NEAR(loads.carried, 12 * megabit, 1);
    const auto normal = &DirectedLoad::normal, worst = &DirectedLoad::worst;
    // Up: half by each core; down: the first core has a link of its own.
    const LinkLoad &first = pair.link(loads, pair.access, pair.core[0]),
                   &second = pair.link(loads, pair.access, pair.core[1]),
                   &peers = pair.link(loads, pair.core[0], pair.core[1]),
                   &host = pair.link(loads, pair.core[0], pair.server);
    EXPECT_EQ(from(pair, first, pair.access, normal), std::pair(1.0, 10.0));
    EXPECT_EQ(from(pair, second, pair.access, normal), std::pair(1.0, 0.0));
    EXPECT_EQ(from(pair, peers, pair.core[0], normal), std::pair(0.0, 1.0));
    EXPECT_EQ(from(pair, host, pair.core[0], normal), std::pair(2.0, 10.0));
    // Without the first uplink all goes by the second and between the cores.
    EXPECT_EQ(from(pair, second, pair.access, worst), std::pair(2.0, 10.0));
    EXPECT_EQ(from(pair, peers, pair.core[0], worst), std::pair(10.0, 2.0));
    EXPECT_EQ(from(pair, first, pair.access, worst), std::pair(2.0, 10.0));
    ASSERT_TRUE(second.worse().cause);
    const Cable* lost = pair.design.find(CableId{second.worse().cause->row.value});
    const Port* off = pair.design.find(PortId{second.worse().cause->row.value});
    EXPECT_TRUE((lost && lost->id == pair.uplink[0]) || (off && (off->id == first.a || AnyId(off->id) == first.b)));
    // Without the server, its core or the access switch nothing arrives.
    ASSERT_FALSE(loads.uncarried.empty());
    EXPECT_NEAR(loads.uncarried.front().lost, 12 * megabit, 1);
}

TEST(SmallNetworks, TrunksNeedMembersForTheirPeakAndOneMore) {
    const Pair pair;
    const Facts facts(pair.design);
    const NetworkLoads& loads = facts.get<NetworkLoads>(fifth);
    ASSERT_EQ(loads.trunks.size(), 1U);
    EXPECT_EQ(loads.trunks.front().members.size(), 2U);
    EXPECT_NEAR(loads.trunks.front().peak(), 10 * megabit, 1);
    EXPECT_EQ(loads.trunks.front().needed, 2);
    EXPECT_EQ(members_for(100 * megabit, BitRate(100'000'000)), 2);
    EXPECT_EQ(members_for(100 * megabit + 1, BitRate(100'000'000)), 3);
    EXPECT_EQ(members_for(350 * megabit, BitRate(100'000'000)), 5);
    EXPECT_EQ(members_for(1, BitRate(0)), 0);
}

// The room that is told is where trying more and more people first fills a link.
TEST(SmallNetworks, HeadroomIsFoundAgainByTryingMorePeople) {
    const Pair pair;
    const Facts facts(pair.design);
    const NetworkLoads& loads = facts.get<NetworkLoads>(fifth);
    const LinkLoad* first = loads.first_full();
    ASSERT_NE(first, nullptr);
    EXPECT_NEAR(first->room, 10, 1e-9);
    const auto is_full = [&](std::int32_t basis_points) {
        TrafficAssumptions more = fifth;
        more.growth = BasisPoints(basis_points);
        const NetworkLoads& then = facts.get<NetworkLoads>(more);
        return std::any_of(then.links.begin(), then.links.end(), [](const LinkLoad& link) {
            return link.worse().worst > static_cast<double>(link.rate.value) * (1 + 1e-9);
        });
    };
    std::int32_t fits = 10'000, full = 1'000'000;
    while (full - fits > 1) {
        const std::int32_t middle = (fits + full) / 2;
        (is_full(middle) ? full : fits) = middle;
    }
    EXPECT_EQ(fits, static_cast<std::int32_t>(std::floor(first->room * 10'000 + 1e-6)));
}

TEST(SmallNetworks, PathCostsAreThoseOfTheStandard) {
    EXPECT_EQ(path_cost(BitRate(100'000'000)), 200'000);
    EXPECT_EQ(path_cost(BitRate(1'000'000'000)), 20'000);
    EXPECT_EQ(path_cost(BitRate(10'000'000'000)), 2'000);
    EXPECT_EQ(path_cost(BitRate(0)), 200'000'000);
}

// What comes back fills the first core's own link of 100 Mbit/s at ten times the people; both links carry twice that.
TEST(SmallNetworks, AnotherRoutingWouldCarryTwiceAsMuchOverAPair) {
    const Pair pair;
    const Result<FlowBound> found = flow_bound(Facts(pair.design), fifth);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->outcome, Outcome::complete);
    EXPECT_NEAR(found->as_built, 10, 1e-9);
    EXPECT_NEAR(found->lambda, 20, 20 * 1.1e-4);
    EXPECT_GE(found->bound, 20 * (1 - 1e-9));
    EXPECT_NEAR(found->asked, 12 * megabit, 1);
    EXPECT_EQ(found->apart, 0);
    EXPECT_EQ(found->unlimited, 0U);
}

} // namespace
} // namespace riser
