// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest way to send one unit from either start to the end, where the second unit over a link costs extra: what
// Suurballe's pair is when links may be shared at a price. A lower bound for pairs with shared groups. Private to this
// folder.
#pragma once

#include "solvers/graph/route_ends.h"

#include <functional>

namespace riser::detail {

struct FlowPrice {
    int capacity = 2;        // 0..2 units
    std::int64_t second = 0; // on top of the length, for the second unit
};

struct TwoUnitFlow {
    std::array<LinkPath, 2> paths; // one from each start
    std::int64_t cost = 0;
};

// Nothing when two units cannot be sent. Two augmentations by Bellman-Ford: O(vertices x links).
std::optional<TwoUnitFlow> two_unit_flow(const JoinedNet& net, const std::function<FlowPrice(std::size_t)>& price_of);

} // namespace riser::detail
