// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/walk.h"

#include <algorithm>
#include <tuple>

namespace riser::verify {

namespace {

bool meant_for(const Cube& packet, const std::optional<IpAddress>& address) {
    return address && within(packet, to(*address));
}

class Walking {
  public:
    Walking(Walker& known, const Cube& packet, const PacketWalk* answered)
        : known_(known), net_(known.network()), packet_(packet), answered_(answered) {
        out_.packet = packet;
    }

    PacketWalk walk(const std::set<NetPlaceKey>& from, VlanId vlan) && {
        for (const NetPlaceKey& place : from)
            send(place, vlan, {}, {});
        return to_the_end();
    }
    PacketWalk walk_on(const std::set<WalkStep>& steps, GatewayId at) && {
        out_.steps = steps;
        seen_.insert(WalkEnd{.gateway = at, .side = {}});
        pass_in(at);
        return to_the_end();
    }

  private:
    PacketWalk to_the_end() {
        while (!waiting_.empty()) {
            const WalkEnd next = waiting_.back();
            waiting_.pop_back();
            if (next.gateway)
                take(next.gateway);
            else
                carry(side_of(next.side));
        }
        return std::move(out_);
    }
    bool is_neighbour(VlanId vlan) const {
        const auto own = net_.prefixes.find(vlan);
        return own != net_.prefixes.end() &&
               std::any_of(own->second.begin(), own->second.end(),
                           [&](const IpPrefix& prefix) { return within(packet_, to(prefix)); });
    }
    // As a host does; `in` and `out` of an isolation gateway that sends it on.
    void send(const NetPlaceKey& place, VlanId vlan, const WalkEnd& in, const WalkEnd& out) {
        const FrameReach& reach = known_.reach_of(place);
        if (is_neighbour(vlan))
            return arrive(reach, in, out);
        for (const GatewayId id : gateways_of_hosts(reach, vlan, out ? place.equipment : EquipmentId{}))
            hand(in, out, id);
    }
    void arrive(const FrameReach& reach, const WalkEnd& in, const WalkEnd& out) {
        out_.steps.insert({in, out, {}});
        out_.arrived.emplace(&reach, out);
        for (const NetPlaceKey& side : reach.sides)
            if (!out.side || side.port != out.side)
                offer(in, out, side);
    }
    void offer(const WalkEnd& in, const WalkEnd& out, const NetPlaceKey& side) {
        const WalkEnd there{.gateway = {}, .side = side.port};
        out_.steps.insert({in, out, there});
        if (seen_.insert(there).second) {
            sides_.emplace(side.port, side);
            waiting_.push_back(there);
        }
    }
    void hand(const WalkEnd& in, const WalkEnd& out, GatewayId to) {
        const NetGatewayOf& gateway = net_.gateways.at(to);
        if (net_.devices.at(gateway.device).forwarding == Forwarding::by_permission) {
            for (const NetPlaceKey& side : gateway.places)
                offer(in, out, side);
            return;
        }
        const WalkEnd there{.gateway = to, .side = {}};
        out_.steps.insert({in, out, there});
        if (seen_.insert(there).second)
            waiting_.push_back(there);
    }
    NetPlaceKey side_of(PortId port) const { return sides_.at(port); }

    GatewayId answering(const std::vector<GatewayId>& members) const {
        return *std::max_element(members.begin(), members.end(), [&](GatewayId x, GatewayId y) {
            const Gateway& a = *net_.gateways.at(x).row;
            const Gateway& b = *net_.gateways.at(y).row;
            return std::tuple(a.priority, a.address, b.id) < std::tuple(b.priority, b.address, a.id);
        });
    }
    // Hosts ask the shared address where there is one.
    std::vector<GatewayId> gateways_of_hosts(const FrameReach& reach, VlanId vlan, EquipmentId not_of) const {
        std::map<IpAddress, std::vector<GatewayId>> shared;
        std::vector<GatewayId> alone;
        for (const GatewayId id : reach.gateways) {
            const NetGatewayOf& gateway = net_.gateways.at(id);
            if (gateway.row->vlan == vlan && gateway.device != not_of)
                (gateway.row->shared ? shared[*gateway.row->shared] : alone).push_back(id);
        }
        if (shared.empty())
            return alone;
        std::vector<GatewayId> out;
        for (const auto& [address, members] : shared)
            out.push_back(answering(members));
        return out;
    }

    bool rule_base_passes(EquipmentId id) const {
        const NetDevice& device = net_.devices.at(id);
        if (!(device.firewall && device.rule_base.empty()) && known_.pass(device.rule_base, packet_))
            return true;
        return device.firewall && answered_ &&
               std::any_of(answered_->passed.begin(), answered_->passed.end(),
                           [&](EquipmentId other) { return other == id || known_.share_an_address(id, other); });
    }

