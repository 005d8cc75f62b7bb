// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/crowded_ways.h"

#include "solvers/planning/pathway_sizes.h"
#include "solvers/planning/widening.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace riser {

namespace {

std::int64_t squared(const CableType& type) { return std::int64_t{type.diameter_um} * type.diameter_um; }

std::int64_t sum(const SectionLoad& load) {
    return std::accumulate(load.begin(), load.end(), std::int64_t{0},
                           [](std::int64_t all, const auto& part) { return all + part.second; });
}

// The most diameters squared whose area is not above the limit.
std::int64_t room_of(double area) {
    auto out = static_cast<std::int64_t>(std::max(0.0, std::floor(area / Sections::area_of_cables(1))));
    while (out > 0 && Sections::area_of_cables(out) > area)
        --out;
    while (Sections::area_of_cables(out + 1) <= area)
        ++out;
    return out;
}

// Room for cables in a run, by compartment or of the whole; 0 area: nothing is known, everything fits.
std::vector<std::int64_t> rooms_of(const PathwayRun& row, const Sections& sections) {
    const double share = (row.fill_limit ? *row.fill_limit : sections.limit_of(row.kind)).value / 10'000.0;
    const auto room = [&](double area) { return area > 0 ? room_of(area * share) : RunRooms::unlimited; };
    if (may_widen(row) && row.pins.mask == 0) {
        constexpr std::int64_t more_than_any = std::int64_t{1} << 56;
        const Section most = sections.smallest(row.kind, {{std::nullopt, more_than_any}}, row.fill_limit, row.width);
        return {room(Sections::area_of(most.kind, most.width, most.height))};
    }
    if (row.compartments.empty())
        return {room(Sections::area_of(row.kind, row.width, row.height))};
    std::vector<std::int64_t> out;
    for (const RunCompartment& part : row.compartments)
        out.push_back(room(Sections::area_of(PathwayKind::tray, part.width, part.height)));
    return out;
}

RunRooms all_rooms(const Design& design, const PathwayGraph& graph, const Sections& sections,
                   const std::function<bool(const Cable&)>& stays) {
    const auto standing = standing_loads(design, stays);
    RunRooms out(graph.runs().size());
    for (std::size_t i = 0; i < graph.runs().size(); ++i) {
        const PathwayRun& row = *design.find(graph.runs()[i].id);
        std::vector<std::int64_t> rooms = rooms_of(row, sections);
        if (const auto lies = standing.find(row.id); lies != standing.end())
            for (const auto& [index, load] : lies->second) {
                const std::size_t slot = std::min(static_cast<std::size_t>(std::max(0, index)), rooms.size() - 1);
                if (rooms[slot] != RunRooms::unlimited)
                    rooms[slot] = std::max<std::int64_t>(0, rooms[slot] - sum(load));
            }
        out.set(static_cast<RunIndex>(i), std::move(rooms));
    }
    return out;
}

// Runs that the ways overfill.
std::vector<RunIndex> overfilled(std::span<const CableToLay> cables, const RunRooms& rooms) {
    std::vector<std::vector<std::int64_t>> load(rooms.runs());
    std::vector<RunIndex> out;
    for (const CableToLay& cable : cables)
        if (cable.found.way && !cable.pinned)
            for (const RunIndex run : cable.found.way->runs) {
                const std::size_t slots = rooms.of(run).size();
                load[at(run)].resize(slots, 0);
                load[at(run)][std::min(static_cast<std::size_t>(std::max(0, cable.found.router->compartment(run))),
                                       slots - 1)] += squared(*cable.type);
            }
    for (std::size_t run = 0; run < load.size(); ++run)
        for (std::size_t slot = 0; slot < load[run].size(); ++slot)
            if (load[run][slot] > rooms.of(static_cast<RunIndex>(run))[slot]) {
                out.push_back(static_cast<RunIndex>(run));
                break;
            }
    return out;
}

} // namespace

Crowding keep_under_limits(const Design& design, const PlanesApart& apart, const SectionOptions& section_options,
                           const CrowdedOptions& options, const std::function<bool(const Cable&)>& stays,
                           std::span<CableToLay> cables, const Run& run) {
    Crowding out;
    const auto first = std::find_if(cables.begin(), cables.end(),
                                    [](const CableToLay& cable) { return cable.found.way && !cable.pinned; });
    if (first == cables.end())
        return out;
    const PathwayGraph& graph = first->found.router->graph();
    const RunRooms rooms = all_rooms(design, graph, Sections(design, apart, section_options), stays);
    const std::vector<RunIndex> full = overfilled(cables, rooms);
    if (full.empty())
        return out;

    std::vector<RouteDemand> demands;
    std::vector<CableToLay*> of;
    std::int64_t shortest = 0;
    for (CableToLay& cable : cables) {
        if (!cable.found.way || cable.pinned)
            continue;
        const Outlet& outlet = *cable.outlet;
        const Floor& floor = *design.find(outlet.floor);
        demands.push_back({.router = cable.found.router,
                           .foot = *cable.found.router->foot(outlet.floor, outlet.room, outlet.place),
                           .height = std::int64_t{floor.elevation.value} + outlet.height.value,
                           .size = squared(*cable.type)});
        of.push_back(&cable);
        shortest += cable.found.way->length();
    }
    CrowdedRoutes found = route_crowd(demands, rooms, options, run);
    for (std::size_t i = 0; i < of.size(); ++i) {
        std::optional<Way>& now = found.routes[i].way;
        if (!now || *now == *of[i]->found.way)
            continue;
        out.longer_mm += now->length() - of[i]->found.way->length();
        ++out.detours;
        of[i]->found.way = std::move(now);
    }
    out.bound_mm = std::max<std::int64_t>(0, found.bound - shortest);
    out.outcome = found.outcome;
    for (const RunIndex index : full)
        if (std::find(found.above.begin(), found.above.end(), index) == found.above.end())
            out.relieved.push_back(graph[index].id);
    for (const RunIndex index : found.above)
        out.too_full.push_back(graph[index].id);
    return out;
}

} // namespace riser
