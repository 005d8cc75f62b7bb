// SPDX-License-Identifier: GPL-3.0-or-later
// What a switch, or a stack of them, can take from below and send up: the rates of its access ports in use and of its
// links to the tiers below, against those of its links to the tiers above.
#pragma once

#include "model/equipment.h"
#include "solvers/base/facts.h"

namespace riser {

struct SwitchTraffic {
    int tier = 0;                       // 1 access, 2 distribution, 3 core
    std::int64_t down = 0;              // bit/s
    std::int64_t up = 0;                // 0: not linked up
    std::vector<EquipmentId> members{}; // the switch, or the stack's in the order of their ids
    bool operator==(const SwitchTraffic&) const = default;
};

// By the first member of a stack. Devices to be removed are left out. O((ports + links) log devices).
struct TierTraffic {
    std::vector<SwitchTraffic> switches;
    bool operator==(const TierTraffic&) const = default;
    static TierTraffic compute(FactInput& input);
};

} // namespace riser
