// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/horizontal_cables.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

namespace {

// GB 50311-2016 3.3.3 note 2: above the base temperature the length shrinks by so much a degree, faster above the knee
// when the cable is unscreened.
struct Derating {
    Millimetres max;
    DeciCelsius base;
    DeciCelsius knee;
    BasisPoints unscreened;
    BasisPoints unscreened_hot;
    BasisPoints screened;

    Millimetres limit(DeciCelsius ambient, Screen screen) const {
        const std::int64_t above = std::max(0, ambient.value - base.value);
        const std::int64_t hot = std::max(0, ambient.value - knee.value);
        const bool shielded = screen == Screen::ftp || screen == Screen::sftp;
        // Basis points times tenths of a degree.
        const std::int64_t loss =
            shielded ? above * screened.value : (above - hot) * unscreened.value + hot * unscreened_hot.value;
        return Millimetres(static_cast<std::int32_t>(max.value * std::max<std::int64_t>(0, 100'000 - loss) / 100'000));
    }
};

} // namespace

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
            const Derating derating{.max = deck.length("max"),
                                    .base = deck.temperature("base"),
                                    .knee = deck.temperature("knee"),
                                    .unscreened = deck.share("unscreened"),
                                    .unscreened_hot = deck.share("unscreened-hot"),
                                    .screened = deck.share("screened")};
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
                findings.needs = {"有 " + std::to_string(unknown) +
                                      " 根缆线的环境温度未给出（任务书的吊顶温度，或桥架的温度）",
                                  "the air temperature of " + std::to_string(unknown) +
                                      " cables is not stated (the brief's ceiling temperature, or the runs' own)"};
        },
};

} // namespace riser
