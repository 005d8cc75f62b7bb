// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/gauged_cords.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

constexpr Rule thin_cord{
    .id = "CAB-11",
    .group = RuleGroup::cabling,
    .parameters = {{{.name = "max"}, {.name = "gauge", .dimension = Dimension::count, .low = 1, .high = 40}}},
    .words = {"gauge"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            for (const MeasuredCable& cable : facts.get<CableLengths>().cables) {
                const std::optional<std::int32_t> gauge = gauge_of(facts, cable.id);
                if (cable.role != CableRole::cord || !cable.length || !gauge)
                    continue;
                ++findings.examined;
                const std::string awg = std::to_string(*gauge) + " AWG";
                if (*gauge >= deck.count("gauge"))
                    findings.at_most({.subjects = {cable.id},
                                      .limit = deck.length("max"),
                                      .actual = cable.length->total(),
                                      .words = {{"gauge", Text{awg, awg}}}});
            }
            no_gauge(findings);
        },
};

} // namespace riser
