// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/device_links.h"
#include "tests/solvers/checks/rule_tables.h"
#include "tests/solvers/forwarding/two_bodies.h"

namespace riser::test {

namespace {

template<class... Rows> void copy_rows(Office& o, const Design& from) {
    const auto add = [&](const auto& table, auto& to) {
        for (const auto& row : table)
            to.put(row);
    };
    (add(from.table<Rows>(), o.design.table<Rows>()), ...);
}

// One user of the party who takes `rate` from the server, in a zone of that level, beside the office; after a change.
void with_user(Office& o, std::int64_t rate, Grading grading, const std::function<void(TwoBodies&)>& change = {}) {
    TwoBodies two;
    const BodyId body = two.body("P");
    Zone desks = *two.design.find(two.party.zone);
    desks.bodies = {body};
    two.design.zones.put(desks);
    Zone servers = *two.design.find(two.servers.zone);
    servers.role = ZoneRole::servers;
    servers.grading = grading;
    two.design.zones.put(servers);
    Service mail = *two.design.find(two.mail);
    mail.entitled = {body};
    mail.busy_hour_rate = BitRate(rate);
    two.design.services.put(mail);
    if (change)
        change(two);
    copy_rows<Body, Plane, Zone, Vrf, Vlan, Prefix, Gateway, Route, Acl, Service, Lag, EquipmentType, Equipment, Port,
              Cable, Termination, Jack>(o, two.design);
}

constexpr std::int64_t one_gigabit = 1'000'000'000;

// Both ends of the links between two devices.
void change_links(TwoBodies& two, EquipmentId a, EquipmentId b, const std::function<void(Port&)>& change) {
    const Facts facts(two.design);
    for (const DeviceLink& link : facts.get<DeviceLinks>().links) {
        Port x = *two.design.find(link.a), y = *two.design.find(link.b);
        if (std::minmax(x.equipment, y.equipment) != std::minmax(a, b))
            continue;
        change(x);
        change(y);
        two.design.ports.put(x);
        two.design.ports.put(y);
    }
}

void slow_between_cores(TwoBodies& two) {
    change_links(two, two.core[0], two.core[1], [](Port& port) { port.rate = BitRate(one_gigabit); });
}

// Two links of 1G from the access switch to the first core as one.
void doubled_uplink(TwoBodies& two) {
    two.trunk(two.access, two.core[0]);
    Lag lag[2];
    for (const int n : {0, 1}) {
        lag[n].id = {two.next++};
        lag[n].across = {n == 0 ? two.access : two.core[0]};
        two.design.lags.put(lag[n]);
    }
    change_links(two, two.access, two.core[0], [&](Port& port) {
        port.rate = BitRate(one_gigabit);
        port.lag = port.equipment == two.access ? lag[0].id : lag[1].id;
    });
    // No wider than a member, so that the spanning tree prefers the two.
    change_links(two, two.access, two.core[1], [](Port& port) { port.rate = BitRate(one_gigabit); });
}

} // namespace

RuleTables load_tables() {
    return {
        {
            {"AV-06", "a user takes 20G over links of 10G",
             [](Office& o) { with_user(o, 20 * one_gigabit, Grading::mlps_3); }, 3,
             "AS1 carries 20.0 Gbit/s in the busy hour, 200 %"},
            {"AV-08", "a spare way of 1G for 8G",
             [](Office& o) { with_user(o, 8 * one_gigabit, Grading::mlps_2, slow_between_cores); }, 1, "without "},
            {"AV-08", "two members carry more than one of them could",
             [](Office& o) { with_user(o, 1'500'000'000, Grading::mlps_2, doubled_uplink); }, 3,
             "1.50 Gbit/s without Port, 150 % of its rate"},
            {"AV-10", "a flow of 2G on members of 1G",
             [](Office& o) { with_user(o, 2 * one_gigabit, Grading::mlps_2, doubled_uplink); }, 1,
             "single flows of 2.00 Gbit/s, more than a member's 1.00 Gbit/s"},
        },
        {
            {"AV-06", "4G, past a firewall and back with its answers, over links of 10G",
             [](Office& o) { with_user(o, 4 * one_gigabit, Grading::mlps_3); }},
            {"AV-06", "a network of level 2", [](Office& o) { with_user(o, 20 * one_gigabit, Grading::mlps_2); },
             RuleOutcome::not_applicable},
            {"AV-06", "nobody asks for anything", [](Office&) {}, RuleOutcome::not_applicable},
            {"AV-08", "the spare way is wide enough",
             [](Office& o) { with_user(o, one_gigabit / 2, Grading::mlps_2, slow_between_cores); }},
            {"AV-08", "one member carries it all",
             [](Office& o) { with_user(o, one_gigabit, Grading::mlps_2, doubled_uplink); }},
            {"AV-08", "nobody asks for anything", [](Office&) {}, RuleOutcome::not_applicable},
            {"AV-10", "a flow of 1G on members of 1G",
             [](Office& o) { with_user(o, one_gigabit, Grading::mlps_2, doubled_uplink); }},
            {"AV-10", "no LAG", [](Office& o) { with_user(o, one_gigabit, Grading::mlps_2); },
             RuleOutcome::not_applicable},
        },
    };
}

} // namespace riser::test
