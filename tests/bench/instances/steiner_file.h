// SPDX-License-Identifier: GPL-3.0-or-later
// Reads Steiner tree instances: SteinLib's STP format (https://steinlib.zib.de/format.php, undirected graphs) and PACE
// 2018's, which is a part of it. Sections other than Graph and Terminals (comments, coordinates, tree decompositions)
// are passed over.
#pragma once

#include "solvers/graph/steiner_tree.h"
#include "tests/bench/instances/words.h"

namespace riser::instances {

// bad_input: with line and column; costs with fractions too. unsupported: directed arcs.
Result<SteinerGraph> read_steiner(WordFile& file);

} // namespace riser::instances
