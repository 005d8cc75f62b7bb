// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/telecom_rooms.h"
#include "solvers/checks/rules/rules.h"

namespace riser {

constexpr Rule telecom_room_area{
    .id = "ROOM-02",
    .group = RuleGroup::rooms,
    .parameters = {{{.name = "min", .dimension = Dimension::area, .low = 0, .high = 1'000'000'000}}},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const SquareMillimetres min = deck.area("min");
            std::size_t unknown = 0;
            for (const TelecomRoom& space : facts.get<TelecomRooms>().rooms) {
                if (space.role != SpaceRole::floor_distributor)
                    continue;
                const Polygon& outline = facts.find(space.room)->outline;
                if (outline.empty()) {
                    ++unknown;
                    continue;
                }
                ++findings.examined;
                findings.at_least(
                    {.subjects = {space.id, space.room}, .limit = min, .actual = area(outline), .words = {}});
            }
            if (unknown > 0)
                findings.needs = {std::to_string(unknown) + " 个电信间的房间没有轮廓",
                                  "the rooms of " + std::to_string(unknown) + " telecom rooms have no outline"};
            else if (findings.examined == 0)
                findings.not_applicable = {"还没有电信间", "there is no telecom room yet"};
        },
};

} // namespace riser
