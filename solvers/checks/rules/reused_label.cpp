// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/labels.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

constexpr Rule reused_label{
    .id = "LBL-03",
    .group = RuleGroup::labels,
    .words = {"label"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const RetiredLabelUses& uses = facts.get<RetiredLabelUses>();
            findings.examined = uses.retired;
            for (const RetiredReuse& use : uses.uses)
                findings.add({.subjects = {use.row},
                              .limit = {},
                              .actual = {},
                              .words = {{"label", same_text(facts.find(use.retired)->label)}}});
            if (uses.retired == 0)
                findings.not_applicable = {"没有停用的编号", "no label has been retired"};
        },
};

} // namespace riser
