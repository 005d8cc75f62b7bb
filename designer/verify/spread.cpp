// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/spread.h"

#include <algorithm>
#include <functional>

namespace riser::verify {

namespace {

const std::vector<Cube> nothing;

// Headers that are in the cube and in none of `except`.
struct Part {
    Cube cube;
    std::vector<Cube> except;
};

// Checks one list: everything that leaves it must come into it.
class Closing {
  public:
    Closing(const ListedSpread& list, const Design& design, const PlainNetwork& network)
        : list_(list), design_(design), net_(network) {}

    std::optional<Refutation> check() && {
        known();
        starts();
        for (const ListedPlace& place : list_.places) {
            at_ = place.place;
            lead_on(place);
        }
        for (const ListedPlace& side : list_.sides) {
            at_ = side.place;
            carry(side);
        }
        for (const ListedGateway& gateway : list_.gateways) {
            at_ = gateway.place;
            forward(gateway);
        }
        for (const ListedDenial& denial : list_.denials)
            named(denial);
        return std::move(refutation_);
    }

  private:
    Text claim() const {
        const Text zone = called(design_, list_.from);
        return {"来自" + zone.zh + "的报文只到所列之处",
                "what comes from " + zone.en + " comes nowhere but where listed"};
    }
    void refute(Ground ground, Text fact, Place place) {
        if (!refutation_)
            refutation_ = Refutation{ground, claim(), std::move(fact), place};
    }
    using Headers = std::map<NetPlaceKey, const std::vector<Cube>*>;
    static const std::vector<Cube>& headers_at(const Headers& places, const NetPlaceKey& key) {
        const auto found = places.find(key);
        return found == places.end() ? nothing : *found->second;
    }
    void known() {
        const auto index = [&](const std::vector<ListedPlace>& list, Headers& places) {
            for (const ListedPlace& place : list)
                if (!net_.places.contains(place.key) || !places.emplace(place.key, &place.headers).second)
                    refute(Ground::unknown_list,
                           {"没有此处，或列了两次", "there is no such place, or it is listed twice"}, place.place);
        };
        index(list_.places, places_);
        index(list_.sides, sides_);
        for (const ListedGateway& gateway : list_.gateways) {
            const auto row = net_.gateways.find(gateway.id);
            if (row == net_.gateways.end() || row->second.places.empty() ||
                !gateways_.emplace(gateway.id, &gateway.headers).second)
                refute(Ground::unknown_list,
                       {"没有此网关，或列了两次", "there is no such gateway, or it is listed twice"}, gateway.place);
        }
    }

    // -- what must stand in the list

    void must_hold(const Part& part, const std::vector<Cube>& listed, const Text& where) {
        if (refutation_)
            return;
        std::vector<Cube> by = part.except;
        by.insert(by.end(), listed.begin(), listed.end());
        if (const auto lost = uncovered(part.cube, by)) {
            const std::string packet = example(*lost);
            refute(Ground::not_closed,
                   {where.zh + " 未列出报文 " + packet, "not listed: the packet " + packet + " at " + where.en}, at_);
        }
    }
    Text name(const NetPlaceKey& key) const {
        const Text device = called(design_, key.equipment);
        const std::string number = std::to_string(key.number);
        return {device.zh + " 的 VLAN " + number, "VLAN " + number + " of " + device.en};
    }
    // Frames for whoever is in reach; those that an isolation gateway sends do not come back to its side.
    void arrive(const Part& part, const NetPlaceKey& place, const std::optional<NetPlaceKey>& sent_by = {}) {
        must_hold(part, headers_at(places_, place), name(place));
        for (const NetPlaceKey& side : reach_of(place).sides)
            if (side != sent_by)
                offer(part, side);
    }
    void offer(const Part& part, const NetPlaceKey& side) { must_hold(part, headers_at(sides_, side), name(side)); }
    void hand(const Part& part, GatewayId id) {
        const NetGatewayOf& gateway = net_.gateways.at(id);
        if (net_.devices.at(gateway.device).forwarding == Forwarding::by_permission) {
            for (const NetPlaceKey& side : gateway.places)
                offer(part, side);
            return;
        }
        const auto found = gateways_.find(id);
        must_hold(part, found == gateways_.end() ? nothing : *found->second, called(design_, id));
    }
    // Whom frames of a place come to.
    struct Reach {
        std::vector<NetPlaceKey> sides;
        std::vector<GatewayId> gateways;
        std::set<ProviderHandoffId> providers;
    };
    const Reach& reach_of(const NetPlaceKey& place) {
        const auto [at, fresh] = reach_.try_emplace(place);
        if (!fresh)
            return at->second;
        const std::set<NetPlaceKey> reached = net_.reached_from({place});
        for (const NetPlaceKey& key : reached) {
            const NetPlaceOf& there = net_.places.at(key);
            if (there.side)
                at->second.sides.push_back(key);
            at->second.providers.insert(there.providers.begin(), there.providers.end());
        }
        for (const auto& [id, gateway] : net_.gateways)
            if (std::any_of(gateway.places.begin(), gateway.places.end(),
                            [&](const NetPlaceKey& key) { return reached.contains(key); }))
                at->second.gateways.push_back(id);
        return at->second;
    }
    // Sent by a host, or by an isolation gateway: frames to all, and to every gateway but the sender's.
    void send(const Part& part, const NetPlaceKey& place, bool by_isolation) {
        arrive(part, place, by_isolation ? std::optional(place) : std::nullopt);
        for (const GatewayId id : reach_of(place).gateways)
            if (!by_isolation || net_.gateways.at(id).device != place.equipment)
                hand(part, id);
    }

