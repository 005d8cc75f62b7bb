// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/brief.h"
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/rules/single_points.h"

#include <map>

namespace riser {

namespace {

Text ends_of(WaysOf of) {
    return of == WaysOf::service ? Text{"的主机", "the hosts of"} : Text{"的出口", "the exit of"};
}

} // namespace

// What the brief asks of services and of ways out: nothing between the core and their hosts or handoffs may fail alone.
constexpr Rule redundant_services{
    .id = "REQ-02",
    .group = RuleGroup::logical,
    .words = {"problem", "class"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            if (facts.table<RequirementClass>().empty()) {
                findings.not_applicable = {"任务书没有冗余等级", "the brief states no requirement class"};
                return;
            }
            using Cause = std::tuple<WaysOf, RedundancyClass, std::vector<FailureElement>>;
            std::map<Cause, std::vector<AnyId>> cut_off;
            for (const WaysApart& row : facts.get<Redundancy>().rows) {
                if (row.of == WaysOf::access || row.asked == RedundancyClass::n || !row.joined)
                    continue;
                ++findings.examined;
                if (std::vector<FailureElement> points = weak_points(row); !points.empty())
                    cut_off[{row.of, row.asked, std::move(points)}].push_back(row.subject);
            }
            for (const auto& [cause, rows] : cut_off) {
                const auto& [of, asked, points] = cause;
                findings.add({.subjects = subjects_of(points, rows),
                              .limit = {},
                              .actual = {},
                              .words = {{"problem", cuts_off(facts, points, rows, ends_of(of), {"核心", "the core"})},
                                        {"class", label_of(asked)}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有要求冗余且已接入核心的业务或出口",
                                           "no service or exit that must be redundant is joined to a core yet"};
        },
};

} // namespace riser
