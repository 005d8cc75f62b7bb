// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/boundaries.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>
#include <map>

namespace riser {

// Each service that is asked for over a boundary has a policy that permits it; none is let pass unsaid.
constexpr Rule unpermitted_service{
    .id = "Z-19",
    .group = RuleGroup::security,
    .words = {"from", "to"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            if (facts.table<Policy>().empty()) {
                findings.not_applicable = {"还没有策略", "there is no policy yet"};
                return;
            }
            std::map<std::pair<ZoneId, ZoneId>, std::vector<const Policy*>> permits;
            for (const Policy& row : facts.table<Policy>())
                if (row.action == AclAction::permit)
                    permits[{row.from, row.to}].push_back(&row);
            for (const Service& service : facts.table<Service>()) {
                if (!service.zone || service.medium == ServiceMedium::wireless)
                    continue;
                for (const ZoneId from : askers_of(facts, service)) {
                    const Boundary* boundary = facts.get<Boundaries>().between(from, *service.zone);
                    if (!boundary || boundary->apart || boundary->kind == BoundaryKind::secret)
                        continue;
                    ++findings.examined;
                    const std::vector<const Policy*>& there = permits[{from, *service.zone}];
                    const bool permitted = std::any_of(there.begin(), there.end(), [&](const Policy* row) {
                        return row->services.empty() ||
                               std::find(row->services.begin(), row->services.end(), service.id) != row->services.end();
                    });
                    if (!permitted)
                        findings.add({.subjects = {service.id, from, *service.zone},
                                      .limit = {},
                                      .actual = {},
                                      .words = {{"from", AnyId(from)}, {"to", AnyId(*service.zone)}}});
                }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有跨越区域边界的业务", "no service is asked over a boundary"};
        },
};

} // namespace riser
