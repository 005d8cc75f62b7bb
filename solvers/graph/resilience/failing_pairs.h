// SPDX-License-Identifier: GPL-3.0-or-later
// Which two failures at once leave more pieces than there were: all of them, exactly, by a search for bridges or
// articulation points in what each single loss leaves; (links or nodes) x (links + nodes) steps. A pair that contains
// a single point of failure counts too, unless the loss of the other takes a piece away.
#pragma once

#include "solvers/base/run.h"
#include "solvers/graph/resilience/link_network.h"

#include <utility>

namespace riser {

struct FailingPairs {
    Outcome outcome = Outcome::complete; // or stopped: then some are missing
    std::vector<std::pair<NetLink, NetLink>> links = {};
    std::vector<std::pair<NetNode, NetNode>> nodes = {};
};
FailingPairs failing_pairs(const LinkNetwork& network, const Run& run = {});

} // namespace riser
