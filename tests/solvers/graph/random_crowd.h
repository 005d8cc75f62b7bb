// SPDX-License-Identifier: GPL-3.0-or-later
// Many cables on small random pathways whose runs have little room, and what any answer to them must keep.
#pragma once

#include "solvers/graph/crowded_routing.h"
#include "tests/solvers/graph/random_pathways.h"

#include <gtest/gtest.h>

#include <memory>

namespace riser::test {

// A space with a node of its own, demands at places near the runs, room for a few cables a run.
struct CrowdCase {
    RandomPathways pathways;
    std::shared_ptr<const RoutingNet> net;
    std::vector<Router> routers;
    std::vector<RouteDemand> demands;
    std::unique_ptr<RunRooms> rooms;
};

inline CrowdCase crowd_case(std::uint32_t seed, int nodes, int runs, int demand_count, int least_room, int more_room) {
    CrowdCase out{
        .pathways = random_pathways(seed, nodes, runs, 1, false), .net = {}, .routers = {}, .demands = {}, .rooms = {}};
    Design& design = out.pathways.design;
    std::mt19937 engine(seed + 77);
    const auto upto = [&](int most) { return static_cast<std::int32_t>(engine() % static_cast<unsigned>(most + 1)); };
    Room room;
    room.id = RoomId{1};
    room.floor = out.pathways.floors.front();
    design.rooms.put(room);
    std::vector<SpaceId> spaces;
    for (std::uint64_t i = 0; i < 2; ++i) {
        Space space;
        space.id = SpaceId{i + 1};
        space.room = room.id;
        PathwayNode node = *design.find(out.pathways.nodes[i]);
        space.place = node.place;
        node.space = space.id;
        design.spaces.put(space);
        design.pathway_nodes.put(node);
        spaces.push_back(space.id);
    }
    out.net = std::make_shared<const RoutingNet>(design);
    out.routers.emplace_back(out.net, design, spaces, RoutingOptions{});
    out.routers.emplace_back(out.net, design, std::span(spaces).first(1), RoutingOptions{});
    for (int i = 0; i < demand_count; ++i) {
        const Router& router = out.routers[static_cast<std::size_t>(upto(1))];
        const Point place{upto(4'000), upto(4'000)};
        const auto foot = router.foot(out.pathways.floors.front(), std::nullopt, place);
        // Midway on a run: in a node of a space a cable lies in a run that it only touches, whatever its room.
        const auto length = foot ? out.net->graph[foot->end.run].geometry.length() : 0;
        if (foot && foot->end.offset > 0 && foot->end.offset < length)
            out.demands.push_back({.router = &router, .foot = *foot, .height = 300, .size = 1 + upto(2)});
    }
    out.rooms = std::make_unique<RunRooms>(out.net->graph.runs().size());
    for (std::size_t run = 0; run < out.net->graph.runs().size(); ++run)
        out.rooms->set(static_cast<RunIndex>(run), least_room + upto(more_room));
    return out;
}

// What an answer says of itself is so.
inline void expect_consistent(const CrowdCase& c, const CrowdedRoutes& found) {
    ASSERT_EQ(found.routes.size(), c.demands.size());
    std::vector<std::int64_t> load(c.rooms->runs(), 0);
    std::int64_t total = 0;
    for (std::size_t i = 0; i < found.routes.size(); ++i)
        if (found.routes[i].way) {
            total += found.routes[i].way->length();
            for (const RunIndex run : found.routes[i].way->runs)
                load[at(run)] += c.demands[i].size;
        }
    EXPECT_EQ(total, found.total);
    std::vector<RunIndex> above;
    for (std::size_t run = 0; run < load.size(); ++run)
        if (load[run] > c.rooms->of(static_cast<RunIndex>(run)).front())
            above.push_back(static_cast<RunIndex>(run));
    EXPECT_EQ(above, found.above);
}

} // namespace riser::test
