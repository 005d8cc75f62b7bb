// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/closing.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <unordered_map>

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
            if (!stops_something(denial, list_, net_))
                refute(Ground::no_such_denial,
                       {"所述原因并不成立：" + denial.why, "the reason named stops nothing: " + denial.why},
                       denial.place);
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
    // Lists with the same headers are one and the same, so that comparing them costs nothing.
    const std::vector<Cube>* shared(const std::vector<Cube>& headers) {
        std::uint64_t mixed = headers.size();
        for (const Cube& cube : headers)
            for (std::size_t i = 0; i < cube.value.size(); ++i)
                mixed = (mixed ^ cube.value[i] ^ std::rotl(cube.mask[i], 17)) * 0x9e3779b97f4a7c15;
        std::vector<const std::vector<Cube>*>& alike = alike_[mixed];
        for (const std::vector<Cube>* other : alike)
            if (*other == headers)
                return other;
        return alike.emplace_back(&headers);
    }
    void known() {
        const auto index = [&](const std::vector<ListedPlace>& list, Headers& places) {
            for (const ListedPlace& place : list)
                if (!net_.places.contains(place.key) || !places.emplace(place.key, shared(place.headers)).second)
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
        if (list_.from.kind == Kind::provider_handoffs) {
            for (const auto& [key, place] : net_.places)
                if (place.providers.contains(ProviderHandoffId{list_.from.value}))
                    send({Cube{}, {}}, key, false);
            return;
        }
        for (const auto& [key, place] : net_.places)
            for (const VlanId id : place.vlans) {
                const Vlan* vlan = design_.find(id);
                if (!vlan || !vlan->zone || AnyId(*vlan->zone) != list_.from)
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
        const std::vector<Cube>& here = headers_at(places_, listed.key);
        for (const NetPlaceKey& next : found->second.onward) {
            const std::vector<Cube>& there = headers_at(places_, next);
            if (&there == &here) // a segment lists the same everywhere
                continue;
            for (const Cube& cube : listed.headers)
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

    const std::vector<IpAddress>& own_of(const NetGatewayOf& gateway) { // found once
        const auto [at, fresh] = own_.try_emplace({gateway.device, gateway.vrf});
        if (fresh)
            at->second = net_.own_addresses(gateway);
        return at->second;
    }
    // Boxes of its rules, in order; found once.
    using Spoken = std::vector<std::pair<AclAction, Cube>>;
    const Spoken& spoken_by(const Acl& acl) {
        const auto [at, fresh] = spoken_.try_emplace(&acl);
        if (fresh)
            for (const AclRule& rule : acl.rules)
                for (const Cube& cube : spoken_of(rule))
                    at->second.emplace_back(rule.action, cube);
        return at->second;
    }
    // next(part) for each part that all the filters from `first` on let pass. A denial counts until a later rule.
    void filter(const Part& part, const std::vector<const Acl*>& filters, std::size_t first,
                const std::function<void(const Part&)>& next) {
        if (refutation_)
            return;
        if (first == filters.size())
            return next(part);
        Part rest = part;
        for (const auto& [action, spoken] : spoken_by(*filters[first])) {
            const auto meant = both(part.cube, spoken);
            if (!meant)
                continue;
            if (action == AclAction::deny)
                rest.except.push_back(spoken);
            else
                filter({*meant, rest.except}, filters, first + 1, next);
        }
    }
    void forward(const ListedGateway& listed) {
        const auto found = net_.gateways.find(listed.id);
        if (refutation_ || found == net_.gateways.end())
            return;
        const NetGatewayOf& gateway = found->second;
        const NetDevice& device = net_.devices.at(gateway.device);
        if (device.firewall && device.rule_base.empty())
            return;
        for (const Cube& cube : listed.headers)
            filter({cube, {}}, gateway.in, 0, [&](const Part& in) {
                for (Part& meant : entered_parts(in, gateway)) {
                    for (const IpAddress& own : own_of(gateway))
                        meant.except.push_back(to(own));
                    filter(meant, device.rule_base, 0, [&](const Part& passing) { route(passing, gateway); });
                }
            });
    }
    // What comes from a handoff for a published service is for its host, by the first row that speaks of it.
    std::vector<Part> entered_parts(const Part& part, const NetGatewayOf& gateway) {
        std::vector<Part> out;
        Part rest = part;
        for (const Nat* nat : net_.devices.at(gateway.device).nats) {
            const std::vector<Cube> asked = asking(*nat);
            if (asked.empty() || std::none_of(gateway.places.begin(), gateway.places.end(), [&](const auto& place) {
                    return leads_to_provider(place, nat->handoff);
                }))
                continue;
            for (const Cube& one : asked) {
                if (const auto meant = both(part.cube, one))
                    for (const Cube& piece : pieces_of(*meant, rest.except))
                        out.push_back({redirected(piece, *nat), {}});
                rest.except.push_back(one);
            }
        }
        out.push_back(std::move(rest));
        return out;
    }
    void route(const Part& part, const NetGatewayOf& gateway) {
        Part rest = part;
        const std::vector<NetRoute>& table = net_.table_of(gateway);
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
        const std::vector<IpAddress>& own = own_of(from);
        if (std::find(own.begin(), own.end(), next_hop) != own.end())
            return;
        for (const GatewayId id : reach_of(place).gateways) {
            const NetGatewayOf& there = net_.gateways.at(id);
            if (there.device != from.device && (there.row->address == next_hop || there.row->shared == next_hop))
                hand(part, id);
        }
    }
    static std::vector<Cube> pieces_of(const Cube& cube, const std::vector<Cube>& except) {
        std::vector<Cube> pieces{cube};
        for (const Cube& one : except) {
            std::vector<Cube> left;
            for (const Cube& piece : pieces)
                for (const Cube& more : without(piece, one))
                    left.push_back(more);
            pieces = std::move(left);
        }
        return pieces;
    }
    // Towards a provider, sources change by the first translation that speaks of them.
    std::vector<Part> translated_parts(const Part& part, EquipmentId device, const NetPlaceKey& place) {
        std::vector<Part> out;
        Part rest = part;
        for (const Nat* nat : net_.devices.at(device).nats) {
            if (nat->kind != NatKind::source || !nat->translated || !leads_to_provider(place, nat->handoff))
                continue;
            const IpPrefix source =
                nat->source.value_or(IpPrefix{{.bytes = {}, .is_v6 = nat->translated->address.is_v6}, 0});
            const auto meant = both(part.cube, verify::from(source));
            if (source.address.is_v6 != nat->translated->address.is_v6 || !meant)
                continue;
            for (const Cube& piece : pieces_of(*meant, rest.except))
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

    const ListedSpread& list_;
    const Design& design_;
    const PlainNetwork& net_;
    std::map<NetPlaceKey, Reach> reach_;
    std::map<const Acl*, Spoken> spoken_;
    std::map<std::pair<EquipmentId, std::optional<VrfId>>, std::vector<IpAddress>> own_;
    std::unordered_map<std::uint64_t, std::vector<const std::vector<Cube>*>> alike_;
    Headers places_;
    Headers sides_;
    std::map<GatewayId, const std::vector<Cube>*> gateways_;
    Place at_;
    std::optional<Refutation> refutation_;
};

} // namespace

std::optional<Refutation> refuted(const ListedSpread& list, const Design& design, const PlainNetwork& network) {
    return Closing(list, design, network).check();
}

} // namespace riser::verify
