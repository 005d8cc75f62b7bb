// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/horizontal_cables.h"
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/rules/warmth.h"

namespace riser {

// Of cables that carry power and are short enough for the air alone: what CAB-02 and CAB-07 find is not said twice.
constexpr Rule powered_cable_length{
    .id = "POE-03",
    .group = RuleGroup::cabling,
    .parameters = {{{.name = "max"},
                    {.name = "base", .dimension = Dimension::temperature},
                    {.name = "knee", .dimension = Dimension::temperature},
                    {.name = "unscreened", .dimension = Dimension::share},
                    {.name = "unscreened-hot", .dimension = Dimension::share},
                    {.name = "screened", .dimension = Dimension::share},
                    {.name = "tied", .dimension = Dimension::count, .low = 1}}},
    .tables = {"bundle-heat"},
    .words = {"ambient", "rise", "powered"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const Derating derating = derating_of(deck);
            const Table<PoweredCable>& powered = facts.get<PoweredCables>().cables;
            const Table<CableAmbient>& airs = facts.get<CableAmbients>().cables;
            const Table<Cable>& cables = facts.table<Cable>();
            WarmCables warmth(warm_tables(facts), deck.links(), static_cast<std::int32_t>(deck.count("tied")),
                              derating.base);
            std::size_t carrying = 0;
            std::size_t unknown = 0;
            for_each_horizontal(
                facts, findings, [&](const MeasuredCable& cable, const CableKind& kind, Millimetres total) {
                    if (!powered.contains(cable.id))
                        return;
                    ++carrying;
                    const CableAmbient* air = airs.find(cable.id);
                    unknown += !air;
                    const Warmest at = warmth.of(*cables.find(cable.id));
                    const CableType* type = facts.find(kind.type);
                    const Screen screen = type ? type->screen : Screen::utp;
                    const Millimetres limit = derating.limit(at.temperature(), screen);
                    const Millimetres in_air = derating.limit(air ? air->warmest : derating.base, screen);
                    if (total <= in_air)
                        findings.at_most({.subjects = {cable.id},
                                          .limit = limit,
                                          .actual = total,
                                          .words = {{"ambient", Amount(at.air)},
                                                    {"rise", Amount(at.rise)},
                                                    {"powered", Amount(Count{at.powered})}}});
                });
            findings.examined = carrying;
            if (carrying == 0)
                findings.not_applicable = {"没有缆线供电", "no cable carries power"};
            else if (warmth.beyond > 0)
                findings.needs = bundle_beyond_table(warmth.beyond);
            else if (unknown > 0)
                findings.needs = no_ambient(unknown);
        },
};

} // namespace riser
