// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/rack_clearances.h"
#include "solvers/checks/rules/rules.h"

#include <map>

namespace riser {

namespace {

constexpr std::int32_t side_by_side = 50; // millimetres: racks of one row

Text name_of(RackEdge edge) {
    switch (edge) {
    case RackEdge::front:
        return {"前面", "front"};
    case RackEdge::rear:
        return {"后面", "rear"};
    default:
        return {"侧面", "side"};
    }
}

struct Worst {
    std::vector<AnyId> racks;
    Millimetres limit;
    Millimetres actual = Millimetres(INT32_MAX);
};

} // namespace

// One finding a room and edge, with its racks. Racks side by side are one row; between two rows the pitch counts.
constexpr Rule cabinet_clearances{
    .id = "ROOM-06",
    .group = RuleGroup::rooms,
    .parameters = {{{.name = "front"}, {.name = "rear"}, {.name = "side"}, {.name = "pitch"}}},
    .words = {"edge"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            std::map<SpaceId, std::vector<const Rack*>> spaces;
            for (const Rack& rack : facts.table<Rack>())
                if (rack.status != Status::remove)
                    spaces[rack.space].push_back(&rack);
            const Millimetres limits[] = {deck.length("front"), deck.length("rear"), deck.length("side"),
                                          deck.length("side")};
            for (const auto& [id, racks] : spaces) {
                const Space* space = facts.find(id);
                const Room* room = space ? facts.find(space->room) : nullptr;
                if (!room || room->outline.empty())
                    continue;
                std::map<std::string, Worst> worst; // by edge
                for (const Rack* rack : racks) {
                    ++findings.examined;
                    const auto around = free_spaces(*rack, room->outline, racks);
                    for (const RackEdge edge : {RackEdge::front, RackEdge::rear, RackEdge::left, RackEdge::right}) {
                        const auto& space_before = around[static_cast<std::size_t>(edge)];
                        const bool lengthwise = edge == RackEdge::front || edge == RackEdge::rear;
                        if (!space_before ||
                            (!lengthwise && space_before->to_rack && space_before->distance.value <= side_by_side))
                            continue;
                        const Millimetres limit = lengthwise && space_before->to_rack
                                                      ? deck.length("pitch")
                                                      : limits[static_cast<std::size_t>(edge)];
                        if (space_before->distance >= limit)
                            continue;
                        Worst& of_edge = worst[name_of(edge).en];
                        if (of_edge.racks.empty() || of_edge.racks.back() != AnyId(rack->id))
                            of_edge.racks.push_back(rack->id);
                        if (space_before->distance < of_edge.actual) {
                            of_edge.actual = space_before->distance;
                            of_edge.limit = limit;
                        }
                    }
                }
                for (const RackEdge edge : {RackEdge::front, RackEdge::rear, RackEdge::left})
                    if (const auto found = worst.find(name_of(edge).en); found != worst.end()) {
                        std::vector<AnyId> subjects{id};
                        subjects.insert(subjects.end(), found->second.racks.begin(), found->second.racks.end());
                        findings.add({.subjects = std::move(subjects),
                                      .limit = found->second.limit,
                                      .actual = found->second.actual,
                                      .words = {{"edge", name_of(edge)}}});
                    }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有机柜", "there is no cabinet yet"};
        },
};

} // namespace riser
