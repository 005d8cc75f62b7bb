// SPDX-License-Identifier: GPL-3.0-or-later
// Weaknesses put one at a time into a network that has none: each is found at the thing that is weak, by the rule that
// should say so, and no rule says anything else that it did not say before.
#include "solvers/checks/run_checks.h"
#include "solvers/failure/uplink_fixes.h"
#include "tests/solvers/checks/two_cores.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace riser::test {
namespace {

struct Said {
    std::string rule;
    AnyId about; // among the finding's subjects
};

struct Weakness {
    const char* name;
    std::function<std::vector<Said>(TwoCores&)> put_in;
};

CheckReport check(const Design& design) { return run_checks(Facts(design), *built_in_deck("cn-government")); }

// Whether the old finding said all that the new one says.
bool covers(const Finding& old, const Finding& fresh) {
    return old.rule == fresh.rule && std::ranges::all_of(fresh.subjects, [&](AnyId id) {
               return std::ranges::find(old.subjects, id) != old.subjects.end();
           });
}

// The second uplink goes another way than the first no longer.
std::vector<Said> by_way(TwoCores& n, std::vector<PathwayRunId> way, std::vector<Said> said) {
    n.lay(n.uplink[1], std::move(way));
    return said;
}

void move_core_link(TwoCores& n, EquipmentId device) {
    n.move_end(n.cable_between(device, n.core[1]), n.core[1], n.core[0]);
}

// Of the first core room, in which the first of each pair stands.
RoomId first_room(const TwoCores& n) { return n.design.find(n.core_room[0])->room; }

std::vector<Weakness> ways() {
    return {
        {"both uplinks in one shaft",
         [](TwoCores& n) {
             return by_way(n, {n.below_runs[3], n.below_runs[2], n.below_runs[1], n.shafts[0], n.to_third, n.past},
                           {{"AV-04", n.shafts[0]}, {"REQ-01", n.shafts[0]}});
         }},
        {"both uplinks in one tray",
         [](TwoCores& n) {
             return by_way(n, {n.below_runs[3], n.below_runs[2], n.shafts[1], n.on_from_third, n.into_room},
                           {{"AV-04", n.on_from_third}, {"REQ-01", n.on_from_third}});
         }},
        {"both uplinks in one fire compartment",
         [](TwoCores& n) {
             return by_way(n, {n.below_runs[3], n.below_runs[2], n.shafts[1], n.past}, {{"AV-04", n.compartments[0]}});
         }},
        {"no second uplink",
         [](TwoCores& n) {
             n.remove(n.uplink[1]);
             return std::vector<Said>{{"AV-04", n.telecom_room}, {"REQ-01", n.telecom_room}};
         }},
        {"both uplinks on one card",
         [](TwoCores& n) {
             n.change(n.uplink_port[1], [&](Port& row) { row.card = n.card[0]; });
             return std::vector<Said>{{"AV-04", n.card[0]}};
         }},
        {"both uplinks on one core switch",
         [](TwoCores& n) {
             n.move_end(n.uplink[1], n.core[1], n.core[0]);
             return std::vector<Said>{{"AV-04", n.core[0]}, {"REQ-01", n.telecom_room}};
         }},
        {"both uplink cables fail together",
         [](TwoCores& n) {
             const CommonCauseId id = n.cause({n.uplink[0], n.uplink[1]});
             return std::vector<Said>{{"AV-04", id}};
         }},
        {"both shafts fail together",
         [](TwoCores& n) {
             const CommonCauseId id = n.cause({n.shafts[0], n.shafts[2]});
             return std::vector<Said>{{"AV-04", id}};
         }},
        {"both uplinks in a group that needs both",
         [](TwoCores& n) {
             Lag row;
             row.name = "Eth-Trunk1";
             row.across = {n.access};
             row.minimum_links = 2;
             const LagId lag = n.put(row);
             for (const PortId port : n.uplink_port)
                 n.change(port, [&](Port& at) { at.lag = lag; });
             return std::vector<Said>{{"AV-04", n.uplink_port[0]}};
         }},
    };
}

std::vector<Weakness> feeds() {
    const auto one_strip = [](TwoCores& n, std::size_t device) {
        n.change(n.supplies_of(n.all()[device])[1], [&](PowerSupply& row) { row.pdu = n.feeds[device].strip[0]; });
        return std::vector<Said>{{"DES-12", n.feeds[device].strip[0]}};
    };
    const auto one_circuit = [](TwoCores& n, std::size_t device) {
        n.change(n.feeds[device].strip[1], [&](Pdu& row) { row.circuit = n.feeds[device].circuit[0]; });
        return std::vector<Said>{{"DES-12", n.feeds[device].circuit[0]}};
    };
    const auto one_ups = [](TwoCores& n, std::size_t device) {
        n.change(n.feeds[device].circuit[1], [&](Circuit& row) { row.fed_by = n.ups[0]; });
        n.change(n.ups[0], [](Ups& row) { row.topology = UpsTopology::single; });
        return std::vector<Said>{{"DES-12", n.ups[0]}};
    };
    const auto single = [](TwoCores& n, std::size_t device) {
        n.change(n.supplies_of(n.all()[device])[1], [&](PowerSupply& row) { row.status = Status::remove; });
    };
    return {
        {"both supplies of a core switch on one strip", [=](TwoCores& n) { return one_strip(n, 0); }},
        {"both supplies of a firewall on one circuit", [=](TwoCores& n) { return one_circuit(n, 2); }},
        {"both supplies of a server on one UPS", [=](TwoCores& n) { return one_ups(n, 4); }},
        {"both supplies of the access switch on one strip", [=](TwoCores& n) { return one_strip(n, 6); }},
        {"both core switches on one strip, with a supply each",
         [=](TwoCores& n) {
             single(n, 0);
             single(n, 1);
             n.change(n.supplies_of(n.core[1])[0], [&](PowerSupply& row) { row.pdu = n.feeds[0].strip[0]; });
             return std::vector<Said>{{"AV-04", n.feeds[0].strip[0]}, {"REQ-02", n.feeds[0].strip[0]}};
         }},
        {"both firewalls on one UPS, with a supply each",
         [=](TwoCores& n) {
             single(n, 2);
             single(n, 3);
             n.change(n.ups[0], [](Ups& row) { row.topology = UpsTopology::single; });
             return std::vector<Said>{{"REQ-02", n.ups[0]}, {"REQ-03", n.ups[0]}};
         }},
        {"both servers on one circuit, with a supply each",
         [=](TwoCores& n) {
             single(n, 4);
             single(n, 5);
             n.change(n.feeds[5].strip[0], [&](Pdu& row) { row.circuit = n.feeds[4].circuit[0]; });
             return std::vector<Said>{{"REQ-02", n.feeds[4].circuit[0]}};
         }},
        {"one source behind both UPS",
         [](TwoCores& n) {
             n.change(n.ups[1], [&](Ups& row) { row.fed_by = n.mains[0]; });
             return std::vector<Said>{{"REQ-02", n.mains[0]}};
         }},
    };
}

std::vector<Weakness> above_access() {
    return {
        {"no second core switch",
         [](TwoCores& n) {
             n.remove(n.core[1]);
             return std::vector<Said>{
                 {"AV-04", n.core[0]}, {"AV-05", n.plane_id}, {"REQ-02", n.core[0]}, {"INT-01", n.core[0]}};
         }},
        {"both core switches in one rack",
         [](TwoCores& n) {
             n.move_to(n.core[1], n.core_room[0], n.rack_of[0]);
             return std::vector<Said>{{"AV-04", n.rack_of[0]}, {"REQ-01", n.telecom_room}, {"REQ-02", n.rack_of[0]}};
         }},
        {"both core switches in one room",
         [](TwoCores& n) {
             n.move_to(n.core[1], n.core_room[0], n.rack_of[2]);
             const RoomId room = n.design.find(n.core_room[0])->room;
             return std::vector<Said>{{"AV-04", room}, {"REQ-01", n.telecom_room}, {"REQ-02", room}};
         }},
        {"one fault stops both core switches",
         [](TwoCores& n) {
             const CommonCauseId id = n.cause({n.core[0], n.core[1]});
             return std::vector<Said>{{"AV-04", id}, {"REQ-02", id}};
         }},
        {"a single firewall at the exit",
         [](TwoCores& n) {
             n.remove(n.firewall[1]);
             return std::vector<Said>{{"AV-05", n.plane_id},
                                      {"REQ-02", n.firewall[0]},
                                      {"REQ-03", n.firewall[0]},
                                      {"REQ-03", first_room(n)},
                                      {"INT-01", n.firewall[0]}};
         }},
        {"one fault stops both firewalls",
         [](TwoCores& n) {
             const CommonCauseId id = n.cause({n.firewall[0], n.firewall[1]});
             return std::vector<Said>{{"REQ-02", id}, {"REQ-03", id}};
         }},
        {"both firewalls on one core switch",
         [](TwoCores& n) {
             for (const EquipmentId at : n.firewall)
                 move_core_link(n, at);
             return std::vector<Said>{
                 {"REQ-02", n.core[0]}, {"REQ-03", n.core[0]}, {"REQ-03", first_room(n)}, {"INT-01", n.core[0]}};
         }},
        {"a single handoff",
         [](TwoCores& n) {
             n.remove(n.handoff[1]);
             return std::vector<Said>{{"REQ-02", n.handoff[0]}};
         }},
        {"both handoffs in one entrance",
         [](TwoCores& n) {
             n.change(n.handoff[1], [&](ProviderHandoff& row) { row.entrance = n.entrance[0]; });
             return std::vector<Said>{{"REQ-02", n.entrance[0]}};
         }},
        {"both handoffs on one firewall",
         [](TwoCores& n) {
             n.change(n.handoff_port[1], [&](Port& row) { row.equipment = n.firewall[0]; });
             return std::vector<Said>{{"REQ-02", n.firewall[0]}};
         }},
        {"a service on one host",
         [](TwoCores& n) {
             n.change(n.mail, [&](Service& row) { row.hosts.pop_back(); });
             return std::vector<Said>{{"AV-05", n.mail}, {"REQ-02", n.server}};
         }},
        {"both hosts on one core switch",
         [](TwoCores& n) {
             for (const EquipmentId at : {n.server, n.second_server})
                 move_core_link(n, at);
             return std::vector<Said>{{"REQ-02", n.core[0]}, {"INT-01", n.core[0]}};
         }},
        {"both hosts in one rack",
         [](TwoCores& n) {
             n.move_to(n.second_server, n.core_room[0], n.rack_of[4]);
             return std::vector<Said>{{"REQ-02", n.rack_of[4]}};
         }},
        {"a gateway without a second",
         [](TwoCores& n) {
             for (const Gateway& row : n.design.gateways)
                 if (row.vlan == n.party.vlan && row.equipment == n.core[1])
                     return n.design.gateways.erase(row.id),
                            std::vector<Said>{{"INT-01", n.core[0]}, {"REQ-03", n.core[0]}, {"REQ-03", first_room(n)}};
             return std::vector<Said>{};
         }},
        {"the second uplink carries the VLAN no more",
         [](TwoCores& n) {
             n.change(n.uplink_port[1], [&](Port& row) { std::erase(row.trunk_vlans, n.party.vlan); });
             return std::vector<Said>{{"REQ-03", n.core[0]}, {"REQ-03", first_room(n)}, {"REQ-03", n.uplink[0]}};
         }},
        {"the second firewall knows no way back",
         [](TwoCores& n) {
             std::vector<RouteId> gone;
             for (const Route& row : n.design.routes)
                 if (row.equipment == n.firewall[1])
                     gone.push_back(row.id);
             for (const RouteId id : gone)
                 n.design.routes.erase(id);
             return std::vector<Said>{{"INT-01", n.firewall[0]}, {"REQ-03", n.firewall[0]}, {"REQ-03", first_room(n)}};
         }},
    };
}

std::vector<Weakness> all_weaknesses() {
    std::vector<Weakness> out = ways();
    for (std::vector<Weakness> more : {feeds(), above_access()})
        std::ranges::move(more, std::back_inserter(out));
    return out;
}

constexpr std::string_view of_redundancy[] = {"AV-04", "AV-05", "REQ-01", "REQ-02", "REQ-03", "DES-12", "INT-01"};

TEST(Weaknesses, TheNetworkWithoutThemHasNone) {
    const TwoCores network;
    const CheckReport report = check(network.design);
    for (const Finding& finding : report.findings)
        EXPECT_EQ(std::ranges::find(of_redundancy, finding.rule), std::end(of_redundancy))
            << finding.rule << ": " << finding.message.en;
    for (const RuleReport& rule : report.rules)
        if (std::ranges::find(of_redundancy, rule.id) != std::end(of_redundancy)) {
            EXPECT_EQ(rule.outcome, RuleOutcome::passed) << rule.id;
        }
}

TEST(Weaknesses, EachIsFoundAndNothingElse) {
    const TwoCores sound;
    const CheckReport before = check(sound.design);
    EXPECT_GE(all_weaknesses().size(), 30U);
    for (const Weakness& weakness : all_weaknesses()) {
        SCOPED_TRACE(weakness.name);
        TwoCores network;
        std::vector<Said> wanted = weakness.put_in(network);
        EXPECT_FALSE(wanted.empty());
        std::vector<bool> heard(wanted.size(), false);
        for (const Finding& finding : check(network.design).findings) {
            if (std::ranges::any_of(before.findings, [&](const Finding& old) { return covers(old, finding); }))
                continue;
            bool expected = finding.rule == "VL-11"; // a gateway whose partner went is said by its address as well
            for (std::size_t i = 0; i < wanted.size(); ++i)
                if (wanted[i].rule == finding.rule &&
                    std::ranges::find(finding.subjects, wanted[i].about) != finding.subjects.end())
                    heard[i] = expected = true;
            EXPECT_TRUE(expected) << finding.rule << ": " << finding.message.en;
        }
        for (std::size_t i = 0; i < wanted.size(); ++i)
            EXPECT_TRUE(heard[i]) << "not said: " << wanted[i].rule << " about " << to_string(wanted[i].about);
    }
}

// Two uplinks in one shaft are one failure; one of them laid another way, they are none.
TEST(Weaknesses, TwoUplinksInOneShaftAreOneFailureUntilOneIsMoved) {
    TwoCores network;
    const std::vector<RouteStep> apart = network.design.find(network.uplink[1])->route;
    network.lay(network.uplink[1], {network.below_runs[3], network.below_runs[2], network.below_runs[1],
                                    network.shafts[0], network.to_third, network.past});
    const auto of_access = [&] {
        const Redundancy all = Facts(network.design).get<Redundancy>();
        return *std::ranges::find(all.rows, AnyId(network.access), &WaysApart::subject);
    };
    // The cheapest fix is to lay one of the two another way, by the way that it had or one as far apart.
    const std::vector<RoomFix> fixes = uplink_fixes(Facts(network.design));
    ASSERT_EQ(fixes.size(), 1U);
    EXPECT_EQ(fixes[0].outcome, Outcome::complete);
    EXPECT_TRUE(fixes[0].left.empty());
    ASSERT_EQ(fixes[0].steps.size(), 1U);
    EXPECT_EQ(fixes[0].steps[0].of, UplinkStep::Of::move);
    EXPECT_GT(fixes[0].price.value, 0);
    EXPECT_EQ(fixes[0].price, fixes[0].bound);
    TwoCores mended = network;
    mended.lay(fixes[0].steps[0].cable, fixes[0].steps[0].way);
    EXPECT_TRUE(uplink_fixes(Facts(mended.design)).empty());
    const FailureElement shaft{.kind = ElementKind::shaft, .row = network.shafts[0]};
    const WaysApart one = of_access();
    EXPECT_EQ(one.apart, 1U);
    EXPECT_NE(std::ranges::find(one.single, shaft), one.single.end());
    EXPECT_EQ(one.cables, 2U);
    network.change(network.uplink[1], [&](Cable& row) { row.route = apart; });
    const WaysApart two = of_access();
    EXPECT_EQ(two.apart, 2U);
    EXPECT_EQ(two.cut.size(), 2U);
    EXPECT_TRUE(two.single.empty());
}

} // namespace
} // namespace riser::test
