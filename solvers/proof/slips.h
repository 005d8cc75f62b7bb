// SPDX-License-Identifier: GPL-3.0-or-later
// Which slips of a hand (solvers/forwarding/misconfiguration) would join zones that must stay apart: with the packet
// that would come through then. All declared slips are judged, so that none beside those that are listed does. A
// statement beside the certificate, not part of it: a checker would have to derive the network again for each.
#pragma once

#include "solvers/base/facts.h"
#include "solvers/base/plan.h"
#include "solvers/forwarding/header_space.h"
#include "solvers/forwarding/misconfiguration.h"

namespace riser {

struct BreakingSlip {
    Misconfiguration slip;             // the first of those alike
    std::vector<Misconfiguration> all; // that do the same: other ports of the device in the same VLAN, with such a jack
    ZoneId from, to;                   // the first pair that it joins, by id
    Packet packet;                     // comes from the one to the other, and did not before
    bool operator==(const BreakingSlip&) const = default;
};

struct SlipSweep {
    Outcome outcome = Outcome::complete;
    std::size_t judged = 0;             // slips
    std::vector<BreakingSlip> breaking; // in the order of misconfigurations()
    bool operator==(const SlipSweep&) const = default;
};

// A zone is where its VLANs are, and where a wired jack is that belongs to it (JackZones): a port moved takes its jack
// along. Senders as for must-not-reach. What joined them before is not told again. Ports of a device that are alike are
// judged once, rules by what the filter comes to let pass. O(kinds of slips x (network + floods)); stopped: what was
// judged until then.
SlipSweep breaking_slips(const Facts& facts, const Run& run = {});

} // namespace riser
