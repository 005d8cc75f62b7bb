// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/routing.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace riser {

namespace {

std::int64_t plan_distance(Point a, Point b) {
    return std::abs(std::int64_t{a.x} - b.x) + std::abs(std::int64_t{a.y} - b.y);
}

// Where `node` lies along the run.
std::int64_t offset_of(const PathwayGraph::Run& run, NodeIndex node) {
    return run.from == node ? 0 : run.geometry.length();
}

} // namespace

std::vector<SpaceTouch> touches_of(const RoutingNet& net, const Design& design, const Space& space, OpenRuns open,
                                   const RoutingOptions& options) {
    const PathwayGraph& graph = net.graph;
    std::vector<SpaceTouch> touches;
    const Room* room = design.find(space.room);
    const Floor* floor = room ? design.find(room->floor) : nullptr;
    const auto rack_height = [&](std::int64_t otherwise) {
        return floor ? std::int64_t{floor->elevation.value} + options.rack_entry.value : otherwise;
    };
    for (const NodeIndex node : graph.entries_of(space.id))
        touches.push_back({.drop = plan_distance(graph[node].place, space.place) +
                                   std::abs(graph[node].height - rack_height(graph[node].height)),
                           .node = node,
                           .midway = {}});
    if (!touches.empty() || !room)
        return touches;
    auto found = net.attachments.nearest_in(room->id, space.place, open);
    if (!found)
        found = net.attachments.nearest(room->floor, space.place, open);
    if (found && found->drop <= options.longest_drop.value)
        touches.push_back(
            {.drop = found->drop + std::abs(found->height - rack_height(found->height)), .node = {}, .midway = found});
    return touches;
}

Router::Router(std::shared_ptr<const RoutingNet> net, const Design& design, std::span<const SpaceId> spaces,
               const RoutingOptions& options)
    : net_(std::move(net)), options_(options) {
    const PathwayGraph& graph = net_->graph;
    open_.assign(graph.runs().size(), 0);
    compartments_.assign(graph.runs().size(), 0);
    for (std::size_t i = 0; i < graph.runs().size(); ++i)
        if (const auto compartment = compartment_for(design, *design.find(graph.runs()[i].id), options_.plane)) {
            open_[i] = 1;
            compartments_[i] = *compartment;
        }
    for (const SpaceId id : spaces) {
        const Space* space = design.find(id);
        sources_.push_back(
            {.space = id,
             .touches = space ? touches_of(*net_, design, *space, open_, options_) : std::vector<SpaceTouch>{}});
    }
    sow();
}

Router Router::over(std::vector<std::uint8_t> open, std::vector<std::int64_t> extra) const {
    Router out = *this;
    out.open_ = std::move(open);
    out.extra_ = std::move(extra);
    out.sow();
    return out;
}

// From each touch whose run is open.
void Router::sow() {
    const PathwayGraph& graph = net_->graph;
    seeds_.clear();
    midway_.clear();
    for (std::size_t s = 0; s < sources_.size(); ++s)
        for (std::size_t t = 0; t < sources_[s].touches.size(); ++t) {
            const SpaceTouch& touch = sources_[s].touches[t];
            const auto source = static_cast<SourceIndex>(s);
            if (touch.node) {
                seeds_.push_back({.node = *touch.node, .initial = touch.drop, .source = source});
                continue;
            }
            if (!open_[at(touch.midway->run)])
                continue;
            const PathwayGraph::Run& run = graph[touch.midway->run];
            const std::int64_t before = touch.midway->offset, after = run.geometry.length() - before;
            const auto cost = [&](std::int64_t stretch) {
                return touch.drop + stretch + (stretch > 0 ? price(touch.midway->run) : 0);
            };
            seeds_.push_back({.node = run.from, .initial = cost(before), .source = source});
            seeds_.push_back({.node = run.to, .initial = cost(after), .source = source});
            midway_.push_back({.run = touch.midway->run, .source = source, .touch = t});
        }
    std::sort(midway_.begin(), midway_.end());
    forest_ = ShortestForest(graph, seeds_, open_, extra_);
}

std::optional<Router::Foot> Router::foot(FloorId floor, std::optional<RoomId> room, Point place) const {
    auto end = room ? net_->attachments.nearest_in(*room, place, open_) : std::nullopt;
    const bool outside = room && !end;
    if (!end)
        end = net_->attachments.nearest(floor, place, open_);
    if (!end || end->drop > options_.longest_drop.value)
        return std::nullopt;
    return Foot{.end = *end, .outside = outside};
}

