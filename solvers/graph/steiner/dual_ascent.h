// SPDX-License-Identifier: GPL-3.0-or-later
// A lower bound by Wong's dual ascent (1984): seen from a root, each set of vertices that holds a terminal but not the
// root must be entered. Terminals take turns, the one with the fewest arcs to raise first; each raises the cheapest
// entrance of the set that reaches it for nothing. What is left of an arc's cost says what at least its use adds to the
// bound.
#pragma once

#include "solvers/graph/steiner/effort.h"
#include "solvers/graph/steiner/tree_building.h"

namespace riser::steiner {

struct Ascent {
    Vertex root = 0;
    Cost bound = 0;            // unreachable: the root cannot reach every terminal
    bool complete = false;     // else the effort ended first; the bound holds all the same
    std::vector<Cost> reduced; // by arc position p in the row of v: what is left of the arc from arcs[p].to into v
};

// Ends early when the bound reaches `enough`. Guided by a good tree, sets that more than one of its edges leads into
// come late: in the best of bounds such sets are not raised (complementary slackness). O(arcs * terminals) at worst,
// mostly far less.
struct AscentOptions {
    Cost enough = unreachable;
    const Tree* guide = nullptr;
};
Ascent dual_ascent(const Layout& layout, Vertex root, Effort& effort, const AscentOptions& options = {});

} // namespace riser::steiner
