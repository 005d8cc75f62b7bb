// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/boundary_measures.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

// What is not looked at is said: of graded zones the computing environment and the five classes of management, of
// secret ones everything.
constexpr Rule not_assessed{
    .id = "Z-20",
    .group = RuleGroup::security,
    .words = {"what"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            std::vector<AnyId> graded, secret;
            for (const Zone& zone : facts.table<Zone>()) {
                ++findings.examined;
                const Plane* plane = facts.find(zone.plane);
                if (is_secret(zone.grading) || (plane && plane->disclosure == Disclosure::secret))
                    secret.emplace_back(zone.id);
                else if (level_of(zone, [&](GradedSystemId id) { return facts.find(id); }) > 0)
                    graded.emplace_back(zone.id);
            }
            const auto add = [&](std::vector<AnyId> subjects, Text what) {
                if (!subjects.empty())
                    findings.add({.subjects = std::move(subjects),
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"what", std::move(what)}}});
            };
            add(std::move(graded), {"安全计算环境与各项安全管理要求未评估",
                                    "the computing environment and the requirements on management are not assessed"});
            add(std::move(secret), {"按分级保护，由主管部门评估，本软件不作评估",
                                    "classified protection is assessed by the authority and not here"});
            if (findings.examined == 0)
                findings.not_applicable = {"没有安全域", "there is no zone"};
        },
};

} // namespace riser
