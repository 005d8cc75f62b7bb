// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/channels.h"
#include "solvers/checks/rules/horizontal_cables.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

constexpr Rule horizontal_cable_length{
    .id = "CAB-02",
    .group = RuleGroup::cabling,
    .parameters = {{{.name = "max"}}},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const Millimetres max = deck.length("max");
            for_each_horizontal(facts, findings, [&](const MeasuredCable& cable, const CableKind&, Millimetres total) {
                findings.at_most({.subjects = {cable.id}, .limit = max, .actual = total, .words = {}});
            });
            // Through a consolidation point, the link is the sum of its cables.
            const PairCables of_pairs(facts);
            for (const Channel& channel : facts.get<Channels>().jacks) {
                if (channel.link.size() < 2 || channel.link_length <= max || !of_pairs(channel.link.front()))
                    continue;
                Observation long_link{.subjects = {}, .limit = max, .actual = channel.link_length, .words = {}};
                bool one_alone = false;
                for (const CableId cable : channel.link) {
                    long_link.subjects.emplace_back(cable);
                    one_alone |= facts.get<CableLengths>().of(cable)->total() > max;
                }
                if (!one_alone)
                    findings.add(std::move(long_link));
            }
        },
};

} // namespace riser
