// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/boundary_measures.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>

namespace riser {

namespace {

Text problem_of(FactInput& facts, const Zone& zone) {
    const Plane* plane = facts.find(zone.plane);
    const bool on_secret = plane && plane->disclosure == Disclosure::secret;
    if (on_secret && level_of(zone.grading) > 0)
        return {"位于涉密网络，却按等级保护定级", "stands on a secret plane and is graded by MLPS"};
    if (!on_secret && is_secret(zone.grading))
        return {"按分级保护定级，却位于非涉密网络", "is graded as a secret and stands on a plane that is none"};
    std::int32_t most = 0;
    for (const GradedSystemId id : zone.systems)
        if (const GradedSystem* system = facts.find(id))
            most = std::max({most, system->level_s, system->level_a, level_of(system->grading)});
    const std::int32_t own = level_of(zone.grading);
    if (!is_secret(zone.grading) && own < most)
        return {"定级为第 " + std::to_string(own) + " 级，低于其中系统的第 " + std::to_string(most) + " 级",
                "is of level " + std::to_string(own) + ", its systems are of level " + std::to_string(most)};
    return {};
}

} // namespace

// A zone is at least of the highest level of its systems; the two schemes of grading never mix.
constexpr Rule zone_grade{
    .id = "Z-11",
    .group = RuleGroup::security,
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const Zone& zone : facts.table<Zone>()) {
                ++findings.examined;
                if (Text problem = problem_of(facts, zone); !problem.empty())
                    findings.add(
                        {.subjects = {zone.id}, .limit = {}, .actual = {}, .words = {{"problem", std::move(problem)}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有安全域", "there is no zone"};
        },
};

} // namespace riser
