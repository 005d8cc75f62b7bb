// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/reach_words.h"
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/subjects.h"

namespace riser {

namespace {

Text told(FactInput& facts, const MustReachAnswer& answer) {
    Text out;
    if (answer.unanswered)
        out = {to_string(*answer.unanswered), to_string(*answer.unanswered)};
    const Text why = answer.asked          ? Text{"有去无回", "the answer does not come back"}
                     : answer.ends.empty() ? Text{"没有通路", "there is no way"}
                                           : told_end(facts, answer.ends.front());
    if (!answer.unanswered)
        out = why;
    else {
        out.zh += "，" + why.zh;
        out.en += answer.asked || answer.ends.empty() ? ": " + why.en : ", it ends " + why.en;
    }
    if (!answer.without)
        return out;
    const Text lost = answer.without->kind == Kind::equipment
                          ? same_text(device_label(facts, EquipmentId{answer.without->value}))
                          : subject_name(facts, *answer.without);
    return {"失去 " + lost.zh + " 时 " + out.zh, "without " + lost.en + ": " + out.en};
}

} // namespace

// Each body reaches the services it must, answers included; where asked also after any one failure on the way.
constexpr Rule must_reach_met{
    .id = "INT-01",
    .group = RuleGroup::logical,
    .slow = true,
    .words = {"body", "from", "problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            std::size_t silent = 0;
            for (const MustReachAnswer& answer : facts.get<ReachIntents>().must) {
                if (answer.state == IntentState::nothing_to_ask) {
                    ++silent;
                    continue;
                }
                ++findings.examined;
                if (answer.state == IntentState::met)
                    continue;
                const MustReach& intent = *facts.find(answer.id);
                std::vector<AnyId> subjects{intent.service, answer.id};
                if (answer.from)
                    subjects.emplace_back(*answer.from);
                if (answer.without)
                    subjects.push_back(*answer.without);
                const Word from = answer.from ? Word{"from", AnyId(*answer.from)}
                                              : Word{"from", Text{"无线接入点", "its access points"}};
                findings.add({.subjects = std::move(subjects),
                              .limit = {},
                              .actual = {},
                              .words = {{{"body", AnyId(intent.body)}, from, {"problem", told(facts, answer)}}}});
            }
            if (silent > 0 && findings.examined == 0)
                findings.needs = {"服务的地址与主机，以及各机构的 VLAN",
                                  "addresses and hosts of services, and VLANs of the bodies"};
            else if (findings.examined == 0)
                findings.not_applicable = {"没有必达要求", "nothing must be reached"};
        },
};

} // namespace riser
