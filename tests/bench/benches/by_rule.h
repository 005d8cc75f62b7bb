// SPDX-License-Identifier: GPL-3.0-or-later
// What each rule costs when rules are asked one after another in the catalogue's order: a fact counts for the rule that
// asks for it first.
#pragma once

#include "solvers/checks/run_checks.h"

#include <string>
#include <vector>

namespace riser::bench {

struct RuleCost {
    const Rule* rule = nullptr;
    double seconds = 0;
};

struct RuleCosts {
    std::vector<RuleCost> rules; // the slowest first
    double quick = 0;            // all that are not marked slow
    double slow = 0;
    std::string names(std::size_t most) const;
};
RuleCosts costs_by_rule(const Facts& facts, const Deck& deck);

} // namespace riser::bench
