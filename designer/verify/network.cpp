// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/network_reading.h"

#include <algorithm>

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

bool stands(const Design& design, const Equipment& row) {
    return row.status != Status::remove && !is_secret(design, row.plane);
}

// Devices and stacks, and what stands on them; whatever may fail stands.
class Devices {
  public:
    Devices(const Design& design, PlainNetwork& net) : design_(design), net_(net) {}

    void read() && {
        stacks();
        for (const Equipment& row : design_.equipment)
            device(row);
        for (const Gateway& row : design_.gateways) // whoever routes forwards
            if (NetDevice* device = device_of(row.equipment);
                device && device->forwarding == Forwarding::nothing && open_number(design_, row.vlan))
                device->forwarding = Forwarding::frames;
        for (const Acl& row : design_.acls)
            if (NetDevice* device = device_of(row.equipment); device && !row.vlan)
                device->rule_base.push_back(&row);
        for (const Nat& row : design_.nats)
            if (NetDevice* device = device_of(row.equipment))
                device->nats.push_back(&row);
        policies();
        for (const Prefix& row : design_.prefixes)
            if (row.vlan && row.prefix)
                net_.prefixes[*row.vlan].push_back(*row.prefix);
    }

  private:
    NetDevice* device_of(std::optional<EquipmentId> id) {
        const auto known = id ? net_.stack.find(*id) : net_.stack.end();
        return known == net_.stack.end() ? nullptr : &net_.devices.at(known->second);
    }
    void stacks() {
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
    }
    void device(const Equipment& row) {
        NetDevice& device = net_.devices[net_.stack[row.id]];
        device.lives |= stands(design_, row);
        const EquipmentType* type = design_.find(row.type);
        const EquipmentRole role = type ? type->role : EquipmentRole::other;
        if (role == EquipmentRole::isolation_gateway)
            device.forwarding = Forwarding::by_permission;
        else if (device.forwarding == Forwarding::nothing && forwards_frames(role))
            device.forwarding = Forwarding::frames;
        device.firewall |= role == EquipmentRole::firewall;
    }
    void policies() {
        const auto open = [&](ZoneId id) {
            const Zone* zone = design_.find(id);
            return zone && !is_secret(design_, zone->plane);
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

    const Design& design_;
    PlainNetwork& net_;
};

// -- gateways and routes

// Of a device and VRF.
using TableKey = std::pair<EquipmentId, std::optional<VrfId>>;
struct Choice {
    std::int64_t preference = 0;
    std::vector<NetRoute> routes;
};
using Choices = std::map<IpPrefix, Choice>;

void offer(Choices& choices, std::int64_t preference, const NetRoute& route) {
    Choice& choice = choices.try_emplace(route.to, Choice{preference, {}}).first->second;
    if (preference > choice.preference)
        return;
    if (preference < choice.preference)
        choice = {preference, {}};
    choice.routes.push_back(route);
}

// The gateways of the longest connected prefix around the address.
std::vector<GatewayId> towards(const Choices& connected, const IpAddress& address) {
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

std::map<TableKey, Choices> connected_prefixes(const PlainNetwork& net) {
    std::map<TableKey, Choices> out;
    for (const auto& [id, gateway] : net.gateways) {
        if (gateway.places.empty() || net.devices.at(gateway.device).forwarding != Forwarding::frames)
            continue;
        Choices& choices = out[{gateway.device, gateway.vrf}];
        if (const auto own = net.prefixes.find(gateway.row->vlan); own != net.prefixes.end())
            for (const IpPrefix& prefix : own->second)
                offer(choices, INT64_MIN, {.to = prefix, .by = id, .next_hop = {}, .row = {}});
    }
    return out;
}

} // namespace

NetworkReading::NetworkReading(const Design& design, const Wiring& wiring)
    : design_(design), devices_(devices_of(design)), ports_(design, wiring, devices_) {
    read_gateways();
    for (const Route& row : design.routes)
        if (const auto stack = row.equipment ? devices_.stack.find(*row.equipment) : devices_.stack.end();
            stack != devices_.stack.end() && row.destination)
            routes_[stack->second].push_back(&row);
}

PlainNetwork NetworkReading::devices_of(const Design& design) {
    PlainNetwork out;
    Devices(design, out).read();
    return out;
}

void NetworkReading::read_gateways() {
    std::map<std::pair<EquipmentId, VlanId>, std::vector<const Acl*>> filters;
    for (const Acl& acl : design_.acls)
        if (acl.vlan && acl.equipment)
            if (const auto stack = devices_.stack.find(*acl.equipment); stack != devices_.stack.end())
                filters[{stack->second, *acl.vlan}].push_back(&acl);
    for (const Gateway& row : design_.gateways) {
        const auto stack = row.equipment ? devices_.stack.find(*row.equipment) : devices_.stack.end();
        if (stack == devices_.stack.end() || !open_number(design_, row.vlan))
            continue;
        NetGatewayOf gateway;
        gateway.row = &row;
        gateway.device = stack->second;
        if (!devices_.devices.at(gateway.device).firewall) // which has one table for all, and joins VRFs by its rules
            gateway.vrf = design_.find(row.vlan)->vrf;
        if (const auto here = filters.find({gateway.device, row.vlan}); here != filters.end())
            for (const Acl* acl : here->second)
                (acl->direction == AclDirection::in ? gateway.in : gateway.out).push_back(acl);
        gateways_.push_back(std::move(gateway));
    }
}

PlainNetwork NetworkReading::without(AnyId failed) const {
    PlainNetwork net = devices_;
    if (failed.kind == Kind::equipment)
        fail(net, EquipmentId{failed.value});
    ports_.put_into(net, failed);
    raise_gateways(net);
    fill_tables(net);
    return net;
}

// A stack lives with any member.
void NetworkReading::fail(PlainNetwork& net, EquipmentId id) const {
    const auto stack = net.stack.find(id);
    if (stack == net.stack.end())
        return;
    bool& lives = net.devices.at(stack->second).lives;
    lives = false;
    for (const auto& [member, of] : net.stack)
        if (of == stack->second && member != id)
            lives |= stands(design_, *design_.find(member));
}

void NetworkReading::raise_gateways(PlainNetwork& net) const {
    for (NetGatewayOf gateway : gateways_) {
        const VlanId vlan = gateway.row->vlan;
        const std::uint16_t number = *open_number(design_, vlan);
        const bool lives = net.devices.at(gateway.device).lives;
        for (auto at = net.places.lower_bound({gateway.device, number, {}});
             lives && at != net.places.end() && at->first.equipment == gateway.device && at->first.number == number;
             ++at) {
            if (at->first.port && !at->second.vlans.contains(vlan))
                continue;
            gateway.places.push_back(at->first);
            at->second.vlans.insert(vlan);
        }
        net.gateways.emplace(gateway.row->id, std::move(gateway));
    }
}

void NetworkReading::fill_tables(PlainNetwork& net) const {
    for (auto& [key, connected] : connected_prefixes(net)) {
        Choices choices = connected;
        if (const auto routes = routes_.find(key.first); routes != routes_.end())
            for (const Route* row : routes->second) {
                if (row->vrf != key.second && !net.devices.at(key.first).firewall)
                    continue;
                const IpPrefix& to = *row->destination;
                if (!row->next_hop)
                    offer(choices, row->preference, {.to = to, .by = {}, .next_hop = {}, .row = row->id});
                else
                    for (const GatewayId by : towards(connected, *row->next_hop))
                        offer(choices, row->preference, {to, by, row->next_hop, row->id});
            }
        std::vector<NetRoute>& table = net.tables[key];
        for (const auto& [prefix, choice] : choices)
            table.insert(table.end(), choice.routes.begin(), choice.routes.end());
        std::stable_sort(table.begin(), table.end(),
                         [](const NetRoute& a, const NetRoute& b) { return a.to.length > b.to.length; });
    }
}

PlainNetwork network_of(const Design& design) { return network_of(design, wiring_of(design)); }

PlainNetwork network_of(const Design& design, const Wiring& wiring) { return NetworkReading(design, wiring).whole(); }

} // namespace riser::verify
