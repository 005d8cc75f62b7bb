// SPDX-License-Identifier: GPL-3.0-or-later
// The fewest prefixes that hold exactly the addresses of the given ones: what filters are written with.
#pragma once

#include "model/base/network.h"

#include <vector>

namespace riser {

// Sorted, version 4 first; no more and no fewer addresses than before. O(n log n).
std::vector<IpPrefix> united(std::vector<IpPrefix> prefixes);

} // namespace riser
