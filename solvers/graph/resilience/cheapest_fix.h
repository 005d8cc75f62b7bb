// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest changes to a network after which given losses part given terminals no more: links to add, links to lay
// another way, further feeds of nodes. NP-hard (connectivity augmentation, Eswaran, Tarjan 1976, with prices and shared
// risks). A master programme (GLPK) chooses changes; whatever loss still parts something shows what is cut off, and
// that one of the changes across that border must be made, or one that took a link across it not. Its least price
// bounds every answer from below (Benders 1962; implicit hitting sets).
#pragma once

#include "model/base/result.h"
#include "solvers/base/run.h"
#include "solvers/graph/resilience/risk_network.h"

#include <optional>

namespace riser {

struct NetChange {
    std::int64_t price = 0; // not negative, in the caller's unit
    std::vector<NetLink> drops = {};
    std::vector<LinkEnds> adds = {};
    std::vector<RiskSet> of_added = {};                  // risks, by added link
    std::vector<std::pair<NetNode, RiskSet>> feeds = {}; // further ones of nodes that have some
};

// `to` must be reached from `from`, also when the risk is lost.
struct ReachNeed {
    std::uint32_t terminals = 0; // of FixProblem::terminals
    std::optional<NetRisk> lost = {};
};

struct FixProblem {
    RiskNetwork network = {};
    std::vector<RiskTerminals> terminals = {}; // what is sure there is no loss
    std::vector<ReachNeed> needs = {};
    std::vector<NetChange> changes = {}; // two that drop one link exclude each other
};

struct FixAnswer {
    // limit_reached, stopped: a gap is left; infeasible: no choice meets all needs.
    Outcome outcome = Outcome::complete;
    std::optional<std::vector<std::uint32_t>> changes = {}; // ascending; the best found
    std::int64_t price = 0;                                 // of those
    std::int64_t bound = 0;                                 // no choice costs less
    std::vector<std::uint32_t> unmet = {};                  // needs that not even all additions together meet
};

struct FixOptions {
    std::size_t most_rounds = 2'000;     // of the master
    std::int64_t most_branches = 20'000; // of each
};

// bad_input: a negative price, prices that add up to more than 2^50, a number of what is not there.
Result<FixAnswer> cheapest_fix(const FixProblem& problem, const FixOptions& options = {}, const Run& run = {});

} // namespace riser
