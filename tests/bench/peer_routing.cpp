// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/peer_routing.h"

#include <set>

namespace riser::bench {

std::vector<PlaneWork> planes_of(const Design& design, const Routers& routers) {
    std::vector<PlaneWork> out;
    for (const Routers::OfPlane& of : routers.planes) {
        PlaneWork work{.router = of.router.get(), .places = {}};
        std::set<OutletId> outlets;
        for (const Jack& jack : design.jacks)
            if (jack.plane == of.plane)
                outlets.insert(jack.outlet);
        for (const OutletId id : outlets) {
            const Outlet* outlet = design.find(id);
            work.places.push_back(
                {outlet, std::int64_t{design.find(outlet->floor)->elevation.value} + outlet->height.value});
        }
        out.push_back(std::move(work));
    }
    return out;
}

std::vector<PeerEdge> pathway_edges(const Router& router) {
    const PathwayGraph& graph = router.graph();
    std::vector<PeerEdge> edges;
    for (std::size_t i = 0; i < graph.runs().size(); ++i)
        if (router.open()[i])
            edges.push_back({at(graph.runs()[i].from), at(graph.runs()[i].to), graph.runs()[i].geometry.length()});
    for (const Seed& seed : router.seeds())
        edges.push_back({graph.nodes().size(), at(seed.node), seed.initial});
    return edges;
}

void attach(const RoutingNet& net, const PlaneWork& work, std::vector<PeerEdge>& edges) {
    const std::size_t first = net.graph.nodes().size() + 1;
    for (std::size_t i = 0; i < work.places.size(); ++i) {
        const auto& [outlet, height] = work.places[i];
        auto end =
            outlet->room ? net.attachments.nearest_in(*outlet->room, outlet->place, work.router->open()) : std::nullopt;
        if (!end)
            end = net.attachments.nearest(outlet->floor, outlet->place, work.router->open());
        if (!end)
            continue;
        const PathwayGraph::Run& run = net.graph[end->run];
        const std::int64_t drop = end->drop + std::abs(end->height - height);
        edges.push_back({first + i, at(run.from), end->offset + drop});
        edges.push_back({first + i, at(run.to), run.geometry.length() - end->offset + drop});
    }
}

} // namespace riser::bench
