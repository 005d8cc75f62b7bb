// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/proof/service_reach.h"

#include "solvers/analysis/publications.h"
#include "solvers/checks/subjects.h"
#include "solvers/forwarding/explain.h"
#include "solvers/forwarding/intent.h"
#include "solvers/forwarding/outside_reach.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace riser {

namespace {

class Asking {
  public:
    Asking(const NetworkRows& rows, const Network& net) : floods_(rows, net, kept_) {}

    std::optional<ReachPath> path(VlanId from, ServiceId service) {
        const ReachOptions ordinary{.senders = Senders::ordinary, .sources = Sources::own};
        const Bdd answered = can_use(floods_, from, service, ordinary).answered;
        if (answered == BddSpace::no() || floods_.sets().sets().overflowed())
            return std::nullopt;
        const std::vector<Emission> sent = floods_.only(floods_.emissions(from, ordinary), answered);
        const std::optional<Witness> way = witness(floods_, sent, service, Senders::ordinary);
        if (!way)
            return std::nullopt;
        ReachPath out{.from = from, .packet = way->sent, .hops = {}, .out = {}};
        if (is_way_out(floods_.sets().rows().design, *floods_.sets().rows().design.find(service)))
            out.out = way->handoff;
        return add_hops(*way, out.hops) ? std::optional(std::move(out)) : std::nullopt;
    }
    EnteredClaim entering(ProviderHandoffId from, ServiceId service) {
        const Design& design = floods_.sets().rows().design;
        EnteredClaim out{.service = service, .from = from, .by = {}, .packet = {}, .hops = {}};
        HeaderSpace& headers = floods_.sets().headers();
        const std::vector<Emission> all = from_outside(floods_, from, headers.asking(*design.find(service)));
        Bdd answered = BddSpace::no(); // by whichever line of the edge
        for (const ProviderHandoff& row : design.provider_handoffs)
            if (row.zone == design.find(from)->zone && net().station(row.id) != no_index)
                answered =
                    headers.sets().either(answered, can_use(floods_, all, row.id, service, Senders::ordinary).answered);
        if (answered == BddSpace::no() || headers.overflowed())
            return out;
        const std::vector<Emission> sent = floods_.only(all, answered);
        if (const std::optional<Witness> way = witness(floods_, sent, service, Senders::ordinary);
            way && add_hops(*way, out.hops))
            out.packet = way->sent;
        return out;
    }
    // At the outside address of a translation.
    EnteredClaim entering(ProviderHandoffId from, const Service& service, const Nat& row) {
        EnteredClaim out{.service = service.id, .from = from, .by = row.id, .packet = {}, .hops = {}};
        if (const std::optional<Witness> way = riser::entering(floods_, from, service, row);
            way && add_hops(*way, out.hops))
            out.packet = way->sent;
        return out;
    }

  private:
    const Network& net() const { return floods_.net(); }
    // False: it ends in a device itself, or is translated on the way but to what comes there.
    static bool add_hops(const Witness& way, std::vector<ReachHop>& hops) {
        for (const WitnessHop& hop : way.hops) {
            const AnyId in = hop.in ? AnyId(*hop.in) : AnyId(hop.in_side.value_or(PortId{}));
            const AnyId leaves = hop.out ? AnyId(*hop.out) : AnyId(hop.out_side.value_or(PortId{}));
            if (leaves.value == 0)
                return false;
            if (&hop != &way.hops.back() && hop.packet != way.sent && hop.packet != way.received)
                return false;
            hops.push_back({in, leaves, hop.route});
        }
        return true;
    }

    FilterSets kept_;
    Floods floods_;
};

Text sentence_of(FactInput& input, const ReachedClaim& claim) {
    Text out = fill(claim.holds() ? claim.outlives ? Text{"{body}可用{service}，任一单点失效后亦可",
                                                          "{body} can use {service}, also after any single failure"}
                                                   : Text{"{body}可用{service}", "{body} can use {service}"}
                                  : Text{"未证明{body}可用{service}", "not proved: {body} can use {service}"},
                    {{"body", subject_name(input, claim.body)}, {"service", subject_name(input, claim.service)}});
    if (claim.holds())
        return out;
    if (claim.without) {
        const Text lost = subject_name(input, *claim.without);
        return {out.zh + "：失去" + lost.zh + "时不通", out.en + ": not without " + lost.en};
    }
    const Service* service = input.find(claim.service);
    if (service && service->medium == ServiceMedium::wireless && claim.lost.empty() && claim.paths.empty())
        return {out.zh + "：没有接入点接到它的 VLAN", out.en + ": no access point is joined to a VLAN of it"};
    if (claim.paths.empty() && claim.lost.empty())
        return {out.zh + "：没有它的 VLAN", out.en + ": it has no VLAN there"};
    for (const VlanId vlan : claim.lost) {
        const Text name = subject_name(input, vlan);
        out = {out.zh + "；不通：" + name.zh, out.en + "; not from " + name.en};
    }
    return out;
}

} // namespace

