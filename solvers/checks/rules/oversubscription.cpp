// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "solvers/analysis/device_links.h"
#include "solvers/checks/rules/rules.h"

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

struct Traffic {
    std::int64_t down = 0; // bit/s
    std::int64_t up = 0;
    int tier = 0;
    std::vector<AnyId> members;
};

} // namespace

// What a switch, or a stack of them, can take from below to what it can send up; ports in use count. One that is not
// linked up is not judged.
constexpr Rule oversubscription{
    .id = "AV-07",
    .group = RuleGroup::points,
    .parameters = {{{.name = "access", .dimension = Dimension::count, .low = 1, .high = 1'000},
                    {.name = "distribution", .dimension = Dimension::count, .low = 1, .high = 1'000}}},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            std::map<EquipmentId, EquipmentId> first; // member -> the first of its stack
            for (const Stack& stack : facts.table<Stack>())
                for (const EquipmentId member : stack.members)
                    first[member] = stack.members.front();
            const auto lead = [&](EquipmentId id) { return first.contains(id) ? first.at(id) : id; };
            std::map<EquipmentId, Traffic> switches;
            for (const Equipment& device : facts.table<Equipment>()) {
                const EquipmentType* type = facts.find(device.type);
                if (!type || tier(type->role) == 0 || device.status == Status::remove)
                    continue;
                Traffic& traffic = switches[lead(device.id)];
                traffic.tier = tier(type->role);
                traffic.members.push_back(device.id);
            }
            for (const Port& port : facts.table<Port>())
                if (const auto at = switches.find(lead(port.equipment));
                    at != switches.end() && at->second.tier == 1 && port.mode == PortMode::access)
                    at->second.down += port.rate.value;
            for (const DeviceLink& link : facts.get<DeviceLinks>().links) {
                const Port* a = facts.find(link.a);
                const Port* b = facts.find(link.b);
                const auto x = switches.find(lead(a->equipment));
                const auto y = switches.find(lead(b->equipment));
                if (x == switches.end() || y == switches.end() || x->second.tier == y->second.tier)
                    continue;
                const std::int64_t rate = std::min(a->rate.value, b->rate.value);
                const bool x_below = x->second.tier < y->second.tier;
                (x_below ? x : y)->second.up += rate;
                (x_below ? y : x)->second.down += rate;
            }
            for (const auto& [id, traffic] : switches) {
                if (traffic.up == 0 || traffic.tier == 3)
                    continue;
                ++findings.examined;
                const std::int64_t limit = deck.count(traffic.tier == 1 ? "access" : "distribution");
                findings.at_most({.subjects = traffic.members,
                                  .limit = Count{limit},
                                  .actual = Count{(traffic.down + traffic.up - 1) / traffic.up},
                                  .words = {}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有交换机上联", "no switch is linked up"};
        },
};

} // namespace riser
