// SPDX-License-Identifier: GPL-3.0-or-later
// Gateways, and what each device knows of each VRF: what it is connected to and its static routes whose next hop lies
// there. The longest prefix decides, of equal ones being connected, then the lowest preference.
#include "solvers/forwarding/network_parts.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

struct PrefixesOf {
    std::map<VlanId, std::vector<IpPrefix>> by_vlan;
    explicit PrefixesOf(const Design& design) {
        for (const Prefix& row : design.prefixes)
            if (row.vlan && row.prefix)
                by_vlan[*row.vlan].push_back(*row.prefix);
    }
    const std::vector<IpPrefix>& of(VlanId vlan) const {
        static const std::vector<IpPrefix> none;
        const auto at = by_vlan.find(vlan);
        return at == by_vlan.end() ? none : at->second;
    }
};

using Choices = std::map<IpPrefix, std::pair<std::int64_t, std::vector<NetHop>>>; // with the preference

void offer(Choices& choices, const IpPrefix& to, std::int64_t preference, const std::vector<NetHop>& hops) {
    const auto [at, is_new] = choices.try_emplace(to, preference, hops);
    if (is_new)
        return;
    auto& [best, known] = at->second;
    if (preference > best)
        return;
    if (preference < best)
        known.clear();
    best = preference;
    known.insert(known.end(), hops.begin(), hops.end());
}

// By which gateways the address is a neighbour: those of the longest connected prefix around it.
std::vector<NetIndex> towards(const Choices& connected, const IpAddress& address) {
    std::vector<NetIndex> out;
    std::uint8_t longest = 0;
    for (const auto& [prefix, choice] : connected)
        if (contains(prefix, address) && (out.empty() || prefix.length > longest)) {
            longest = prefix.length;
            out.clear();
            for (const NetHop& hop : choice.second)
                out.push_back(hop.gateway);
        }
    return out;
}

// Being connected is better than any route may be.
constexpr std::int64_t connected_preference = INT64_MIN;

class Tables {
  public:
    Tables(const NetworkRows& rows, Network& net) : net_(net), prefixes_(rows.design) {
        for (const Route& route : rows.design.routes)
            if (const NetIndex box = route.equipment ? net.box_of(*route.equipment) : no_index;
                box != no_index && route.destination)
                routes_[{box, net.boxes[box].firewall ? std::nullopt : route.vrf}].push_back(&route);
        for (NetIndex g = 0; g < net.gateways.size(); ++g)
            if (!net.gateways[g].places.empty() && net.boxes[net.gateways[g].box].forwards == Forwards::frames)
                gateways_[{net.gateways[g].box, net.gateways[g].vrf}].push_back(g);
        for (const auto& [key, gateways] : gateways_)
            add(key.first, key.second, gateways);
    }

  private:
    using Key = std::pair<NetIndex, std::optional<VrfId>>;

    void add(NetIndex box, std::optional<VrfId> vrf, const std::vector<NetIndex>& gateways) {
        Choices choices;
        for (const NetIndex g : gateways) {
            net_.gateways[g].table = static_cast<NetIndex>(net_.tables.size());
            for (const IpPrefix& prefix : prefixes_.of(net_.gateways[g].vlan))
                offer(choices, prefix, connected_preference, {{.gateway = g, .next_hop = {}, .route = {}}});
        }
        const Choices connected = choices;
        for (const Route* route : routes_[{box, vrf}]) {
            std::vector<NetHop> hops;
            if (!route->next_hop)
                hops.push_back({.gateway = no_index, .next_hop = {}, .route = route->id});
            else
                for (const NetIndex g : towards(connected, *route->next_hop))
                    hops.push_back({.gateway = g, .next_hop = route->next_hop, .route = route->id});
            if (!hops.empty())
                offer(choices, *route->destination, route->preference, hops);
        }
        NetTable table{.box = box, .vrf = vrf, .own = {}, .entries = {}};
        for (const NetIndex g : gateways)
            for (const auto& address : {net_.gateways[g].address, net_.gateways[g].shared})
                if (address)
                    table.own.push_back(*address);
        for (auto& [prefix, choice] : choices)
            table.entries.push_back({prefix, std::move(choice.second)});
        std::stable_sort(table.entries.begin(), table.entries.end(),
                         [](const auto& x, const auto& y) { return x.to.length > y.to.length; });
        net_.tables.push_back(std::move(table));
    }

    Network& net_;
    PrefixesOf prefixes_;
    std::map<Key, std::vector<const Route*>> routes_;
    std::map<Key, std::vector<NetIndex>> gateways_;
};

// Where frames of the gateway's VLAN are in its device: under its number, or on ports of their own that name its row.
void settle(const VlanNumbers& numbers, NetGateway& gateway, Network& net) {
    const auto number = numbers.of(gateway.vlan);
    for (const NetIndex p : net.boxes[gateway.box].places) {
        NetPlace& place = net.places[p];
        const bool named = std::find(place.vlans.begin(), place.vlans.end(), gateway.vlan) != place.vlans.end();
        if (place.number != number || (place.port && !named))
            continue;
        gateway.places.push_back(p);
        if (!named)
            place.vlans.insert(std::upper_bound(place.vlans.begin(), place.vlans.end(), gateway.vlan), gateway.vlan);
    }
}

void add_filters(const Design& design, Network& net) {
    std::map<std::pair<NetIndex, VlanId>, std::vector<const Acl*>> filters;
    for (const Acl& acl : design.acls)
        if (const NetIndex box = acl.equipment ? net.box_of(*acl.equipment) : no_index; box != no_index && acl.vlan)
            filters[{box, *acl.vlan}].push_back(&acl);
    for (NetGateway& gateway : net.gateways)
        if (const auto at = filters.find({gateway.box, gateway.vlan}); at != filters.end())
            for (const Acl* acl : at->second)
                (acl->direction == AclDirection::in ? gateway.in : gateway.out).push_back(acl->id);
}

} // namespace

void add_gateways(const NetworkRows& rows, const VlanNumbers& numbers, Network& net) {
    for (const Gateway& row : rows.design.gateways) {
        const NetIndex box = row.equipment ? net.box_of(*row.equipment) : no_index;
        const Vlan* vlan = rows.design.find(row.vlan);
        if (box == no_index || !numbers.of(row.vlan))
            continue;
        net.boxes[box].gateways.push_back(static_cast<NetIndex>(net.gateways.size()));
        NetGateway gateway{.id = row.id, .box = box, .vlan = row.vlan};
        if (!net.boxes[box].firewall) // which joins VRFs by its rules
            gateway.vrf = vlan->vrf;
        gateway.address = row.address;
        gateway.shared = row.shared;
        gateway.priority = row.priority;
        if (net.boxes[box].lives)
            settle(numbers, gateway, net);
        net.gateways.push_back(std::move(gateway));
    }
    add_filters(rows.design, net);
}

void add_tables(const NetworkRows& rows, Network& net) { Tables tables(rows, net); }

} // namespace riser
