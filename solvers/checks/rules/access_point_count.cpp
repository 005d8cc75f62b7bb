// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/wireless_coverage.h"
#include "solvers/checks/rules/rules.h"
#include "solvers/checks/wireless_options.h"

#include <algorithm>

namespace riser {

namespace {

std::int64_t rounded_up(std::int64_t a, std::int64_t b) { return b > 0 ? (a + b - 1) / b : 0; }

// n = max(area / area of one, active devices / what one holds, their rate / what one gives).
struct Wanted {
    std::int64_t count = 0;
    Text why;
    void at_least(std::int64_t more, const Text& reason) {
        if (more > count) {
            count = more;
            why = reason;
        }
    }
};

Wanted wanted(std::int64_t people, SquareMillimetres served, const WirelessLoad& load, SquareMillimetres each,
              std::optional<BitRate> rate) {
    Wanted out;
    const std::int64_t devices = load.devices(people > INT32_MAX ? INT32_MAX : static_cast<std::int32_t>(people));
    const std::int64_t one = rate && rate->value > 0 ? rate->value : load.rate_per_device.value;
    out.at_least(rounded_up(served.value, each.value), {"面积", "area"});
    out.at_least(rounded_up(devices, static_cast<std::int64_t>(load.devices_per_point) * 1'000),
                 {"同时在线终端数", "devices active at once"});
    if (one > 0)
        out.at_least(rounded_up(devices, load.rate_per_point.value * 1'000 / one), {"带宽", "bandwidth"});
    return out;
}

bool near(const RadioRoom& room, Point place, Millimetres radius) {
    return contains(room.outline, place) || distance_to_ring(room.outline.outer, place) <= radius;
}

} // namespace

// Floor by floor, and for each room that alone needs more than one.
constexpr Rule access_point_count{
    .id = "WIFI-03",
    .group = RuleGroup::points,
    .parameters = {{{.name = "area", .dimension = Dimension::area, .low = 1'000'000, .high = INT32_MAX},
                    {.name = "devices", .dimension = Dimension::share, .low = 0, .high = 100'000},
                    {.name = "active", .dimension = Dimension::share, .low = 0, .high = 10'000},
                    {.name = "clients", .dimension = Dimension::count, .low = 1, .high = 1'000},
                    {.name = "rate", .dimension = Dimension::count, .low = 0, .high = 100'000},
                    {.name = "throughput", .dimension = Dimension::count, .low = 1, .high = 1'000'000},
                    {.name = "radius", .dimension = Dimension::length, .low = 0, .high = 1'000'000}}},
    .words = {"plane", "why"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const auto& planes = facts.get<WirelessNetworks>().planes;
            if (planes.empty()) {
                findings.not_applicable = {"没有无线业务或 SSID", "there is no wireless service and no SSID"};
                return;
            }
            const WirelessLoad load = load_of(deck);
            const auto judge = [&](AnyId subject, const Wanted& want, std::int64_t have, PlaneId plane) {
                ++findings.examined;
                if (have < want.count)
                    findings.add({.subjects = {subject},
                                  .limit = Count{want.count},
                                  .actual = Count{have},
                                  .words = {{"plane", AnyId(plane)}, {"why", want.why}}});
            };
            for (const auto& [plane, rate] : planes)
                for (const Floor& row : facts.table<Floor>()) {
                    const RadioFloor& floor = facts.get<RadioFloorOf>(row.id).floor;
                    std::vector<AccessPoint> points = facts.get<AccessPointsOf>(row.id).points;
                    std::erase_if(points,
                                  [plane = plane](const AccessPoint& p) { return p.plane && *p.plane != plane; });
                    std::int64_t people = 0;
                    SquareMillimetres served;
                    for (const RadioRoom& room : floor.rooms) {
                        if (room.need == WirelessNeed::none)
                            continue;
                        people += room.people;
                        served += area(room.outline);
                        const Wanted alone = wanted(room.people, {}, load, deck.area("area"), rate);
                        if (alone.count > 1)
                            judge(room.id, alone,
                                  std::count_if(
                                      points.begin(), points.end(),
                                      [&](const AccessPoint& p) { return near(room, p.place, deck.length("radius")); }),
                                  plane);
                    }
                    if (served.value > 0)
                        judge(row.id, wanted(people, served, load, deck.area("area"), rate),
                              static_cast<std::int64_t>(points.size()), plane);
                }
            if (findings.examined == 0)
                findings.not_applicable = {"没有需要无线覆盖的房间", "no room needs wireless"};
        },
};

} // namespace riser
