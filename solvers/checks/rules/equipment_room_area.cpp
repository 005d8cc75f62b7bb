// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/building.h"
#include "solvers/analysis/point_counts.h"
#include "solvers/checks/rules/rules.h"

#include <cmath>

namespace riser {

namespace {

// The narrowest strip that holds the outline: its smallest width over the directions of its sides.
Millimetres narrowest_width(const Ring& ring) {
    double best = -1;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        const double side = std::hypot(static_cast<double>(b.x) - a.x, static_cast<double>(b.y) - a.y);
        if (side <= 0)
            continue;
        double low = 0;
        double high = 0;
        for (const Point p : ring) {
            const double off = static_cast<double>(orientation(a, b, p)) / side;
            low = std::min(low, off);
            high = std::max(high, off);
        }
        if (best < 0 || high - low < best)
            best = high - low;
    }
    return Millimetres(static_cast<std::int32_t>(std::lround(std::max(best, 0.0))));
}

} // namespace

// Larger buildings need so much more for each thousand points begun beyond the first thousands.
constexpr Rule equipment_room_area{
    .id = "ROOM-03",
    .group = RuleGroup::rooms,
    .parameters = {{{.name = "min", .dimension = Dimension::area, .low = 0, .high = 1'000'000'000},
                    {.name = "width"},
                    {.name = "points", .dimension = Dimension::count},
                    {.name = "more", .dimension = Dimension::area, .low = 0, .high = 1'000'000'000}}},
    .words = {"what"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const Millimetres width = deck.length("width");
            std::size_t unknown = 0;
            for (const Space& space : facts.table<Space>()) {
                const Room* room = facts.find(space.room);
                const Floor* floor = room ? facts.find(room->floor) : nullptr;
                if (space.role != SpaceRole::equipment_room || !floor)
                    continue;
                if (room->outline.empty()) {
                    ++unknown;
                    continue;
                }
                ++findings.examined;
                std::int64_t points = 0;
                for (const auto& [id, count] : facts.get<PointCounts>().by_floor)
                    if (const Floor* other = facts.find(id); other && other->building == floor->building)
                        points += count;
                const std::int64_t beyond = std::max<std::int64_t>(0, points - deck.count("points"));
                const SquareMillimetres min = deck.area("min") + deck.area("more") * ((beyond + 999) / 1000);
                findings.at_least({.subjects = {space.id, room->id},
                                   .limit = min,
                                   .actual = area(room->outline),
                                   .words = {{"what", Text{"面积", "area"}}}});
                findings.at_least({.subjects = {space.id, room->id},
                                   .limit = width,
                                   .actual = narrowest_width(room->outline.outer),
                                   .words = {{"what", Text{"宽度", "width"}}}});
            }
            if (unknown > 0)
                findings.needs = {std::to_string(unknown) + " 个设备间的房间没有轮廓",
                                  "the rooms of " + std::to_string(unknown) + " equipment rooms have no outline"};
            else if (findings.examined == 0)
                findings.not_applicable = {"还没有设备间", "there is no equipment room yet"};
        },
};

} // namespace riser
