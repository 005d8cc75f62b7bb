// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "solvers/analysis/guard_ways.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

namespace {

bool is_secret_plane(FactInput& facts, std::optional<PlaneId> id) {
    const Plane* plane = facts.find(id);
    return plane && plane->disclosure == Disclosure::secret;
}

void add(FindingList& findings, AnyId a, AnyId b, Text by) {
    findings.add({.subjects = {a, b}, .limit = {}, .actual = {}, .words = {{"other", b}, {"by", std::move(by)}}});
}

} // namespace

// No policy, service or handoff joins a secret zone to anything, and no device is joined to one of a secret plane from
// another, by whatever control.
constexpr Rule secret_zone_joined{
    .id = "SEC-Z1",
    .group = RuleGroup::security,
    .words = {"other", "by"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const Plane& plane : facts.table<Plane>())
                findings.examined += plane.disclosure == Disclosure::secret;
            for (const Zone& zone : facts.table<Zone>())
                findings.examined += is_secret(zone.grading);
            if (findings.examined == 0) {
                findings.not_applicable = {"没有涉密网络或涉密域", "there is no secret plane or zone"};
                return;
            }
            for (const Boundary& boundary : facts.get<Boundaries>().list)
                if (boundary.kind == BoundaryKind::secret)
                    add(findings, boundary.a, boundary.b,
                        {"策略、业务或外部接口", "a policy, a service or a provider's handoff"});
            const std::vector<GuardDevice>& devices = facts.get<GuardWays>().devices;
            for (std::uint32_t i = 0; i < devices.size(); ++i)
                for (const std::uint32_t j : devices[i].links)
                    if (i < j && devices[i].plane != devices[j].plane &&
                        (is_secret_plane(facts, devices[i].plane) || is_secret_plane(facts, devices[j].plane)))
                        add(findings, devices[i].id, devices[j].id, {"一条链路", "a link"});
        },
};

} // namespace riser
