// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/channels.h"
#include "solvers/checks/rules/horizontal_cables.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// Links over consolidation points: one at most, and far enough from the distributor that its reflections do not add up.
constexpr Rule consolidation_point{
    .id = "CAB-14",
    .group = RuleGroup::cabling,
    .parameters = {{{.name = "from-distributor"}, {.name = "points", .dimension = Dimension::count, .low = 0}}},
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const Millimetres least = deck.length("from-distributor");
            const std::int64_t most = deck.count("points");
            const PairCables of_pairs(facts);
            for (const Channel& channel : facts.get<Channels>().jacks) {
                if (channel.link.size() < 2 || !of_pairs(channel.link.front()))
                    continue;
                ++findings.examined;
                const auto points = static_cast<std::int64_t>(channel.link.size()) - 1;
                const Millimetres first = facts.get<CableLengths>().of(channel.link.back())->total();
                const std::string count = std::to_string(points), limit = std::to_string(most);
                if (points > most)
                    findings.add({.subjects = {channel.id},
                                  .limit = Count{most},
                                  .actual = Count{points},
                                  .words = {{"problem", Text{"经过 " + count + " 个集合点，至多 " + limit + " 个",
                                                             "leads over " + count + " consolidation points, at most " +
                                                                 limit + " may be"}}}});
                else
                    findings.at_least(
                        {.subjects = {channel.id, channel.link.back()},
                         .limit = least,
                         .actual = first,
                         .words = {{"problem",
                                    Text{"的集合点距配线架 " + display(first) + "，不足 " + display(least),
                                         "has its consolidation point " + display(first) +
                                             " from the distributor, at least " + display(least) + " are needed"}}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有经过集合点的链路", "no link leads over a consolidation point"};
        },
};

} // namespace riser
