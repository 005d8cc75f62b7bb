// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/pathways.h"
#include "solvers/checks/rules/horizontal_cables.h"
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/rules/warmth.h"

namespace riser {

namespace {

// Where a cable is warmest on its way: the air, at least the deck's base, and what its bundle adds.
struct Warmest {
    DeciCelsius air;
    DeciCelsius rise;
    std::int32_t powered = 0;
    DeciCelsius temperature() const { return air + rise; }
};

Warmest warmest_of(const Cable& cable, const Table<RunAmbient>& ambients, DeciCelsius base, Bundles& bundles) {
    Warmest out{.air = base, .rise = {}, .powered = 0};
    for (const RouteStep& step : cable.route) {
        const RunAmbient* air = ambients.find(step.run);
        const Bundle* bundle = bundles.of(step.run, step.compartment);
        const Warmest here{.air = air ? std::max(air->ambient, base) : base,
                           .rise = bundle ? bundle->rise : DeciCelsius(),
                           .powered = bundle ? bundle->powered : 0};
        if (here.temperature() > out.temperature())
            out = here;
    }
    return out;
}

} // namespace

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
            const Table<RunAmbient>& ambients = facts.get<RunAmbients>().runs;
            const Table<CableAmbient>& airs = facts.get<CableAmbients>().cables;
            const Table<Cable>& cables = facts.table<Cable>();
            Bundles bundles(facts, deck.links(), static_cast<std::int32_t>(deck.count("tied")));
            std::size_t carrying = 0;
            std::size_t unknown = 0;
            for_each_horizontal(
                facts, findings, [&](const MeasuredCable& cable, const CableKind& kind, Millimetres total) {
                    if (!powered.contains(cable.id))
                        return;
                    ++carrying;
                    const CableAmbient* air = airs.find(cable.id);
                    unknown += !air;
                    const Warmest at = warmest_of(*cables.find(cable.id), ambients, derating.base, bundles);
                    const CableType* type = facts.find(kind.type);
                    const Screen screen = type ? type->screen : Screen::utp;
                    const Millimetres limit = derating.limit(at.temperature(), screen);
                    const Millimetres in_air = derating.limit(air ? air->warmest : derating.base, screen);
                    if (total > limit && total <= in_air)
                        findings.add({.subjects = {cable.id},
                                      .limit = limit,
                                      .actual = total,
                                      .words = {{"ambient", Amount(at.air)},
                                                {"rise", Amount(at.rise)},
                                                {"powered", Amount(Count{at.powered})}}});
                });
            findings.examined = carrying;
            if (carrying == 0)
                findings.not_applicable = {"没有缆线供电", "no cable carries power"};
            else if (bundles.beyond > 0)
                findings.needs = bundle_beyond_table(bundles.beyond);
            else if (unknown > 0)
                findings.needs = no_ambient(unknown);
        },
};

} // namespace riser
