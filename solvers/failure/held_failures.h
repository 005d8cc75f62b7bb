// SPDX-License-Identifier: GPL-3.0-or-later
// The FailureModel where the time that things are down counts: outages of the mains by how long they last, so that what
// hangs on a UPS falls only with those that outlast its minutes.
#pragma once

#include "solvers/failure/reach_network.h"

namespace riser {

struct HeldFailures {
    // The same devices, links, jacks and handoffs as in the FailureModel, in the same order. A source of mains is an
    // element a unit: unit u are outages that last longer than outlasted[u] and no longer than outlasted[u - 1].
    FailureModel model;
    std::vector<Seconds> outlasted{Seconds()}; // descending: minutes of UPS, at last 0
    bool operator==(const HeldFailures&) const = default;
    // As the FailureModel's; a copy of it where no UPS states minutes.
    static HeldFailures compute(FactInput& input);
};

// The ReachNetwork over that model: the same groups and targets, in the same order.
struct HeldReach {
    ReachNetwork network;
    bool operator==(const HeldReach&) const = default;
    static HeldReach compute(FactInput& input);
};

} // namespace riser
