// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/channels.h"
#include "solvers/checks/rules/horizontal_cables.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// Cords that are not drawn count as long as the deck assumes, and the sentence says so.
constexpr Rule channel_length{
    .id = "CAB-01",
    .group = RuleGroup::cabling,
    .parameters = {{{.name = "max"}, {.name = "work-area-cord"}, {.name = "equipment-cords"}}},
    .words = {"link", "cords", "assumed"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const Millimetres max = deck.length("max");
            const Millimetres work_area = deck.length("work-area-cord");
            const Millimetres equipment = deck.length("equipment-cords");
            const PairCables of_pairs(facts);
            for (const Channel& channel : facts.get<Channels>().jacks) {
                if (!of_pairs(channel.link.front()))
                    continue;
                ++findings.examined;
                Millimetres assumed;
                assumed += channel.work_area_known ? Millimetres(0) : work_area;
                assumed += channel.equipment_known ? Millimetres(0) : equipment;
                const Millimetres cords = channel.cord_length + assumed;
                const Millimetres total = channel.link_length + cords;
                if (!passes_by_far(max, total))
                    findings.at_most({.subjects = {channel.id},
                                      .limit = max,
                                      .actual = total,
                                      .words = {{"link", Amount(channel.link_length)},
                                                {"cords", Amount(cords)},
                                                {"assumed", Amount(assumed)}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有可量长度的铜缆信道", "there is no copper channel with a length yet"};
        },
};

} // namespace riser
