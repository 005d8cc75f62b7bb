// SPDX-License-Identifier: GPL-3.0-or-later
// What whoever is outside comes to: each published service by its translations, answers included, and nothing else. His
// requests have sources that are none of ours; what must not come through is asked with any. By the semantics in this
// room's README.
#pragma once

#include "solvers/forwarding/explain.h"
#include "solvers/forwarding/intent.h"

namespace riser {

// A packet from behind the handoff that asks for the service at the row's outside address, comes there, and to which
// every answer is handed to a provider's device of the handoff's zone (as before that device translates: the session
// undoes it); nothing when there is none.
std::optional<Witness> entering(const Floods& floods, ProviderHandoffId from, const Service& service, const Nat& row);
// What comes from behind the handoff and asks for one of these headers, its source none of ours.
std::vector<Emission> from_outside(const Floods& floods, ProviderHandoffId from, Bdd asking);

// Services that whoever is behind the handoff may ask: published there, and such as may be; or published nowhere, and
// let in from its edge by a policy.
std::vector<ServiceId> open_to(FactInput& input, const ProviderHandoff& handoff);
// Where he should come to nothing else: every zone but edges.
std::vector<ZoneId> zones_within(FactInput& input);
// Handoffs of networks that are not secret, joined to a port; by id.
std::vector<ProviderHandoffId> handoffs_in_use(FactInput& input);

struct OutsideReach {
    struct Entered { // a translation to a published service
        ServiceId service;
        ProviderHandoffId from;
        NatId by;
        IntentState state = IntentState::nothing_to_ask;
        bool operator==(const Entered&) const = default;
    };
    struct Beyond { // what else comes in
        ProviderHandoffId from;
        IntentState state = IntentState::nothing_to_ask;
        std::optional<ZoneId> to;
        std::optional<Witness> way;
        bool operator==(const Beyond&) const = default;
    };
    std::vector<Entered> entered; // by service, handoff, row
    std::vector<Beyond> beyond;   // by handoff
    bool operator==(const OutsideReach&) const = default;
    // O(translations x floods + handoffs x (flood + zones)).
    static OutsideReach compute(FactInput& input);
};

} // namespace riser
