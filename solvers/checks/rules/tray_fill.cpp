// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/pathway_limits.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

constexpr Rule tray_fill{
    .id = "PATH-01",
    .group = RuleGroup::pathways,
    .parameters = {{{.name = "max", .dimension = Dimension::share}}},
    .words = {"compartment"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const BasisPoints max = deck.share("max");
            const auto tray = [](const PathwayRun& run) {
                return run.kind != PathwayKind::conduit && run.kind != PathwayKind::sleeve &&
                       run.kind != PathwayKind::shaft;
            };
            for_each_filled(facts, findings, tray, [&](const PathwayRun& run, const CompartmentFill& fill) {
                findings.at_most({.subjects = {run.id},
                                  .limit = max,
                                  .actual = *fill.share,
                                  .words = {{"compartment", compartment_words(run, fill.compartment)}}});
            });
        },
};

} // namespace riser
