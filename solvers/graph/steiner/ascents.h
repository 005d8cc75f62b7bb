// SPDX-License-Identifier: GPL-3.0-or-later
// Dual ascents from several roots over one network, each used three times: for the bound, for a tree in what it left
// free of cost, and for removing what no better tree can use.
#pragma once

#include "solvers/graph/steiner/incumbent.h"
#include "solvers/graph/steiner/reductions.h"

namespace riser::steiner {

struct Ascents {
    Cost bound = 0;  // of every tree of the network, contracted links included; may pass the incumbent's cost
    Ascent best;     // the one of the greatest bound
    Tree tree;       // the cheapest found, of the layout given
    int removed = 0; // links of the network, of which the layout still tells
};

// `turn` chooses which terminals are roots.
Ascents ascend(Network& network, const Layout& layout, int roots, std::uint32_t turn, Incumbent& incumbent,
               Effort& effort);

} // namespace riser::steiner