    void starts() {
        at_ = list_.place;
        for (const auto& [key, place] : net_.places)
            for (const VlanId id : place.vlans) {
                const Vlan* vlan = design_.find(id);
                if (!vlan || vlan->zone != list_.from)
                    continue;
                for (const Part& part : sent_from(id))
                    send(part, key, false);
            }
    }
    // Any destination, and sources of the VLAN but its gateways'; any source where that leaves none.
    std::vector<Part> sent_from(VlanId vlan) const {
        std::vector<Cube> gateways;
        for (const auto& [id, gateway] : net_.gateways)
            if (gateway.row->vlan == vlan)
                for (const auto& address : {gateway.row->address, gateway.row->shared})
                    if (address)
                        gateways.push_back(verify::from(*address));
        std::vector<Part> out;
        if (const auto prefixes = net_.prefixes.find(vlan); prefixes != net_.prefixes.end())
            for (const IpPrefix& prefix : prefixes->second)
                if (uncovered(verify::from(prefix), gateways))
                    out.push_back({verify::from(prefix), gateways});
        return out.empty() ? std::vector<Part>{{Cube{}, {}}} : out;
    }
    void lead_on(const ListedPlace& listed) {
        const auto found = net_.places.find(listed.key);
        if (refutation_ || found == net_.places.end())
            return;
        for (const NetPlaceKey& next : found->second.onward) {
            const std::vector<Cube>& there = headers_at(places_, next);
            for (const Cube& cube : listed.headers)
                if (there != listed.headers) // a segment lists the same everywhere
                    must_hold({cube, {}}, there, name(next));
        }
    }
    // An isolation gateway, from this side to those to which a policy lets it.
    void carry(const ListedPlace& listed) {
        const auto found = net_.places.find(listed.key);
        if (refutation_ || found == net_.places.end())
            return;
        const NetDevice& device = net_.devices.at(listed.key.equipment);
        for (const Policy* policy : device.policies)
            for (const NetPlaceKey& other : device.sides)
                if (found->second.side == policy->from && other != listed.key &&
                    net_.places.at(other).side == policy->to)
                    for (const Cube& cube : listed.headers)
                        for (const Cube& allowed : carried_by(*policy))
                            if (const auto passing = both(cube, allowed))
                                send({*passing, {}}, other, true);
    }
    std::vector<Cube> carried_by(const Policy& policy) const {
        if (policy.services.empty())
            return {Cube{}};
        std::vector<Cube> out;
        for (const ServiceId id : policy.services)
            if (const Service* service = design_.find(id))
                for (const Cube& cube : asking(*service))
                    out.push_back(cube);
        return out;
    }

    // -- gateways

