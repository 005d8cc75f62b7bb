// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/wireless_coverage.h"
#include "solvers/checks/rules/rules.h"

#include <algorithm>

namespace riser {

constexpr Rule unknown_walls{
    .id = "WIFI-04",
    .group = RuleGroup::points,
    .check =
        [](FactInput& facts, const Parameters&, FindingList& findings) {
            if (facts.get<WirelessNetworks>().planes.empty()) {
                findings.not_applicable = {"没有无线业务或 SSID", "there is no wireless service and no SSID"};
                return;
            }
            for (const auto& [id, floor] : facts.get<RadioFloors>().floors) {
                if (std::none_of(floor.rooms.begin(), floor.rooms.end(),
                                 [](const RadioRoom& room) { return room.need != WirelessNeed::none; }))
                    continue;
                ++findings.examined;
                if (floor.unknown_walls > 0)
                    findings.add({.subjects = {id},
                                  .limit = Count{floor.drawn_walls},
                                  .actual = Count{floor.unknown_walls},
                                  .words = {}});
            }
            if (findings.examined == 0)
                findings.not_applicable = {"没有需要无线覆盖的房间", "no room needs wireless"};
        },
};

} // namespace riser
