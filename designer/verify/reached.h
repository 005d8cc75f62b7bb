// SPDX-License-Identifier: GPL-3.0-or-later
// Claims that those who must reach a service do: from each VLAN that counts the packet that is listed is walked, must
// come to the service over the gateways that are listed, and its answer must come back.
#pragma once

#include "designer/verify/network.h"
#include "designer/verify/verdict.h"

namespace riser::verify {

// O(paths x gateways).
Verdict check_reached(const Certificate& certificate, const Design& design, const PlainNetwork& network);

} // namespace riser::verify