    // next(part) for each part that all the filters from `first` on let pass. A denial counts until a later rule.
    void filter(const Part& part, const std::vector<const Acl*>& filters, std::size_t first,
                const std::function<void(const Part&)>& next) {
        if (refutation_)
            return;
        if (first == filters.size())
            return next(part);
        Part rest = part;
        for (const AclRule& rule : filters[first]->rules)
            for (const Cube& spoken : spoken_of(rule)) {
                if (rule.action == AclAction::deny)
                    rest.except.push_back(spoken);
                else if (const auto passing = both(part.cube, spoken))
                    filter({*passing, rest.except}, filters, first + 1, next);
            }
    }
    std::vector<const NetGatewayOf*> gateways_of(EquipmentId device, std::optional<VrfId> vrf) const {
        std::vector<const NetGatewayOf*> out;
        for (const auto& [id, gateway] : net_.gateways)
            if (gateway.device == device && gateway.vrf == vrf && !gateway.places.empty())
                out.push_back(&gateway);
        return out;
    }
    std::vector<IpAddress> own_addresses(const NetGatewayOf& gateway) const {
        std::vector<IpAddress> out;
        for (const NetGatewayOf* other : gateways_of(gateway.device, gateway.vrf))
            for (const auto& address : {other->row->address, other->row->shared})
                if (address)
                    out.push_back(*address);
        return out;
    }
    const std::vector<NetRoute>& table_of(const NetGatewayOf& gateway) const {
        static const std::vector<NetRoute> empty;
        const auto found = net_.tables.find({gateway.device, gateway.vrf});
        return found == net_.tables.end() ? empty : found->second;
    }
    void forward(const ListedGateway& listed) {
        const auto found = net_.gateways.find(listed.id);
        if (refutation_ || found == net_.gateways.end())
            return;
        const NetGatewayOf& gateway = found->second;
        const NetDevice& device = net_.devices.at(gateway.device);
        if (device.firewall && device.rule_base.empty())
            return;
        std::vector<const Acl*> filters = gateway.in;
        filters.insert(filters.end(), device.rule_base.begin(), device.rule_base.end());
        Part part;
        for (const IpAddress& own : own_addresses(gateway))
            part.except.push_back(to(own));
        for (const Cube& cube : listed.headers) {
            part.cube = cube;
            filter(part, filters, 0, [&](const Part& passing) { route(passing, gateway); });
        }
    }
    void route(const Part& part, const NetGatewayOf& gateway) {
        Part rest = part;
        const std::vector<NetRoute>& table = table_of(gateway);
        for (auto at = table.begin(); at != table.end();) {
            const Cube meant = to(at->to);
            const auto passing = both(part.cube, meant);
            const IpPrefix prefix = at->to;
            for (; at != table.end() && at->to == prefix; ++at)
                if (passing && at->by)
                    leave({*passing, rest.except}, gateway, *at);
            if (passing)
                rest.except.push_back(meant);
        }
    }
    void leave(const Part& part, const NetGatewayOf& gateway, const NetRoute& route) {
        const NetGatewayOf& by = net_.gateways.at(route.by);
        filter(part, by.out, 0, [&](const Part& passing) {
            for (const NetPlaceKey& place : by.places)
                for (const Part& leaving : translated_parts(passing, by.device, place)) {
                    if (!route.next_hop)
                        arrive(leaving, place);
                    else
                        pass_on(leaving, place, gateway, *route.next_hop);
                }
        });
    }
    void pass_on(const Part& part, const NetPlaceKey& place, const NetGatewayOf& from, const IpAddress& next_hop) {
        const std::vector<IpAddress> own = own_addresses(from);
        if (std::find(own.begin(), own.end(), next_hop) != own.end())
            return;
        for (const GatewayId id : reach_of(place).gateways) {
            const NetGatewayOf& there = net_.gateways.at(id);
            if (there.device != from.device && (there.row->address == next_hop || there.row->shared == next_hop))
                hand(part, id);
        }
    }
    // Towards a provider, sources change by the first translation that speaks of them.
    std::vector<Part> translated_parts(const Part& part, EquipmentId device, const NetPlaceKey& place) {
        std::vector<Part> out;
        Part rest = part;
        for (const Nat* nat : net_.devices.at(device).nats) {
            if (!nat->translated || !leads_to_provider(place, nat->handoff))
                continue;
            const IpPrefix source =
                nat->source.value_or(IpPrefix{{.bytes = {}, .is_v6 = nat->translated->address.is_v6}, 0});
            const auto meant = both(part.cube, verify::from(source));
            if (source.address.is_v6 != nat->translated->address.is_v6 || !meant)
                continue;
            std::vector<Cube> pieces{*meant};
            for (const Cube& except : rest.except) {
                std::vector<Cube> left;
                for (const Cube& piece : pieces)
                    for (const Cube& more : without(piece, except))
                        left.push_back(more);
                pieces = std::move(left);
            }
            for (const Cube& piece : pieces)
                out.push_back({translated(piece, source, *nat->translated), {}});
            rest.except.push_back(verify::from(source));
        }
        out.push_back(rest);
        return out;
    }
    bool leads_to_provider(const NetPlaceKey& place, std::optional<ProviderHandoffId> which) {
        const std::set<ProviderHandoffId>& providers = reach_of(place).providers;
        return which ? providers.contains(*which) : !providers.empty();
    }

