// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/publications.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>

namespace riser {

namespace {

// Why a row hands on what nobody asked for; empty: it does not.
Text problem_of(FactInput& facts, const Nat& row) {
    const Service* service = facts.find(row.service);
    if (!service)
        return {"没有指明所发布的业务", "names no service"};
    if (row.handoff &&
        std::find(service->published.begin(), service->published.end(), *row.handoff) == service->published.end())
        return {"的业务并未在此发布", "is of a service that is not published there"};
    if (!row.inside || row.inside != service->address)
        return {"的内部地址不是该业务主机的地址", "hands on to an address that no host of the service has"};
    if (!is_of_ports(row, *service))
        return {"转到该业务没有的端口", "hands on a port that the service is not asked by"};
    return {};
}

} // namespace

// A translation inwards is for a published service, its host and its ports, and for nothing else.
constexpr Rule translated_host{
    .id = "Z-24",
    .group = RuleGroup::security,
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const Nat& row : facts.table<Nat>()) {
                if (row.kind != NatKind::service)
                    continue;
                ++findings.examined;
                if (Text problem = problem_of(facts, row); !problem.empty()) {
                    std::vector<AnyId> subjects{row.id};
                    if (row.service)
                        subjects.emplace_back(*row.service);
                    findings.add({.subjects = std::move(subjects),
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"problem", std::move(problem)}}});
                }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有发布业务的地址转换", "no translation publishes a service"};
        },
};

} // namespace riser
