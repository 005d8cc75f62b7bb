// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/pathway_fill.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

constexpr Rule missing_compartment{
    .id = "DES-07",
    .group = RuleGroup::pathways,
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const RunFill& fill : facts.get<PathwayFill>().runs) {
                ++findings.examined;
                if (fill.strays > 0)
                    findings.add({.subjects = {fill.id}, .limit = Count{0}, .actual = Count{fill.strays}, .words = {}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有管槽", "there is no pathway yet"};
        },
};

} // namespace riser
