// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/walk.h"

#include <algorithm>
#include <tuple>

namespace riser::verify {

namespace {

class Walking {
  public:
    Walking(const PlainNetwork& net, const Cube& packet, const PacketWalk* answered)
        : net_(net), packet_(packet), answered_(answered) {}

    PacketWalk walk(const std::set<NetPlaceKey>& from, VlanId vlan) && {
        for (const NetPlaceKey& place : from) {
            const std::set<NetPlaceKey> reached = net_.reached_from({place});
            if (is_neighbour(vlan))
                arrive(reached, {});
            else
                for (const GatewayId id : gateways_of_hosts(reached, vlan))
                    hand({{}, {}, id});
        }
        while (!waiting_.empty()) {
            const GatewayId next = waiting_.back();
            waiting_.pop_back();
            take(next);
        }
        return std::move(out_);
    }

  private:
    bool meant_for(const IpPrefix& prefix) const { return within(packet_, to(prefix)); }
    bool meant_for(const std::optional<IpAddress>& address) const { return address && within(packet_, to(*address)); }
    bool is_neighbour(VlanId vlan) const {
        const auto own = net_.prefixes.find(vlan);
        return own != net_.prefixes.end() && std::any_of(own->second.begin(), own->second.end(),
                                                         [&](const IpPrefix& prefix) { return meant_for(prefix); });
    }
    void arrive(const std::set<NetPlaceKey>& places, GatewayId after) {
        for (const NetPlaceKey& place : places)
            out_.arrived.emplace(place, after);
    }
    void hand(const WalkStep& step) {
        out_.steps.insert(step);
        if (net_.devices.at(net_.gateways.at(step.to).device).forwarding == Forwarding::frames &&
            seen_.insert(step.to).second)
            waiting_.push_back(step.to);
    }

    std::vector<GatewayId> gateways_in(const std::set<NetPlaceKey>& reached) const {
        std::vector<GatewayId> out;
        for (const auto& [id, gateway] : net_.gateways)
            if (std::any_of(gateway.places.begin(), gateway.places.end(),
                            [&](const NetPlaceKey& place) { return reached.contains(place); }))
                out.push_back(id);
        return out;
    }
    GatewayId answering(const std::vector<GatewayId>& members) const {
        return *std::max_element(members.begin(), members.end(), [&](GatewayId x, GatewayId y) {
            const Gateway& a = *net_.gateways.at(x).row;
            const Gateway& b = *net_.gateways.at(y).row;
            return std::tuple(a.priority, a.address, b.id) < std::tuple(b.priority, b.address, a.id);
        });
    }
    // Hosts ask the shared address where there is one.
    std::vector<GatewayId> gateways_of_hosts(const std::set<NetPlaceKey>& reached, VlanId vlan) const {
        std::map<IpAddress, std::vector<GatewayId>> shared;
        std::vector<GatewayId> alone;
        for (const GatewayId id : gateways_in(reached)) {
            const Gateway& row = *net_.gateways.at(id).row;
            if (row.vlan == vlan)
                (row.shared ? shared[*row.shared] : alone).push_back(id);
        }
        if (shared.empty())
            return alone;
        std::vector<GatewayId> out;
        for (const auto& [address, members] : shared)
            out.push_back(answering(members));
        return out;
    }

    // Whether all let it pass: in each the first rule that speaks of it decides, and its end denies.
    bool pass(const std::vector<const Acl*>& filters) const {
        return std::all_of(filters.begin(), filters.end(), [&](const Acl* acl) {
            for (const AclRule& rule : acl->rules)
                for (const Cube& spoken : spoken_of(rule))
                    if (within(packet_, spoken))
                        return rule.action == AclAction::permit;
            return false;
        });
    }
    bool rule_base_passes(EquipmentId id) const {
        const NetDevice& device = net_.devices.at(id);
        if (!(device.firewall && device.rule_base.empty()) && pass(device.rule_base))
            return true;
        return device.firewall && answered_ && knows_session(id);
    }
    bool knows_session(EquipmentId id) const {
        const auto shares = [&](EquipmentId other) {
            if (other == id)
                return true;
            for (const auto& [a, x] : net_.gateways)
                for (const auto& [b, y] : net_.gateways)
                    if (x.device == id && y.device == other && x.row->shared && x.row->shared == y.row->shared)
                        return true;
            return false;
        };
        return std::any_of(answered_->passed.begin(), answered_->passed.end(), shares);
    }
    bool is_own(const NetGatewayOf& gateway) const {
        return std::any_of(net_.gateways.begin(), net_.gateways.end(), [&](const auto& entry) {
            const NetGatewayOf& other = entry.second;
            return other.device == gateway.device && other.vrf == gateway.vrf && !other.places.empty() &&
                   (meant_for(other.row->address) || meant_for(other.row->shared));
        });
    }

