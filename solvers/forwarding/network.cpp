// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/forwarding/network.h"

#include "solvers/forwarding/network_parts.h"

#include <algorithm>
#include <numeric>

namespace riser {

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

// Members of stacks, and of several stacks that share one, under the same first device.
class Groups {
  public:
    explicit Groups(const Design& design) {
        for (const Equipment& device : design.equipment)
            ids_.push_back(device.id);
        up_.resize(ids_.size());
        std::iota(up_.begin(), up_.end(), std::size_t{0});
        for (const Stack& stack : design.stacks) {
            std::size_t first = ids_.size();
            for (const EquipmentId member : stack.members)
                if (const std::size_t here = place(member); here < ids_.size()) {
                    if (first < ids_.size())
                        join(first, here);
                    first = here;
                }
        }
    }
    EquipmentId first_of(EquipmentId id) { return ids_[top(place(id))]; }

  private:
    std::size_t place(EquipmentId id) const {
        const auto at = std::lower_bound(ids_.begin(), ids_.end(), id);
        return at != ids_.end() && *at == id ? static_cast<std::size_t>(at - ids_.begin()) : ids_.size();
    }
    std::size_t top(std::size_t i) {
        while (up_[i] != i)
            i = up_[i] = up_[up_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) {
        a = top(a);
        b = top(b);
        up_[std::max(a, b)] = std::min(a, b); // so that the lowest leads
    }
    std::vector<EquipmentId> ids_;
    std::vector<std::size_t> up_;
};

void take_role(NetBox& box, EquipmentRole role) {
    if (role == EquipmentRole::isolation_gateway)
        box.forwards = Forwards::by_permission;
    else if (box.forwards == Forwards::nothing && forwards_frames(role))
        box.forwards = Forwards::frames;
    box.firewall |= role == EquipmentRole::firewall;
}

bool holds(std::span<const AnyId> failed, AnyId id) {
    return std::find(failed.begin(), failed.end(), id) != failed.end();
}

bool lost_with_a_stack(const Design& design, std::span<const AnyId> failed, EquipmentId id) {
    return std::any_of(failed.begin(), failed.end(), [&](AnyId lost) {
        const Stack* stack = lost.kind == Kind::stacks ? design.find(StackId{lost.value}) : nullptr;
        return stack && std::find(stack->members.begin(), stack->members.end(), id) != stack->members.end();
    });
}

template<class Keyed> auto found(const Keyed& sorted, const typename Keyed::value_type::first_type& key) {
    return std::lower_bound(sorted.begin(), sorted.end(), key,
                            [](const auto& x, const auto& k) { return x.first < k; });
}

// What isolation gateways carry: policies that name them, of zones that are there and not secret.
void add_permissions(const Design& design, Network& net) {
    const auto open = [&](ZoneId id) {
        const Zone* zone = design.find(id);
        return zone && !is_secret(design, zone->plane);
    };
    for (const Policy& policy : design.policies) {
        if (policy.action != AclAction::permit || !open(policy.from) || !open(policy.to) ||
            std::find(policy.controls.begin(), policy.controls.end(), Control::isolation_gateway) ==
                policy.controls.end())
            continue;
        for (const EquipmentId by : policy.enforced_by)
            if (const NetIndex box = net.box_of(by);
                box != no_index && net.boxes[box].forwards == Forwards::by_permission &&
                (net.boxes[box].policies.empty() || net.boxes[box].policies.back() != policy.id))
                net.boxes[box].policies.push_back(policy.id);
    }
}

} // namespace

void add_boxes(const NetworkRows& rows, const VlanNumbers& numbers, std::span<const AnyId> failed, Network& net) {
    const Design& design = rows.design;
    Groups groups(design);
    for (const Equipment& device : design.equipment) { // by id, so that the first of a group comes first
        const EquipmentId first = groups.first_of(device.id);
        if (first == device.id)
            net.boxes.push_back({.id = device.id});
        const auto box =
            static_cast<NetIndex>(std::lower_bound(net.boxes.begin(), net.boxes.end(), first,
                                                   [](const NetBox& b, EquipmentId id) { return b.id < id; }) -
                                  net.boxes.begin());
        net.box_by_equipment.emplace_back(device.id, box);
        net.boxes[box].members.push_back(device.id);
        net.boxes[box].lives |= device.status != Status::remove && !holds(failed, device.id) &&
                                !is_secret(design, device.plane) && !lost_with_a_stack(design, failed, device.id);
        const EquipmentType* type = design.find(device.type);
        take_role(net.boxes[box], type ? type->role : EquipmentRole::other);
    }
    for (const Gateway& gateway : design.gateways) // whoever routes is a network device
        if (const NetIndex box = gateway.equipment ? net.box_of(*gateway.equipment) : no_index;
            box != no_index && net.boxes[box].forwards == Forwards::nothing && numbers.of(gateway.vlan))
            net.boxes[box].forwards = Forwards::frames;
    for (const Acl& acl : design.acls)
        if (const NetIndex box = acl.equipment ? net.box_of(*acl.equipment) : no_index; box != no_index && !acl.vlan)
            net.boxes[box].rule_base.push_back(acl.id);
    for (const Nat& nat : design.nats)
        if (const NetIndex box = nat.equipment ? net.box_of(*nat.equipment) : no_index; box != no_index)
            net.boxes[box].nats.push_back(nat.id);
    add_permissions(design, net);
}

NetIndex Network::box_of(EquipmentId id) const {
    const auto at = found(box_by_equipment, id);
    return at != box_by_equipment.end() && at->first == id ? at->second : no_index;
}

NetIndex Network::station(AnyId id) const {
    const auto at = std::lower_bound(stations.begin(), stations.end(), id,
                                     [](const NetStation& s, AnyId key) { return s.id < key; });
    return at != stations.end() && at->id == id ? static_cast<NetIndex>(at - stations.begin()) : no_index;
}

std::span<const std::pair<VlanId, NetIndex>> Network::places_of(VlanId vlan) const {
    const auto first = found(vlan_places, vlan);
    auto last = first;
    while (last != vlan_places.end() && last->first == vlan)
        ++last;
    return {first, last};
}

WholeNetwork WholeNetwork::compute(FactInput& input) {
    return {std::make_shared<const Network>(derive_network(input.get<NetworkShape>().rows))};
}

Network derive_network(const NetworkRows& rows, std::span<const AnyId> failed, FrameWays* ways) {
    Network net;
    const VlanNumbers numbers(rows.design);
    add_boxes(rows, numbers, failed, net);
    add_frames(rows, numbers, live_ports(rows, failed), net, ways);
    add_gateways(rows, numbers, net);
    add_segments(net);
    add_tables(rows, net);
    return net;
}

} // namespace riser
