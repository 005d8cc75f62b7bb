// SPDX-License-Identifier: GPL-3.0-or-later
// The portal, published at the extranet's two lines, that is not as planned.
#include "tests/designer/faults/planned_example.h"

#include <algorithm>
#include <stdexcept>

namespace riser::test {

namespace {

// The first translation to the portal.
const Nat& portal_row(const Spoilt& s) {
    const ServiceId portal = s.service("portal");
    const auto at = std::find_if(s.design.nats.begin(), s.design.nats.end(),
                                 [&](const Nat& row) { return row.kind == NatKind::service && row.service == portal; });
    return at == s.design.nats.end() ? throw std::runtime_error("the portal is not published") : *at;
}
template<class Change> Nat changed(Spoilt& s, Change change) {
    const NatId id = portal_row(s).id;
    s.change(id, change);
    return *s.design.find(id);
}
ServiceId published(Spoilt& s, ZoneId zone) {
    Service row = *s.design.find(s.service("portal"));
    row.code = "spoilt";
    row.zone = zone;
    row.hosts.clear();
    row.address.reset();
    row.system.reset();
    row.entitled.clear();
    return s.add(row);
}

} // namespace

std::vector<Fault> publishing_faults() {
    return {
        {"a published service without its translation",
         [](Spoilt& s) -> std::vector<AnyId> {
             const Nat row = portal_row(s);
             s.design.nats.erase(row.id);
             return {*row.service, *row.handoff};
         },
         "Z-21",
         {},
         "can be used from"},
        {"no policy lets the outside ask",
         [](Spoilt& s) -> std::vector<AnyId> {
             s.design.policies.erase(s.policy("W-E", s.design.find(*s.design.find(s.service("portal"))->zone)->code));
             return {s.service("portal")};
         },
         "Z-21",
         {},
         "policies"},
        {"an outside address of another's",
         [](Spoilt& s) -> std::vector<AnyId> {
             const Nat row = changed(s, [](Nat& nat) { nat.outside = IpAddress::parse("198.51.100.200"); });
             return {row.id, *row.handoff};
         },
         "Z-22",
         {},
         "can be used from"},
        {"one outside port for two",
         [](Spoilt& s) -> std::vector<AnyId> {
             const Nat row = portal_row(s);
             return {row.id, s.add(row)};
         },
         "Z-23",
         {},
         "can be used from"},
        {"a translation to an address that no host has",
         [](Spoilt& s) -> std::vector<AnyId> {
             const Nat row = changed(s, [](Nat& nat) { nat.inside = IpAddress::parse("10.86.107.60"); });
             return {row.id, *row.service};
         },
         "Z-24",
         {"INT-03"},
         "can be used from"},
        {"a translation to a port that is not served",
         [](Spoilt& s) -> std::vector<AnyId> {
             const Nat row = changed(s, [](Nat& nat) { nat.inside_port = 22; });
             return {row.id, *row.service};
         },
         "Z-24",
         {"Z-21", "INT-03"},
         "can be used from"},
        {"what administers published",
         [](Spoilt& s) -> std::vector<AnyId> {
             return {published(s, s.zone("W-M")), s.design.find(s.service("portal"))->published.front()};
         },
         "Z-25",
         {},
         "can be used from"},
        {"a classified service published",
         [](Spoilt& s) -> std::vector<AnyId> {
             Zone zone;
             zone.code = "R-S";
             zone.plane = s.plane("R");
             zone.role = ZoneRole::servers;
             zone.grading = Grading::secret_mi;
             return {published(s, s.add(zone)), s.design.find(s.service("portal"))->published.front()};
         },
         "SEC-Z2",
         {"Z-20"},
         "can be used from"},
        {"the outside let in to the whole server zone",
         [](Spoilt& s) -> std::vector<AnyId> {
             s.change(s.rules_of("B1-C1-WFW01"), [&](Acl& row) {
                 AclRule rule = row.rules.front();
                 rule.source.reset();
                 rule.destination = IpPrefix{*portal_row(s).inside, 32};
                 rule.ports.clear();
                 row.rules.insert(row.rules.begin(), rule);
             });
             return {*s.design.find(s.service("portal"))->zone};
         },
         "INT-04",
         {},
         "what comes from"},
        {"sources of our own let in from outside",
         [](Spoilt& s) -> std::vector<AnyId> {
             const Nat row = portal_row(s);
             const VlanId line = *s.design.find(*s.design.find(*row.handoff)->port)->access_vlan;
             for (const Acl& acl : Table<Acl>(s.design.acls))
                 if (acl.vlan == line)
                     s.design.acls.erase(acl.id);
             return {*row.handoff};
         },
         "INT-04",
         {},
         "what comes from"},
    };
}

} // namespace riser::test
