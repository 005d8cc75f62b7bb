// SPDX-License-Identifier: GPL-3.0-or-later
// A full check from scratch: every fact and every rule. The raw lower bound reads each field of each row once, as the
// text of the file does.
#include "model/file/writer.h"
#include "solvers/checks/run_checks.h"
#include "tests/bench/benches/benches.h"
#include "tests/bench/benches/by_rule.h"
#include "tests/bench/memory.h"
#include "tests/bench/stopwatch.h"

namespace riser::bench {

void check(Bench& bench) {
    const Deck& deck = *built_in_deck("cn-government");
    std::size_t examined = 0;
    const Measure measured = timed(bench.repeat(), [&] {
        const CheckReport report = run_checks(Facts(bench.design()), deck);
        for (const RuleReport& rule : report.rules)
            examined += rule.examined;
    });
    bench.require(examined > 0, "rules look at rows");
    bench.line({.what = "check: all rules from scratch",
                .measured = measured,
                .against = "writing every field as text",
                .peer = timed(bench.repeat(), [&] { keep(write_design(bench.design())); }),
                .at_most = bench.grown(2)});

    const RuleCosts costs = costs_by_rule(Facts(bench.design()), deck);
    const Measure all{costs.quick + costs.slow, costs.quick + costs.slow};
    bench.line({.what = "check: rules that people wait for",
                .measured = {costs.quick, costs.quick},
                .against = "all rules, asked one by one",
                .peer = all});
    for (std::size_t i = 0; i < 3; ++i)
        bench.line({.what = "check: " + std::string(costs.rules[i].rule->id) + " with what it asks first",
                    .measured = {costs.rules[i].seconds, costs.rules[i].seconds},
                    .against = "all rules, asked one by one",
                    .peer = all});

    const double start = allocated();
    const Facts facts(bench.design());
    const CheckReport report = run_checks(facts, deck);
    const double taken = allocated() - start;
    keep(report);
    const double before = allocated();
    const std::string text = write_design(bench.design());
    bench.line({.what = "check: memory of all facts and findings",
                .measured = bytes(taken),
                .against = "the design as text",
                .peer = bytes(allocated() - before)});
}

} // namespace riser::bench
