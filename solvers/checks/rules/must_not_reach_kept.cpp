// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/reach_words.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// What must stay apart does: no packet of its own address, sent as it may, comes from the one to the other.
constexpr Rule must_not_reach_kept{
    .id = "INT-02",
    .group = RuleGroup::logical,
    .slow = true,
    .words = {"other", "way"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            std::size_t silent = 0;
            for (const MustNotReachAnswer& answer : facts.get<ReachIntents>().must_not) {
                if (answer.state == IntentState::nothing_to_ask) {
                    ++silent;
                    continue;
                }
                ++findings.examined;
                if (answer.state == IntentState::broken)
                    findings.add({.subjects = {answer.from, answer.to, answer.id},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"other", answer.to}, {"way", told_way(facts, *answer.way)}}});
            }
            if (silent > 0 && findings.examined == 0)
                findings.needs = {"两侧的 VLAN 与端口", "VLANs with ports on both sides"};
            else if (findings.examined == 0)
                findings.not_applicable = {"没有禁达要求", "nothing must be kept apart"};
        },
};

} // namespace riser
