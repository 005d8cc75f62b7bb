// SPDX-License-Identifier: GPL-3.0-or-later
// A need as the least sets of elements that are enough for it: any one of them standing whole, it stands.
#pragma once

#include "solvers/graph/resilience/needs.h"

namespace riser {

using ElementSet = std::vector<ElementIndex>; // ascending, each once

struct NeedSets {
    std::vector<ElementSet> sets = {}; // none contains another; by size, then elements
    bool all_there = true;             // false: there were more than `most`, and the largest are left out
};
// Needs of `taken` count as standing. Without those left out the need is held to fall sooner than it does, never
// later. O(sets^2 x elements of one).
NeedSets need_sets(const NeedTable& needs, NeedIndex need, std::span<const NeedIndex> taken = {},
                   std::size_t most = 256);

} // namespace riser
