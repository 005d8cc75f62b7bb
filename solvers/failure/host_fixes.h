// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest further links of a service's hosts after which nothing parts them from the core alone that need not:
// from a free port of a host to one of a switch of its network in the same space, by cords like those that the host
// has, at the catalogue's price. Cards, ports and VLANs are not priced.
#pragma once

#include "solvers/base/run.h"
#include "solvers/failure/redundancy.h"

namespace riser {

struct HostLink {
    EquipmentId host, device; // of a stack the first
    CableId like;             // a cord that the host has
    Millimetres length;
    Money price; // 0 where the catalogue has none
    bool operator==(const HostLink&) const = default;
};

struct HostFix {
    ServiceId service;
    RedundancyClass asked = RedundancyClass::n;
    std::vector<FailureElement> points = {}; // that part hosts and core alone, and count
    std::vector<FailureElement> left = {};   // of those, what no link looked at removes
    std::vector<HostLink> links = {};
    Money price, bound; // of the links; no choice among those looked at costs less
    // limit_reached: ports are too few for the cheapest choice, and none is given; or a gap is left.
    Outcome outcome = Outcome::complete;
    bool priced = true; // false: some cord has no price
};

// Services with such points, in the order of Redundancy. Stopped: those done so far.
std::vector<HostFix> host_fixes(const Facts& facts, const Run& run = {});

} // namespace riser
