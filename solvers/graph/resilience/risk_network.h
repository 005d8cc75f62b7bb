// SPDX-License-Identifier: GPL-3.0-or-later
// A network whose links and nodes depend on things that fail alone and take many along: a shaft, a rack, a strip, a
// cable. A link fails with any of its risks; a node stands while all risks of one of its feeds do. Risks are never
// merged into nodes, which would invent ways.
#pragma once

#include "solvers/graph/resilience/link_network.h"

#include <span>

namespace riser {

enum class NetRisk : std::uint32_t {}; // numbered from 0
constexpr std::size_t at(NetRisk risk) { return static_cast<std::size_t>(risk); }

using RiskSet = std::vector<NetRisk>; // ascending, each once

struct RiskNetwork {
    LinkNetwork net = {};
    std::uint32_t risks = 0;
    std::vector<RiskSet> of_link = {};            // by link
    std::vector<std::vector<RiskSet>> feeds = {}; // by node; none: it never fails
    std::vector<std::uint8_t> leaf = {};          // by node: ways begin and end there and never pass; empty: none is
    bool is_leaf(NetNode node) const { return at(node) < leaf.size() && leaf[at(node)] != 0; }
};

// Ways from any of `from` to any of `to`, their own feeds included. `sure` never fails and may be shared: what nobody
// who ends there can avoid.
struct RiskTerminals {
    std::vector<NetNode> from = {};
    std::vector<NetNode> to = {};
    RiskSet sure = {};
};

} // namespace riser
