// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/reach_words.h"
#include "solvers/checks/rules/rules.h"
#include "solvers/forwarding/outside_reach.h"

namespace riser {

// Whoever is outside can ask each published service by its translation, and is answered.
constexpr Rule published_reached{
    .id = "INT-03",
    .group = RuleGroup::logical,
    .slow = true,
    .words = {"handoff", "address"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const OutsideReach::Entered& of : facts.get<OutsideReach>().entered) {
                if (of.state == IntentState::nothing_to_ask)
                    continue;
                ++findings.examined;
                const Nat& row = *facts.find(of.by);
                const std::string address =
                    (row.outside ? to_string(*row.outside) : "-") + ' ' + row.protocol + '/' + row.ports;
                if (of.state == IntentState::broken)
                    findings.add({.subjects = {of.service, of.from, of.by},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"handoff", AnyId(of.from)}, {"address", same_text(address)}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有可从外部访问的业务", "no service can be asked from outside yet"};
        },
};

// … and comes to nothing else, whatever sources he forges.
constexpr Rule outside_kept_out{
    .id = "INT-04",
    .group = RuleGroup::logical,
    .slow = true,
    .words = {"zone", "way"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const OutsideReach::Beyond& of : facts.get<OutsideReach>().beyond) {
                if (of.state == IntentState::nothing_to_ask)
                    continue;
                ++findings.examined;
                if (of.state == IntentState::broken)
                    findings.add({.subjects = {of.from, *of.to},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"zone", AnyId(*of.to)},
                                            {"way", of.way ? told_way(facts, *of.way)
                                                           : Text{"经地址转换", "by a translation"}}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有接入的外部线路", "no provider's handoff is joined yet"};
        },
};

} // namespace riser
