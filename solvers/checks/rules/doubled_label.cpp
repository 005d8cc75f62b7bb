// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/labels.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

constexpr Rule doubled_label{
    .id = "DES-04",
    .group = RuleGroup::labels,
    .words = {"label"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const Labels& labels = facts.get<Labels>();
            findings.examined = labels.labelled;
            for (const DoubledLabel& doubled : labels.doubled)
                findings.add({.subjects = doubled.rows,
                              .limit = Count{1},
                              .actual = Count{static_cast<std::int64_t>(doubled.rows.size())},
                              .words = {{"label", same_text(doubled.label)}}});
            if (labels.labelled == 0)
                findings.not_applicable = {"还没有编号", "nothing has a label yet"};
        },
};

} // namespace riser
