// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/references.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

constexpr Rule dangling_reference{
    .id = "DES-05",
    .group = RuleGroup::design,
    .words = {"field", "target"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const References& references = facts.get<References>();
            findings.examined = references.rows;
            for (const DanglingReference& dangling : references.dangling)
                findings.add({.subjects = {dangling.row},
                              .limit = {},
                              .actual = {},
                              .words = {{"field", same_text(dangling.field)},
                                        {"target", same_text(to_string(dangling.target))}}});
            if (references.rows == 0)
                findings.not_applicable = {"设计是空的", "the design is empty"};
        },
};

} // namespace riser
