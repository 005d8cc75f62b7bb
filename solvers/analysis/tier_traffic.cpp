// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/tier_traffic.h"

#include "solvers/analysis/device_links.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

int tier(EquipmentRole role) {
    switch (role) {
    case EquipmentRole::access_switch:
        return 1;
    case EquipmentRole::distribution_switch:
        return 2;
    case EquipmentRole::core_switch:
        return 3;
    default:
        return 0;
    }
}

} // namespace

TierTraffic TierTraffic::compute(FactInput& input) {
    const auto is_there = [&](EquipmentId id) {
        const Equipment* device = input.find(id);
        return device && device->status != Status::remove;
    };
    std::map<EquipmentId, EquipmentId> first; // member -> the first of its stack that is there
    for (const Stack& stack : input.table<Stack>()) {
        const auto front = std::find_if(stack.members.begin(), stack.members.end(), is_there);
        for (auto member = front; member != stack.members.end(); ++member)
            if (is_there(*member))
                first[*member] = *front;
    }
    const auto lead = [&](EquipmentId id) { return first.contains(id) ? first.at(id) : id; };
    std::map<EquipmentId, SwitchTraffic> switches;
    for (const Equipment& device : input.table<Equipment>()) {
        const EquipmentType* type = input.find(device.type);
        if (!type || tier(type->role) == 0 || device.status == Status::remove)
            continue;
        SwitchTraffic& traffic = switches[lead(device.id)];
        traffic.tier = tier(type->role);
        traffic.members.push_back(device.id);
    }
    for (const Port& port : input.table<Port>())
        if (const auto at = switches.find(lead(port.equipment));
            at != switches.end() && at->second.tier == 1 && port.mode == PortMode::access)
            at->second.down += port.rate.value;
    for (const DeviceLink& link : input.get<DeviceLinks>().links) {
        const Port* a = input.find(link.a);
        const Port* b = input.find(link.b);
        if (!a || !b) // a cable that ends on a port that is not there
            continue;
        const auto x = switches.find(lead(a->equipment));
        const auto y = switches.find(lead(b->equipment));
        if (x == switches.end() || y == switches.end() || x->second.tier == y->second.tier)
            continue;
        const std::int64_t rate = std::min(a->rate.value, b->rate.value);
        const bool x_below = x->second.tier < y->second.tier;
        (x_below ? x : y)->second.up += rate;
        (x_below ? y : x)->second.down += rate;
    }
    TierTraffic out;
    for (auto& [id, traffic] : switches)
        out.switches.push_back(std::move(traffic));
    return out;
}

} // namespace riser
