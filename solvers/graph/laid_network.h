// SPDX-License-Identifier: GPL-3.0-or-later
// Which edges are laid, when laying an edge costs once and every demand then pays for the length of its own way from
// the nearest source? Trays against the cables in them: a Steiner tree alone lays the least tray and sends cables round
// about it, shortest ways alone lay a tray in every corridor. (Rent or buy, buy at bulk: the field's names for it.)
// Turns cost too: at a vertex the laid ends of every further axis need a fitting.
// Costs are whole numbers of any unit. Threads: as many calls at once as wished. Equal input, equal answer.
#pragma once

#include "solvers/graph/steiner_tree.h"

#include <limits>

namespace riser {

struct LayingEdge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::int64_t cost = 0;   // of laying it
    std::int64_t length = 0; // of a way along it
    // The direction in which the edge meets a and b, as a number that edges in one line there share: only compared
    // with those of other edges at the same vertex.
    std::int32_t axis_a = 0;
    std::int32_t axis_b = 0;
    enum class Laid { if_worth, always } laid = Laid::if_worth;
};

struct LayingDemand {
    std::uint32_t vertex = 0;
    std::int64_t weight = 0; // cost of a unit of its way's length; 0: joined all the same
};

struct LayingProblem {
    std::uint32_t vertices = 0;
    std::vector<LayingEdge> edges;
    std::vector<std::uint32_t> sources; // joined with one another where edges allow, as are demands
    std::vector<LayingDemand> demands;
    std::int64_t turn = 0; // cost of a fitting
    // A way may be this long, or as long as with all edges where that is longer.
    std::int64_t longest_way = std::numeric_limits<std::int64_t>::max();
    // Between these no edge may be the only way that is not so when all are laid.
    std::vector<std::uint32_t> joined_twice = {};
};

struct LaidNetwork {
    std::vector<std::uint32_t> edges; // ascending; without dead ends but at sources, demands and edges laid always
    std::int64_t laying = 0;          // cost of edges and fittings
    std::int64_t ways = 0;            // of the demands
    // No choice costs less in all: the Steiner tree's bound for the laying plus every demand's shortest way.
    std::int64_t bound = 0;
    std::int64_t cost() const { return laying + ways; }
};

// Local search (an edge less; a chain more, and then less) from the Steiner tree over the axes at each vertex, and from
// all edges. Parts that no edges join are done one by one; a part without a source is joined within itself and has no
// ways. Stopped: the best so far. bad_input: as steiner_tree(), or a weight below nought.
Result<LaidNetwork> laid_network(const LayingProblem& problem, const SteinerOptions& options = {}, const Run& run = {});

} // namespace riser
