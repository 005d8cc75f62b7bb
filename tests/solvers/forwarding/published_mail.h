// SPDX-License-Identifier: GPL-3.0-or-later
// The network of two bodies with an edge, whose mail the outside may ask.
#pragma once

#include "tests/solvers/forwarding/way_out.h"

namespace riser::test {

// Mail at an outside address and port of its own, let in by the first firewall.
struct PublishedMail : WithWaysOut {
    IpAddress address_outside = *IpAddress::parse("203.0.113.90");
    NatId row{next++};
    AclRule let_in{AclAction::permit, "tcp", {}, IpPrefix{TwoBodies::address(30, 25), 32}, "443"};
    PublishedMail() {
        change(servers.zone, [](Zone& zone) { zone.role = ZoneRole::servers; });
        change(handoff, [](ProviderHandoff& line) { line.outside = IpPrefix::parse("203.0.113.64/27"); });
        change(mail, [&](Service& service) { service.published = {handoff}; });
        Nat nat;
        nat.id = row;
        nat.kind = NatKind::service;
        nat.equipment = firewall[0];
        nat.handoff = handoff;
        nat.service = mail;
        nat.protocol = "tcp";
        nat.outside = address_outside;
        nat.ports = "8443";
        nat.inside = TwoBodies::address(30, 25);
        nat.inside_port = 443;
        design.nats.put(nat);
        let_in_with(let_in);
    }
    void let_in_with(const AclRule& rule) {
        change(rules[0], [&](Acl& acl) { acl.rules.insert(acl.rules.begin(), rule); });
    }
};

} // namespace riser::test
