// SPDX-License-Identifier: GPL-3.0-or-later
// Which edges join all terminals at the least cost? The Steiner tree problem in graphs: trays along the corridors that
// reach every office, and the public instances of the field. It is NP-hard, so the answer is a tree, a proved lower
// bound and how the work ended. Costs are whole numbers of any unit (millimetres for trays). Equal input and equal
// options give the equal tree, unless the run is stopped from outside. Threads: as many calls at once as wished.
#pragma once

#include "model/base/result.h"
#include "solvers/base/run.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace riser {

enum class SteinerVertex : std::uint32_t {};
enum class SteinerEdgeIndex : std::uint32_t {}; // of SteinerGraph::edges
constexpr std::size_t at(SteinerVertex vertex) { return static_cast<std::size_t>(vertex); }
constexpr std::size_t at(SteinerEdgeIndex edge) { return static_cast<std::size_t>(edge); }

// Undirected; parallel edges, edges from a vertex to itself and edges of no cost are allowed, as are terminals named
// twice.
struct SteinerEdge {
    SteinerVertex a{};
    SteinerVertex b{};
    std::int64_t cost = 0; // not negative
};
struct SteinerGraph {
    std::uint32_t vertices = 0; // numbered from 0
    std::vector<SteinerEdge> edges;
    std::vector<SteinerVertex> terminals;
};

struct SteinerOptions {
    // How many arcs may be looked at before the best tree so far is given; reading the graph and the first tree come on
    // top. 3 million take some 50 ms, enough for a floor's trays within some percent of the bound. Nothing: until
    // proved or stopped, which may be never.
    std::optional<std::uint64_t> most_steps = 3'000'000;
};

struct SteinerTree {
    std::vector<SteinerEdgeIndex> edges; // ascending; a tree that spans the terminals and whose leaves are terminals
    std::int64_t cost = 0;
    std::int64_t bound = 0; // no tree costs less; equals `cost` when complete
    // complete: proved least. limit_reached, stopped: a tree, not proved least. infeasible: no tree, see `apart`.
    Outcome outcome = Outcome::complete;
    std::optional<std::pair<SteinerVertex, SteinerVertex>> apart; // two terminals that no path joins
};

// Reductions, dual ascent (Wong 1984), local search (Uchoa and Werneck 2012) and branch and bound over them (after
// Pajor, Uchoa and Werneck 2018). A stopped run still gets a tree. bad_input: an edge or a terminal names no vertex, a
// cost is negative, the costs add up to 2^61 or more, or there are 2^30 edges or vertices.
Result<SteinerTree> steiner_tree(const SteinerGraph& graph, const SteinerOptions& options = {}, const Run& run = {});

} // namespace riser