    void take(GatewayId id) {
        const NetGatewayOf& gateway = net_.gateways.at(id);
        if (!known_.pass(gateway.in, packet_))
            return;
        if (const std::optional<Cube> other = redirected_at(gateway))
            out_.redirected.emplace(id, *other);
        else
            pass_in(id);
    }
    void pass_in(GatewayId id) {
        const NetGatewayOf& gateway = net_.gateways.at(id);
        if (known_.is_own(gateway, packet_) || !rule_base_passes(gateway.device))
            return;
        if (net_.devices.at(gateway.device).firewall)
            out_.passed.insert(gateway.device);
        const auto table = net_.tables.find({gateway.device, gateway.vrf});
        if (table == net_.tables.end())
            return;
        const NetRoute* first = nullptr; // the longest prefix decides
        for (const NetRoute& route : table->second)
            if (within(packet_, to(route.to)) && (!first || route.to == first->to)) {
                first = &route;
                if (route.by)
                    leave(id, route);
            }
    }
    // For a published service, by the first row that speaks of it.
    std::optional<Cube> redirected_at(const NetGatewayOf& gateway) const {
        for (const Nat* nat : net_.devices.at(gateway.device).nats)
            for (const Cube& asked : asking(*nat))
                if (within(packet_, asked))
                    for (const NetPlaceKey& place : gateway.places)
                        for (const ProviderHandoffId provider : known_.reach_of(place).providers)
                            if (!nat->handoff || *nat->handoff == provider)
                                return redirected(packet_, *nat);
        return std::nullopt;
    }
    void leave(GatewayId id, const NetRoute& route) {
        const NetGatewayOf& by = net_.gateways.at(route.by);
        if (!known_.pass(by.out, packet_))
            return;
        const WalkEnd in{.gateway = id, .side = {}};
        const WalkEnd out{.gateway = route.by, .side = {}};
        for (const NetPlaceKey& place : by.places) {
            const FrameReach& reach = known_.reach_of(place);
            if (route.next_hop)
                hand_over(in, out, route, by, reach);
            if (is_translated(by.device, reach))
                continue;
            if (!route.next_hop)
                arrive(reach, in, out);
            else if (!known_.has_address(by, route.next_hop))
                pass_on(in, out, *route.next_hop, by.device, reach);
        }
    }
    // To a provider whose peer it is, unless the device answers for that address itself.
    void hand_over(const WalkEnd& in, const WalkEnd& out, const NetRoute& route, const NetGatewayOf& by,
                   const FrameReach& reach) {
        if (known_.has_address(by, route.next_hop))
            return;
        for (const ProviderHandoffId id : reach.providers)
            if (net_.providers.at(id)->peer == route.next_hop) {
                out_.steps.insert({in, out, {}});
                out_.handed_over.emplace(id, out);
            }
    }
    void pass_on(const WalkEnd& in, const WalkEnd& out, const IpAddress& next_hop, EquipmentId device,
                 const FrameReach& reach) {
        std::vector<GatewayId> sharing;
        for (const GatewayId id : reach.gateways) {
            const NetGatewayOf& there = net_.gateways.at(id);
            if (there.device == device)
                continue;
            if (there.row->address == next_hop)
                hand(in, out, id);
            else if (there.row->shared == next_hop)
                sharing.push_back(id);
        }
        if (!sharing.empty())
            hand(in, out, answering(sharing));
    }
    bool is_translated(EquipmentId device, const FrameReach& reach) const {
        for (const Nat* nat : net_.devices.at(device).nats)
            for (const ProviderHandoffId provider : reach.providers)
                if (nat->kind == NatKind::source && nat->translated && (!nat->handoff || *nat->handoff == provider) &&
                    (!nat->source || within(packet_, from(*nat->source))))
                    return true;
        return false;
    }

    // From a side to those of zones to which a policy lets it, or back to whom it answers.
    void carry(const NetPlaceKey& here) {
        const NetDevice& device = net_.devices.at(here.equipment);
        const std::optional<ZoneId> side = net_.places.at(here).side;
        for (const Policy* policy : device.policies) {
            std::optional<ZoneId> onward;
            if (policy->from == side && carries(*policy, packet_))
                onward = policy->to;
            else if (policy->from != side && policy->to == side && answered_ &&
                     answered_->passed.contains(here.equipment) && carries(*policy, answered_->packet))
                onward = policy->from;
            if (!onward)
                continue;
            out_.passed.insert(here.equipment);
            for (const NetPlaceKey& other : device.sides)
                if (other != here && net_.places.at(other).side == onward)
                    send(other, *net_.places.at(other).vlans.begin(), {.gateway = {}, .side = here.port},
                         {.gateway = {}, .side = other.port});
        }
    }
    bool carries(const Policy& policy, const Cube& packet) const {
        return policy.services.empty() ||
               std::any_of(policy.services.begin(), policy.services.end(), [&](ServiceId id) {
                   const Service* service = known_.design().find(id);
                   if (!service)
                       return false;
                   const std::vector<Cube> asked = asking(*service);
                   return std::any_of(asked.begin(), asked.end(),
                                      [&](const Cube& cube) { return within(packet, cube); });
               });
    }

