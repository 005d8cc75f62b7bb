// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/network.h"

#include "designer/verify/wiring.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace riser::verify {

namespace {

bool forwards_frames(EquipmentRole role) {
    switch (role) {
    case EquipmentRole::access_switch:
    case EquipmentRole::distribution_switch:
    case EquipmentRole::core_switch:
    case EquipmentRole::router:
    case EquipmentRole::firewall:
    case EquipmentRole::ips:
    case EquipmentRole::av_gateway:
    case EquipmentRole::waf:
    case EquipmentRole::behaviour_audit:
        return true;
    default:
        return false;
    }
}

// What a port takes and sends: the VLAN of untagged frames, and those by number.
struct PortVlans {
    std::optional<std::pair<std::uint16_t, VlanId>> untagged;
    std::map<std::uint16_t, VlanId> tagged;
};

class Deriving {
  public:
    Deriving(const Design& design, const Wiring& wiring, AnyId failed)
        : design_(design), wiring_(wiring), failed_(failed) {}

    PlainNetwork derive() && {
        devices();
        ports();
        gateways();
        tables();
        return std::move(net_);
    }

  private:
    bool secret(std::optional<PlaneId> plane) const {
        const Plane* row = design_.find(plane);
        return row && row->disclosure == Disclosure::secret;
    }
    std::optional<std::uint16_t> number_of(std::optional<VlanId> id) const {
        const Vlan* row = design_.find(id);
        return row && row->number && !secret(row->plane) ? std::optional(row->number->number()) : std::nullopt;
    }
    const NetDevice* device_of(std::optional<EquipmentId> id) const {
        const auto known = id ? net_.stack.find(*id) : net_.stack.end();
        return known == net_.stack.end() ? nullptr : &net_.devices.at(known->second);
    }
    NetDevice* device_of(std::optional<EquipmentId> id) {
        return const_cast<NetDevice*>(std::as_const(*this).device_of(id));
    }

    // -- devices

    void devices() {
        for (const Equipment& row : design_.equipment)
            net_.stack[row.id] = row.id;
        for (bool more = true; more;) { // stacks that share a member are one
            more = false;
            for (const Stack& row : design_.stacks) {
                EquipmentId lowest{UINT64_MAX};
                for (const EquipmentId id : row.members)
                    if (net_.stack.contains(id))
                        lowest = std::min(lowest, net_.stack[id]);
                for (const EquipmentId id : row.members)
                    if (net_.stack.contains(id) && net_.stack[id] != lowest) {
                        net_.stack[id] = lowest;
                        more = true;
                    }
            }
        }
        for (const Equipment& row : design_.equipment) {
            NetDevice& device = net_.devices[net_.stack[row.id]];
            device.lives |= row.status != Status::remove && !secret(row.plane) && AnyId(row.id) != failed_;
            const EquipmentType* type = design_.find(row.type);
            const EquipmentRole role = type ? type->role : EquipmentRole::other;
            if (role == EquipmentRole::isolation_gateway)
                device.forwarding = Forwarding::by_permission;
            else if (device.forwarding == Forwarding::nothing && forwards_frames(role))
                device.forwarding = Forwarding::frames;
            device.firewall |= role == EquipmentRole::firewall;
        }
        for (const Gateway& row : design_.gateways) // whoever routes forwards
            if (NetDevice* device = device_of(row.equipment);
                device && device->forwarding == Forwarding::nothing && number_of(row.vlan))
                device->forwarding = Forwarding::frames;
        for (const Acl& row : design_.acls)
            if (NetDevice* device = device_of(row.equipment); device && !row.vlan)
                device->rule_base.push_back(&row);
        for (const Nat& row : design_.nats)
            if (NetDevice* device = device_of(row.equipment))
                device->nats.push_back(&row);
        policies();
    }
    void policies() {
        const auto open = [&](ZoneId id) {
            const Zone* zone = design_.find(id);
            return zone && !secret(zone->plane);
        };
        for (const Policy& row : design_.policies) {
            const bool carries =
                std::find(row.controls.begin(), row.controls.end(), Control::isolation_gateway) != row.controls.end();
            if (row.action != AclAction::permit || !carries || !open(row.from) || !open(row.to))
                continue;
            for (const EquipmentId id : row.enforced_by)
                if (NetDevice* device = device_of(id); device && device->forwarding == Forwarding::by_permission)
                    device->policies.push_back(&row);
        }
    }

