// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/core_reach.h"

#include "solvers/graph/pathway_graph.h"

#include <algorithm>
#include <deque>
#include <set>

namespace riser {

namespace {

const Floor* floor_of(const Design& design, const Space& space) {
    const Room* room = design.find(space.room);
    return room ? design.find(room->floor) : nullptr;
}

// The first of the best kind there is.
std::map<BuildingId, const Space*> cores_by_building(const Design& design) {
    std::map<BuildingId, const Space*> out;
    for (const SpaceRole role :
         {SpaceRole::core_machine_room, SpaceRole::building_distributor, SpaceRole::equipment_room})
        for (const Space& space : design.spaces)
            if (const Floor* floor = floor_of(design, space); floor && space.role == role)
                out.try_emplace(floor->building, &space);
    return out;
}

// By node.
std::vector<bool> reached_from(const PathwayGraph& graph, const Space& core) {
    std::vector<bool> out(graph.nodes().size(), false);
    std::deque<NodeIndex> queue;
    for (const NodeIndex node : graph.entries_of(core.id)) {
        out[at(node)] = true;
        queue.push_back(node);
    }
    while (!queue.empty()) {
        const NodeIndex here = queue.front();
        queue.pop_front();
        for (const PathwayGraph::Arc arc : graph.arcs(here))
            if (!out[at(arc.to)]) {
                out[at(arc.to)] = true;
                queue.push_back(arc.to);
            }
    }
    return out;
}

} // namespace

void name_cut_off(const Design& laid, const std::map<FloorId, std::vector<const Space*>>& spaces, ReasonList& reasons) {
    const PathwayGraph graph(laid);
    const std::map<BuildingId, const Space*> cores = cores_by_building(laid);
    std::map<SpaceId, std::vector<bool>> reached;
    std::set<BuildingId> named;
    for (const auto& [floor_id, list] : spaces) {
        const Floor* floor = laid.find(floor_id);
        if (!floor)
            continue;
        const auto core = cores.find(floor->building);
        if (core == cores.end()) {
            if (named.insert(floor->building).second)
                reasons.add(floor->building,
                            {"本楼没有核心机房或设备间，主干无终点",
                             "the building has no core machine room or equipment room: its backbone ends nowhere"});
            continue;
        }
        const auto [from, fresh] = reached.try_emplace(core->second->id);
        if (fresh)
            from->second = reached_from(graph, *core->second);
        for (const Space* space : list) {
            const auto entries = graph.entries_of(space->id);
            if (space->id != core->second->id &&
                std::none_of(entries.begin(), entries.end(), [&](NodeIndex node) { return from->second[at(node)]; }))
                reasons.add(space->id, {"没有桥架或竖井通往核心机房",
                                        "no pathway leads from this space to the core machine room"});
        }
    }
}

} // namespace riser
