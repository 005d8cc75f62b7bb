// SPDX-License-Identifier: GPL-3.0-or-later
// The most ways between two terminals that share no risk. NP-hard (Hu 2003: diverse routing under shared risk groups),
// and there may be fewer than the smallest cut has risks. Branch and bound over numbered ways: a risk that two of them
// want is left to one, by turns; each way alone, and a flow with room for one on every arc, bound what is left.
#pragma once

#include "solvers/graph/resilience/risk_cut.h"

namespace riser {

struct RiskWay {
    std::vector<NetNode> nodes = {}; // from the first to the last
    std::vector<NetLink> links = {};
    RiskSet risks = {}; // without those that are sure
};

struct RiskWays {
    Outcome outcome = Outcome::complete; // limit_reached, stopped: there may be as many as `bound`
    bool unlimited = false;              // the way given depends on nothing: there may be any number like it
    std::vector<RiskWay> ways = {};      // the most found, those with fewer risks first
    std::uint32_t bound = 0;             // no more do
};
RiskWays most_risk_disjoint_ways(const RiskArcs& network, const RiskTerminals& terminals, const RiskSearch& search = {},
                                 const Run& run = {});

} // namespace riser
