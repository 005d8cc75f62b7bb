// SPDX-License-Identifier: GPL-3.0-or-later
// Order that can be read off the rows of a plane, without following a packet: numbers and addresses that are given
// once, gateways where they belong, grades, policies with those who enforce them, what guards the ways out, where
// wireless enters. Each law with the rows it rests on and those that break it. No claims of secret planes.
#pragma once

#include "model/base/text.h"
#include "solvers/base/facts.h"

namespace riser {

enum class Law {
    numbers,   // a VLAN has a number that no other has in its block, and none of another body's range
    addresses, // no prefix of a VLAN overlaps another; each lies in its pool, and that is not another body's
    gateways,  // addresses lie in the VLAN's prefixes, none given twice; a redundant one is not alone
    scopes,    // DHCP gives out what lies in the prefix, once, no gateway's; its server is a device of the design
    grades,    // a zone is of the level of its systems at least
    policies,  // none lets desks of two bodies meet, or what the intent keeps apart
    guards,    // who enforces a policy that permits is there and joined to something
    exits,     // frames of a provider come to borders alone; what may leave is translated where the provider asks it
    wireless,  // no wireless network opens into a VLAN with wired jacks
    jacks,     // each wired jack hears VLANs of its own zone alone
    ways,      // what stands in the line to a firewall is not passed by
};
std::string_view key_of(Law law); // "numbers"

// "vl-7k3qx9m2pv,1001": rows, then what of them counts.
struct LawFact {
    std::vector<AnyId> rows;
    std::string value;
    std::string token() const;
    auto operator<=>(const LawFact&) const = default;
};

struct KeptLaw {
    Law law = Law::numbers;
    PlaneId of;
    std::vector<LawFact> facts;   // by token, each once
    std::vector<AnyId> broken_by; // sorted
    bool holds() const { return broken_by.empty(); }
    bool operator==(const KeptLaw&) const = default;
};

// By plane, then law; laws of which the plane has no row are left out. O(rows log rows).
struct KeptLaws {
    std::vector<KeptLaw> laws;
    std::vector<Text> sentences; // one each
    bool operator==(const KeptLaws&) const = default;
    static KeptLaws compute(FactInput& input);
};

} // namespace riser