Routed Router::route(FloorId floor, std::optional<RoomId> room, Point place, std::int64_t height) const {
    if (sources_.empty())
        return {.way = {}, .why = NoWay::no_source};
    const std::optional<Foot> end = foot(floor, room, place);
    if (!end)
        return {.way = {}, .why = NoWay::no_pathway};
    return route(*end, height);
}

Routed Router::route(const Foot& foot, std::int64_t height) const {
    const Attachment* const end = &foot.end;
    const bool closed = !open_[at(end->run)]; // then only a foot in one of its nodes is reached
    const PathwayGraph::Run& run = net_->graph[end->run];
    const std::int64_t length = run.geometry.length();

    // By either end of the run, or along it from a space that hangs on it too. Ties: distance, source, then that order.
    using Candidate = std::tuple<std::int64_t, SourceIndex, int>;
    std::optional<Candidate> best;
    const SpaceTouch* direct = nullptr;
    const auto consider = [&](Candidate choice) {
        if (best && *best <= choice)
            return false;
        best = choice;
        return true;
    };
    const auto by_end = [&](NodeIndex node, std::int64_t rest, int order) {
        const auto reach = net_->graph.nodes().empty() ? std::nullopt : forest_.reach(node);
        // A way that comes along this very run passes the place already: the other end is at least as good.
        if (reach && reach->back != end->run && !(closed && (rest > 0 || !reach->back)))
            consider({reach->distance + rest + (rest > 0 ? price(end->run) : 0), reach->source, order});
    };
    by_end(run.from, end->offset, 1);
    by_end(run.to, length - end->offset, 2);
    for (auto at = std::lower_bound(midway_.begin(), midway_.end(), end->run,
                                    [](const OnRun&entry, RunIndex key) { return entry.run < key; });
         at != midway_.end() && at->run == end->run; ++at) {
        const SpaceTouch& touch = sources_[riser::at(at->source)].touches[at->touch];
        const std::int64_t stretch = std::abs(touch.midway->offset - end->offset);
        if (consider({touch.drop + stretch + (stretch > 0 ? price(end->run) : 0), at->source, 0}))
            direct = &touch;
    }
    if (!best)
        return {.way = {}, .why = NoWay::not_connected};

    Way way;
    const auto [distance, source, order] = *best;
    if (order == 0) {
        way.runs = {end->run};
        way.entry_offset = direct->midway->offset;
        way.exit_offset = end->offset;
        way.entry_drop = direct->drop;
    } else {
        way = way_by(order == 1 ? run.from : run.to, *end);
    }
    way.space = sources_[at(source)].space;
    way.along = distance - way.entry_drop - charged(way);
    way.exit_drop = end->drop + std::abs(end->height - height);
    way.from_outside_room = foot.outside;
    return {.way = std::move(way), .why = {}};
}

// The way to `node`, then along the run of `end` to where the drop leaves it. Stretches of no length are left out.
Way Router::way_by(NodeIndex node, const Attachment& end) const {
    const PathwayGraph& graph = net_->graph;
    Way way;
    way.runs = forest_.way_to(node, graph);
    const NodeIndex root = forest_.root_of(node, graph);
    const auto reach = *forest_.reach(root);
    const Attachment* midway = nullptr; // where the way begins, when not in a node
    for (const SpaceTouch& touch : sources_[at(reach.source)].touches) {
        const std::int64_t stretch =
            touch.node ? 0 : std::abs(offset_of(graph[touch.midway->run], root) - touch.midway->offset);
        const bool touches_root = touch.node
                                      ? *touch.node == root
                                      : graph[touch.midway->run].from == root || graph[touch.midway->run].to == root;
        const std::int64_t paid = stretch > 0 ? price(touch.midway->run) : 0;
        if (touches_root && touch.drop + stretch + paid == reach.distance) {
            way.entry_drop = touch.drop;
            midway = stretch > 0 ? &*touch.midway : nullptr;
            break;
        }
    }
    if (midway)
        way.runs.insert(way.runs.begin(), midway->run);
    const bool leaves_at_node = end.offset == offset_of(graph[end.run], node);
    if (way.runs.empty() || !leaves_at_node) {
        way.runs.push_back(end.run);
        way.exit_offset = end.offset;
    } else {
        way.exit_offset = offset_of(graph[way.runs.back()], node);
    }
    way.entry_offset = midway ? midway->offset : offset_of(graph[way.runs.front()], root);
    return way;
}

// What its ways were charged beside their length: each run that it lies in, but one that it only touches.
std::int64_t Router::charged(const Way& way) const {
    if (extra_.empty() || (way.runs.size() == 1 && way.entry_offset == way.exit_offset))
        return 0;
    std::int64_t out = 0;
    for (const RunIndex run : way.runs)
        out += price(run);
    return out;
}

} // namespace riser
