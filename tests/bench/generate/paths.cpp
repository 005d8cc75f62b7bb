// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generate/paths.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <tuple>

namespace riser {

std::vector<Reach> reach_from(const BuildingWorks& building, const std::vector<std::size_t>& sources,
                              const std::function<std::optional<std::int64_t>(std::size_t run)>& cost) {
    std::vector<Reach> reach(building.nodes.size());
    using Entry = std::tuple<std::int64_t, std::size_t, std::size_t>; // distance, source, node
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
    for (std::size_t s = 0; s < sources.size(); ++s) {
        reach[sources[s]] = {0, s, std::nullopt};
        open.emplace(0, s, sources[s]);
    }
    while (!open.empty()) {
        const auto [distance, source, node] = open.top();
        open.pop();
        if (distance != reach[node].distance || source != reach[node].source)
            continue;
        for (const std::size_t r : building.nodes[node].runs) {
            const std::optional<std::int64_t> step = cost(r);
            if (!step)
                continue;
            const RunSketch& run = building.runs[r];
            const std::size_t next = run.from == node ? run.to : run.from;
            if (distance + *step < reach[next].distance) {
                reach[next] = {distance + *step, source, r};
                open.emplace(distance + *step, source, next);
            }
        }
    }
    return reach;
}

std::vector<std::vector<Reach>> reach_by_distributor(const BuildingWorks& building) {
    std::vector<std::vector<Reach>> reach;
    for (const Distributor& distributor : building.distributors)
        reach.push_back(reach_from(building, {distributor.node}, [&](std::size_t run) {
            const bool riser = building.runs[run].row.kind == PathwayKind::shaft;
            return riser ? std::nullopt : std::optional<std::int64_t>(building.runs[run].length);
        }));
    return reach;
}

std::vector<std::size_t> runs_to(const BuildingWorks& building, const std::vector<Reach>& reach, std::size_t node) {
    std::vector<std::size_t> runs;
    while (reach[node].back) {
        const std::size_t r = *reach[node].back;
        runs.push_back(r);
        node = building.runs[r].from == node ? building.runs[r].to : building.runs[r].from;
    }
    std::reverse(runs.begin(), runs.end());
    return runs;
}

Exit exit_at(const BuildingWorks& building, std::size_t r, Point place) {
    const RunSketch& run = building.runs[r];
    const Point a = building.nodes[run.from].place;
    const Point b = building.nodes[run.to].place;
    const double dx = static_cast<double>(b.x) - a.x;
    const double dy = static_cast<double>(b.y) - a.y;
    const double px = static_cast<double>(place.x) - a.x;
    const double py = static_cast<double>(place.y) - a.y;
    const double length = std::hypot(dx, dy);
    const double t = (px * dx + py * dy) / length;
    const double along = std::clamp(t, 0.0, length);
    const double drop = std::abs(px * dy - py * dx) / length + std::abs(t - along);
    return {r, static_cast<std::int32_t>(std::lround(along)), static_cast<std::int32_t>(std::lround(drop))};
}

} // namespace riser
