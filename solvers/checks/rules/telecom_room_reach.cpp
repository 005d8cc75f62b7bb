// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/reachability.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// Whether a cable is laid yet or not: is there a telecom room at all from which one could be?
constexpr Rule telecom_room_reach{
    .id = "REACH-01",
    .group = RuleGroup::rooms,
    .parameters = {{{.name = "max"}, {.name = "slack"}}},
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const Millimetres max = deck.length("max");
            const Millimetres slack = deck.length("slack");
            const Table<JackReach>& jacks = facts.get<Reachability>().jacks;
            if (jacks.empty()) {
                findings.not_applicable = {"还没有信息点", "there is no jack yet"};
                return;
            }
            if (!facts.get<Routers>().any_space || facts.table<PathwayRun>().empty()) {
                findings.needs = {"电信间或桥架还没有规划", "telecom rooms or pathways have not been planned yet"};
                return;
            }
            const auto seen = [](const JackReach& jack, Amount limit, Amount actual, Text problem) {
                return Observation{.subjects = {jack.id},
                                   .limit = limit,
                                   .actual = actual,
                                   .words = {{"problem", std::move(problem)}}};
            };
            for (const JackReach& jack : jacks) {
                ++findings.examined;
                if (!jack.length) {
                    const Text why =
                        jack.why == NoWay::no_pathway ? Text{"附近没有可用的桥架", "no pathway open to it is near"}
                        : jack.why == NoWay::not_connected
                            ? Text{"附近的桥架不通往任何电信间", "the pathways near it lead to no telecom room"}
                            : Text{"没有可服务它的电信间", "no telecom room may serve it"};
                    findings.add(seen(jack, {}, {}, why));
                } else if (const Millimetres total = *jack.length + slack; total > max || is_near(max, total)) {
                    findings.at_most(
                        seen(jack, max, total,
                             {"距最近的电信间 " + display(total) + "，超过 " + display(max),
                              "its nearest telecom room is " + display(total) + " away, limit " + display(max)}));
                }
            }
        },
};

} // namespace riser
