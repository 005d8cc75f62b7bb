// SPDX-License-Identifier: GPL-3.0-or-later
// Whether one list of where the packets of a zone, or from behind a handoff, come is closed: what it may send stands in
// it, and every step out of a listed place or gateway leads into the list or is stopped by a filter, a firewall or the
// lack of a route.
#pragma once

#include "designer/verify/network.h"
#include "designer/verify/verdict.h"

namespace riser::verify {

// The packet by which it is not closed, or the reason that stops nothing. O(listed headers x permissions of the filters
// on the way x routes).
std::optional<Refutation> refuted(const ListedSpread& list, const Design& design, const PlainNetwork& network);
// Whether what is named stops some of what the list has there.
bool stops_something(const ListedDenial& denial, const ListedSpread& list, const PlainNetwork& network);

} // namespace riser::verify
