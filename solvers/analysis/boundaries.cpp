// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/boundaries.h"

#include "solvers/analysis/publications.h"
#include "solvers/analysis/zone_bodies.h"
#include "solvers/base/port_words.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace riser {

namespace {

constexpr std::int32_t web_ports[] = {80, 443, 8080, 8443};
constexpr std::int32_t mail_ports[] = {25, 110, 143, 465, 587, 993, 995};

template<std::size_t n> bool answers_on(const Service& service, const std::int32_t (&ports)[n]) {
    const std::vector<ProtocolWish> wishes = service_wishes(service.ports);
    return std::any_of(wishes.begin(), wishes.end(), [&](const ProtocolWish& wish) {
        const bool of_tcp = std::find(wish.protocols.begin(), wish.protocols.end(), tcp) != wish.protocols.end();
        return of_tcp && std::any_of(wish.ports.begin(), wish.ports.end(), [&](const PortRange& range) {
                   return std::any_of(std::begin(ports), std::end(ports),
                                      [&](std::int32_t port) { return range.holds(port); });
               });
    });
}

class Finder {
  public:
    explicit Finder(FactInput& input) : input_(input) {
        for (const Zone& zone : input.table<Zone>())
            zones_.push_back(&zone);
        std::sort(zones_.begin(), zones_.end(),
                  [](const Zone* a, const Zone* b) { return std::tie(a->code, a->id) < std::tie(b->code, b->id); });
    }

    std::vector<Boundary> list() {
        services();
        publications();
        bodies();
        managements();
        intents();
        policies();
        handoffs();
        std::vector<Boundary> out;
        for (auto& [key, boundary] : found_)
            out.push_back(std::move(boundary));
        return out;
    }

  private:
    bool secret(const Zone& zone) const {
        const Plane* plane = input_.find(zone.plane);
        return (plane && plane->disclosure == Disclosure::secret) || is_secret(zone.grading);
    }
    std::int32_t level(const Zone& zone) const {
        return std::max(1, level_of(zone, [&](GradedSystemId id) { return input_.find(id); }));
    }
    std::tuple<std::string, std::uint64_t> rank(const Zone& zone) const { return {zone.code, zone.id.value}; }

    // The boundary of two zones, made when it is new. Null when they are one zone.
    Boundary* between(const Zone& x, const Zone& y) {
        if (x.id == y.id)
            return nullptr;
        const Zone& a = rank(x) < rank(y) ? x : y;
        const Zone& b = rank(x) < rank(y) ? y : x;
        const auto [at, fresh] = found_.try_emplace({rank(a), false, rank(b)});
        Boundary& out = at->second;
        if (!fresh)
            return &out;
        out.a = a.id;
        out.b = b.id;
        out.level = std::max(level(a), level(b));
        if (secret(a) || secret(b))
            out.kind = BoundaryKind::secret;
        else if (a.plane != b.plane)
            out.kind = BoundaryKind::planes;
        else if (a.management || b.management)
            out.kind = BoundaryKind::management;
        else if (a.role == ZoneRole::desks && b.role == ZoneRole::desks && !a.bodies.empty() && !b.bodies.empty() &&
                 a.bodies != b.bodies)
            out.kind = BoundaryKind::bodies;
        if (a.plane == b.plane)
            out.plane = a.plane;
        return &out;
    }

    static void crossed_by(Boundary& boundary, const Service& service) {
        const auto at = std::lower_bound(boundary.services.begin(), boundary.services.end(), service.id);
        if (at == boundary.services.end() || *at != service.id)
            boundary.services.insert(at, service.id);
        boundary.web |= answers_on(service, web_ports);
        boundary.mail |= answers_on(service, mail_ports);
    }

    // Wireless is a way in, not something that is asked.
    void services() {
        for (const Service& service : input_.table<Service>())
            if (const Zone* home = input_.find(service.zone); home && service.medium != ServiceMedium::wireless)
                for (const ZoneId from : askers_of(input_, service))
                    if (Boundary* boundary = between(*input_.find(from), *home))
                        crossed_by(*boundary, service);
    }

    // From the edge that the handoff enters, and by its exit.
    void publications() {
        for (const Service& service : input_.table<Service>())
            for (const ProviderHandoffId handoff : service.published)
                if (publishing_bar(input_, service, handoff) == PublishingBar::none) {
                    const Zone& edge = *zone_entered_by(input_, *input_.find(handoff));
                    if (Boundary* boundary = between(edge, *input_.find(service.zone)))
                        crossed_by(*boundary, service);
                    published_[handoff].push_back(&service);
                }
    }

    void bodies() {
        for (const Zone* a : zones_)
            for (const Zone* b : zones_)
                if (a != b && a->plane == b->plane && a->role == ZoneRole::desks && b->role == ZoneRole::desks &&
                    !a->bodies.empty() && !b->bodies.empty() && a->bodies != b->bodies && !secret(*a) && !secret(*b))
                    between(*a, *b);
    }

