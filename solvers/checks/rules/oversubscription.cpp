// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/tier_traffic.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// What a switch, or a stack of them, can take from below to what it can send up; ports in use count. One that is not
// linked up is not judged.
constexpr Rule oversubscription{
    .id = "AV-07",
    .group = RuleGroup::points,
    .parameters = {{{.name = "access", .dimension = Dimension::count, .low = 1, .high = 1'000},
                    {.name = "distribution", .dimension = Dimension::count, .low = 1, .high = 1'000}}},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            for (const SwitchTraffic& traffic : facts.get<TierTraffic>().switches) {
                if (traffic.up == 0 || traffic.tier == 3)
                    continue;
                ++findings.examined;
                const std::int64_t limit = deck.count(traffic.tier == 1 ? "access" : "distribution");
                findings.at_most({.subjects = {traffic.members.begin(), traffic.members.end()},
                                  .limit = Count{limit},
                                  .actual = Count{(traffic.down + traffic.up - 1) / traffic.up},
                                  .words = {}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有交换机上联", "no switch is linked up"};
        },
};

} // namespace riser