    // -- denials: each must stop something of what comes to its gateway

    bool decides(const Cube& cube, const Acl& acl, std::optional<std::size_t> rule) const {
        std::vector<Cube> before;
        for (std::size_t i = 0; i < acl.rules.size() && i + 1 != rule.value_or(0); ++i)
            for (const Cube& spoken : spoken_of(acl.rules[i]))
                before.push_back(spoken);
        if (!rule)
            return uncovered(cube, before).has_value();
        if (*rule == 0 || *rule > acl.rules.size() || acl.rules[*rule - 1].action != AclAction::deny)
            return false;
        for (const Cube& spoken : spoken_of(acl.rules[*rule - 1]))
            if (const auto meant = both(cube, spoken); meant && uncovered(*meant, before))
                return true;
        return false;
    }
    bool stops(const ListedDenial& denial, const NetGatewayOf& gateway, const Cube& cube) const {
        const NetDevice& device = net_.devices.at(gateway.device);
        const auto by_filter = [&](const std::vector<const Acl*>& filters) {
            return std::any_of(filters.begin(), filters.end(), [&](const Acl* acl) {
                return denial.acl == acl->id && decides(cube, *acl, denial.rule);
            });
        };
        if (denial.why == "filter-in")
            return by_filter(gateway.in);
        if (denial.why == "rule-base")
            return denial.acl ? by_filter(device.rule_base) : device.firewall && device.rule_base.empty();
        if (denial.why == "filter-out")
            return std::any_of(net_.gateways.begin(), net_.gateways.end(), [&](const auto& other) {
                return other.second.device == gateway.device && by_filter(other.second.out);
            });
        const std::vector<NetRoute>& table = table_of(gateway);
        if (denial.why == "no-route") {
            std::vector<Cube> known;
            for (const NetRoute& route : table)
                known.push_back(to(route.to));
            return uncovered(cube, known).has_value();
        }
        if (denial.why == "own-address") {
            const std::vector<IpAddress> own = own_addresses(gateway);
            return std::any_of(own.begin(), own.end(),
                               [&](const IpAddress& a) { return both(cube, to(a)).has_value(); });
        }
        // "discarded", "no-next-hop": the route that is named is one of the table.
        return std::any_of(table.begin(), table.end(), [&](const NetRoute& route) {
            return denial.route && route.row == denial.route && both(cube, to(route.to)) &&
                   (denial.why == "discarded") == !route.by;
        });
    }
    void named(const ListedDenial& denial) {
        if (!is_named(denial))
            refute(Ground::no_such_denial,
                   {"所述原因并不成立：" + denial.why, "the reason named stops nothing: " + denial.why}, denial.place);
    }
    bool is_named(const ListedDenial& denial) const {
        if (denial.why == "not-permitted") // at a side of an isolation gateway to which something comes
            return std::any_of(list_.sides.begin(), list_.sides.end(),
                               [&](const ListedPlace& side) { return denial.at == AnyId(side.key.port); });
        const GatewayId id{denial.at.kind == Kind::gateways ? denial.at.value : 0};
        const auto gateway = net_.gateways.find(id);
        const auto listed = gateways_.find(id);
        return gateway != net_.gateways.end() && listed != gateways_.end() &&
               std::any_of(listed->second->begin(), listed->second->end(),
                           [&](const Cube& cube) { return stops(denial, gateway->second, cube); });
    }