    Walker& known_;
    const PlainNetwork& net_;
    const Cube& packet_;
    const PacketWalk* answered_;
    PacketWalk out_;
    std::map<PortId, NetPlaceKey> sides_;
    std::set<WalkEnd> seen_;
    std::vector<WalkEnd> waiting_;
};

} // namespace

bool PacketWalk::came_to(const NetPlaceKey& place) const {
    return std::any_of(arrived.begin(), arrived.end(),
                       [&](const auto& there) { return there.first->places.contains(place); });
}
bool PacketWalk::came_to(const NetPlaceKey& place, const WalkEnd& after) const {
    return std::any_of(arrived.begin(), arrived.end(),
                       [&](const auto& there) { return there.second == after && there.first->places.contains(place); });
}

Walker::Walker(const Design& design, const PlainNetwork& network) : design_(design), net_(network) {
    for (const auto& [id, gateway] : net_.gateways) {
        for (const NetPlaceKey& place : gateway.places)
            gateways_at_[place].push_back(id);
        if (gateway.row->shared)
            shared_[gateway.device].insert(*gateway.row->shared);
        if (!gateway.places.empty())
            for (const auto& address : {gateway.row->address, gateway.row->shared})
                if (address)
                    own_[{gateway.device, gateway.vrf}].insert(*address);
    }
}

PacketWalk Walker::walk(const std::set<NetPlaceKey>& from, VlanId vlan, const Cube& packet,
                        const PacketWalk* answered) {
    return Walking(*this, packet, answered).walk(from, vlan);
}

PacketWalk Walker::walk_on(const PacketWalk& before, GatewayId at) {
    return Walking(*this, before.redirected.at(at), nullptr).walk_on(before.steps, at);
}

const FrameReach& Walker::reach_of(const NetPlaceKey& place) {
    const auto [at, fresh] = reach_.try_emplace(place);
    FrameReach& out = at->second;
    if (!fresh)
        return out;
    out.places = net_.reached_from({place});
    std::set<GatewayId> gateways;
    for (const NetPlaceKey& key : out.places) {
        const NetPlaceOf& there = net_.places.at(key);
        if (there.side)
            out.sides.push_back(key);
        out.providers.insert(there.providers.begin(), there.providers.end());
        if (const auto here = gateways_at_.find(key); here != gateways_at_.end())
            gateways.insert(here->second.begin(), here->second.end());
    }
    out.gateways.assign(gateways.begin(), gateways.end());
    return out;
}

const std::vector<Walker::ReadRule>& Walker::rules_of(const Acl& acl) {
    const auto [at, fresh] = rules_.try_emplace(&acl);
    if (fresh)
        for (const AclRule& rule : acl.rules)
            at->second.push_back({spoken_of(rule), rule.action == AclAction::permit});
    return at->second;
}

bool Walker::pass(const std::vector<const Acl*>& filters, const Cube& packet) {
    return std::all_of(filters.begin(), filters.end(), [&](const Acl* acl) {
        for (const ReadRule& rule : rules_of(*acl))
            for (const Cube& spoken : rule.spoken)
                if (within(packet, spoken))
                    return rule.permits;
        return false;
    });
}

bool Walker::is_own(const NetGatewayOf& gateway, const Cube& packet) const {
    const auto own = own_.find({gateway.device, gateway.vrf});
    return own != own_.end() && std::any_of(own->second.begin(), own->second.end(),
                                            [&](const IpAddress& address) { return meant_for(packet, address); });
}

bool Walker::has_address(const NetGatewayOf& gateway, const std::optional<IpAddress>& address) const {
    const auto own = own_.find({gateway.device, gateway.vrf});
    return address && own != own_.end() && own->second.contains(*address);
}

bool Walker::share_an_address(EquipmentId a, EquipmentId b) const {
    const auto one = shared_.find(a);
    const auto other = shared_.find(b);
    return one != shared_.end() && other != shared_.end() &&
           std::any_of(one->second.begin(), one->second.end(),
                       [&](const IpAddress& address) { return other->second.contains(address); });
}

} // namespace riser::verify
