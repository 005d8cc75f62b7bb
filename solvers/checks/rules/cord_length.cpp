// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/channels.h"
#include "solvers/checks/rules/horizontal_cables.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// The limit is stated for links of full length; shorter ones are held by the channel's limit.
constexpr Rule cord_length{
    .id = "CAB-03",
    .group = RuleGroup::cabling,
    .parameters = {{{.name = "max"}, {.name = "link"}}},
    .words = {"link"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const Millimetres max = deck.length("max");
            const Millimetres full = deck.length("link");
            std::size_t undrawn = 0;
            std::size_t channels = 0;
            const PairCables of_pairs(facts);
            for (const Channel& channel : facts.get<Channels>().jacks) {
                if (!of_pairs(channel.link.front()))
                    continue;
                ++channels;
                if (channel.link_length < full)
                    continue;
                if (!passes_by_far(max, channel.cord_length))
                    findings.at_most({.subjects = {channel.id},
                                      .limit = max,
                                      .actual = channel.cord_length,
                                      .words = {{"link", Amount(channel.link_length)}}});
                if (channel.cord_length <= max && (!channel.work_area_known || !channel.equipment_known))
                    ++undrawn;
                ++findings.examined;
            }
            const std::string number = std::to_string(undrawn);
            if (undrawn > 0)
                findings.needs = {number + " 条满长链路的跳线未画出",
                                  "the cords of " + number + " links of full length are not drawn"};
            if (findings.examined == 0)
                findings.not_applicable =
                    channels == 0 ? Text{"还没有可量长度的铜缆信道", "there is no copper channel with a length yet"}
                                  : Text{"没有满长的链路", "no link has the full length"};
        },
};

} // namespace riser
