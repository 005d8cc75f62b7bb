// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/label_pattern.h"
#include "solvers/checks/rules/rules.h"

#include <map>

namespace riser {

constexpr Rule label_template{
    .id = "LBL-04",
    .group = RuleGroup::labels,
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            std::map<std::string, LabelTemplateId> first; // by subject
            for (const LabelTemplate& row : facts.table<LabelTemplate>()) {
                ++findings.examined;
                const auto parsed = parse_label_pattern(row.subject, row.pattern);
                std::optional<Text> problem;
                if (!parsed)
                    problem = parsed.error().message;
                else if (const auto [known, fresh] = first.emplace(row.subject, row.id); !fresh)
                    problem = Text{"与 " + to_string(known->second) + " 对象相同，未采用",
                                   "is for what " + to_string(known->second) + " is for, and is not used"};
                if (problem)
                    findings.add({.subjects = {row.id}, .limit = {}, .actual = {}, .words = {{"problem", *problem}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有自定编号规则", "the project has no label templates of its own"};
        },
};

} // namespace riser
