// SPDX-License-Identifier: GPL-3.0-or-later
// The fewest risks that must fail together until no way is left between two terminals. NP-hard once links share risks
// (Coudert, Datta, Perennes, Rivano, Voge 2007: shared risk resource groups). Branch and bound: a cut meets every way,
// so of the risks of one way each is tried in turn, those before it taken to hold; ways that share nothing bound what
// is still to fail from below.
#pragma once

#include "solvers/base/run.h"
#include "solvers/graph/resilience/risk_arcs.h"

namespace riser {

struct RiskSearch {
    std::size_t most_branches = 20'000;
};

struct RiskCut {
    Outcome outcome = Outcome::complete; // limit_reached, stopped: `bound` may be below the cut; infeasible: none parts
    std::optional<RiskSet> cut = {};     // the best found; empty: there is no way to begin with
    std::uint32_t bound = 0;             // no fewer do
};
// Ties go by the order of risks. Exponential in the size of the cut only.
RiskCut smallest_risk_cut(const RiskArcs& network, const RiskTerminals& terminals, const RiskSearch& search = {},
                          const Run& run = {});

// Risks each of which alone leaves no way; none when there is no way to begin with. O(risks of a way x arcs).
RiskSet single_risks(const RiskArcs& network, const RiskTerminals& terminals);

} // namespace riser
