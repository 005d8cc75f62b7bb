// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/published.h"

#include <algorithm>

namespace riser::verify {

namespace {

bool for_secrets(const Design& design, const Zone& zone) {
    const Plane* plane = design.find(zone.plane);
    return zone.grading == Grading::secret_mi || zone.grading == Grading::secret_jimi ||
           zone.grading == Grading::secret_juemi || (plane && plane->disclosure == Disclosure::secret);
}

// As the handoff states it, else the edge of its network whose code comes first.
const Zone* edge_of(const Design& design, const ProviderHandoff& handoff) {
    if (const Zone* stated = design.find(handoff.zone))
        return stated;
    std::vector<const Zone*> edges;
    for (const Zone& zone : design.zones)
        if (zone.role == ZoneRole::edge && handoff.plane == zone.plane)
            edges.push_back(&zone);
    std::sort(edges.begin(), edges.end(),
              [](const Zone* a, const Zone* b) { return std::tie(a->code, a->id) < std::tie(b->code, b->id); });
    return edges.empty() ? nullptr : edges.front();
}

template<class List, class Value> bool holds(const List& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

// Of services that are published nowhere: an edge's policy lets whoever is outside ask for them.
template<class Visit> void each_let_in(const Design& design, const Visit& visit) {
    for (const Policy& row : design.policies) {
        const Zone* from = design.find(row.from);
        if (!from || from->role != ZoneRole::edge || row.action != AclAction::permit)
            continue;
        const Plane* plane = design.find(from->plane);
        if (plane && plane->disclosure != Disclosure::secret)
            for (const ServiceId id : row.services)
                if (const Service* service = design.find(id); service && service->address && service->published.empty())
                    visit(*service, from->id);
    }
}

} // namespace

bool may_be_published(const Design& design, const Service& service, ProviderHandoffId id) {
    const ProviderHandoff* handoff = design.find(id);
    const Zone* home = design.find(service.zone);
    const Zone* edge = handoff && handoff->status != Status::remove ? edge_of(design, *handoff) : nullptr;
    if (!home || !edge || for_secrets(design, *home) || for_secrets(design, *edge) || home->management ||
        (home->role != ZoneRole::servers && home->role != ZoneRole::things))
        return false;
    const bool one_network = home->plane == edge->plane && handoff->plane.value_or(home->plane) == home->plane;
    return one_network &&
           std::none_of(design.must_not_reach.begin(), design.must_not_reach.end(), [&](const MustNotReach& row) {
               return std::set<AnyId>{row.a, row.b} == std::set<AnyId>{home->id, edge->id};
           });
}

std::set<EnteredWay> entered_ways(const Design& design) {
    std::set<EnteredWay> out;
    each_let_in(design, [&](const Service& service, ZoneId edge) {
        for (const ProviderHandoff& row : design.provider_handoffs)
            if (row.zone == edge && row.port && row.status != Status::remove)
                out.emplace(service.id, row.id, std::nullopt);
    });
    for (const Service& service : design.services)
        for (const ProviderHandoffId handoff : service.published) {
            bool any = false;
            for (const Nat& row : design.nats)
                if (row.kind == NatKind::service && row.service == service.id && row.handoff == handoff) {
                    out.emplace(service.id, handoff, row.id);
                    any = true;
                }
            if (!any)
                out.emplace(service.id, handoff, std::nullopt);
        }
    return out;
}

std::vector<Cube> open_to(const Design& design, const ProviderHandoff& handoff) {
    std::vector<Cube> out;
    const auto open = [&](const Service& service) {
        for (const Cube& cube : asking(service))
            out.push_back(cube);
    };
    each_let_in(design, [&](const Service& service, ZoneId edge) {
        if (handoff.zone == edge)
            open(service);
    });
    for (const Service& service : design.services)
        if (holds(service.published, handoff.id) && may_be_published(design, service, handoff.id))
            open(service);
    return out;
}

} // namespace riser::verify
