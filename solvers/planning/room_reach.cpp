// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/room_reach.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace riser {

namespace {

constexpr std::int64_t usual_height = 300; // of an outlet that is not placed yet, mm

std::vector<PointsAt> of_outlets(const Design& design) {
    std::map<OutletId, PointsAt> by_outlet;
    for (const Jack& jack : design.jacks) {
        const Outlet* outlet = design.find(jack.outlet);
        if (!outlet || jack.status == Status::remove || outlet->status == Status::remove)
            continue;
        PointsAt& at = by_outlet[outlet->id];
        at.floor = outlet->floor;
        at.room = outlet->room;
        at.place = outlet->place;
        at.height = outlet->height.value;
        ++at.points;
        if (jack.served_from)
            ++at.promised[*jack.served_from];
    }
    std::vector<PointsAt> out;
    for (auto& [id, at] : by_outlet)
        out.push_back(std::move(at));
    return out;
}

std::vector<PointsAt> of_point_table(const Design& design, const CountingOptions& counting) {
    std::vector<PointsAt> out;
    const PointTable table(design, counting);
    for (const Room& room : design.rooms) {
        if (room.outline.empty() || !design.find(room.floor))
            continue;
        PointsAt at{.floor = room.floor,
                    .room = room.id,
                    .place = *inner_point(room.outline),
                    .height = usual_height,
                    .points = 0,
                    .promised = {}};
        for (const Demand& demand : table.of(room).demands)
            at.points += demand.jacks;
        if (at.points > 0)
            out.push_back(std::move(at));
    }
    return out;
}

// What lengths depend on and no more: whatever else a design has changes nothing here.
Design only_lengths(const Design& design, std::vector<Space> spaces, const PathwayOptions& pathways) {
    Design out;
    out.buildings = design.buildings;
    out.floors = design.floors;
    out.rooms = design.rooms;
    out.openings = design.openings;
    out.outlets = design.outlets;
    out.pathway_nodes = design.pathway_nodes;
    for (PathwayRun run : design.pathway_runs) { // on floors where people drew: to whom it is open is settled later
        run.compartments.clear();
        run.plane.reset();
        out.pathway_runs.put(std::move(run));
    }
    for (Space& space : spaces)
        out.spaces.put(std::move(space));
    // Without jacks there is nothing to size sections by, which is most of the work.
    const Result<PathwayPlan> plan = plan_pathways(out, pathways);
    return plan ? plan->change.after : out;
}

} // namespace

std::int64_t PointsAt::free() const {
    return std::accumulate(promised.begin(), promised.end(), points,
                           [](std::int64_t left, const auto& given) { return left - given.second; });
}

std::vector<PointsAt> points_of(const Design& design, const CountingOptions& counting) {
    std::vector<PointsAt> out = design.outlets.empty() ? of_point_table(design, counting) : of_outlets(design);
    std::stable_sort(out.begin(), out.end(), [](const PointsAt& a, const PointsAt& b) {
        return std::tie(a.floor, a.room, a.place) < std::tie(b.floor, b.room, b.place);
    });
    return out;
}

RoomReach::RoomReach(const Design& design, std::vector<Space> spaces, const PathwayOptions& pathways)
    : laid_(only_lengths(design, std::move(spaces), pathways)),
      options_{.plane = {}, .rack_entry = pathways.ways.rack_entry, .longest_drop = pathways.ways.longest_drop},
      net_(std::make_shared<const RoutingNet>(laid_)) {
    for (const PathwayRun& run : laid_.pathway_runs)
        if (const PathwayNode* node = laid_.find(run.from); node && run.ambient) {
            const auto [at, fresh] = warmest_.try_emplace(node->floor, *run.ambient);
            at->second = std::max(at->second, *run.ambient);
        }
    for (const Floor& floor : laid_.floors)
        elevation_[floor.id] = floor.elevation.value;
}

const Router& RoomReach::router(SpaceId space) {
    auto at = routers_.find(space);
    if (at == routers_.end())
        at = routers_.emplace(space, Router(net_, laid_, std::vector{space}, options_)).first;
    return at->second;
}

std::vector<std::optional<std::int64_t>> RoomReach::lengths(const PointsAt& points, std::span<const SpaceId> spaces) {
    std::vector<std::optional<std::int64_t>> out(spaces.size());
    if (spaces.empty()) // where the drop leaves the pathways is the same from wherever the cable comes
        return out;
    const std::optional<Router::Foot> foot = router(spaces[0]).foot(points.floor, points.room, points.place);
    if (!foot)
        return out;
    for (std::size_t i = 0; i < spaces.size(); ++i)
        if (const Routed routed = router(spaces[i]).route(*foot, elevation_[points.floor] + points.height); routed.way)
            out[i] = routed.way->length();
    return out;
}

std::optional<DeciCelsius> RoomReach::warmest(FloorId floor) const {
    const auto at = warmest_.find(floor);
    return at == warmest_.end() ? std::nullopt : std::optional(at->second);
}

} // namespace riser
