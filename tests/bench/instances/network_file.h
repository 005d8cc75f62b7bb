// SPDX-License-Identifier: GPL-3.0-or-later
// Networks as others publish them: GraphML (the Internet Topology Zoo) and SNDlib's XML, which also says what is to be
// carried. Directions are let go: a link is a link.
#pragma once

#include "model/base/result.h"
#include "solvers/graph/resilience/concurrent_flow.h"

#include <string>

namespace riser::instances {

struct NetworkFile {
    LinkNetwork network = {};
    std::vector<std::string> names = {}; // of the nodes
    std::vector<FlowDemand> demands = {};
};

// io: the file cannot be read; bad_input: no XML of either kind, a node named twice, or a link or demand of a node that
// is not there.
Result<NetworkFile> read_network_file(const std::string& name);
// Of a text at hand; `name` stands in errors.
Result<NetworkFile> read_network(const std::string& name, const std::string& text);

} // namespace riser::instances
