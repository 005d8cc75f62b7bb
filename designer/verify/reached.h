// SPDX-License-Identifier: GPL-3.0-or-later
// Claims that those who must reach a service do: from each VLAN that counts the packet that is listed is walked, must
// come to the service over the gateways that are listed, and its answer must come back.
#pragma once

#include "designer/verify/network.h"
#include "designer/verify/verdict.h"

namespace riser::verify {

// O(paths x gateways).
Verdict check_reached(const Certificate& certificate, const Design& design, const PlainNetwork& network);

// That those which must outlive any single failure do: without each device that routes on the service's plane, and
// without each cable between two of them, the packets still come there by whatever way is left, and their answers back.
// Claims whose packets come through today; facts: walks. O(failures x (network + paths x gateways)).
Verdict check_outlived(const Certificate& certificate, const Design& design, const Wiring& wiring,
                       const PlainNetwork& network);

// That whoever is outside comes to the services for which a policy lets him in from an edge, by each of its handoffs.
Verdict check_entered(const Certificate& certificate, const Design& design, const PlainNetwork& network);

} // namespace riser::verify
