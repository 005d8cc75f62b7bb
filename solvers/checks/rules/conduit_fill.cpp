// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/pathway_limits.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// Conduits of 4-pair cables and fibres of up to four cores; with a larger cable, the trunk's rule holds.
constexpr Rule conduit_fill{
    .id = "PATH-02",
    .group = RuleGroup::pathways,
    .parameters = {{{.name = "max", .dimension = Dimension::share}}},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const BasisPoints max = deck.share("max");
            const auto conduit = [](const PathwayRun& run) { return run.kind == PathwayKind::conduit; };
            for_each_filled(facts, findings, conduit, [&](const PathwayRun& run, const CompartmentFill& fill) {
                if (fill.large == 0)
                    findings.at_most({.subjects = {run.id}, .limit = max, .actual = *fill.share, .words = {}});
            });
        },
};

} // namespace riser
