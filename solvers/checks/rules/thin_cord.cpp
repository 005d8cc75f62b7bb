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
            const Gauges gauges(facts);
            const Millimetres max = deck.length("max");
            const std::int64_t thin = deck.count("gauge");
            for (const MeasuredCable& cable : facts.get<CableLengths>().cables) {
                if (cable.role != CableRole::cord || !cable.length)
                    continue;
                const std::optional<std::int32_t> gauge = gauges.of(cable.id);
                if (!gauge)
                    continue;
                ++findings.examined;
                if (*gauge < thin || passes_by_far(max, cable.length->total()))
                    continue;
                const std::string awg = std::to_string(*gauge) + " AWG";
                findings.at_most({.subjects = {cable.id},
                                  .limit = max,
                                  .actual = cable.length->total(),
                                  .words = {{"gauge", Text{awg, awg}}}});
            }
            no_gauge(findings);
        },
};

} // namespace riser
