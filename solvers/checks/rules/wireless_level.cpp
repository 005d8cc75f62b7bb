// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/wireless_coverage.h"
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/wireless_options.h"

namespace riser {

namespace {

Text level_words(const std::optional<MilliDecibels>& level) {
    if (!level)
        return {"收不到信号", "not at all"};
    return {display_level(*level), display_level(*level)};
}

} // namespace

constexpr Rule wireless_level{
    .id = "WIFI-01",
    .group = RuleGroup::points,
    .parameters = with_radio(
        std::array{ParameterSpec{.name = "main", .dimension = Dimension::count, .low = -100, .high = 0},
                   ParameterSpec{.name = "passage", .dimension = Dimension::count, .low = -100, .high = 0},
                   ParameterSpec{.name = "tolerance", .dimension = Dimension::share, .low = 0, .high = 10'000}}),
    .words = {"plane", "share", "worst"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const auto& planes = facts.get<WirelessNetworks>().planes;
            if (planes.empty()) {
                findings.not_applicable = {"没有无线业务或 SSID", "there is no wireless service and no SSID"};
                return;
            }
            if (facts.get<AccessPoints>().floors.empty()) {
                findings.needs = {"还没有布置无线接入点", "no access point has been placed yet"};
                return;
            }
            const WirelessOptions options = levels_of(deck);
            const std::int64_t tolerance = deck.share("tolerance").value;
            for (const auto& [plane, rate] : planes)
                for (const Floor& floor : facts.table<Floor>())
                    for (const RoomCoverage& room :
                         facts.get<WirelessCoverage>({floor.id, plane, options}).coverage.rooms) {
                        ++findings.examined;
                        if (static_cast<std::int64_t>(room.below) * 10'000 <= tolerance * room.spots)
                            continue;
                        const BasisPoints share(room.below * 10'000 / room.spots);
                        findings.add({.subjects = {room.room},
                                      .limit = Count{room.need.value / 1'000},
                                      .actual = room.worst ? Amount(Count{room.worst->value / 1'000}) : Amount(),
                                      .words = {{"plane", AnyId(plane)},
                                                {"share", Amount(share)},
                                                {"worst", level_words(room.worst)}}});
                    }
            if (findings.examined == 0)
                findings.not_applicable = {"没有需要无线覆盖的房间", "no room needs wireless"};
        },
};

} // namespace riser
