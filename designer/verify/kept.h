// SPDX-License-Identifier: GPL-3.0-or-later
// Claims that the rows of a plane are in order. Which laws there are follows from the design; the facts listed for each
// must be those that the rows give, no more, no less, sorted.
#pragma once

#include "designer/verify/network.h"
#include "designer/verify/verdict.h"

namespace riser::verify {

// O(rows log rows + VLANs and prefixes squared).
Verdict check_kept(const Certificate& certificate, const Design& design, const Wiring& wiring,
                   const PlainNetwork& network);

} // namespace riser::verify
