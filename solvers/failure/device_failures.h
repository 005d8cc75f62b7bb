// SPDX-License-Identifier: GPL-3.0-or-later
// What may fail of devices, the links between them and handoffs, and what is reached over these; of points no more than
// that there are some. Made of AskedRows: a point, its cable, its cord or a device that stands alone changes nothing
// here, however many there are, and rules that ask what points lose together are not woken by one of them.
#pragma once

#include "solvers/failure/reach_network.h"

namespace riser {

// Jacks are those of AskedRows and need the device that they are patched to; those in a LAG all that they do. Of
// devices, links and handoffs it says of every loss what the FailureModel says. Elements that neither needs are not in
// it.
struct DeviceFailures {
    FailureModel model;
    bool operator==(const DeviceFailures&) const = default;
    static DeviceFailures compute(FactInput& input);
};

// The ReachNetwork over those, with the same groups of fewer jacks.
struct DeviceReach {
    ReachNetwork network;
    bool operator==(const DeviceReach&) const = default;
    static DeviceReach compute(FactInput& input);
};

// How many points are in each group of DeviceReach: the jacks of the FailureModel's group.
struct PointsOfGroups {
    std::vector<std::uint32_t> points;
    bool operator==(const PointsOfGroups&) const = default;
    static PointsOfGroups compute(FactInput& input); // O(jacks log jacks)
};

} // namespace riser