    const ListedSpread& list_;
    const Design& design_;
    const PlainNetwork& net_;
    std::map<NetPlaceKey, Reach> reach_;
    Headers places_;
    Headers sides_;
    std::map<GatewayId, const std::vector<Cube>*> gateways_;
    Place at_;
    std::optional<Refutation> refutation_;
};

std::set<std::pair<ZoneId, ZoneId>> asked_of(const Design& design) {
    std::set<std::pair<ZoneId, ZoneId>> out;
    for (const MustNotReach& row : design.must_not_reach)
        if (row.a.kind == Kind::zones && row.b.kind == Kind::zones && row.a != row.b && design.contains(row.a) &&
            design.contains(row.b)) {
            out.emplace(ZoneId{row.a.value}, ZoneId{row.b.value});
            out.emplace(ZoneId{row.b.value}, ZoneId{row.a.value});
        }
    return out;
}

} // namespace

Verdict check_not_reached(const Certificate& certificate, const Design& design, const PlainNetwork& network) {
    Verdict verdict;
    const auto refute = [&](Ground ground, Text claim, Text fact, Place place) {
        if (!verdict.refutation)
            verdict.refutation = Refutation{ground, std::move(claim), std::move(fact), place};
    };
    const auto claim_of = [&](ZoneId from, ZoneId to) {
        const Text a = called(design, from);
        const Text b = called(design, to);
        return Text{a.zh + "不可达" + b.zh, "nothing of " + a.en + " comes to " + b.en};
    };
    std::map<ZoneId, const ListedSpread*> spreads;
    for (const ListedSpread& spread : certificate.spreads) {
        verdict.facts += spread.places.size() + spread.gateways.size() + spread.denials.size();
        if (!spreads.emplace(spread.from, &spread).second)
            refute(Ground::unknown_list, called(design, spread.from), {"列了两次", "listed twice"}, spread.place);
        else if (auto refutation = Closing(spread, design, network).check(); refutation && !verdict.refutation)
            verdict.refutation = std::move(refutation);
    }
    // A place of the other zone that is listed with any header.
    const auto reached = [&](const ListedSpread& spread, ZoneId to) -> const ListedPlace* {
        for (const ListedPlace& place : spread.places)
            if (const auto known = network.places.find(place.key);
                known != network.places.end() && !place.headers.empty())
                for (const VlanId id : known->second.vlans)
                    if (const Vlan* vlan = design.find(id); vlan && vlan->zone == to)
                        return &place;
        return nullptr;
    };
    std::set<std::pair<ZoneId, ZoneId>> asked = asked_of(design);
    verdict.claims = asked.size();
    for (const ListedNotReached& claim : certificate.not_reached) {
        const Text what = claim_of(claim.from, claim.to);
        if (asked.erase({claim.from, claim.to}) == 0)
            refute(Ground::unknown_claim, what,
                   {"设计没有这样要求，或列了两次", "the design does not ask for this, or it is listed twice"},
                   claim.place);
        const auto spread = spreads.find(claim.from);
        if (spread == spreads.end())
            refute(Ground::missing_list, what, {"没有列出它到达之处", "where it comes is not listed"}, claim.place);
        else if (const ListedPlace* place = reached(*spread->second, claim.to)) {
            const std::string packet = example(place->headers.front());
            const Text device = called(design, place->key.equipment);
            refute(Ground::reached, what,
                   {"报文 " + packet + " 可到 " + device.zh, "the packet " + packet + " comes to " + device.en},
                   place->place);
        } else if (!claim.holds)
            refute(Ground::says_otherwise, what, {"证书写的不是这样", "the certificate says otherwise"}, claim.place);
    }
    if (asked.size() != certificate.withheld_not_reached)
        refute(Ground::missing_claim, {"全部声明", "all claims"},
               {"缺少的与注明保留的不一样多", "as many are missing as are not said to be withheld"}, certificate.place);
    if (!asked.empty())
        refute(Ground::withheld, claim_of(asked.begin()->first, asked.begin()->second),
               {"未对此读者列出，无从核对", "withheld from this reader, and nothing shows it"}, certificate.place);
    return verdict;
}

} // namespace riser::verify
