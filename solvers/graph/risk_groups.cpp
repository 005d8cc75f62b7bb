// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/risk_groups.h"

#include "solvers/graph/shafts.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace riser {

namespace {

constexpr double step = 1'000; // mm: how closely a run is looked at

bool is_passage(RoomUse use) {
    switch (use) {
    case RoomUse::corridor:
    case RoomUse::lobby:
    case RoomUse::lift_lobby:
    case RoomUse::atrium:
    case RoomUse::parking:
        return true;
    default:
        return false;
    }
}

// The middles of a run's stretches of a metre or less.
std::vector<Point> places_along(const PathwayGraph& graph, const PathwayGraph::Run& run, const Polyline& bends) {
    std::vector<Point> line{graph[run.from].place};
    line.insert(line.end(), bends.begin(), bends.end());
    line.push_back(graph[run.to].place);
    std::vector<Point> out;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double dx = static_cast<double>(line[i + 1].x) - line[i].x;
        const double dy = static_cast<double>(line[i + 1].y) - line[i].y;
        const int pieces = std::max(1, static_cast<int>(std::ceil(std::hypot(dx, dy) / step)));
        for (int k = 0; k < pieces; ++k) {
            const double share = (k + 0.5) / pieces;
            out.push_back({static_cast<std::int32_t>(std::lround(line[i].x + dx * share)),
                           static_cast<std::int32_t>(std::lround(line[i].y + dy * share))});
        }
    }
    return out;
}

// The outlines of a floor that can be asked for a place.
struct Outlines {
    struct Entry {
        Box box;
        const Polygon* outline = nullptr;
        AnyId row;
    };
    std::map<FloorId, std::vector<Entry>> floors;
    void add(FloorId floor, const Polygon& outline, AnyId row) {
        if (const auto box = bounds(outline))
            floors[floor].push_back({*box, &outline, row});
    }
    template<class Visit> bool each_at(FloorId floor, Point place, Visit visit) const {
        bool any = false;
        const auto found = floors.find(floor);
        if (found == floors.end())
            return false;
        for (const Entry& entry : found->second)
            if (entry.box.contains(place) && contains(*entry.outline, place)) {
                visit(entry.row);
                any = true;
            }
        return any;
    }
};

Outlines compartments_of(const Design& design) {
    Outlines out;
    for (const FireCompartment& row : design.fire_compartments)
        if (row.status != Status::remove)
            out.add(row.floor, row.outline, row.id);
    return out;
}

} // namespace

RiskGroups::RiskGroups(const Design& design, const PathwayGraph& graph) {
    groups_.of_run.resize(graph.runs().size());
    compartment_known_.assign(graph.runs().size(), 1);
    add_shafts(design, graph);
    add_places(design, graph);
    for (std::vector<std::uint32_t>& groups : groups_.of_run) {
        std::sort(groups.begin(), groups.end());
        groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
    }
}

bool RiskGroups::operator==(const RiskGroups& other) const {
    return list_ == other.list_ && groups_.of_run == other.groups_.of_run && groups_.tier == other.groups_.tier &&
           compartment_known_ == other.compartment_known_ && by_row_ == other.by_row_;
}

std::uint32_t RiskGroups::group_of(RiskKind kind, AnyId shows) {
    const auto [at, fresh] = by_row_.try_emplace(shows, static_cast<std::uint32_t>(list_.size()));
    if (fresh) {
        list_.push_back({.kind = kind, .shows = shows, .label = {}});
        groups_.tier.push_back(1);
    }
    return at->second;
}

void RiskGroups::add_shafts(const Design& design, const PathwayGraph& graph) {
    std::set<BuildingId> buildings;
    for (const Floor& floor : design.floors)
        buildings.insert(floor.building);
    for (const BuildingId building : buildings)
        for (const Shaft& shaft : shafts_of(design, building)) {
            if (shaft.runs.empty())
                continue;
            const auto group = static_cast<std::uint32_t>(list_.size());
            list_.push_back({.kind = RiskKind::shaft, .shows = shaft.shows, .label = shaft.label});
            groups_.tier.push_back(0);
            for (const PathwayRunId id : shaft.runs)
                if (const auto run = graph.find(id))
                    groups_.of_run[at(*run)].push_back(group);
        }
}

void RiskGroups::add_places(const Design& design, const PathwayGraph& graph) {
    const Outlines compartments = compartments_of(design);
    Outlines rooms;
    for (const Room& row : design.rooms)
        if (row.status != Status::remove && !is_passage(row.use))
            rooms.add(row.floor, row.outline, row.id);
    for (std::size_t i = 0; i < graph.runs().size(); ++i) {
        const PathwayGraph::Run& run = graph.runs()[i];
        if (run.geometry.riser)
            continue;
        const PathwayRun& row = *design.find(run.id);
        std::vector<std::uint32_t>& groups = groups_.of_run[i];
        for (const FireCompartmentId id : row.crosses)
            if (design.find(id))
                groups.push_back(group_of(RiskKind::compartment, id));
        for (const Point place : places_along(graph, run, row.bends)) {
            const FloorId floor = graph[run.from].floor;
            if (!compartments.each_at(floor, place,
                                      [&](AnyId id) { groups.push_back(group_of(RiskKind::compartment, id)); }))
                compartment_known_[i] = 0;
            rooms.each_at(floor, place, [&](AnyId id) { groups.push_back(group_of(RiskKind::room, id)); });
        }
    }
}

std::vector<std::uint32_t> RiskGroups::around(const Design& design, SpaceId space) const {
    std::vector<std::uint32_t> out;
    const Space* row = design.find(space);
    const Room* room = row ? design.find(row->room) : nullptr;
    if (!room)
        return out;
    const auto add = [&](AnyId id) {
        if (const auto found = by_row_.find(id); found != by_row_.end())
            out.push_back(found->second);
    };
    add(room->id);
    const Point place =
        contains(room->outline, row->place) ? row->place : inner_point(room->outline).value_or(row->place);
    for (const FireCompartment& compartment : design.fire_compartments)
        if (compartment.floor == room->floor && contains(compartment.outline, place))
            add(compartment.id);
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace riser
