// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/graph/pathway_graph.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace riser {

namespace {

template<class Rows, class Key> std::optional<std::size_t> position(const Rows& rows, Key id) {
    const auto found =
        std::lower_bound(rows.begin(), rows.end(), id, [](const auto& row, Key key) { return row.id < key; });
    if (found == rows.end() || found->id != id)
        return std::nullopt;
    return static_cast<std::size_t>(found - rows.begin());
}

std::int64_t plan_length(Point from, const Polyline& bends, Point to) {
    double sum = 0;
    Point last = from;
    const auto go = [&](Point p) {
        sum += std::hypot(static_cast<double>(p.x) - last.x, static_cast<double>(p.y) - last.y);
        last = p;
    };
    for (const Point p : bends)
        go(p);
    go(to);
    return std::llround(sum);
}

RunGeometry geometry_between(const PathwayGraph::Node& from, const PathwayGraph::Node& to, const PathwayRun& run) {
    return {.plan = plan_length(from.place, run.bends, to.place),
            .rise = std::abs(from.height - to.height),
            .riser = from.floor != to.floor || run.kind == PathwayKind::shaft};
}

std::optional<PathwayGraph::Node> node_of(const PathwayTables& tables, const PathwayNode& row) {
    const Floor* floor = tables.floors.find(row.floor);
    if (!floor)
        return std::nullopt;
    return PathwayGraph::Node{.id = row.id,
                              .floor = row.floor,
                              .place = row.place,
                              .height = std::int64_t{floor->elevation.value} + row.elevation.value,
                              .space = row.space};
}

bool carries_data(SeparationClass separation) {
    return separation == SeparationClass::elv || separation == SeparationClass::mixed;
}

bool is_secret(const Design& design, std::optional<PlaneId> plane) {
    const Plane* row = design.find(plane);
    return row && row->disclosure == Disclosure::secret;
}

} // namespace

std::optional<RunGeometry> geometry_of(const PathwayTables& tables, const PathwayRun& run) {
    const PathwayNode* from = tables.nodes.find(run.from);
    const PathwayNode* to = tables.nodes.find(run.to);
    if (!from || !to || from == to)
        return std::nullopt;
    const auto a = node_of(tables, *from);
    const auto b = node_of(tables, *to);
    if (!a || !b)
        return std::nullopt;
    return geometry_between(*a, *b, run);
}

std::optional<std::int32_t> compartment_for(const Design& design, const PathwayRun& run, std::optional<PlaneId> plane) {
    if (!carries_data(run.separation) || (run.plane && run.plane != plane))
        return std::nullopt;
    if (is_secret(design, plane) && run.plane != plane)
        return std::nullopt;
    if (run.compartments.empty())
        return 0;
    std::optional<std::int32_t> open;
    for (std::size_t i = 0; i < run.compartments.size(); ++i) {
        const RunCompartment& compartment = run.compartments[i];
        if (!carries_data(compartment.separation))
            continue;
        if (compartment.plane && compartment.plane == plane)
            return static_cast<std::int32_t>(i);
        if (!compartment.plane && !open)
            open = static_cast<std::int32_t>(i);
    }
    return open;
}

PathwayGraph::PathwayGraph(const PathwayTables& tables) {
    nodes_.reserve(tables.nodes.size());
    for (const PathwayNode& row : tables.nodes) {
        if (const auto node = node_of(tables, row))
            nodes_.push_back(*node);
        else
            left_out_.emplace_back(row.id);
    }
    runs_.reserve(tables.runs.size());
    for (const PathwayRun& row : tables.runs) {
        const auto from = find(row.from);
        const auto to = find(row.to);
        if (!from || !to || from == to) {
            left_out_.emplace_back(row.id);
            continue;
        }
        runs_.push_back({.id = row.id,
                         .from = *from,
                         .to = *to,
                         .geometry = geometry_between(nodes_[at(*from)], nodes_[at(*to)], row)});
    }

    first_arc_.assign(nodes_.size() + 1, 0);
    for (const Run& run : runs_) {
        ++first_arc_[at(run.from) + 1];
        ++first_arc_[at(run.to) + 1];
    }
    std::partial_sum(first_arc_.begin(), first_arc_.end(), first_arc_.begin());
    arcs_.resize(runs_.size() * 2);
    std::vector<std::size_t> next(first_arc_.begin(), first_arc_.end() - 1);
    for (std::size_t i = 0; i < runs_.size(); ++i) {
        const auto run = static_cast<RunIndex>(i);
        arcs_[next[at(runs_[i].from)]++] = {run, runs_[i].to};
        arcs_[next[at(runs_[i].to)]++] = {run, runs_[i].from};
    }

    std::vector<std::pair<SpaceId, NodeIndex>> entries;
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        if (nodes_[i].space)
            entries.emplace_back(*nodes_[i].space, static_cast<NodeIndex>(i));
    std::sort(entries.begin(), entries.end());
    for (const auto& [space, node] : entries) {
        entry_spaces_.push_back(space);
        entry_nodes_.push_back(node);
    }
}

std::optional<NodeIndex> PathwayGraph::find(PathwayNodeId id) const {
    const auto found = position(nodes_, id);
    return found ? std::optional(static_cast<NodeIndex>(*found)) : std::nullopt;
}

std::optional<RunIndex> PathwayGraph::find(PathwayRunId id) const {
    const auto found = position(runs_, id);
    return found ? std::optional(static_cast<RunIndex>(*found)) : std::nullopt;
}

std::span<const NodeIndex> PathwayGraph::entries_of(SpaceId space) const {
    const auto [low, high] = std::equal_range(entry_spaces_.begin(), entry_spaces_.end(), space);
    return std::span(entry_nodes_)
        .subspan(static_cast<std::size_t>(low - entry_spaces_.begin()), static_cast<std::size_t>(high - low));
}

} // namespace riser
