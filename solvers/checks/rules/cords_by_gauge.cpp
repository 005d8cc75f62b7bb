// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/gauged_cords.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// C = (whole - H) / (1 + D): thin wires lose more, so that all cords together may be the shorter. D is of the thinnest.
constexpr Rule cords_by_gauge{
    .id = "CAB-10",
    .group = RuleGroup::cabling,
    .parameters = {{{.name = "whole"},
                    {.name = "loss-24", .dimension = Dimension::share, .high = 100'000},
                    {.name = "loss-26", .dimension = Dimension::share, .high = 100'000},
                    {.name = "loss-28", .dimension = Dimension::share, .high = 100'000}}},
    .words = {"gauge", "link"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const PairCables of_pairs(facts);
            const Gauges gauges(facts);
            const Millimetres whole = deck.length("whole");
            const BasisPoints loss[] = {deck.share("loss-24"), deck.share("loss-26"), deck.share("loss-28")};
            for (const Channel& channel : facts.get<Channels>().jacks) {
                const std::optional<std::int32_t> gauge = gauges.thinnest(channel);
                if (!gauge || *gauge > 28 || channel.link.empty() || !of_pairs(channel.link.front()))
                    continue;
                ++findings.examined;
                const BasisPoints more = loss[*gauge <= 24 ? 0 : *gauge <= 26 ? 1 : 2];
                const std::int64_t left = whole.value - channel.link_length.value;
                const Millimetres most(
                    static_cast<std::int32_t>(std::max<std::int64_t>(0, left) * 10'000 / (10'000 + more.value)));
                if (passes_by_far(most, channel.cord_length))
                    continue;
                const std::string awg = std::to_string(*gauge) + " AWG";
                findings.at_most({.subjects = {channel.id},
                                  .limit = most,
                                  .actual = channel.cord_length,
                                  .words = {{"gauge", Text{awg, awg}}, {"link", Amount(channel.link_length)}}});
            }
            no_gauge(findings);
        },
};

} // namespace riser
