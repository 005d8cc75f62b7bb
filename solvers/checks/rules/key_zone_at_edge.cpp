// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "model/power.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

namespace {

// What a provider's line may end on: a border, with what guards it.
bool is_border(EquipmentRole role) {
    return role == EquipmentRole::firewall || role == EquipmentRole::router || role == EquipmentRole::isolation_gateway;
}

} // namespace

// Servers and management never stand where a provider enters, and its line ends on no switch or host.
constexpr Rule key_zone_at_edge{
    .id = "Z-14",
    .group = RuleGroup::security,
    .words = {"problem", "at"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const ProviderHandoff& handoff : facts.table<ProviderHandoff>()) {
                if (handoff.status == Status::remove)
                    continue;
                const Zone* zone = facts.find(handoff.zone);
                const Port* port = facts.find(handoff.port);
                const Equipment* device = port ? facts.find(port->equipment) : nullptr;
                const EquipmentType* type = device ? facts.find(device->type) : nullptr;
                findings.examined += zone || type;
                const auto add = [&](AnyId at, Text problem) {
                    findings.add({.subjects = {handoff.id, at},
                                  .limit = {},
                                  .actual = {},
                                  .words = {{"problem", std::move(problem)}, {"at", at}}});
                };
                if (zone && (zone->management || zone->role == ZoneRole::servers))
                    add(zone->id, {"直接进入重要区域", "enters the key zone"});
                if (type && !is_border(type->role))
                    add(device->id, {"直接接于非边界设备", "ends on a device that is no border:"});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有接入本工程网络的外部接口", "no provider's handoff enters a network"};
        },
};

} // namespace riser
