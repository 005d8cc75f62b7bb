// SPDX-License-Identifier: GPL-3.0-or-later
// Why a VLAN reaches a service or another VLAN, or why not, in words: one packet hop by hop, with the rule that lets it
// pass at each and the cables between them; or every place where its packets end. What each line speaks of is named, so
// that it can be lit.
#pragma once

#include "solvers/base/facts.h"

namespace riser {

// With ordinary senders for a service, with any for a VLAN.
struct ReachPair {
    VlanId from;
    AnyId to;                          // a service or a VLAN
    std::optional<AnyId> without = {}; // a device or cable that failed
    bool operator==(const ReachPair&) const = default;
};

struct ReachLine {
    enum class What { sent, hop, arrives, ends, note } what = What::hop;
    Text words;
    std::vector<AnyId> lights; // devices, cables, LAGs, VLANs
    bool operator==(const ReachLine&) const = default;
};

// A fact of its pair. O(floods of one VLAN).
struct ReachReason {
    using Argument = ReachPair;
    bool reached = false; // something comes through
    bool whole = false;   // everything asked does, answers included
    std::vector<ReachLine> lines;
    bool operator==(const ReachReason&) const = default;
    static ReachReason compute(FactInput& input, const ReachPair& pair);
};

} // namespace riser

template<> struct std::hash<riser::ReachPair> {
    std::size_t operator()(const riser::ReachPair& pair) const noexcept {
        return std::hash<std::uint64_t>{}(pair.from.value * 31 + pair.to.value * 7 +
                                          (pair.without ? pair.without->value : 0));
    }
};
