// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/route_ends.h"

namespace riser::detail {

namespace {

std::vector<RunIndex> midway_runs(std::span<const SpaceTouch> touches) {
    std::vector<RunIndex> out;
    for (const SpaceTouch& touch : touches)
        if (touch.midway)
            out.push_back(touch.midway->run);
    return out;
}

// Whether one of the others hangs on the run between the touch and that end of it.
bool passes(const Attachment& touch, std::int64_t end, std::span<const SpaceTouch> others) {
    return std::any_of(others.begin(), others.end(), [&](const SpaceTouch& other) {
        return other.midway && other.midway->run == touch.run &&
               (end == 0 ? other.midway->offset <= touch.offset : other.midway->offset >= touch.offset);
    });
}

} // namespace

JoinedNet::JoinedNet(const RouteNet& net, const std::array<std::span<const SpaceTouch>, 2>& from,
                     std::span<const SpaceTouch> to)
    : net_(&net), rooms_from_(static_cast<std::uint32_t>(net.vertices())) {
    at_vertex_.resize(net.vertices());
    const bool one = from[0].data() == from[1].data() && from[0].size() == from[1].size();
    // Whoever follows all of a run on which a room of both routes hangs passes that room: no route does.
    std::vector<RunIndex> hung = midway_runs(to);
    if (one)
        for (const RunIndex run : midway_runs(from[0]))
            hung.push_back(run);
    for (const RouteNet::Link& link : net.links())
        if (std::none_of(link.runs.begin(), link.runs.end(),
                         [&](RunIndex run) { return std::find(hung.begin(), hung.end(), run) != hung.end(); }))
            add(link, link.length);
    const auto room = [&](std::span<const SpaceTouch> touches, std::span<const SpaceTouch> others) {
        const auto vertex = static_cast<std::uint32_t>(at_vertex_.size());
        at_vertex_.emplace_back();
        join_room(vertex, touches, others);
        return vertex;
    };
    starts_[0] = room(from[0], to);
    starts_[1] = one ? starts_[0] : room(from[1], to);
    end_ = room(to, one ? from[0] : std::span<const SpaceTouch>());
    first_direct_ = links_.size();
    join_directly(starts_[0], from[0], to);
    if (!one)
        join_directly(starts_[1], from[1], to);
}

void JoinedNet::add(RouteNet::Link link, std::int64_t in_runs) {
    at_vertex_[link.a].push_back(links_.size());
    if (link.b != link.a)
        at_vertex_[link.b].push_back(links_.size());
    links_.push_back(std::move(link));
    in_runs_.push_back(in_runs);
}

void JoinedNet::join_room(std::uint32_t room, std::span<const SpaceTouch> touches, std::span<const SpaceTouch> others) {
    const RouteNet& net = *net_;
    for (std::size_t i = 0; i < touches.size(); ++i) {
        const SpaceTouch& touch = touches[i];
        const auto lead = [&](NodeIndex node, std::optional<RunIndex> over, std::int64_t stretch) {
            const auto vertex = net.vertex(node);
            if (!vertex)
                return;
            RouteNet::Link link{
                .a = room, .b = *vertex, .length = touch.drop + stretch, .runs = {}, .groups = {}, .touch = i};
            if (over && stretch > 0) {
                link.runs = {*over};
                if (!net.groups().of_run.empty())
                    link.groups = net.groups().of_run[riser::at(*over)];
            }
            add(std::move(link), stretch);
        };
        if (touch.node)
            lead(*touch.node, {}, 0);
        if (touch.midway) {
            const PathwayGraph::Run& run = net.graph()[touch.midway->run];
            const std::int64_t length = run.geometry.length();
            if (!passes(*touch.midway, 0, others))
                lead(run.from, touch.midway->run, touch.midway->offset);
            if (!passes(*touch.midway, length, others))
                lead(run.to, touch.midway->run, length - touch.midway->offset);
        }
    }
}

// Both rooms hang on one run.
void JoinedNet::join_directly(std::uint32_t room, std::span<const SpaceTouch> from, std::span<const SpaceTouch> to) {
    for (std::size_t i = 0; i < from.size(); ++i)
        for (std::size_t j = 0; j < to.size(); ++j) {
            if (!from[i].midway || !to[j].midway || from[i].midway->run != to[j].midway->run)
                continue;
            const RunIndex run = from[i].midway->run;
            const std::int64_t stretch = std::abs(from[i].midway->offset - to[j].midway->offset);
            RouteNet::Link link{.a = room,
                                .b = end_,
                                .length = from[i].drop + stretch + to[j].drop,
                                .runs = {run},
                                .groups = {},
                                .touch = i};
            if (!net_->groups().of_run.empty())
                link.groups = net_->groups().of_run[riser::at(run)];
            add(std::move(link), stretch);
            direct_to_.push_back(j);
        }
}

std::int64_t JoinedNet::length(const LinkPath& path) const {
    std::int64_t sum = 0;
    for (const std::size_t link : path)
        sum += links_[link].length;
    return sum;
}

FoundRoute JoinedNet::found(std::size_t route, const LinkPath& path) const {
    FoundRoute out;
    out.length = length(path);
    std::uint32_t vertex = start(route);
    for (const std::size_t number : path) {
        const RouteNet::Link& link = links_[number];
        out.along += in_runs_[number];
        if (vertex == link.a)
            out.runs.insert(out.runs.end(), link.runs.begin(), link.runs.end());
        else
            out.runs.insert(out.runs.end(), link.runs.rbegin(), link.runs.rend());
        vertex = beyond(number, vertex);
    }
    out.from = *links_[path.front()].touch;
    out.to = path.front() >= first_direct_ ? direct_to_[path.front() - first_direct_] : *links_[path.back()].touch;
    return out;
}

} // namespace riser::detail
