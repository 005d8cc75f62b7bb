// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/point_counts.h"
#include "solvers/analysis/reachability.h"
#include "solvers/analysis/telecom_rooms.h"
#include "solvers/checks/rules/rules.h"

#include <map>
#include <set>

namespace riser {

// One room a floor does for so many points within so many metres; one may serve several floors that have few points. A
// shaft that feeds jacks is no telecom room.
constexpr Rule telecom_room_count{
    .id = "ROOM-01",
    .group = RuleGroup::rooms,
    .parameters = {{{.name = "points", .dimension = Dimension::count, .low = 1}, {.name = "reach"}}},
    .words = {"problem"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            const std::int64_t points = deck.count("points");
            const Millimetres reach = deck.length("reach");
            const PointCounts& counts = facts.get<PointCounts>();
            if (counts.by_floor.empty()) {
                findings.not_applicable = {"还没有信息点", "there is no point yet"};
                return;
            }
            const Table<TelecomRoom>& telecom_rooms = facts.get<TelecomRooms>().rooms;
            std::map<FloorId, std::set<SpaceId>> rooms;
            std::set<FloorId> with_own;
            for (const TelecomRoom& room : telecom_rooms)
                if (!room.stands_in())
                    with_own.insert(room.serves.begin(), room.serves.end());
            for (const TelecomRoom& room : telecom_rooms)
                for (const FloorId floor : room.serves)
                    if (!room.stands_in() || !with_own.contains(floor))
                        rooms[floor].insert(room.id);
            for (const auto& [floor, space, count] : counts.feeds)
                if (telecom_rooms.contains(space))
                    rooms[floor].insert(space);
            std::map<FloorId, Millimetres> longest;
            for (const JackReach& jack : facts.get<Reachability>().jacks)
                if (jack.length)
                    longest[jack.floor] = std::max(longest[jack.floor], *jack.length);
            for (const auto& [floor, count] : counts.by_floor) {
                ++findings.examined;
                const auto present = static_cast<std::int64_t>(rooms[floor].size());
                std::int64_t required = std::max<std::int64_t>(1, (count + points - 1) / points);
                Text problem = {std::to_string(count) + " 个信息点", std::to_string(count) + " points"};
                if (present >= required && longest[floor] > reach) {
                    required = std::max<std::int64_t>(2, present + 1);
                    problem = {"最远信息点的路由长 " + display(longest[floor]),
                               "the farthest point is " + display(longest[floor]) + " away by its route"};
                }
                if (present < required) {
                    findings.add({.subjects = {floor},
                                  .limit = Count{required},
                                  .actual = Count{present},
                                  .words = {{"problem", problem}}});
                } else { // what nearly asks for another room
                    findings.at_most(
                        {.subjects = {floor}, .limit = Count{present * points}, .actual = Count{count}, .words = {}});
                    findings.at_most({.subjects = {floor}, .limit = reach, .actual = longest[floor], .words = {}});
                }
            }
            // What the rooms of several floors carry together, by the cables as they are laid.
            for (const auto& [space, count] : counts.by_space)
                if (count > points && telecom_rooms.contains(space))
                    findings.add({.subjects = {space},
                                  .limit = Count{(count + points - 1) / points},
                                  .actual = Count{1},
                                  .words = {{"problem", Text{"接入 " + std::to_string(count) + " 个信息点",
                                                             std::to_string(count) + " points behind it"}}}});
        },
};

} // namespace riser
