// SPDX-License-Identifier: GPL-3.0-or-later
// What single failures take from services although cables lead past them: a gateway without a second, a VLAN that the
// other uplink does not carry, a next hop that dies. Only points whose own device stands count, and only what
// Redundancy does not name or spare.
#pragma once

#include "solvers/base/uplink_class.h"
#include "solvers/failure/failure_model.h"

namespace riser {

struct HiddenPoint {
    std::vector<FailureElement> elements; // each takes the same alone; sorted
    RedundancyClass asked = RedundancyClass::n;
    std::vector<ServiceId> services; // by id
    std::vector<VlanId> vlans;       // of the points, by id
    std::uint32_t points = 0;
    bool operator==(const HiddenPoint&) const = default;
};

// By the first element.
struct HiddenPoints {
    std::vector<HiddenPoint> points;
    std::size_t services = 0; // that are asked to be more than N and that some point reaches
    bool operator==(const HiddenPoints&) const = default;
    static HiddenPoints compute(FactInput& input);
};

} // namespace riser
