// SPDX-License-Identifier: GPL-3.0-or-later
// Two routes between rooms that share as little as the pathways allow. What counts, one before the other: groups of
// tier 0 that both take (shafts), groups of tier 1 (compartments), the length of runs that both lie in, the length of
// both together. With shared groups this is NP-hard (Hu, 2003: diverse routing with shared-risk groups); over the few
// links of a RouteNet it is found by branching: a thing that both take is forbidden to one, to the other, or paid for.
// Bounds: either route alone, and the cheapest flow of two units (Suurballe's pair) with a price on every shared link.
#pragma once

#include "solvers/graph/route_net.h"

#include <array>

namespace riser {

struct SharedCost {
    std::int64_t tier_0 = 0; // groups
    std::int64_t tier_1 = 0;
    std::int64_t shared = 0; // mm of links that both lie in
    std::int64_t length = 0; // mm, both routes, drops included
    auto operator<=>(const SharedCost&) const = default;
};

struct FoundRoute {
    std::size_t from = 0;       // which touch of the room that it starts from
    std::size_t to = 0;         // and of the room where it ends
    std::vector<RunIndex> runs; // from the start; empty where both touch one node
    std::int64_t along = 0;     // mm, of the runs
    std::int64_t length = 0;    // drops included
};

struct RoutePair {
    std::array<FoundRoute, 2> routes;
    SharedCost cost;
    SharedCost bound;   // no pair is better than this; equal to the cost when proven
    bool proven = true; // false: the search was cut off
};

struct RoutePairQuery {
    // Where each route starts; both of one room: the same touches twice.
    std::array<std::span<const SpaceTouch>, 2> from;
    std::span<const SpaceTouch> to;
    std::span<const std::uint32_t> unavoidable = {}; // groups not counted, sorted
    // The first route is this one: only the second is sought.
    std::optional<std::vector<RunIndex>> first = {};
    // Pairs that are longer together are not considered.
    std::optional<std::int64_t> longest_together = {};
    std::size_t most_branches = 20'000;
};

// Nothing when one of the routes is not to be had. Ties go by the order of links, hence of run ids.
std::optional<RoutePair> most_diverse_pair(const RouteNet& net, const RoutePairQuery& query);

// The shortest route; nothing when there is none. O(links log).
std::optional<FoundRoute> shortest_route(const RouteNet& net, std::span<const SpaceTouch> from,
                                         std::span<const SpaceTouch> to);

} // namespace riser
