// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/brief.h"
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/rules/single_points.h"
#include "solvers/failure/hidden_points.h"

namespace riser {

// What the brief asks of services, over VLANs, gateways and routes: nothing above access takes one away alone where
// cables lead past it. Of cables themselves AV-04 and REQ-02 speak.
constexpr Rule services_lost{
    .id = "REQ-03",
    .group = RuleGroup::logical,
    .words = {"problem", "class"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            if (facts.table<RequirementClass>().empty()) {
                findings.not_applicable = {"任务书没有冗余等级", "the brief states no requirement class"};
                return;
            }
            const HiddenPoints& all = facts.get<HiddenPoints>();
            findings.examined = all.services;
            for (const HiddenPoint& point : all.points) {
                const std::vector<AnyId> services(point.services.begin(), point.services.end());
                std::vector<AnyId> subjects = subjects_of(point.elements, services);
                subjects.insert(subjects.end(), point.vlans.begin(), point.vlans.end());
                findings.add({.subjects = std::move(subjects),
                              .limit = {},
                              .actual = Count{point.points},
                              .words = {{"problem", takes_away(facts, point.elements, services, point.vlans)},
                                        {"class", label_of(point.asked)}}});
            }
            if (all.services == 0)
                findings.not_applicable = {"没有要求冗余且信息点可达的业务",
                                           "no point reaches a service that must be redundant yet"};
        },
};

} // namespace riser