    // -- ports and places

    bool stands(const Port& row) const {
        const Equipment* device = design_.find(row.equipment);
        const Card* card = design_.find(row.card);
        return row.status != Status::remove && device && device->status != Status::remove && !secret(device->plane) &&
               AnyId(device->id) != failed_ && !(card && card->status == Status::remove);
    }
    void ports() {
        for (const Port& row : design_.ports)
            if (stands(row))
                up_.insert(row.id);
        for (const auto& [ends, cables] : wiring_.links) {
            const Port* a = design_.find(ends.first);
            const Port* b = design_.find(ends.second);
            if (!a || !b) // cables may end on what is not there
                continue;
            net_.joined.insert({a->equipment, b->equipment});
            if (failed_.kind != Kind::cables ||
                std::find(cables.begin(), cables.end(), CableId{failed_.value}) == cables.end())
                links_.push_back(ends);
        }
        while (take_down_short_lags()) {
        }
        for (const PortId id : joined_)
            vlans_[id] = vlans_of(*design_.find(id));
        for (const PortId id : joined_)
            settle(*design_.find(id));
        for (const auto& [a, b] : links_)
            if (up_.contains(a) && up_.contains(b)) {
                lead(*design_.find(a), *design_.find(b));
                lead(*design_.find(b), *design_.find(a));
            }
        for (const auto& [jack, port] : wiring_.jacks)
            if (joined_.contains(port) && !secret(design_.find(jack)->plane) && forwards(*design_.find(port)))
                net_.jacks[jack] = heard_on(vlans_[port]);
        for (const ProviderHandoff& row : design_.provider_handoffs)
            if (joins(row))
                if (const auto place = place_of(*design_.find(*row.port), vlans_[*row.port].untagged)) {
                    net_.places[*place].providers.insert(row.id);
                    net_.providers[row.id] = &row;
                }
    }
    bool joins(const ProviderHandoff& row) const {
        return row.port && up_.contains(*row.port) && row.status != Status::remove && !secret(row.plane);
    }
    // A LAG with fewer links than it needs takes its ports down.
    bool take_down_short_lags() {
        joined_.clear();
        for (const auto& [a, b] : links_)
            if (up_.contains(a) && up_.contains(b))
                joined_.insert({a, b});
        for (const auto& [jack, port] : wiring_.jacks)
            if (up_.contains(port) && !secret(design_.find(jack)->plane))
                joined_.insert(port);
        for (const ProviderHandoff& row : design_.provider_handoffs)
            if (joins(row))
                joined_.insert(*row.port);
        std::map<LagId, std::int32_t> links;
        for (const PortId id : joined_)
            if (const auto lag = design_.find(id)->lag)
                ++links[*lag];
        bool down = false;
        for (const PortId id : joined_)
            if (const Lag* lag = design_.find(design_.find(id)->lag); lag && links[lag->id] < lag->minimum_links)
                down |= up_.erase(id) > 0;
        return down;
    }

