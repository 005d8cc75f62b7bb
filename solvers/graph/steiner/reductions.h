// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a network smaller without losing its least tree (or, for what is said to be so, without losing any tree cheaper
// than the best known). Each returns how many links or vertices it did away with.
#pragma once

#include "solvers/graph/steiner/dual_ascent.h"

namespace riser::steiner {

// Dead ends, vertices between two links, terminals with one link; over and over. Also what hangs not together with the
// terminals.
int reduce_degrees(Network& network, Effort& effort);
// Links longer than the special distance of their ends; vertices of three or four links that a least tree crosses
// straight, which are replaced by links between their neighbours.
int reduce_long_links(Network& network, Effort& effort);
int reduce_branchings(Network& network, Effort& effort);
// Links that must be in the least tree: from a terminal to a near vertex or to a near other terminal's surroundings.
int contract_short_links(Network& network, Effort& effort);
// What a tree cheaper than `below` (whole cost, contracted links included) cannot use, by the reduced costs of an
// ascent over a layout of this network. Only links are removed: the layout stays of use.
int reduce_by_ascent(Network& network, const Layout& layout, const Ascent& ascent, Cost below, Effort& effort);

// All of the above but the last, until little is gained.
void reduce(Network& network, Effort& effort);

} // namespace riser::steiner