namespace {

// Failures are tried only where every request is answered while nothing has failed.
void lose_what_fails_already(FactInput& input, ReachedClaim& claim) {
    const MustReachAnswer* answer = claim.outlives ? input.get<ReachIntents>().of(claim.row) : nullptr;
    if (answer && answer->state == IntentState::broken && !answer->without && answer->from)
        if (std::find(claim.lost.begin(), claim.lost.end(), *answer->from) == claim.lost.end())
            claim.lost.push_back(*answer->from);
}

} // namespace

ReachedClaims ReachedClaims::compute(FactInput& input) {
    ReachedClaims out;
    if (input.table<MustReach>().empty())
        return out;
    const NetworkRows& rows = input.get<NetworkRows>();
    const Network net = derive_network(rows);
    Asking asking(rows, net);
    for (const MustReach& row : input.table<MustReach>()) {
        const Service* service = input.find(row.service);
        if (!service || !input.find(row.body))
            continue;
        ReachedClaim claim{.row = row.id,
                           .service = row.service,
                           .body = row.body,
                           .paths = {},
                           .lost = {},
                           .air = {},
                           .outlives = false,
                           .without = {}};
        claim.outlives = must_outlive(rows.design, row);
        if (const MustReachAnswer* answer = claim.outlives ? input.get<ReachIntents>().of(row.id) : nullptr)
            claim.without = answer->without;
        const bool wireless = is_over_the_air(rows.design, *service);
        if (wireless)
            claim.air = on_air(rows, net, *service);
        for (const VlanId vlan : wireless ? std::vector<VlanId>{} : senders_of(rows, row.body, *service))
            if (net.places_of(vlan).empty())
                continue; // nowhere yet
            else if (auto path = asking.path(vlan, service->id))
                claim.paths.push_back(std::move(*path));
            else
                claim.lost.push_back(vlan);
        lose_what_fails_already(input, claim);
        out.sentences.push_back(sentence_of(input, claim));
        out.claims.push_back(std::move(claim));
    }
    return out;
}

namespace {

// By each line of the edge at which a policy lets whoever is outside ask for it, unless it is published at some.
using Way = std::pair<ServiceId, ProviderHandoffId>;
std::set<Way> let_in_by_policies(FactInput& input) {
    std::set<Way> out;
    for (const Policy& row : input.table<Policy>()) {
        const Zone* edge = row.action == AclAction::permit ? input.find(row.from) : nullptr;
        const Plane* plane = edge && edge->role == ZoneRole::edge ? input.find(edge->plane) : nullptr;
        if (!plane || plane->disclosure == Disclosure::secret)
            continue;
        for (const ServiceId id : row.services)
            if (const Service* service = input.find(id); service && service->address && service->published.empty())
                for (const ProviderHandoff& handoff : input.table<ProviderHandoff>())
                    if (handoff.zone == edge->id && handoff.port && handoff.status != Status::remove)
                        out.emplace(id, handoff.id);
    }
    return out;
}

Text sentence_of(FactInput& input, const EnteredClaim& claim) {
    const Nat* row = input.find(claim.by);
    const Text what =
        row ? Text{"{service}可从{handoff}按{outside}访问", "{service} can be used from {handoff} at {outside}"}
            : Text{"{service}可从{handoff}访问", "{service} can be used from {handoff}"};
    const std::string at =
        row && row->outside ? to_string(*row->outside) + ' ' + row->protocol + '/' + row->ports : std::string();
    return fill(claim.holds() ? what : Text{"未证明" + what.zh, "not proved: " + what.en},
                {{"service", subject_name(input, claim.service)},
                 {"handoff", subject_name(input, claim.from)},
                 {"outside", {at, at}}});
}

} // namespace

EnteredClaims EnteredClaims::compute(FactInput& input) {
    EnteredClaims out;
    const std::set<Way> let_in = let_in_by_policies(input);
    const std::vector<Publications::Of>& published = input.get<Publications>().list;
    if (let_in.empty() && published.empty())
        return out;
    const NetworkRows& rows = input.get<NetworkRows>();
    const Network net = derive_network(rows);
    Asking asking(rows, net);
    for (const auto& [service, handoff] : let_in)
        out.claims.push_back(asking.entering(handoff, service));
    for (const Publications::Of& of : published) {
        const EnteredClaim none{.service = of.service, .from = of.handoff, .by = {}, .packet = {}, .hops = {}};
        if (of.rows.empty())
            out.claims.push_back(none);
        for (const NatId id : of.rows) {
            const Nat* row = of.bar == PublishingBar::none ? rows.design.find(id) : nullptr;
            const Service* service = rows.design.find(of.service);
            out.claims.push_back(row && service ? asking.entering(of.handoff, *service, *row) : none);
            out.claims.back().by = id;
        }
    }
    std::sort(out.claims.begin(), out.claims.end(), [](const EnteredClaim& a, const EnteredClaim& b) {
        return std::tie(a.service, a.from, a.by) < std::tie(b.service, b.from, b.by);
    });
    for (const EnteredClaim& claim : out.claims)
        out.sentences.push_back(sentence_of(input, claim));
    return out;
}

} // namespace riser