    void managements() {
        for (const Zone* management : zones_)
            if (management->management && !secret(*management))
                for (const Zone* other : zones_)
                    if (other->plane == management->plane && !secret(*other))
                        between(*other, *management);
    }

    void intents() {
        for (const MustNotReach& row : input_.table<MustNotReach>()) {
            if (row.a.kind != Kind::zones || row.b.kind != Kind::zones)
                continue;
            const Zone* a = input_.find(ZoneId{row.a.value});
            const Zone* b = input_.find(ZoneId{row.b.value});
            // Planes are apart already, and secret zones from all.
            if (a && b && a->plane == b->plane && !secret(*a) && !secret(*b))
                if (Boundary* boundary = between(*a, *b))
                    boundary->apart = true;
        }
    }

    void policies() {
        for (const Policy& policy : input_.table<Policy>()) {
            const Zone* from = input_.find(policy.from);
            const Zone* to = input_.find(policy.to);
            // Planned ones follow from the rest.
            if (!from || !to || policy.action != AclAction::permit || policy.origin.kind == OriginKind::planned)
                continue;
            if (Boundary* boundary = between(*from, *to))
                for (const ServiceId id : policy.services)
                    if (const Service* service = input_.find(id))
                        crossed_by(*boundary, *service);
        }
    }

    void handoffs() {
        for (const ProviderHandoff& handoff : input_.table<ProviderHandoff>()) {
            const Zone* zone = zone_entered_by(input_, handoff);
            if (!zone || handoff.status == Status::remove)
                continue;
            Boundary& out = found_[{rank(*zone), true, {handoff.provider.en, handoff.id.value}}];
            out.a = zone->id;
            out.b = handoff.id;
            out.kind = secret(*zone) ? BoundaryKind::secret : BoundaryKind::exit;
            out.plane = zone->plane;
            out.level = level(*zone);
            for (const Service& service : input_.table<Service>())
                if (service.zone == zone->id)
                    crossed_by(out, service);
            for (const Service* service : published_[handoff.id])
                crossed_by(out, *service);
        }
    }

    using Rank = std::tuple<std::string, std::uint64_t>;
    FactInput& input_;
    std::vector<const Zone*> zones_; // by code
    std::map<ProviderHandoffId, std::vector<const Service*>> published_;
    std::map<std::tuple<Rank, bool, Rank>, Boundary> found_;
};

} // namespace

bool Boundary::is_for(MeasureScope scope) const {
    switch (scope) {
    case MeasureScope::any:
        return true;
    case MeasureScope::bodies:
        return kind == BoundaryKind::bodies;
    case MeasureScope::management:
        return kind == BoundaryKind::management;
    case MeasureScope::exit:
        return kind == BoundaryKind::exit;
    case MeasureScope::mail:
        return mail;
    case MeasureScope::web:
        return web;
    }
    return false;
}

const Boundary* Boundaries::between(ZoneId a, AnyId b) const {
    for (const Boundary& row : list)
        if ((row.a == a && row.b == b) || (AnyId(row.a) == b && row.b == AnyId(a)))
            return &row;
    return nullptr;
}

Boundaries Boundaries::compute(FactInput& input) { return {.list = Finder(input).list()}; }

std::vector<ZoneId> askers_of(FactInput& input, const Service& service) {
    const Zone* home = input.find(service.zone);
    std::vector<ZoneId> out;
    if (!home)
        return out;
    std::set<BodyId> entitled(service.entitled.begin(), service.entitled.end());
    for (const MustReach& row : input.table<MustReach>())
        if (row.service == service.id)
            entitled.insert(row.body);
    for (const ZoneBodies::Of& desks : input.get<ZoneBodies>().desks)
        if (desks.plane == home->plane && desks.zone != home->id &&
            std::any_of(desks.bodies.begin(), desks.bodies.end(), [&](BodyId body) { return entitled.contains(body); }))
            out.push_back(desks.zone);
    if (home->role == ZoneRole::edge)
        for (const Zone& zone : input.table<Zone>())
            if (zone.role == ZoneRole::guests && zone.plane == home->plane)
                out.push_back(zone.id);
    return out;
}

Text label_of(BoundaryKind kind) {
    switch (kind) {
    case BoundaryKind::zones:
        return {"区域边界", "between zones"};
    case BoundaryKind::bodies:
        return {"两套班子之间", "between two bodies"};
    case BoundaryKind::management:
        return {"管理域边界", "with the management zone"};
    case BoundaryKind::exit:
        return {"外部网络出口", "exit to a provider"};
    case BoundaryKind::planes:
        return {"网络之间", "between planes"};
    case BoundaryKind::secret:
        return {"涉密边界", "with a secret zone"};
    }
    return {};
}

} // namespace riser
