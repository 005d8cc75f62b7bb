// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/backbone/plane_routes.h"

#include <algorithm>

namespace riser {

namespace {

const Floor* floor_of(const Design& design, SpaceId space) {
    const Space* row = design.find(space);
    const Room* room = row ? design.find(row->room) : nullptr;
    return room ? design.find(room->floor) : nullptr;
}

std::int64_t offset_of(const PathwayGraph::Run& run, NodeIndex node) {
    return run.from == node ? 0 : run.geometry.length();
}

// Where along its run the end of a route lies.
std::int64_t offset_at(const PathwayGraph& graph, RunIndex run, const SpaceTouch& touch) {
    if (touch.midway && touch.midway->run == run)
        return touch.midway->offset;
    return touch.node ? offset_of(graph[run], *touch.node) : 0;
}

} // namespace

Text sentence_of(NoUplink why) {
    switch (why) {
    case NoUplink::no_core:
        return {"本楼没有核心机房、建筑物配线间或设备间，干线无终点",
                "the building has no core machine room, building distributor or equipment room for its backbone"};
    case NoUplink::no_pathway:
        return {"没有可用的桥架通至该电信间或机房，干线未布放",
                "no pathway open to its plane comes to it or to the core: no backbone cable"};
    case NoUplink::full:
        return {"通往机房的桥架已满且不可加宽，干线未布放",
                "the pathways to the core are full and may not be widened: no backbone cable"};
    case NoUplink::separated:
        return {"通往机房的桥架为其他网络专用或已有须隔离的缆线，干线未布放",
                "the pathways to the core are kept for planes from which it must be apart: no backbone cable"};
    case NoUplink::not_connected:
        return {"桥架不通往机房，干线未布放", "its pathways do not lead to the core: no backbone cable"};
    }
    return {};
}

PlaneRoutes::PlaneRoutes(const Design& design, const RoutingNet& net, const RiskGroups& risks,
                         std::optional<PlaneId> plane, std::span<const SpaceId> rooms, std::vector<Closed> closed,
                         const PlaneRoutesOptions& options, std::optional<PlaneId> runs_of)
    : design_(&design), net_(&net), risks_(&risks), runs_of_(runs_of), options_(options), closed_(std::move(closed)) {
    const std::size_t runs = net.graph.runs().size();
    closed_.resize(runs, Closed::no);
    open_.assign(runs, 0);
    compartments_.assign(runs, 0);
    for (std::size_t i = 0; i < runs; ++i)
        if (const auto compartment = compartment_for(design, *design.find(net.graph.runs()[i].id), runs_of)) {
            open_[i] = closed_[i] == Closed::no;
            compartments_[i] = *compartment;
        }
    const auto add = [&](SpaceId id) {
        const auto [at, fresh] = touches_.try_emplace(id);
        if (!fresh)
            return;
        at->second = touches_of(
            net, design, *design.find(id), open_,
            {.plane = runs_of, .rack_entry = options.ways.rack_entry, .longest_drop = options.ways.longest_drop});
        ends_.insert(ends_.end(), at->second.begin(), at->second.end());
    };
    for (const SpaceId room : rooms) {
        const Floor* floor = floor_of(design, room);
        if (!floor)
            continue;
        add(room);
        const auto [at, fresh] = cores_.try_emplace(floor->building);
        if (fresh)
            at->second = cores_of(design, floor->building, plane);
        for (const SpaceId core : at->second)
            add(core);
    }
    routes_.emplace(net.graph, open_, risks.groups(), ends_);
}

const std::vector<SpaceId>& PlaneRoutes::cores(SpaceId room) const {
    static const std::vector<SpaceId> none;
    const Floor* floor = floor_of(*design_, room);
    const auto found = floor ? cores_.find(floor->building) : cores_.end();
    return found == cores_.end() ? none : found->second;
}

bool PlaneRoutes::is_core(SpaceId room) const {
    const std::vector<SpaceId>& list = cores(room);
    return std::find(list.begin(), list.end(), room) != list.end();
}

std::optional<std::pair<SpaceId, FoundRoute>> PlaneRoutes::nearest(SpaceId room) const {
    std::optional<std::pair<SpaceId, FoundRoute>> best;
    for (const SpaceId core : cores(room)) {
        auto route = shortest_route(*routes_, touches_.at(core), touches_.at(room));
        if (route && (!best || route->length < best->second.length))
            best.emplace(core, std::move(*route));
    }
    return best;
}

std::vector<std::uint32_t> PlaneRoutes::unavoidable(SpaceId room, const std::array<SpaceId, 2>& cores) const {
    std::vector<std::uint32_t> out = risks_->around(*design_, room);
    if (cores[0] == cores[1]) {
        const std::vector<std::uint32_t> core = risks_->around(*design_, cores[0]);
        out.insert(out.end(), core.begin(), core.end());
        std::sort(out.begin(), out.end());
    }
    return out;
}

std::optional<PlaneRoutes::Candidate> PlaneRoutes::best_pair(SpaceId room, RedundancyClass asked,
                                                             const StandingRoute* first, const RouteNet& routes) const {
    std::vector<SpaceId> list = cores(room);
    const auto one = nearest(room);
    if (!one)
        return std::nullopt;
    const bool two_cores = asked == RedundancyClass::two_n && list.size() > 1;
    if (asked == RedundancyClass::n_plus_1)
        list = {one->first};
    std::optional<Candidate> best;
    for (const SpaceId a : list)
        for (const SpaceId b : list) {
            const bool wanted = first ? !two_cores || b != first->core : two_cores ? a != b : a == b;
            if (!wanted || (first && a != list.front()))
                continue;
            const std::array<SpaceId, 2> cores{first ? first->core.value_or(b) : a, b};
            const std::vector<std::uint32_t> ends = unavoidable(room, cores);
            RoutePairQuery query{.from = {touches_.at(first ? b : a), touches_.at(b)},
                                 .to = touches_.at(room),
                                 .unavoidable = ends,
                                 .most_branches = options_.most_branches};
            std::int64_t along = 0;
            if (first) {
                query.first = first->runs;
                for (const RunIndex run : first->runs)
                    along += net_->graph[run].geometry.length();
            }
            if (asked == RedundancyClass::n_plus_1)
                query.longest_together = one->second.length + (first ? along : one->second.length);
            auto pair = most_diverse_pair(routes, query);
            if (pair && (!best || pair->cost < best->pair.cost))
                best = Candidate{.pair = std::move(*pair), .cores = cores};
        }
    return best;
}

std::optional<PlaneRoutes::Candidate> PlaneRoutes::beside(SpaceId room, RedundancyClass asked,
                                                          const StandingRoute& first,
                                                          const std::vector<RunIndex>& earlier) const {
    auto best = best_pair(room, asked, &first, *routes_);
    if (!best || earlier.empty())
        return best;
    std::vector<std::uint8_t> only(open_.size(), 0);
    for (const RunIndex run : earlier)
        only[at(run)] = open_[at(run)];
    const RouteNet there(net_->graph, only, risks_->groups(), ends_);
    auto same = best_pair(room, asked, &first, there);
    return same && same->pair.cost == best->pair.cost ? same : best;
}

Way PlaneRoutes::way_of(SpaceId core, SpaceId room, const FoundRoute& route) const {
    const SpaceTouch& from = touches_.at(core)[route.from];
    const SpaceTouch& to = touches_.at(room)[route.to];
    Way way;
    way.space = core;
    way.runs = route.runs;
    way.along = route.along;
    way.entry_drop = from.drop;
    way.exit_drop = to.drop;
    if (!way.runs.empty()) {
        way.entry_offset = offset_at(net_->graph, way.runs.front(), from);
        way.exit_offset = offset_at(net_->graph, way.runs.back(), to);
    }
    return way;
}

UplinkWays PlaneRoutes::of(SpaceId room, RedundancyClass asked,
                           const std::array<std::optional<StandingRoute>, 2>& standing,
                           const std::array<std::vector<RunIndex>, 2>& earlier) const {
    UplinkWays out;
    const std::size_t count = asked == RedundancyClass::n ? 1 : 2;
    if (cores(room).empty() || !touches_.contains(room))
        return out;
    const auto nearest_way = nearest(room);
    if (!nearest_way && !(standing[0] && (count == 1 || standing[1]))) {
        out.why = why_none(room);
        return out;
    }
    out.ways.resize(count);
    if (count == 1) {
        if (!standing[0])
            out.ways[0] = way_of(nearest_way->first, room, nearest_way->second);
        return out;
    }
    std::array<std::vector<RunIndex>, 2> runs;
    std::array<SpaceId, 2> cores{};
    for (const std::size_t route : {0U, 1U})
        if (standing[route]) {
            runs[route] = standing[route]->runs;
            cores[route] = standing[route]->core.value_or(SpaceId{});
        }
    if (!standing[0] || !standing[1]) {
        const std::size_t stands = standing[0] ? 0 : 1;
        const auto find = [&](RedundancyClass wanted) {
            return standing[stands] ? beside(room, wanted, *standing[stands], earlier[1 - stands])
                                    : best_pair(room, wanted, nullptr, *routes_);
        };
        auto found = find(asked);
        if (!found) { // two core rooms, of which only one is reached
            found = find(RedundancyClass::diverse_route);
            ensure(found.has_value(), "a room that is reached has a pair of routes");
        }
        out.proven = found->pair.proven;
        if (!standing[stands] && found->pair.routes[1].length < found->pair.routes[0].length) {
            std::swap(found->pair.routes[0], found->pair.routes[1]);
            std::swap(found->cores[0], found->cores[1]);
        }
        for (const std::size_t route : {0U, 1U}) {
            if (standing[route])
                continue;
            const std::size_t which = standing[stands] ? 1 : route;
            runs[route] = found->pair.routes[which].runs;
            cores[route] = found->cores[which];
            out.ways[route] = way_of(cores[route], room, found->pair.routes[which]);
        }
    }
    out.cores = cores;
    out.parts = shared_parts(net_->graph, *risks_, runs[0], runs[1], unavoidable(room, cores));
    return out;
}

bool PlaneRoutes::reaches(SpaceId room, OpenRuns open) const {
    std::vector<Seed> seeds;
    const auto nodes_of = [&](SpaceId space) {
        std::vector<NodeIndex> out;
        for (const SpaceTouch& touch : touches_of(*net_, *design_, *design_->find(space), open,
                                                  {.plane = runs_of_,
                                                  .rack_entry = options_.ways.rack_entry,
                                                  .longest_drop = options_.ways.longest_drop})) {
            if (touch.node)
                out.push_back(*touch.node);
            if (touch.midway) {
                out.push_back(net_->graph[touch.midway->run].from);
                out.push_back(net_->graph[touch.midway->run].to);
            }
        }
        return out;
    };
    for (const SpaceId core : cores(room))
        for (const NodeIndex node : nodes_of(core))
            seeds.push_back({.node = node, .initial = 0, .source = {}});
    const ShortestForest forest(net_->graph, seeds, open);
    const std::vector<NodeIndex> ends = nodes_of(room);
    return std::any_of(ends.begin(), ends.end(), [&](NodeIndex node) { return forest.reach(node).has_value(); });
}

NoUplink PlaneRoutes::why_none(SpaceId room) const {
    const std::size_t runs = net_->graph.runs().size();
    std::vector<std::uint8_t> of_plane(runs);
    std::vector<std::uint8_t> of_any(runs);
    for (std::size_t i = 0; i < runs; ++i) {
        const PathwayRun& row = *design_->find(net_->graph.runs()[i].id);
        of_plane[i] = compartment_for(*design_, row, runs_of_).has_value() && closed_[i] != Closed::apart;
        of_any[i] = row.separation == SeparationClass::elv || row.separation == SeparationClass::mixed;
    }
    if (reaches(room, of_plane))
        return NoUplink::full;
    if (reaches(room, of_any))
        return NoUplink::separated;
    const auto touches = [&](SpaceId space) { return !touches_.at(space).empty(); };
    const std::vector<SpaceId>& list = cores(room);
    return touches(room) && std::any_of(list.begin(), list.end(), touches) ? NoUplink::not_connected
                                                                           : NoUplink::no_pathway;
}

} // namespace riser
