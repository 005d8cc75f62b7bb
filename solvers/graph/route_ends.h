// SPDX-License-Identifier: GPL-3.0-or-later
// A route net with the rooms of one question joined on: what searches of routes walk. Private to this folder.
#pragma once

#include "solvers/graph/disjoint_routes.h"

#include <limits>

namespace riser::detail {

constexpr std::int64_t no_distance = std::numeric_limits<std::int64_t>::max() / 4;

// A chain of links from a room to the other, by their number.
using LinkPath = std::vector<std::size_t>;

class JoinedNet {
  public:
    JoinedNet(const RouteNet& net, const std::array<std::span<const SpaceTouch>, 2>& from,
              std::span<const SpaceTouch> to);

    std::size_t vertices() const { return at_vertex_.size(); }
    const std::vector<RouteNet::Link>& links() const { return links_; }
    const std::vector<std::size_t>& at(std::uint32_t vertex) const { return at_vertex_[vertex]; }
    std::uint32_t start(std::size_t route) const { return starts_[route]; }
    std::uint32_t end() const { return end_; }
    bool one_start() const { return starts_[0] == starts_[1]; }
    bool is_room(std::uint32_t vertex) const { return vertex >= rooms_from_; }
    // Of its length what lies in runs: drops are nobody's risk.
    std::int64_t in_runs(std::size_t link) const { return in_runs_[link]; }
    std::uint32_t beyond(std::size_t link, std::uint32_t vertex) const {
        return links_[link].a == vertex ? links_[link].b : links_[link].a;
    }
    // The shortest way by `weight(link)`, which is no_distance where the route may not go; no other room is passed.
    template<class Weight> std::optional<LinkPath> shortest(std::size_t route, Weight weight) const;
    std::int64_t length(const LinkPath& path) const;
    FoundRoute found(std::size_t route, const LinkPath& path) const;

  private:
    void join_room(std::uint32_t room, std::span<const SpaceTouch> touches, std::span<const SpaceTouch> others);
    void join_directly(std::uint32_t room, std::span<const SpaceTouch> from, std::span<const SpaceTouch> to);
    void add(RouteNet::Link link, std::int64_t in_runs);

    const RouteNet* net_;
    std::vector<RouteNet::Link> links_;
    std::vector<std::int64_t> in_runs_;
    std::vector<std::vector<std::size_t>> at_vertex_;
    std::vector<std::size_t> direct_to_; // of a direct link: the touch where it ends
    std::array<std::uint32_t, 2> starts_{};
    std::uint32_t end_ = 0;
    std::uint32_t rooms_from_ = 0;
    std::size_t first_direct_ = 0;
};

} // namespace riser::detail

#include <algorithm>
#include <queue>

// Dijkstra. Equal ways: the one whose links come first.
template<class Weight>
std::optional<riser::detail::LinkPath> riser::detail::JoinedNet::shortest(std::size_t route, Weight weight) const {
    using Entry = std::pair<std::int64_t, std::uint32_t>;
    std::vector<std::int64_t> distance(vertices(), no_distance);
    std::vector<std::size_t> back(vertices(), links_.size());
    std::vector<std::uint8_t> settled(vertices(), 0);
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    distance[start(route)] = 0;
    queue.emplace(0, start(route));
    while (!queue.empty()) {
        const auto [here, vertex] = queue.top();
        queue.pop();
        if (settled[vertex])
            continue;
        settled[vertex] = 1;
        if (vertex == end_)
            break;
        if (is_room(vertex) && vertex != start(route))
            continue;
        for (const std::size_t link : at_vertex_[vertex]) {
            const std::int64_t more = weight(link);
            const std::uint32_t next = beyond(link, vertex);
            if (more >= no_distance || here + more >= distance[next])
                continue;
            distance[next] = here + more;
            back[next] = link;
            queue.emplace(here + more, next);
        }
    }
    if (distance[end_] >= no_distance)
        return std::nullopt;
    LinkPath path;
    for (std::uint32_t vertex = end_; vertex != start(route); vertex = beyond(back[vertex], vertex))
        path.push_back(back[vertex]);
    std::reverse(path.begin(), path.end());
    return path;
}