    void take(GatewayId id) {
        const NetGatewayOf& gateway = net_.gateways.at(id);
        if (!pass(gateway.in) || is_own(gateway) || !rule_base_passes(gateway.device))
            return;
        if (net_.devices.at(gateway.device).firewall)
            out_.passed.insert(gateway.device);
        const auto table = net_.tables.find({gateway.device, gateway.vrf});
        if (table == net_.tables.end())
            return;
        const NetRoute* first = nullptr; // the longest prefix decides
        for (const NetRoute& route : table->second)
            if (meant_for(route.to) && (!first || route.to == first->to)) {
                first = &route;
                if (route.by)
                    leave(id, route);
            }
    }
    void leave(GatewayId in, const NetRoute& route) {
        const NetGatewayOf& by = net_.gateways.at(route.by);
        if (!pass(by.out))
            return;
        for (const NetPlaceKey& place : by.places) {
            const std::set<NetPlaceKey> reached = net_.reached_from({place});
            if (route.next_hop)
                hand_over(in, route, by, reached);
            if (is_translated(by.device, reached))
                continue;
            if (!route.next_hop) {
                out_.steps.insert({in, route.by, {}});
                arrive(reached, route.by);
            } else {
                pass_on(in, route, by.device, reached);
            }
        }
    }
    // To a provider whose peer it is, unless the device answers for that address itself.
    void hand_over(GatewayId in, const NetRoute& route, const NetGatewayOf& by, const std::set<NetPlaceKey>& reached) {
        const bool own = std::any_of(net_.gateways.begin(), net_.gateways.end(), [&](const auto& entry) {
            const NetGatewayOf& other = entry.second;
            return other.device == by.device && other.vrf == by.vrf && !other.places.empty() &&
                   (other.row->address == route.next_hop || other.row->shared == route.next_hop);
        });
        if (own)
            return;
        for (const NetPlaceKey& place : reached)
            for (const ProviderHandoffId id : net_.places.at(place).providers)
                if (net_.providers.at(id)->peer == route.next_hop) {
                    out_.steps.insert({in, route.by, {}});
                    out_.handed_over.emplace(id, route.by);
                }
    }
    void pass_on(GatewayId in, const NetRoute& route, EquipmentId device, const std::set<NetPlaceKey>& reached) {
        std::vector<GatewayId> sharing;
        for (const GatewayId id : gateways_in(reached)) {
            const NetGatewayOf& there = net_.gateways.at(id);
            if (there.device == device)
                continue;
            if (there.row->address == route.next_hop)
                hand({in, route.by, id});
            else if (there.row->shared == route.next_hop)
                sharing.push_back(id);
        }
        if (!sharing.empty())
            hand({in, route.by, answering(sharing)});
    }
    bool is_translated(EquipmentId device, const std::set<NetPlaceKey>& reached) const {
        for (const Nat* nat : net_.devices.at(device).nats)
            for (const NetPlaceKey& place : reached)
                for (const ProviderHandoffId provider : net_.places.at(place).providers)
                    if (nat->translated && (!nat->handoff || *nat->handoff == provider) &&
                        (!nat->source || within(packet_, from(*nat->source))))
                        return true;
        return false;
    }

    const PlainNetwork& net_;
    const Cube& packet_;
    const PacketWalk* answered_;
    PacketWalk out_;
    std::set<GatewayId> seen_;
    std::vector<GatewayId> waiting_;
};

} // namespace

PacketWalk walk(const PlainNetwork& network, const std::set<NetPlaceKey>& from, VlanId vlan, const Cube& packet,
                const PacketWalk* answered) {
    return Walking(network, packet, answered).walk(from, vlan);
}

} // namespace riser::verify
