// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benches/by_rule.h"

#include "solvers/checks/catalogue.h"
#include "tests/bench/stopwatch.h"

namespace riser::bench {

RuleCosts costs_by_rule(const Facts& facts, const Deck& deck) {
    RuleCosts out;
    for (const Rule* rule : rule_catalogue()) {
        const Rule* const one[] = {rule};
        const double seconds = seconds_of([&] { keep(run_checks(facts, deck, std::span<const Rule* const>(one))); });
        (rule->slow ? out.slow : out.quick) += seconds;
        out.rules.push_back({rule, seconds});
    }
    std::ranges::stable_sort(out.rules, std::greater<>(), &RuleCost::seconds);
    return out;
}

std::string RuleCosts::names(std::size_t most) const {
    std::string out;
    for (std::size_t i = 0; i < std::min(most, rules.size()); ++i)
        out += (i > 0 ? ", " : "") + std::string(rules[i].rule->id);
    return out;
}

} // namespace riser::bench
