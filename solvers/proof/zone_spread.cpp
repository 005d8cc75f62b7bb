// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/proof/zone_spread.h"

#include "solvers/checks/subjects.h"
#include "solvers/forwarding/explain.h"
#include "solvers/forwarding/outside_reach.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace riser {

namespace {

class Spreading {
  public:
    Spreading(const NetworkRows& rows, const Network& net)
        : rows_(rows), net_(net), floods_(rows, net, kept_), sets_(floods_.sets()), bdd_(sets_.sets()) {}

    // Nothing when the headers grew past all bounds.
    std::optional<ZoneSpread> from(AnyId sender) {
        FloodRecord record;
        flood_ = floods_.flood(floods_.emissions(sender, {.senders = Senders::any, .sources = Sources::own}),
                               Senders::any, nullptr, &record);
        ZoneSpread out{.from = sender, .places = {}, .sides = {}, .gateways = {}, .denials = {}};
        bool complete = true;
        for (NetIndex p = 0; p < net_.places.size(); ++p) {
            const NetPlace& place = net_.places[p];
            if (place.box == no_index) // between two stations: nobody's zone
                continue;
            const auto list = [&](std::vector<ClosedPlace>& to, Bdd headers) {
                if (headers != BddSpace::no())
                    to.push_back({net_.boxes[place.box].id, place.number, place.port, cubes(headers, complete)});
            };
            list(out.places, flood_.arrived[place.segment]);
            list(out.sides, flood_.offered[p]);
        }
        for (NetIndex g = 0; g < net_.gateways.size(); ++g)
            if (flood_.at[g] != BddSpace::no())
                out.gateways.push_back({net_.gateways[g].id, cubes(flood_.at[g], complete)});
        for (std::vector<ClosedPlace>* list : {&out.places, &out.sides})
            std::sort(list->begin(), list->end(), [](const ClosedPlace& a, const ClosedPlace& b) {
                return std::tuple(a.equipment, a.number, a.port) < std::tuple(b.equipment, b.number, b.port);
            });
        std::set<SpreadDenial> denials;
        for (const FloodStop& stop : record.stops)
            name(stop, denials);
        out.denials.assign(denials.begin(), denials.end());
        return complete && !bdd_.overflowed() ? std::optional(std::move(out)) : std::nullopt;
    }
    // Of the last flood.
    NotReachedClaim claim(ZoneId from, ZoneId to, bool but_bastions, bool known) {
        Bdd reaching = floods_.comes_to(flood_, to);
        if (but_bastions)
            for (const IpAddress& bastion : bastions_on(rows_.design, rows_.design.find(to)->plane))
                reaching = bdd_.except(reaching, sets_.headers().to(bastion));
        NotReachedClaim out{.from = from,
                            .to = to,
                            .but_bastions = but_bastions,
                            .holds = known && reaching == BddSpace::no(),
                            .reaches = {}};
        if (known)
            out.reaches = sets_.headers().example(reaching);
        return out;
    }
    // Of the last flood, but what asks for the services.
    OutsideClaim claim(ProviderHandoffId from, std::span<const ZoneId> to, std::span<const ServiceId> but, bool known) {
        OutsideClaim out{.from = from, .holds = known, .reaches = {}, .at = {}};
        Bdd allowed = BddSpace::no();
        for (const ServiceId id : but)
            if (const Service* service = rows_.design.find(id))
                allowed = bdd_.either(allowed, sets_.headers().asking(*service));
        for (const ZoneId zone : to)
            if (const Bdd reaching = bdd_.except(floods_.comes_to(flood_, zone), allowed);
                known && reaching != BddSpace::no()) {
                out.holds = false;
                out.reaches = sets_.headers().example(reaching);
                out.at = zone;
                break;
            }
        return out;
    }

  private:
    static std::vector<IpAddress> bastions_on(const Design& design, PlaneId plane) {
        std::vector<IpAddress> out;
        for (const Equipment& row : design.equipment)
            if (const EquipmentType* type = design.find(row.type); type && type->role == EquipmentRole::bastion &&
                                                                   row.plane == plane && row.status != Status::remove &&
                                                                   row.address)
                out.push_back(*row.address);
        return out;
    }
    const std::vector<HeaderCube>& cubes(Bdd headers, bool& complete) {
        const auto [at, fresh] = cubes_.try_emplace(headers.ref);
        if (fresh) {
            if (auto made = sets_.headers().cubes(headers))
                at->second = std::move(*made);
            else
                complete = false;
        }
        return at->second;
    }

