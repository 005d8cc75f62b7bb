// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/horizontal_cables.h"
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/rules/warmth.h"

namespace riser {

constexpr Rule warm_cable_length{
    .id = "CAB-07",
    .group = RuleGroup::cabling,
    .parameters = {{{.name = "max"},
                    {.name = "base", .dimension = Dimension::temperature},
                    {.name = "knee", .dimension = Dimension::temperature},
                    {.name = "unscreened", .dimension = Dimension::share},
                    {.name = "unscreened-hot", .dimension = Dimension::share},
                    {.name = "screened", .dimension = Dimension::share}}},
    .words = {"ambient"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const Derating derating = derating_of(deck);
            const Table<CableAmbient>& ambients = facts.get<CableAmbients>().cables;
            std::size_t unknown = 0;
            for_each_horizontal(
                facts, findings, [&](const MeasuredCable& cable, const CableKind& kind, Millimetres total) {
                    const CableAmbient* ambient = ambients.find(cable.id);
                    if (!ambient) {
                        ++unknown;
                        return;
                    }
                    const CableType* type = facts.find(kind.type);
                    const Millimetres limit = derating.limit(ambient->warmest, type ? type->screen : Screen::utp);
                    if (ambient->warmest > derating.base)
                        findings.at_most({.subjects = {cable.id},
                                          .limit = limit,
                                          .actual = total,
                                          .words = {{"ambient", Amount(ambient->warmest)}}});
                });
            if (unknown > 0)
                findings.needs = no_ambient(unknown);
        },
};

} // namespace riser
