// SPDX-License-Identifier: GPL-3.0-or-later
// Claims that nothing of one zone comes to another: the certificate lists everywhere that anything of the one comes,
// and this checks that the list is closed. What the zone may send stands in it; every step out of a listed place or
// gateway leads into the list or is stopped by a filter, a firewall or the lack of a route; and no place of the other
// zone stands in it. A list that says more than is so does no harm; one that says less is refuted by a packet.
#pragma once

#include "designer/verify/network.h"
#include "designer/verify/verdict.h"

namespace riser::verify {

// The sender is taken to be hostile: any destination, frames to every gateway that they can come to; sources of its own
// VLAN. O(listed headers x permissions of the filters on the way x routes).
Verdict check_not_reached(const Certificate& certificate, const Design& design, const PlainNetwork& network);

// That whoever is behind a handoff comes to nothing but what is published there, or to what a policy lets him from the
// edge; the sender may forge any source.
Verdict check_outside(const Certificate& certificate, const Design& design, const PlainNetwork& network);

} // namespace riser::verify
