// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/publications.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>

namespace riser {

namespace {

bool is_let_in(FactInput& facts, const Service& service, ZoneId edge) {
    const Table<Policy>& policies = facts.table<Policy>();
    return std::any_of(policies.begin(), policies.end(), [&](const Policy& row) {
        return row.action == AclAction::permit && row.from == edge && row.to == service.zone &&
               (row.services.empty() ||
                std::find(row.services.begin(), row.services.end(), service.id) != row.services.end());
    });
}

} // namespace

// What the brief publishes is translated for each of its ports, and let in by a policy.
constexpr Rule published_service{
    .id = "Z-21",
    .group = RuleGroup::security,
    .words = {"handoff", "problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const Publications::Of& of : facts.get<Publications>().list) {
                if (of.bar != PublishingBar::none)
                    continue; // another rule's
                ++findings.examined;
                const auto add = [&](Text problem) {
                    findings.add({.subjects = {of.service, of.handoff},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"handoff", AnyId(of.handoff)}, {"problem", std::move(problem)}}});
                };
                const Service& service = *facts.find(of.service);
                std::vector<const Nat*> rows;
                for (const NatId id : of.rows)
                    rows.push_back(facts.find(id));
                if (asked_ports(service).empty())
                    add({"未写明端口", "its ports are not stated"});
                else if (const std::optional<AskedPorts> missing = not_handed_on(service, rows))
                    add({to_string(*missing) + " 没有地址转换",
                         "nothing translates " + to_string(*missing) + " to it"});
                if (!is_let_in(facts, service, zone_entered_by(facts, *facts.find(of.handoff))->id))
                    add({"没有放行策略", "no policy lets it be asked"});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有对外发布的业务", "no service is published"};
        },
};

} // namespace riser
