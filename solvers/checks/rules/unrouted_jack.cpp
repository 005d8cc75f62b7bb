// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/cable_lengths.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>

namespace riser {

constexpr Rule unrouted_jack{
    .id = "DES-02",
    .group = RuleGroup::points,
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const Table<JackLink>& jacks = facts.get<JackLinks>().jacks;
            const Table<MeasuredCable>& cables = facts.get<CableLengths>().cables;
            const bool any =
                std::any_of(jacks.begin(), jacks.end(), [](const JackLink& link) { return !link.cables.empty(); });
            if (jacks.empty())
                findings.not_applicable = {"还没有信息点", "there is no jack yet"};
            else if (!any)
                findings.needs = {"缆线还没有规划", "cables have not been planned yet"};
            if (!any)
                return;
            for (const JackLink& link : jacks) {
                ++findings.examined;
                Text problem;
                if (link.cables.empty())
                    problem = {"没有接缆线", "has no cable"};
                for (const CableId id : link.cables)
                    if (const MeasuredCable* cable = cables.find(id); cable && !cable->routed && !cable->length)
                        problem = {"的缆线没有路由", "has a cable without a route"};
                if (!problem.empty())
                    findings.add({.subjects = {link.id}, .limit = {}, .actual = {}, .words = {{"problem", problem}}});
            }
        },
};

} // namespace riser
