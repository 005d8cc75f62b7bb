// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/rule_tables.h"
#include "tests/solvers/forwarding/two_bodies.h"

namespace riser::test {

namespace {

template<class... Rows> void add_rows(Office& o, const Design& from) {
    const auto add = [&](const auto& table, auto& to) {
        for (const auto& row : table)
            to.put(row);
    };
    (add(from.table<Rows>(), o.design.table<Rows>()), ...);
}

// The network of two bodies beside the office, after a change.
void with_network(Office& o, const std::function<void(TwoBodies&)>& change) {
    TwoBodies two;
    const BodyId body = two.body("P");
    Zone zone = *two.design.find(two.party.zone);
    zone.bodies = {body};
    two.design.zones.put(zone);
    change(two);
    add_rows<Body, Plane, Zone, Vrf, Vlan, Prefix, Gateway, Route, Acl, Service, MustReach, MustNotReach, EquipmentType,
             Equipment, Port, Cable, Termination, Jack>(o, two.design);
}

void must_reach(TwoBodies& two, bool after_failure = false) {
    MustReach row;
    row.id = {two.next++};
    row.service = two.mail;
    row.body = two.design.bodies.begin()->id;
    row.after_single_failure = after_failure;
    two.design.must_reach.put(row);
}

// The mail service is to stand so many millionths of the time.
void aim_at(TwoBodies& two, std::int32_t ppm) {
    Service service = *two.design.find(two.mail);
    service.availability_ppm = ppm;
    service.code = "mail";
    service.name = {"邮件", "Mail"};
    two.design.services.put(service);
    for (const JackId id : {two.party_jack, two.congress_jack}) {
        Jack jack = *two.design.find(id);
        jack.label = "J" + std::to_string(id.value);
        two.design.jacks.put(jack);
    }
}

void change_rules(TwoBodies& two, const std::function<void(std::vector<AclRule>&)>& change) {
    for (const AclId id : two.rules) {
        Acl acl = *two.design.find(id);
        acl.name = "base";
        change(acl.rules);
        two.design.acls.put(acl);
    }
}

} // namespace

RuleTables reach_tables() {
    return {
        {
            {"AV-01", "five minutes a year over one core",
             [](Office& o) { with_network(o, [](TwoBodies& two) { aim_at(two, 999'990); }); }, 1, "target 5;"},
            {"INT-01", "the rule is missing",
             [](Office& o) {
                 with_network(o, [](TwoBodies& two) {
                     must_reach(two);
                     change_rules(two, [](std::vector<AclRule>& rules) { rules.erase(rules.begin() + 1); });
                 });
             },
             1, "at the end of base on FW1 (default deny)"},
            {"INT-01", "a rule before it denies",
             [](Office& o) {
                 with_network(o, [](TwoBodies& two) {
                     must_reach(two);
                     change_rules(two, [](std::vector<AclRule>& rules) { rules[0] = {}; });
                 });
             },
             1, "at rule 1 of base on FW1"},
            {"INT-01", "the way back is missing",
             [](Office& o) {
                 with_network(o, [](TwoBodies& two) {
                     must_reach(two);
                     for (const Route& route : Table<Route>(two.design.routes))
                         if (route.destination == TwoBodies::prefix(10))
                             two.design.routes.erase(route.id);
                 });
             },
             1, "the answer does not come back"},
            {"INT-01", "one failure takes it away",
             [](Office& o) { with_network(o, [](TwoBodies& two) { must_reach(two, true); }); }, 1, "without CS1"},
            {"INT-01", "a wireless service without an access point",
             [](Office& o) {
                 with_network(o, [](TwoBodies& two) {
                     must_reach(two);
                     Service row = *two.design.find(two.mail);
                     row.medium = ServiceMedium::wireless;
                     row.address.reset();
                     row.hosts.clear();
                     two.design.services.put(row);
                 });
             },
             1, "from its access points: there is no way"},
            {"INT-02", "a rule lets one zone into the other",
             [](Office& o) {
                 with_network(o, [](TwoBodies& two) {
                     two.apart(two.party.zone, two.congress.zone);
                     change_rules(two, [](std::vector<AclRule>& rules) {
                         rules.push_back({AclAction::permit, "udp", {}, TwoBodies::prefix(20), "53"});
                     });
                 });
             },
             1, "udp/53, by > CS1 > FW1 > CS1"},
            {"INT-02", "a port joins two VLANs",
             [](Office& o) {
                 with_network(o, [](TwoBodies& two) {
                     two.apart(two.party.zone, two.congress.zone);
                     two.join(two.party_port, two.congress_port);
                 });
             },
             1, "in one broadcast domain"},
        },
        {
            {"AV-01", "nine tenths of the time",
             [](Office& o) { with_network(o, [](TwoBodies& two) { aim_at(two, 900'000); }); }},
            {"AV-01", "no service states a target", [](Office& o) { with_network(o, [](TwoBodies&) {}); },
             RuleOutcome::not_applicable},
            {"INT-01", "requests and answers come through",
             [](Office& o) { with_network(o, [](TwoBodies& two) { must_reach(two); }); }},
            {"INT-01", "the service has no address yet",
             [](Office& o) {
                 with_network(o, [](TwoBodies& two) {
                     must_reach(two);
                     Service row = *two.design.find(two.mail);
                     row.address.reset();
                     two.design.services.put(row);
                 });
             },
             RuleOutcome::needs_input},
            {"INT-01", "nothing is asked", [](Office&) {}, RuleOutcome::not_applicable},
            {"INT-02", "zones whose VLANs meet in firewalls alone",
             [](Office& o) { with_network(o, [](TwoBodies& two) { two.apart(two.party.zone, two.congress.zone); }); }},
            {"INT-02", "a zone without VLANs",
             [](Office& o) {
                 with_network(o, [](TwoBodies& two) { two.apart(two.party.zone, two.zone(two.plane_id, "void")); });
             },
             RuleOutcome::needs_input},
            {"INT-02", "nothing is asked", [](Office&) {}, RuleOutcome::not_applicable},
        },
    };
}

} // namespace riser::test
