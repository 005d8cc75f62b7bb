// SPDX-License-Identifier: GPL-3.0-or-later
// That nothing of one zone comes to another: everywhere that its frames and packets come, with which headers, and the
// reasons for which they come no further, so that a simple program can check that the list is closed and that no place
// of the other zone stands in it. The sender is hostile: any destination, frames to every gateway in reach; sources of
// its own VLAN, its gateways' excepted, and from behind a provider's handoff any. By the semantics in
// solvers/forwarding/README.md.
#pragma once

#include "solvers/base/facts.h"
#include "solvers/forwarding/closed_set.h"

namespace riser {

// Why some of what a gateway takes goes no further; without the headers, which follow from what comes there.
struct SpreadDenial {
    Stop why = Stop::no_route;
    AnyId at;                        // the gateway; of an isolation gateway the port
    std::optional<AclId> acl;        // of filters
    std::optional<std::size_t> rule; // from 0; none: the end of the filter
    std::optional<RouteId> route;
    auto operator<=>(const SpreadDenial&) const = default;
};
std::string_view key_of(Stop why);

struct ZoneSpread {
    AnyId from;                          // a zone, or a provider's handoff
    std::vector<ClosedPlace> places;     // by device, number, port
    std::vector<ClosedPlace> sides;      // of isolation gateways, what comes to them from elsewhere
    std::vector<ClosedGateway> gateways; // by id
    std::vector<SpreadDenial> denials;   // sorted
    bool operator==(const ZoneSpread&) const = default;
};

// Nothing of the one comes to the other; of desks and guests to a management zone of their plane, nothing but what is
// addressed to a bastion.
struct NotReachedClaim {
    ZoneId from;
    ZoneId to;
    bool but_bastions = false;
    bool holds = false;            // false also when the headers grew past all bounds
    std::optional<Packet> reaches; // when something comes there
    bool operator==(const NotReachedClaim&) const = default;
};

// For each zone that must not reach another, both ways of each such pair, and for people and management; sorted.
struct NotReachedClaims {
    std::vector<ZoneSpread> spreads;
    std::vector<NotReachedClaim> claims;
    std::vector<Text> sentences; // one each of the claims
    bool operator==(const NotReachedClaims&) const = default;
    static NotReachedClaims compute(FactInput& input);
};

// Nothing that comes from behind a handoff comes to any zone but an edge, but what asks for a service that is published
// there, or for one to which a policy lets whoever is outside.
struct OutsideClaim {
    ProviderHandoffId from;
    bool holds = false;            // false also when the headers grew past all bounds
    std::optional<Packet> reaches; // when something else comes there,
    std::optional<ZoneId> at;      // here
    bool operator==(const OutsideClaim&) const = default;
};

// For each handoff that joins a port of a network that is not secret; by id.
struct OutsideClaims {
    std::vector<ZoneSpread> spreads;
    std::vector<OutsideClaim> claims;
    std::vector<Text> sentences; // one each
    bool operator==(const OutsideClaims&) const = default;
    static OutsideClaims compute(FactInput& input);
};

} // namespace riser
