// SPDX-License-Identifier: GPL-3.0-or-later
// What single failures leave of the links between tiers: of each switch, or stack of them, what it can take from below
// to what it can send up (TierTraffic), while all stands and at the worst after any one failure, and which failures
// leave it nothing to send up on. Switches of secret planes do not fail here and are left out.
#pragma once

#include "solvers/failure/failure_model.h"

namespace riser {

// Bit/s.
struct TierRates {
    std::int64_t down = 0;
    std::int64_t up = 0;
    bool operator==(const TierRates&) const = default;
};

struct TierFailure {
    std::vector<EquipmentId> members; // the switch, or the stack's, as in TierTraffic
    int tier = 0;                     // 1 access, 2 distribution, 3 core
    TierRates whole;
    // After the failure of one element that leaves the most to take from below for what it can send up, of those that
    // leave an uplink. Nothing: none leaves more than there is while all stands.
    TierRates worst;
    std::optional<FailureElement> cause;
    std::vector<FailureElement> cut_by; // after which the switch stands without uplinks
    bool operator==(const TierFailure&) const = default;
};

struct TierFailures {
    std::vector<TierFailure> switches; // those that are linked up; in the order of TierTraffic
    bool operator==(const TierFailures&) const = default;
    // O(what falls in all).
    static TierFailures compute(FactInput& input);
};

} // namespace riser