    PortVlans vlans_of(const Port& row) const {
        PortVlans out;
        if (row.mode == PortMode::unused)
            return out;
        if (const auto number = number_of(row.access_vlan))
            out.untagged = {*number, *row.access_vlan};
        if (row.mode != PortMode::trunk)
            return out;
        for (const VlanId vlan : row.trunk_vlans)
            if (const auto number = number_of(vlan)) {
                const auto [at, fresh] = out.tagged.emplace(*number, vlan);
                at->second = std::min(at->second, vlan);
            }
        return out;
    }
    static std::set<VlanId> heard_on(const PortVlans& port) {
        std::set<VlanId> out;
        if (port.untagged)
            out.insert(port.untagged->second);
        for (const auto& [number, vlan] : port.tagged)
            if (!(port.untagged && port.untagged->first == number))
                out.insert(vlan);
        return out;
    }
    bool forwards(const Port& row) const { return device_of(row.equipment)->forwarding != Forwarding::nothing; }
    std::optional<NetPlaceKey> place_of(const Port& row,
                                        const std::optional<std::pair<std::uint16_t, VlanId>>& vlan) const {
        if (!vlan || !forwards(row))
            return std::nullopt;
        const bool alone =
            row.mode == PortMode::routed || device_of(row.equipment)->forwarding == Forwarding::by_permission;
        return NetPlaceKey{net_.stack.at(row.equipment), vlan->first, alone ? row.id : PortId{}};
    }
    void settle(const Port& row) {
        const auto put = [&](const std::optional<std::pair<std::uint16_t, VlanId>>& vlan) {
            const auto key = place_of(row, vlan);
            if (!key)
                return;
            NetPlaceOf& place = net_.places[*key];
            place.vlans.insert(vlan->second);
            NetDevice& device = *device_of(row.equipment);
            if (device.forwarding != Forwarding::by_permission)
                return;
            if (!place.side)
                place.side = row.zone ? row.zone : design_.find(vlan->second)->zone;
            if (std::find(device.sides.begin(), device.sides.end(), *key) == device.sides.end())
                device.sides.push_back(*key);
        };
        put(vlans_[row.id].untagged);
        for (const auto& tagged : vlans_[row.id].tagged)
            put(std::pair(tagged));
    }
    // Frames that leave by `from` and are heard by `to`, which forwards nothing: untagged ones, or as its trunk says.
    void hear(const Port& from, const Port& to) {
        const PortVlans& sent = vlans_[from.id];
        const PortVlans& taken = vlans_[to.id];
        const bool trunk = to.mode == PortMode::trunk;
        const auto on = [&](const std::pair<std::uint16_t, VlanId>& vlan) {
            if (const auto place = place_of(from, vlan))
                net_.heard[net_.stack.at(to.equipment)].emplace(*place, vlan.second);
        };
        if (sent.untagged && (!trunk || taken.untagged))
            on(*sent.untagged);
        for (const auto& [number, vlan] : sent.tagged)
            if (trunk && taken.tagged.contains(number) && !(sent.untagged && sent.untagged->first == number))
                on({number, vlan});
    }
    // Frames that leave by `from` and are taken by `to`.
    void lead(const Port& from, const Port& to) {
        if (!forwards(to))
            return hear(from, to);
        const PortVlans& sent = vlans_[from.id];
        const PortVlans& taken = vlans_[to.id];
        const auto on = [&](const auto& out, const auto& in) {
            const auto a = place_of(from, out);
            const auto b = place_of(to, in);
            if (a && b)
                net_.places[*a].onward.insert(*b);
        };
        if (sent.untagged)
            on(sent.untagged, taken.untagged);
        for (const auto& [number, vlan] : sent.tagged)
            if (!(sent.untagged && sent.untagged->first == number)) // the native VLAN leaves untagged, listed or not
                if (const auto in = taken.tagged.find(number); in != taken.tagged.end())
                    on(std::optional(std::pair(number, vlan)), std::optional(std::pair(number, in->second)));
    }

    // -- gateways and routes

    void gateways() {
        for (const Gateway& row : design_.gateways) {
            const NetDevice* device = device_of(row.equipment);
            const auto number = number_of(row.vlan);
            if (!device || !number)
                continue;
            NetGatewayOf gateway;
            gateway.row = &row;
            gateway.device = net_.stack.at(*row.equipment);
            if (!device->firewall) // which has one table for all, and joins VRFs by its rules
                gateway.vrf = design_.find(row.vlan)->vrf;
            for (auto at = net_.places.lower_bound({gateway.device, *number, {}});
                 device->lives && at != net_.places.end() && at->first.equipment == gateway.device &&
                 at->first.number == *number;
                 ++at) {
                if (at->first.port && !at->second.vlans.contains(row.vlan))
                    continue;
                gateway.places.push_back(at->first);
                at->second.vlans.insert(row.vlan);
            }
            for (const Acl& acl : design_.acls)
                if (acl.vlan == row.vlan && acl.equipment && net_.stack.contains(*acl.equipment) &&
                    net_.stack.at(*acl.equipment) == gateway.device)
                    (acl.direction == AclDirection::in ? gateway.in : gateway.out).push_back(&acl);
            net_.gateways.emplace(row.id, std::move(gateway));
        }
    }

