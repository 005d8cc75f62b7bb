// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cabling.h"
#include "solvers/analysis/power_loads.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>

namespace riser {

// What stands in a cabinet against the weight and the power that it is said to bear. Panels and cables state no weight.
constexpr Rule rack_loads{
    .id = "DES-10",
    .group = RuleGroup::design,
    .words = {"what", "unit"},
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            for (const RackLoad& load : facts.get<RackLoads>().racks) {
                const Rack& rack = *facts.find(load.id);
                const auto compare = [&](std::int64_t actual, std::int64_t limit, const Text& what, const char* unit) {
                    if (limit <= 0)
                        return;
                    ++findings.examined;
                    const std::int64_t up = (actual + 999) / 1'000, whole = limit / 1'000;
                    findings.at_most({.subjects = {load.id},
                                      .limit = Count{whole},
                                      .actual = Count{actual > limit ? std::max(up, whole + 1) : std::min(up, whole)},
                                      .words = {{"what", what}, {"unit", Text{unit, unit}}}});
                };
                compare(load.weight.value, rack.load_limit.value, {"设备重量", "what stands in it weighs"}, "kg");
                compare(load.power.value, rack.power_limit.value, {"设备功率", "what stands in it draws"}, "W");
            }
            if (findings.examined == 0)
                findings.not_applicable = {"机柜未给出承重与功率限值", "no cabinet states what it bears"};
        },
};

} // namespace riser
