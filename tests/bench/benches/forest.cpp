// SPDX-License-Identifier: GPL-3.0-or-later
// The routing forest of all outlets, one a plane, against igraph's Dijkstra from one super-source on the same graph:
// the forest of the pathways alone, and with every outlet attached and routed. igraph's graphs stand before its clock
// runs, and outlets hang in them already; ours are laid out and found within it. Distances must be equal everywhere.
#include "tests/bench/benches/benches.h"
#include "tests/bench/peer_routing.h"
#include "tests/bench/stopwatch.h"

namespace riser::bench {

namespace {

bool same_at_nodes(const ShortestForest& forest, const PathwayGraph& graph, const IgraphPaths& peer) {
    for (std::size_t i = 0; i < graph.nodes().size(); ++i) {
        const auto reach = forest.reach(static_cast<NodeIndex>(i));
        if ((reach ? std::optional(reach->distance) : std::nullopt) != peer.distance(i))
            return false;
    }
    return true;
}

std::optional<std::int64_t> length_of(const Router& router, const Place& place) {
    const Routed routed = router.route(place.outlet->floor, place.outlet->room, place.outlet->place, place.height);
    return routed.way ? std::optional(routed.way->length()) : std::nullopt;
}

bool same_at_places(const PlaneWork& work, const IgraphPaths& peer) {
    const std::size_t first = work.router->graph().nodes().size() + 1;
    for (std::size_t i = 0; i < work.places.size(); ++i)
        if (length_of(*work.router, work.places[i]) != peer.distance(first + i))
            return false;
    return true;
}

} // namespace

void forest(Bench& bench) {
    const Facts facts(bench.design());
    const std::vector<PlaneWork> planes = planes_of(bench.design(), facts.get<Routers>());
    const RoutingNet net(bench.design());
    std::vector<IgraphPaths> pathways;
    std::vector<IgraphPaths> outlets;
    std::size_t places = 0;
    for (const PlaneWork& work : planes) {
        std::vector<PeerEdge> edges = pathway_edges(*work.router);
        pathways.emplace_back(net.graph.nodes().size() + 1, edges);
        attach(net, work, edges);
        outlets.emplace_back(net.graph.nodes().size() + 1 + work.places.size(), edges);
        places += work.places.size();
    }
    const auto run_peer = [&](std::vector<IgraphPaths>& peers) {
        return timed(bench.repeat(), [&] {
            for (IgraphPaths& peer : peers)
                peer.run(net.graph.nodes().size());
        });
    };

    bench.line({.what = "forest: pathways, " + std::to_string(planes.size()) + " planes",
                .measured = timed(bench.repeat(),
                                  [&] {
                                      for (const PlaneWork& work : planes)
                                          keep(ShortestForest(net.graph, work.router->seeds(), work.router->open()));
                                  }),
                .against = "igraph Dijkstra",
                .peer = run_peer(pathways),
                .ratio_at_most = 2});
    bench.line({.what = "forest: and " + std::to_string(places) + " outlets attached, routed",
                .measured = timed(bench.repeat(),
                                  [&] {
                                      for (const PlaneWork& work : planes) {
                                          keep(ShortestForest(net.graph, work.router->seeds(), work.router->open()));
                                          for (const Place& place : work.places)
                                              keep(length_of(*work.router, place));
                                      }
                                  }),
                .against = "igraph Dijkstra, outlets attached before",
                .peer = run_peer(outlets),
                .ratio_at_most = 2});

    bench.require(!planes.empty() && places > 0, "there are outlets to route");
    for (std::size_t i = 0; i < planes.size(); ++i) {
        bench.require(same_at_nodes(planes[i].router->forest(), net.graph, pathways[i]),
                      "the forest's distances are igraph's at every node");
        bench.require(same_at_places(planes[i], outlets[i]), "the outlets' distances are igraph's at every outlet");
    }
}

} // namespace riser::bench
