// SPDX-License-Identifier: GPL-3.0-or-later
// What crosses a boundary where nothing may: policies that let zones meet which must stay apart, addresses that leave
// to a provider as they are, wired jacks in the VLAN of a wireless network.
#pragma once

#include "model/logical.h"
#include "model/power.h"
#include "solvers/base/facts.h"

namespace riser {

// Policies that permit between desks of two bodies, between zones that the intent keeps apart, or with a secret zone;
// desks share by the zones of services. By id.
struct DirectPolicies {
    std::vector<PolicyId> list;
    bool operator==(const DirectPolicies&) const = default;
    static DirectPolicies compute(FactInput& input);
};

// Of each handoff with outside addresses, the prefixes of VLANs from whose zone a policy lets packets leave by it, each
// with the first translation of its device that takes all of it to those addresses. By handoff, then prefix.
struct ExitTranslations {
    struct Of {
        ProviderHandoffId handoff;
        PrefixId prefix;
        std::optional<NatId> by; // none: it leaves as it is
        bool operator==(const Of&) const = default;
    };
    std::vector<Of> list;
    bool operator==(const ExitTranslations&) const = default;
    // O(handoffs x prefixes x (policies + translations)).
    static ExitTranslations compute(FactInput& input);
};

// Patched jacks that are no access points and hear the VLAN of a wireless network. By jack, then network.
struct WiredInWireless {
    struct Of {
        JackId jack;
        SsidId network;
        VlanId vlan;
        bool operator==(const Of&) const = default;
    };
    std::vector<Of> list;
    bool operator==(const WiredInWireless&) const = default;
    static WiredInWireless compute(FactInput& input);
};

} // namespace riser
