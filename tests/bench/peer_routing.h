// SPDX-License-Identifier: GPL-3.0-or-later
// The routing of all outlets as igraph is asked it: one graph a plane, with a super-source that feeds every telecom
// room and a vertex an outlet. What benches compare our own routing with.
#pragma once

#include "solvers/analysis/reachability.h"
#include "tests/bench/igraph_paths.h"

#include <vector>

namespace riser::bench {

struct Place {
    const Outlet* outlet = nullptr;
    std::int64_t height = 0;
};

// The outlets with jacks of a plane, and the router of the telecom rooms that serve it.
struct PlaneWork {
    const Router* router = nullptr;
    std::vector<Place> places;
};
std::vector<PlaneWork> planes_of(const Design& design, const Routers& routers);

// Vertices: the nodes, then the super-source, then the places.
std::vector<PeerEdge> pathway_edges(const Router& router);
void attach(const RoutingNet& net, const PlaneWork& work, std::vector<PeerEdge>& edges);

} // namespace riser::bench
