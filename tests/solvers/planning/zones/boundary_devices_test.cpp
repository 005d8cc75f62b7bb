// SPDX-License-Identifier: GPL-3.0-or-later
// Security devices and hosts, whatever the building: every boundary has the controls of its level on every way, as
// trying each way shows; each firewall hangs on every core; nothing is used twice; what the catalogue lacks is said.
#include "solvers/analysis/device_links.h"
#include "solvers/analysis/guard_ways.h"
#include "solvers/planning/equipment/core_choice.h"
#include "tests/solvers/planning/planned.h"
#include "tests/solvers/planning/zones/guarded_building.h"

#include <algorithm>
#include <functional>
#include <random>
#include <set>

namespace riser::test {
namespace {

class GuardLaws : public testing::TestWithParam<std::uint32_t> {
  protected:
    GuardLaws() { reports = perform(design); }
    GuardedBuilding building = guarded_building(GetParam());
    Design& design = building.design();
    std::vector<StepReport> reports;

    const StepReport& report(std::string_view step) const {
        return *std::find_if(reports.begin(), reports.end(), [&](const StepReport& r) { return r.step == step; });
    }
    std::vector<const Equipment*> devices(PlaneId plane, EquipmentRole role) const {
        std::vector<const Equipment*> out;
        for (const Equipment& row : design.equipment)
            if (row.plane == plane && design.find(row.type)->role == role)
                out.push_back(&row);
        return out;
    }
    bool has_core(PlaneId plane) const {
        return !devices(plane, EquipmentRole::core_switch).empty() ||
               !devices(plane, EquipmentRole::distribution_switch).empty();
    }
};

TEST_P(GuardLaws, EveryBoundaryHasTheControlsOfItsLevel) {
    const Facts facts(design);
    std::size_t looked_at = 0;
    for (const Boundary& boundary : facts.get<Boundaries>().list) {
        ASSERT_NE(boundary.kind, BoundaryKind::secret);
        if (!boundary.plane || !has_core(*boundary.plane))
            continue;
        for (const NeededControl& need : controls_of(boundary, facts.get<GuardWays>(), by_deck().zones.tables)) {
            const Choice& name = choices(need.measure->control)[static_cast<std::size_t>(need.measure->control)];
            EXPECT_TRUE(need.is_there()) << name.label.en << " between " << design.find(boundary.a)->code << " and "
                                         << to_string(boundary.b) << ": " << need.answer.devices.size()
                                         << (need.answer.passed_by ? " passed by" : "") << "\n"
                                         << list(report("equipment").reasons);
            ++looked_at;
        }
    }
    if (GetParam() == 0) {
        EXPECT_GT(looked_at, 100U);
    }
}

// Each firewall of a network has a way to each of its cores that passes devices in the line alone.
TEST_P(GuardLaws, FirewallsHangOnEveryCore) {
    const Facts facts(design);
    const GuardWays& ways = facts.get<GuardWays>();
    const std::vector<const Equipment*> firewalls = devices(building.built.office, EquipmentRole::firewall);
    if (!has_core(building.built.office))
        return;
    ASSERT_EQ(firewalls.size(), 2U);
    for (const Equipment* firewall : firewalls) {
        std::set<std::uint32_t> seen;
        std::function<void(std::uint32_t)> visit = [&](std::uint32_t at) {
            if (!seen.insert(at).second || !(is_inline(ways.devices[at].role) || ways.devices[at].id == firewall->id))
                return;
            for (const std::uint32_t next : ways.devices[at].links)
                visit(next);
        };
        for (std::uint32_t i = 0; i < ways.devices.size(); ++i)
            if (ways.devices[i].id == firewall->id)
                visit(i);
        std::size_t cores = 0;
        for (const std::uint32_t at : seen)
            cores += ways.devices[at].role == EquipmentRole::core_switch ||
                     ways.devices[at].role == EquipmentRole::distribution_switch;
        EXPECT_EQ(cores, static_cast<std::size_t>(cores_side_by_side(design, building.built.office)))
            << firewall->label;
        EXPECT_EQ(firewall->zone, building.edge);
    }
}

TEST_P(GuardLaws, NoPortTwiceAndEachInUseAsItSays) {
    std::set<AnyId> ports;
    for (const Termination& end : design.terminations)
        if (end.on.kind == Kind::ports) {
            EXPECT_TRUE(ports.insert(end.on).second) << "two cords in one port";
        }
    for (const ProviderHandoff& handoff : design.provider_handoffs) {
        if (!handoff.plane || devices(*handoff.plane, EquipmentRole::firewall).empty())
            continue;
        ASSERT_TRUE(handoff.port) << handoff.provider.en;
        EXPECT_TRUE(ports.insert(*handoff.port).second) << "a handoff on a port in use";
        const Port& port = *design.find(*handoff.port);
        EXPECT_EQ(port.mode, PortMode::routed);
        EXPECT_GE(port.rate, handoff.bandwidth);
        EXPECT_EQ(design.find(design.find(port.equipment)->type)->role, EquipmentRole::firewall);
    }
    for (const Port& port : design.ports)
        EXPECT_EQ(port.mode != PortMode::unused, ports.contains(port.id)) << port.name;
}

TEST_P(GuardLaws, ServicesHaveTheirHostsInTheirZone) {
    if (!has_core(building.built.office))
        return;
    for (const auto& [id, role, count] :
         {std::tuple(building.web, EquipmentRole::server, 2U), std::tuple(building.mail, EquipmentRole::server, 1U),
          std::tuple(building.voice, EquipmentRole::telephone_system, 1U),
          std::tuple(building.outside, EquipmentRole::server, 0U)}) {
        const Service& service = *design.find(id);
        ASSERT_EQ(service.hosts.size(), count) << service.code;
        for (const EquipmentId host : service.hosts) {
            EXPECT_EQ(design.find(design.find(host)->type)->role, role);
            EXPECT_EQ(design.find(host)->zone, service.zone);
        }
    }
}

TEST_P(GuardLaws, EveryDeviceStandsInARackAndIsJoined) {
    std::set<AnyId> placed;
    for (const RackItem& item : design.rack_items)
        placed.insert(item.item);
    const Facts facts(design);
    for (const GuardDevice& device : facts.get<GuardWays>().devices) {
        EXPECT_TRUE(placed.contains(device.id)) << design.find(device.id)->label;
        if (device.role != EquipmentRole::access_switch) {
            EXPECT_FALSE(device.links.empty()) << design.find(device.id)->label;
        }
    }
    for (const Equipment& row : design.equipment) {
        const Plane* plane = design.find(row.plane);
        EXPECT_TRUE(plane && plane->disclosure != Disclosure::secret) << row.label;
    }
}

TEST_P(GuardLaws, PlanningAgainChangesNothing) {
    const Design before = design;
    perform(design, {"equipment"});
    perform(design, {"zones"});
    EXPECT_TRUE(design == before);
}

INSTANTIATE_TEST_SUITE_P(Buildings, GuardLaws, testing::Range(0U, 12U));

TEST(BoundaryDevices, WhatTheCatalogueLacksIsSaid) {
    for (const EquipmentRole role : {EquipmentRole::firewall, EquipmentRole::ips, EquipmentRole::bastion}) {
        GuardedBuilding building = guarded_building(0, Grading::mlps_3, role);
        const std::vector<StepReport> reports = perform(building.design());
        const auto step = [&](std::string_view name) -> const StepReport& {
            return *std::find_if(reports.begin(), reports.end(), [&](const StepReport& r) { return r.step == name; });
        };
        const std::string name(choices(role)[static_cast<std::size_t>(role)].label.en);
        EXPECT_TRUE(says(step("equipment").reasons, "the catalogue has no fitting type of " + name,
                         AnyId(building.built.office)))
            << list(step("equipment").reasons);
        EXPECT_TRUE(says(step("zones").reasons, "a boundary lacks a control")) << list(step("zones").reasons);
    }
}

// The cheapest that does: six ports are enough for the firewalls, a four-port IPS costs less than two of two ports, two
// malware gateways of two ports less than one of four.
TEST(BoundaryDevices, TheCheapestThatHasThePorts) {
    GuardedBuilding building = guarded_building(0);
    perform(building.design());
    std::map<std::string, int> counts;
    for (const Equipment& row : building.design().equipment)
        if (row.plane == building.built.office)
            ++counts[building.design().find(row.type)->code];
    EXPECT_EQ(counts["FW-6"], 2);
    EXPECT_EQ(counts["IPS-4"], 2);
    EXPECT_EQ(counts["AV-2"], 4);
    EXPECT_EQ(counts["AV-4"] + counts["IPS-2"] + counts["FW-2"] + counts["FW-8"] + counts["RT-4"], 0);
}

// Whichever switch goes, another still leads to a host, though the ports of one would do.
TEST(BoundaryDevices, HostsOfAServiceAboveNHangOnTwoSwitches) {
    for (std::uint32_t seed = 0; seed < 4; ++seed) {
        GuardedBuilding building = guarded_building(seed);
        Design& design = building.design();
        perform(design);
        const auto switches_of = [&](ServiceId id) {
            const Facts facts(design);
            const GuardWays& ways = facts.get<GuardWays>();
            std::set<EquipmentId> out;
            for (const GuardDevice& device : ways.devices)
                if (const std::vector<EquipmentId>& hosts = design.find(id)->hosts;
                    std::find(hosts.begin(), hosts.end(), device.id) != hosts.end())
                    for (const std::uint32_t at : device.links)
                        out.insert(ways.devices[at].id);
            return out;
        };
        EXPECT_EQ(switches_of(building.voice).size(), 1U);
        RequirementClass two;
        two.id = building.built.builder.ids.next<RequirementClass>();
        two.subject = building.voice;
        two.redundancy = RedundancyClass::n_plus_1;
        design.requirement_classes.put(two);
        perform(design);
        ASSERT_EQ(design.find(building.voice)->hosts.size(), 2U);
        EXPECT_EQ(switches_of(building.voice).size(), 2U);
    }
}

// Without zones nothing is asked: devices go, and services and handoffs let go of them.
TEST(BoundaryDevices, GoWithTheZones) {
    GuardedBuilding building = guarded_building(0);
    Design& design = building.design();
    perform(design);
    for (const Zone& zone : Design(design).zones)
        design.zones.erase(zone.id);
    perform(design);
    for (const Equipment& row : design.equipment)
        EXPECT_TRUE(design.find(row.type)->role == EquipmentRole::access_switch ||
                    design.find(row.type)->role == EquipmentRole::distribution_switch ||
                    design.find(row.type)->role == EquipmentRole::core_switch)
            << row.label;
    for (const Service& row : design.services)
        EXPECT_TRUE(row.hosts.empty()) << row.code;
    for (const ProviderHandoff& row : design.provider_handoffs)
        EXPECT_FALSE(row.port);
    EXPECT_EQ(design.policies.size(), 0U);
}

// What stays when a person's firewall stands there: it counts, and one is planned beside it.
TEST(BoundaryDevices, APersonsDeviceCountsFirst) {
    GuardedBuilding building = guarded_building(0);
    perform(building.design());
    Design& design = building.design();
    for (const Equipment& row : design.equipment)
        if (row.plane == building.built.office && design.find(row.type)->role == EquipmentRole::bastion) {
            Equipment own = row;
            own.id = building.built.builder.ids.next<Equipment>();
            own.origin = {};
            own.label = "OWN";
            design.equipment.put(own);
            break;
        }
    perform(design, {"equipment"});
    std::vector<std::string> labels;
    for (const Equipment& row : design.equipment)
        if (row.plane == building.built.office && design.find(row.type)->role == EquipmentRole::bastion)
            labels.push_back(row.label);
    EXPECT_EQ(labels, std::vector<std::string>{"OWN"});
}

// The answer about a boundary against walking every simple path of a random network.
TEST(GuardWaysOracle, AgreesWithEveryPath) {
    using R = EquipmentRole;
    constexpr R roles[] = {R::core_switch, R::access_switch, R::firewall, R::ips, R::av_gateway, R::router, R::server};
    std::mt19937 random(5);
    std::size_t passed = 0, there = 0;
    for (int round = 0; round < 3'000; ++round) {
        GuardWays ways;
        const auto n = static_cast<std::uint32_t>(3 + random() % 5);
        for (std::uint32_t i = 0; i < n; ++i)
            ways.devices.push_back({.id = EquipmentId{i + 1},
                                    .role = roles[random() % std::size(roles)],
                                    .plane = PlaneId{random() % 8 == 0 ? 2U : 1U},
                                    .zone = {},
                                    .links = {}});
        for (std::uint32_t i = 0; i < n; ++i)
            for (std::uint32_t j = 0; j < i; ++j)
                if (random() % 5 < 2) {
                    ways.devices[i].links.push_back(j);
                    ways.devices[j].links.push_back(i);
                }
        const bool to_exit = random() % 2 == 0;
        Boundary boundary;
        boundary.plane = PlaneId{1};
        boundary.b = ZoneId{9};
        const auto exit = static_cast<std::uint32_t>(random() % n);
        if (to_exit) {
            boundary.b = ProviderHandoffId{7};
            ways.exits.emplace_back(ProviderHandoffId{7}, exit);
        }
        const std::vector<R> asked = random() % 2 ? std::vector{R::ips} : std::vector{R::firewall, R::av_gateway};
        const auto provides = [&](std::uint32_t i) {
            return std::find(asked.begin(), asked.end(), ways.devices[i].role) != asked.end();
        };
        bool expected = false;
        std::vector<std::uint32_t> path;
        const std::function<void(std::uint32_t)> walk = [&](std::uint32_t at) {
            if (ways.devices[at].plane != PlaneId{1} || std::find(path.begin(), path.end(), at) != path.end())
                return;
            path.push_back(at);
            const R role = ways.devices[at].role;
            const bool end = to_exit ? at == exit : role == R::firewall;
            expected |= end && std::none_of(path.begin(), path.end(), provides);
            if (role != R::server && !(!to_exit && role == R::firewall))
                for (const std::uint32_t next : ways.devices[at].links)
                    walk(next);
            path.pop_back();
        };
        for (std::uint32_t i = 0; i < n; ++i)
            if (ways.devices[i].role == R::core_switch)
                walk(i);
        const GuardWays::Answer answer = ways.of(boundary, asked);
        ASSERT_EQ(answer.passed_by, expected) << "round " << round;
        passed += answer.passed_by;
        there += answer.is_there();
    }
    EXPECT_GT(passed, 200U);
    EXPECT_GT(there, 200U);
}

} // namespace
} // namespace riser::test
