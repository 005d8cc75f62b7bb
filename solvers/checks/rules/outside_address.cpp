// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "solvers/analysis/publications.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>

namespace riser {

namespace {

// What is wrong with a row's outside address; empty: nothing.
Text problem_of(FactInput& facts, const Nat& row, const ProviderHandoff& handoff) {
    if (!row.outside)
        return {"没有外部地址", "has no outside address"};
    if (!handoff.outside)
        return {"的外部线路没有给定对外地址", "is of a handoff without outside addresses"};
    const std::string address = to_string(*row.outside);
    if (!contains(*handoff.outside, *row.outside))
        return {"的 " + address + " 不在给定的 " + to_string(*handoff.outside) + " 内",
                "has " + address + ", outside the given " + to_string(*handoff.outside)};
    for (const Nat& other : facts.table<Nat>())
        if (other.kind == NatKind::source && other.translated && (!other.handoff || *other.handoff == handoff.id) &&
            other.equipment == row.equipment && contains(*other.translated, *row.outside))
            return {"的 " + address + " 已用于源地址转换", "has " + address + ", to which sources are translated"};
    const Table<Gateway>& gateways = facts.table<Gateway>();
    if (handoff.peer == row.outside || (handoff.link && contains(*handoff.link, *row.outside)) ||
        std::any_of(gateways.begin(), gateways.end(), [&](const Gateway& gateway) {
            return gateway.address == row.outside || gateway.shared == row.outside;
        }))
        return {"的 " + address + " 是互联或网关地址", "has " + address + ", an address of the line or of a gateway"};
    const Port* port = facts.find(handoff.port);
    if (port && row.equipment != port->equipment)
        return {"不在外部线路所接的设备上", "is on another device than the handoff ends on"};
    return {};
}

} // namespace

// A published service is asked at an address that the provider sends here, and that nothing else uses.
constexpr Rule outside_address{
    .id = "Z-22",
    .group = RuleGroup::security,
    .words = {"handoff", "problem"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const Nat& row : facts.table<Nat>()) {
                const ProviderHandoff* handoff = row.kind == NatKind::service ? facts.find(row.handoff) : nullptr;
                if (!handoff)
                    continue;
                ++findings.examined;
                if (Text problem = problem_of(facts, row, *handoff); !problem.empty())
                    findings.add({.subjects = {row.id, handoff->id},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"handoff", AnyId(handoff->id)}, {"problem", std::move(problem)}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有发布业务的地址转换", "no translation publishes a service"};
        },
};

} // namespace riser
