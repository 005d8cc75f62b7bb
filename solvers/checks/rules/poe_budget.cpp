// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/equipment.h"
#include "solvers/analysis/patched_jacks.h"
#include "solvers/base/poe_class.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

// What a device can promise while its largest supply is down; nothing where its supplies do not say what they give.
std::optional<std::int64_t> with_one_failed(FactInput& facts, EquipmentId device, const EquipmentType& type) {
    std::int64_t sum = 0;
    std::int64_t most = 0;
    std::size_t count = 0;
    for (const PowerSupply& supply : facts.table<PowerSupply>()) {
        if (supply.equipment != device || supply.status == Status::remove)
            continue;
        if (supply.capacity.value <= 0)
            return std::nullopt;
        sum += supply.capacity.value;
        most = std::max(most, supply.capacity.value);
        ++count;
    }
    return count > 1 ? std::optional(std::max<std::int64_t>(0, sum - most - type.power.value)) : std::nullopt;
}

} // namespace

// By the classes of the devices on its ports, with a reserve, and again while one supply is down.
constexpr Rule poe_budget{
    .id = "POE-01",
    .group = RuleGroup::points,
    .parameters = {{{.name = "reserve", .dimension = Dimension::share, .low = 0, .high = 9'000}}},
    .words = {"when"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            std::map<EquipmentId, std::int64_t> promised;
            for (const PatchedJack& patched : facts.get<PatchedJacks>().jacks) {
                const Jack* jack = facts.find(patched.jack);
                const Port* port = facts.find(patched.port);
                const PointKind* kind = jack ? facts.find(jack->kind) : nullptr;
                if (port && kind && kind->poe.value > 0)
                    promised[port->equipment] +=
                        poe_classes[static_cast<std::size_t>(poe_class_of(kind->poe).value_or(highest_poe_class))]
                            .port.value;
            }
            for (const auto& [id, power] : promised) {
                const Equipment* device = facts.find(id);
                const EquipmentType* type = device ? facts.find(device->type) : nullptr;
                if (!type)
                    continue;
                ++findings.examined;
                const auto report = [&](std::int64_t budget, const Text& when) {
                    const std::int64_t usable = usable_poe(Milliwatts(budget), deck.share("reserve")).value;
                    findings.at_most({.subjects = {id},
                                      .limit = Count{usable / 1'000},
                                      .actual = Count{(power > usable ? power + 999 : power) / 1'000},
                                      .words = {{"when", when}}});
                    return power > usable;
                };
                if (report(type->poe_budget.value, {"正常供电时", "with all its supplies"}))
                    continue;
                if (const auto rest = with_one_failed(facts, id, *type))
                    report(std::min(type->poe_budget.value, *rest), {"一个电源失效时", "with one supply down"});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有受电设备跳接到交换机", "no powered device is patched to a switch"};
        },
};

} // namespace riser
