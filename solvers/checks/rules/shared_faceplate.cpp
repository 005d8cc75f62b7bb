// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cabling.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/plane_separation.h"
#include "solvers/checks/rules/rules.h"

#include <map>

namespace riser {

constexpr Rule shared_faceplate{
    .id = "SEC-C5",
    .group = RuleGroup::security,
    .words = {"plane", "other"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            const PlaneSeparation& separation = facts.get<PlaneSeparation>();
            if (separation.empty()) {
                findings.not_applicable = {"没有须物理隔离的网络", "no planes have to be physically apart"};
                return;
            }
            std::map<OutletId, std::vector<std::optional<PlaneId>>> planes_of;
            for (const JackPlace& jack : facts.get<JackPlaces>().jacks) {
                std::vector<std::optional<PlaneId>>& planes = planes_of[jack.outlet];
                if (std::find(planes.begin(), planes.end(), jack.plane) == planes.end())
                    planes.push_back(jack.plane);
            }
            for (auto& [outlet, planes] : planes_of) {
                ++findings.examined;
                std::sort(planes.begin(), planes.end());
                for (std::size_t i = 0; i < planes.size(); ++i)
                    for (std::size_t j = i + 1; j < planes.size(); ++j)
                        if (separation.apart(planes[i], planes[j])) {
                            const Word other = planes[i] ? Word{"other", AnyId(*planes[i])}
                                                         : Word{"other", Text{"未定网络", "no stated plane"}};
                            findings.add({.subjects = {outlet},
                                          .limit = {},
                                          .actual = {},
                                          .words = {{"plane", AnyId(*planes[j])}, other}});
                        }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有信息点", "there is no jack yet"};
        },
};

} // namespace riser
