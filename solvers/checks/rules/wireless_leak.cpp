// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/wireless_coverage.h"
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/wireless_options.h"

namespace riser {

// Information only: no public number says what may be heard in a leader's office or a registry.
constexpr Rule wireless_leak{
    .id = "WIFI-05",
    .group = RuleGroup::points,
    .parameters =
        with_radio(std::array{ParameterSpec{.name = "level", .dimension = Dimension::count, .low = -100, .high = 0}}),
    .words = {"point"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            std::vector<AccessPoint> points;
            for (const auto& [floor, there] : facts.get<AccessPoints>().floors)
                points.insert(points.end(), there.begin(), there.end());
            if (points.empty()) {
                findings.not_applicable = {"没有无线接入点", "there is no access point"};
                return;
            }
            WirelessOptions options;
            options.propagation = propagation_of(deck);
            const MilliDecibels level = decibels(static_cast<std::int32_t>(deck.count("level")));
            const auto& floors = facts.get<RadioFloors>().floors;
            for (const auto& [id, floor] : floors) {
                for (const RadioRoom& room : floor.rooms)
                    findings.examined += room.guarded;
                for (const WirelessLeak& leak : leaks_into(floor, floors, points, level, options))
                    findings.add({.subjects = {leak.room, leak.point},
                                  .limit = Count{level.value / 1'000},
                                  .actual = Count{leak.level.value / 1'000},
                                  .words = {{"point", leak.point}}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有禁用无线的房间", "no room forbids wireless"};
        },
};

} // namespace riser
