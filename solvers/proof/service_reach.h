// SPDX-License-Identifier: GPL-3.0-or-later
// That those who must reach a service do: for each desks VLAN of the body on the service's plane (senders_of) the way
// of one packet that asks for it, gateway by gateway, to be followed by a simple program; answers come back. A way out
// is a packet for the outside, handed over to a provider; a wireless service has access points on the air. Where it
// must outlive any single failure, so do these. Ordinary senders, by the semantics in solvers/forwarding/README.md.
#pragma once

#include "solvers/base/facts.h"
#include "solvers/forwarding/header_space.h"
#include "solvers/forwarding/way_out.h"

namespace riser {

struct ReachHop {
    AnyId in;                     // gateway, or port of an isolation gateway
    AnyId out;                    // by which the packet leaves
    std::optional<RouteId> route; // none: to the destination itself
    bool operator==(const ReachHop&) const = default;
};
struct ReachPath {
    VlanId from;
    Packet packet;
    std::vector<ReachHop> hops;           // empty: it is a neighbour
    std::optional<ProviderHandoffId> out; // of a way out: to which it is handed over
    bool operator==(const ReachPath&) const = default;
};

struct ReachedClaim {
    MustReachId row;
    ServiceId service;
    BodyId body;
    std::vector<ReachPath> paths; // by VLAN
    std::vector<VlanId> lost;     // VLANs from which nothing comes through, or no answer back
    std::vector<OnAir> air;       // of a wireless service, by VLAN
    bool outlives = false;        // any single failure, as asked
    std::optional<AnyId> without; // that failing, something no longer comes through
    bool holds() const { return lost.empty() && !(paths.empty() && air.empty()) && !without; }
    bool operator==(const ReachedClaim&) const = default;
};

// That whoever is outside comes to a service: one packet from behind a handoff, its source none of ours, and its answer
// back to a provider's device of the edge. A published service is asked at the outside address of each translation to
// it there; one that is not, but to which a policy lets whoever is outside from an edge, at its own address by each
// handoff of the edge. What may not be published, or has no translation, never holds.
struct EnteredClaim {
    ServiceId service;
    ProviderHandoffId from;
    std::optional<NatId> by;      // the translation
    std::optional<Packet> packet; // none: nothing comes through, or no answer back
    std::vector<ReachHop> hops;
    bool holds() const { return packet.has_value(); }
    bool operator==(const EnteredClaim&) const = default;
};
// By service, handoff, translation.
struct EnteredClaims {
    std::vector<EnteredClaim> claims;
    std::vector<Text> sentences; // one each
    bool operator==(const EnteredClaims&) const = default;
    static EnteredClaims compute(FactInput& input);
};

// By the id of the intent's row.
struct ReachedClaims {
    std::vector<ReachedClaim> claims;
    std::vector<Text> sentences; // one each
    bool operator==(const ReachedClaims&) const = default;
    static ReachedClaims compute(FactInput& input);
};

} // namespace riser
