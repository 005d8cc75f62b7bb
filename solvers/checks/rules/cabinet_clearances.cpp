// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/rack_clearances.h"
#include "solvers/checks/rules/rules.h"

#include <map>

namespace riser {

namespace {

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

// Of the racks of a room at one edge: those that lack something, and what is tightest of all.
struct Worst {
    std::vector<AnyId> racks;
    AnyId tightest;
    std::optional<Clear> clear = {};
};

} // namespace

// One finding a room and edge, with its racks. Racks side by side are one row; between two rows the pitch counts. A low
// cabinet with its back to a wall hangs there and needs its front free only.
constexpr Rule cabinet_clearances{
    .id = "ROOM-06",
    .group = RuleGroup::rooms,
    .parameters = {{{.name = "front"},
                    {.name = "rear"},
                    {.name = "side"},
                    {.name = "pitch"},
                    {.name = "wall-units", .dimension = Dimension::count, .low = 0, .high = 60}}},
    .words = {"edge"},
    .check =
        [](FactInput& facts, const Parameters& deck, FindingList& findings) {
            std::map<SpaceId, std::vector<const Rack*>> spaces;
            for (const Rack& rack : facts.table<Rack>())
                if (rack.status != Status::remove)
                    spaces[rack.space].push_back(&rack);
            const Clearances limits{.front = deck.length("front"),
                                    .rear = deck.length("rear"),
                                    .side = deck.length("side"),
                                    .pitch = deck.length("pitch"),
                                    .wall_units = static_cast<std::int32_t>(deck.count("wall-units"))};
            for (const auto& [id, racks] : spaces) {
                const Space* space = facts.find(id);
                const Room* room = space ? facts.find(space->room) : nullptr;
                if (!room || room->outline.empty())
                    continue;
                std::map<std::string, Worst> worst; // by edge
                for (const Rack* rack : racks) {
                    ++findings.examined;
                    const auto around = free_spaces(*rack, room->outline, racks);
                    const bool on_wall =
                        hangs_on_wall(rack->units, around[static_cast<std::size_t>(RackEdge::rear)], limits);
                    for (const RackEdge edge : {RackEdge::front, RackEdge::rear, RackEdge::left, RackEdge::right}) {
                        const auto clear = clear_of(edge, around[static_cast<std::size_t>(edge)], limits, on_wall);
                        if (!clear)
                            continue;
                        Worst& of_edge = worst[name_of(edge).en];
                        if (clear->missing().value > 0 &&
                            (of_edge.racks.empty() || of_edge.racks.back() != AnyId(rack->id)))
                            of_edge.racks.push_back(rack->id);
                        if (!of_edge.clear || clear->missing() > of_edge.clear->missing()) {
                            of_edge.clear = clear;
                            of_edge.tightest = rack->id;
                        }
                    }
                }
                for (const RackEdge edge : {RackEdge::front, RackEdge::rear, RackEdge::left})
                    if (const auto found = worst.find(name_of(edge).en); found != worst.end()) {
                        std::vector<AnyId> subjects{id};
                        const Worst& of_edge = found->second;
                        subjects.insert(subjects.end(), of_edge.racks.begin(), of_edge.racks.end());
                        if (of_edge.racks.empty())
                            subjects.push_back(of_edge.tightest);
                        findings.at_least({.subjects = std::move(subjects),
                                           .limit = of_edge.clear->limit,
                                           .actual = of_edge.clear->actual,
                                           .words = {{"edge", name_of(edge)}}});
                    }
            }
            if (findings.examined == 0)
                findings.not_applicable = {"还没有机柜", "there is no cabinet yet"};
        },
};

} // namespace riser
