// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the network does what was asked of it: each must-reach with its answers, also without any one routing device
// or backbone cable where that was asked; each must-not-reach, with a way when it is broken.
#pragma once

#include "solvers/forwarding/explain.h"
#include "solvers/forwarding/way_out.h"

namespace riser {

enum class IntentState {
    met,
    broken,
    nothing_to_ask, // no VLAN, no address, no host, no provider: nothing was looked at
};

struct MustReachAnswer {
    MustReachId id;
    IntentState state = IntentState::nothing_to_ask;
    std::vector<VlanId> senders; // of the body, on the service's plane
    std::vector<OnAir> on_air;   // of a wireless service, which nothing is sent to
    // Of the first of them for which it is broken:
    std::optional<VlanId> from;
    std::optional<AnyId> without;     // what failed; none: nothing did
    std::optional<Packet> unanswered; // that should have come through
    bool asked = false;               // it came to the service, the answer did not come back
    std::vector<Denial> ends;         // where requests ended
    bool operator==(const MustReachAnswer&) const = default;
};

struct MustNotReachAnswer {
    MustNotReachId id;
    IntentState state = IntentState::nothing_to_ask;
    AnyId from, to;             // of the way
    std::optional<Witness> way; // what comes there and should not
    bool operator==(const MustNotReachAnswer&) const = default;
};

// VLANs of the body's desks (ZoneBodies, where a VLAN names no body) on the plane of the service's zone, or of the VLAN
// around its address; none of management, none between devices; by id.
std::vector<VlanId> senders_of(const NetworkRows& rows, BodyId body, const Service& service);

// Whether a service can be asked for at all: it has an address and one of its hosts, if it names any, is joined to the
// network; or it is a way out with a handoff.
bool stands_somewhere(const Design& design, const Network& net, const Service& service);
// Whether it must be reached after any single failure: where the row says so, or the requirement class of the service,
// else of its zone, else of its plane is more than N.
bool must_outlive(const Design& design, const MustReach& intent);

// With ordinary senders of their own addresses: every request and every answer must come through. Of a way out every
// request must be handed over, of a wireless service an access point must be on the air.
MustReachAnswer must_reach(const NetworkRows& rows, const Network& net, FilterSets& kept, const MustReach& intent);
// With any senders of their own addresses, both ways round.
MustNotReachAnswer must_not_reach(const NetworkRows& rows, const Network& net, FilterSets& kept,
                                  const MustNotReach& intent);

// Devices with gateways, and the cables between them: what may fail alone where a must-reach holds after one failure.
// An access switch takes its own jacks with it (requirement class N), which is no matter of ways.
std::vector<AnyId> routing_failures(const NetworkRows& rows, const Network& net);

// All intents of a design, as a fact. O(intents x floods).
struct ReachIntents {
    std::vector<MustReachAnswer> must;        // by id
    std::vector<MustNotReachAnswer> must_not; // by id
    const MustReachAnswer* of(MustReachId id) const;
    bool operator==(const ReachIntents&) const = default;
    static ReachIntents compute(FactInput& input);
};

} // namespace riser