    void name(const FloodStop& stop, std::set<SpreadDenial>& out) {
        SpreadDenial denial{.why = stop.why, .at = {}, .acl = {}, .rule = {}, .route = stop.route};
        if (stop.gateway != no_index)
            denial.at = net_.gateways[stop.gateway].id;
        else if (const auto port = net_.places[stop.place].port)
            denial.at = *port;
        const std::vector<AclId>* filters = nullptr;
        if (stop.why == Stop::filter_in)
            filters = &net_.gateways[stop.gateway].in;
        else if (stop.why == Stop::rule_base)
            filters = &net_.boxes[net_.gateways[stop.gateway].box].rule_base;
        else if (stop.why == Stop::filter_out)
            filters = &net_.gateways[stop.leaves_by].out;
        if (!filters || filters->empty())
            out.insert(denial);
        else
            for (const AclId acl : *filters)
                name_rules(acl, stop.headers, denial, out);
    }
    // Each rule of the filter that denies some of the headers, and its end.
    void name_rules(AclId id, Bdd headers, SpreadDenial denial, std::set<SpreadDenial>& out) {
        const Acl* acl = rows_.design.find(id);
        if (!acl)
            return;
        denial.acl = id;
        Bdd left = headers;
        const std::vector<Bdd>& decided = decided_of(*acl);
        for (std::size_t i = 0; i < decided.size(); ++i) {
            if (acl->rules[i].action == AclAction::deny && bdd_.both(headers, decided[i]) != BddSpace::no()) {
                denial.rule = i;
                out.insert(denial);
            }
            left = bdd_.except(left, decided[i]);
        }
        denial.rule.reset();
        if (left != BddSpace::no())
            out.insert(denial);
    }
    const std::vector<Bdd>& decided_of(const Acl& acl) {
        const auto [at, fresh] = decided_.try_emplace(acl.id);
        if (fresh)
            at->second = sets_.headers().decided(acl.rules);
        return at->second;
    }

    const NetworkRows& rows_;
    const Network& net_;
    FilterSets kept_;
    Floods floods_;
    const ForwardingSets& sets_;
    BddSpace& bdd_;
    Flood flood_;
    std::map<std::uint32_t, std::vector<HeaderCube>> cubes_; // of sets, by what they are in their space
    std::map<AclId, std::vector<Bdd>> decided_;
};

} // namespace

std::string_view key_of(Stop why) {
    constexpr std::array<std::string_view, 8> keys{"filter-in", "rule-base",   "filter-out",  "no-route",
                                                   "discarded", "no-next-hop", "own-address", "not-permitted"};
    return keys[static_cast<std::size_t>(why)];
}

namespace {

// From each zone the others that it must not reach; true: but for what is addressed to a bastion.
std::map<ZoneId, std::map<ZoneId, bool>> asked_of(FactInput& input) {
    std::map<ZoneId, std::map<ZoneId, bool>> out;
    for (const Zone& to : input.table<Zone>())
        for (const Zone& from : input.table<Zone>()) {
            const Plane* plane = input.find(to.plane);
            const bool of_people = from.role == ZoneRole::desks || from.role == ZoneRole::guests;
            if (to.management && !from.management && of_people && from.plane == to.plane && plane &&
                plane->disclosure != Disclosure::secret)
                out[from.id][to.id] = true;
        }
    for (const MustNotReach& row : input.table<MustNotReach>())
        if (row.a.kind == Kind::zones && row.b.kind == Kind::zones && row.a != row.b && input.contains(row.a) &&
            input.contains(row.b)) {
            out[ZoneId{row.a.value}][ZoneId{row.b.value}] = false;
            out[ZoneId{row.b.value}][ZoneId{row.a.value}] = false;
        }
    return out;
}

Text sentence_of(FactInput& input, const NotReachedClaim& claim) {
    const Text a = subject_name(input, claim.from);
    const Text b = subject_name(input, claim.to);
    const Text what = claim.but_bastions ? Text{"{a}只经堡垒机到{b}", "nothing of {a} comes to {b} but to a bastion"}
                                         : Text{"{a}的报文到不了{b}", "nothing of {a} comes to {b}"};
    return fill(claim.holds ? what : Text{"未证明" + what.zh, "not proved: " + what.en}, {{"a", a}, {"b", b}});
}

} // namespace

NotReachedClaims NotReachedClaims::compute(FactInput& input) {
    const std::map<ZoneId, std::map<ZoneId, bool>> apart = asked_of(input);
    NotReachedClaims out;
    if (apart.empty())
        return out;
    const NetworkRows& rows = input.get<NetworkRows>();
    const Network net = derive_network(rows);
    Spreading spreading(rows, net);
    for (const auto& [from, others] : apart) {
        std::optional<ZoneSpread> spread = spreading.from(from);
        for (const auto& [to, but_bastions] : others) {
            out.claims.push_back(spreading.claim(from, to, but_bastions, spread.has_value()));
            out.sentences.push_back(sentence_of(input, out.claims.back()));
        }
        if (spread)
            out.spreads.push_back(std::move(*spread));
    }
    return out;
}

OutsideClaims OutsideClaims::compute(FactInput& input) {
    OutsideClaims out;
    const std::vector<ProviderHandoffId> handoffs = handoffs_in_use(input);
    if (handoffs.empty())
        return out;
    const std::vector<ZoneId> within = zones_within(input);
    const NetworkRows& rows = input.get<NetworkRows>();
    const Network net = derive_network(rows);
    Spreading spreading(rows, net);
    for (const ProviderHandoffId id : handoffs) {
        std::optional<ZoneSpread> spread = spreading.from(id);
        const std::vector<ServiceId> open = open_to(input, *input.find(id));
        out.claims.push_back(spreading.claim(id, within, open, spread.has_value()));
        const Text what{"来自{handoff}的报文只到所发布的业务",
                        "from {handoff} nothing but published services is reached"};
        out.sentences.push_back(
            fill(out.claims.back().holds ? what : Text{"未证明" + what.zh, "not proved: " + what.en},
                 {{"handoff", subject_name(input, id)}}));
        if (spread)
            out.spreads.push_back(std::move(*spread));
    }
    return out;
}

} // namespace riser