    struct Choice {
        std::int64_t preference = 0;
        std::vector<NetRoute> routes;
    };
    static void offer(std::map<IpPrefix, Choice>& choices, std::int64_t preference, const NetRoute& route) {
        Choice& choice = choices.try_emplace(route.to, Choice{preference, {}}).first->second;
        if (preference > choice.preference)
            return;
        if (preference < choice.preference)
            choice = {preference, {}};
        choice.routes.push_back(route);
    }
    void tables() {
        for (const Prefix& row : design_.prefixes)
            if (row.vlan && row.prefix)
                net_.prefixes[*row.vlan].push_back(*row.prefix);
        std::map<std::pair<EquipmentId, std::optional<VrfId>>, std::map<IpPrefix, Choice>> all;
        for (const auto& [id, gateway] : net_.gateways) {
            if (gateway.places.empty() || net_.devices.at(gateway.device).forwarding != Forwarding::frames)
                continue;
            auto& choices = all[{gateway.device, gateway.vrf}];
            if (const auto own = net_.prefixes.find(gateway.row->vlan); own != net_.prefixes.end())
                for (const IpPrefix& prefix : own->second)
                    offer(choices, INT64_MIN, {.to = prefix, .by = id, .next_hop = {}, .row = {}});
        }
        for (auto& [key, choices] : all) {
            const auto connected = choices;
            for (const Route& row : design_.routes) {
                const bool here =
                    row.equipment && net_.stack.contains(*row.equipment) && net_.stack.at(*row.equipment) == key.first;
                if (!here || !row.destination || (row.vrf != key.second && !net_.devices.at(key.first).firewall))
                    continue;
                if (!row.next_hop)
                    offer(choices, row.preference, {.to = *row.destination, .by = {}, .next_hop = {}, .row = row.id});
                else
                    for (const GatewayId by : towards(connected, *row.next_hop))
                        offer(choices, row.preference, {*row.destination, by, row.next_hop, row.id});
            }
            std::vector<NetRoute>& table = net_.tables[key];
            for (const auto& [prefix, choice] : choices)
                table.insert(table.end(), choice.routes.begin(), choice.routes.end());
            std::stable_sort(table.begin(), table.end(),
                             [](const NetRoute& a, const NetRoute& b) { return a.to.length > b.to.length; });
        }
    }
    // The gateways of the longest connected prefix around the address.
    static std::vector<GatewayId> towards(const std::map<IpPrefix, Choice>& connected, const IpAddress& address) {
        std::vector<GatewayId> out;
        int longest = -1;
        for (const auto& [prefix, choice] : connected)
            if (contains(prefix, address) && prefix.length > longest) {
                longest = prefix.length;
                out.clear();
                for (const NetRoute& route : choice.routes)
                    out.push_back(route.by);
            }
        return out;
    }

    const Design& design_;
    const Wiring& wiring_;
    AnyId failed_;
    PlainNetwork net_;
    std::vector<std::pair<PortId, PortId>> links_; // that no failed cable is on
    std::unordered_set<PortId> up_;
    std::unordered_set<PortId> joined_; // up, and something is at the other end
    std::unordered_map<PortId, PortVlans> vlans_;
};

} // namespace

PlainNetwork network_of(const Design& design) { return network_of(design, wiring_of(design)); }

PlainNetwork network_of(const Design& design, const Wiring& wiring, AnyId failed) {
    return Deriving(design, wiring, failed).derive();
}

} // namespace riser::verify
