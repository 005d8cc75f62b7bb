// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/proof/service_reach.h"

#include "solvers/checks/subjects.h"
#include "solvers/forwarding/explain.h"
#include "solvers/forwarding/intent.h"

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
        for (const WitnessHop& hop : way->hops) {
            if (!hop.in || !hop.out) // over an isolation gateway, or to a device itself
                return std::nullopt;
            if (&hop != &way->hops.back() && hop.packet != way->sent) // translated on the way
                return std::nullopt;
            out.hops.push_back({*hop.in, *hop.out, hop.route});
        }
        return out;
    }

  private:
    FilterSets kept_;
    Floods floods_;
};

Text sentence_of(FactInput& input, const ReachedClaim& claim) {
    Text out = fill(claim.holds() ? Text{"{body}可用{service}", "{body} can use {service}"}
                                  : Text{"未证明{body}可用{service}", "not proved: {body} can use {service}"},
                    {{"body", subject_name(input, claim.body)}, {"service", subject_name(input, claim.service)}});
    if (claim.holds())
        return out;
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
        ReachedClaim claim{.row = row.id, .service = row.service, .body = row.body, .paths = {}, .lost = {}, .air = {}};
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
        out.sentences.push_back(sentence_of(input, claim));
        out.claims.push_back(std::move(claim));
    }
    return out;
}

} // namespace riser
