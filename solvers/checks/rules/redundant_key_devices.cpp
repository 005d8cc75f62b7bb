// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/guard_ways.h"
#include "solvers/base/boundary_measures.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>
#include <map>

namespace riser {

// Networks with a zone of the level have two switches at their core, two firewalls and, where servers host a service,
// two of them; stacks of access switches are what REQ-01 and DES-12 look at.
constexpr Rule redundant_key_devices{
    .id = "AV-05",
    .group = RuleGroup::security,
    .parameters = {{{.name = "level", .dimension = Dimension::count, .low = 1, .high = 4}}},
    .words = {"what"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            std::map<PlaneId, std::int32_t> levels;
            for (const Zone& zone : facts.table<Zone>())
                levels[zone.plane] =
                    std::max(levels[zone.plane], level_of(zone, [&](GradedSystemId id) { return facts.find(id); }));
            const std::vector<GuardDevice>& devices = facts.get<GuardWays>().devices;
            for (const auto& [plane, level] : levels) {
                const Plane* row = facts.find(plane);
                if (level < deck.count("level") || !row || row->disclosure == Disclosure::secret)
                    continue;
                const auto count = [&, p = plane](EquipmentRole role) {
                    return std::count_if(devices.begin(), devices.end(), [&](const GuardDevice& device) {
                        return device.plane == p && device.role == role;
                    });
                };
                const auto core = count(EquipmentRole::core_switch) > 0 ? count(EquipmentRole::core_switch)
                                                                        : count(EquipmentRole::distribution_switch);
                const std::pair<std::int64_t, Text> kinds[] = {
                    {core, {"核心交换机", "core switch"}}, {count(EquipmentRole::firewall), {"防火墙", "firewall"}}};
                for (const auto& [there, what] : kinds) {
                    findings.examined += there > 0;
                    if (there == 1)
                        findings.add(
                            {.subjects = {plane}, .limit = Count{2}, .actual = Count{1}, .words = {{"what", what}}});
                }
            }
            for (const Service& service : facts.table<Service>()) {
                const Zone* zone = facts.find(service.zone);
                if (!zone || service.hosts.empty() ||
                    level_of(*zone, [&](GradedSystemId id) { return facts.find(id); }) < deck.count("level"))
                    continue;
                ++findings.examined;
                if (service.hosts.size() == 1)
                    findings.add({.subjects = {service.id},
                                  .limit = Count{2},
                                  .actual = Count{1},
                                  .words = {{"what", Text{"主机", "host"}}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有达到该等级且已配置设备的网络",
                                           "no network of that level has its devices yet"};
        },
};

} // namespace riser
