// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/pathways.h"

#include "solvers/analysis/projection.h"

#include <tuple>

namespace riser {

namespace {

auto parts(const PathwayGraph::Node& n) { return std::tie(n.id, n.floor, n.place, n.height, n.space); }
auto parts(const PathwayGraph& graph, const PathwayGraph::Run& r) {
    return std::tuple(r.id, graph[r.from].id, graph[r.to].id, r.geometry.plan, r.geometry.rise, r.geometry.riser);
}

} // namespace

bool Pathways::operator==(const Pathways& other) const {
    const PathwayGraph& a = *graph;
    const PathwayGraph& b = *other.graph;
    return std::equal(a.nodes().begin(), a.nodes().end(), b.nodes().begin(), b.nodes().end(),
                      [](const auto& x, const auto& y) { return parts(x) == parts(y); }) &&
           std::equal(a.runs().begin(), a.runs().end(), b.runs().begin(), b.runs().end(),
                      [&](const auto& x, const auto& y) { return parts(a, x) == parts(b, y); }) &&
           std::equal(a.left_out().begin(), a.left_out().end(), b.left_out().begin(), b.left_out().end());
}

Pathways Pathways::compute(FactInput& input) {
    return {std::make_shared<const PathwayGraph>(
        PathwayTables(input.table<Floor>(), input.table<PathwayNode>(), input.table<PathwayRun>()))};
}

std::vector<PathwayRunId> runs_that_differ(const PathwayGraph& a, const PathwayGraph& b) {
    std::vector<PathwayRunId> out;
    auto x = a.runs().begin();
    auto y = b.runs().begin();
    while (x != a.runs().end() || y != b.runs().end()) {
        if (y == b.runs().end() || (x != a.runs().end() && x->id < y->id)) {
            out.push_back((x++)->id);
        } else if (x == a.runs().end() || y->id < x->id) {
            out.push_back((y++)->id);
        } else {
            if (parts(a, *x) != parts(b, *y))
                out.push_back(x->id);
            ++x;
            ++y;
        }
    }
    return out;
}

RunAmbients RunAmbients::compute(FactInput& input) {
    const std::optional<DeciCelsius> ceiling = input.brief().ceiling_ambient;
    return {projected<RunAmbient>(input.table<PathwayRun>(), [&](const PathwayRun& run) -> std::optional<RunAmbient> {
        const bool in_ceiling = run.mounting == Mounting::ceiling_void && run.kind != PathwayKind::shaft;
        const std::optional<DeciCelsius> ambient = run.ambient || !in_ceiling ? run.ambient : ceiling;
        return ambient ? std::optional(RunAmbient{.id = run.id, .ambient = *ambient}) : std::nullopt;
    })};
}

} // namespace riser
