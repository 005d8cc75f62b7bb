// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/cable_lengths.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

constexpr Rule broken_route{
    .id = "DES-06",
    .group = RuleGroup::cabling,
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const MeasuredCable& cable : facts.get<CableLengths>().cables) {
                if (!cable.routed)
                    continue;
                ++findings.examined;
                if (!cable.length)
                    findings.add({.subjects = {cable.id}, .limit = {}, .actual = {}, .words = {}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有缆线路由", "no cable has a route yet"};
        },
};

} // namespace riser
