// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/pathway_limits.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

constexpr Rule fill_above_own_limit{
    .id = "DES-01",
    .group = RuleGroup::pathways,
    .words = {"compartment"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const auto limited = [](const PathwayRun& run) { return run.fill_limit.has_value(); };
            for_each_filled(facts, findings, limited, [&](const PathwayRun& run, const CompartmentFill& fill) {
                findings.at_most({.subjects = {run.id},
                                  .limit = *run.fill_limit,
                                  .actual = *fill.share,
                                  .words = {{"compartment", compartment_words(run, fill.compartment)}}});
            });
        },
};

} // namespace riser
