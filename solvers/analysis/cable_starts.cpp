// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/cable_starts.h"

#include "model/building.h"
#include "solvers/analysis/projection.h"

namespace riser {

namespace {

std::optional<CableStart> start_of(FactInput& input, const Cable& cable) {
    if (cable.status == Status::remove || cable.route.empty())
        return std::nullopt;
    const PathwayRun* first = input.find(cable.route.front().run);
    if (!first)
        return std::nullopt;
    const PathwayRun* second = cable.route.size() > 1 ? input.find(cable.route[1].run) : nullptr;
    for (const PathwayNodeId end : {first->from, first->to}) {
        const PathwayNode* node = input.find(end);
        const bool inner = second && (second->from == end || second->to == end);
        if (node && !inner && input.find(node->space))
            return CableStart{.id = cable.id, .space = *node->space};
    }
    return std::nullopt;
}

// Whether runs join other nodes than before, nodes are the entries of other spaces, or any of them came or went. The
// width of a run moves nobody.
bool way_in_changed(const ChangeSet& changes, FactInput& input) {
    for (const Kind kind : {Kind::pathway_runs, Kind::pathway_nodes, Kind::spaces})
        if (!changes.of(kind).added.empty() || !changes.of(kind).removed.empty())
            return true;
    for (const std::uint64_t id : changes.of(Kind::pathway_runs).changed) {
        const PathwayRun& before = *input.before<PathwayRun>().find(PathwayRunId{id});
        const PathwayRun& after = *input.find(PathwayRunId{id});
        if (before.from != after.from || before.to != after.to)
            return true;
    }
    for (const std::uint64_t id : changes.of(Kind::pathway_nodes).changed)
        if (input.before<PathwayNode>().find(PathwayNodeId{id})->space != input.find(PathwayNodeId{id})->space)
            return true;
    return false;
}

} // namespace

SpaceId CableStarts::of(CableId cable) const {
    const CableStart* found = cables.find(cable);
    return found ? found->space : SpaceId{};
}

CableStarts CableStarts::compute(FactInput& input) {
    return {projected<CableStart>(input.table<Cable>(), [&](const Cable& cable) { return start_of(input, cable); })};
}

std::optional<CableStarts> CableStarts::update(const CableStarts& previous, const ChangeSet& changes,
                                               FactInput& input) {
    if (way_in_changed(changes, input))
        return compute(input);
    auto table = followed(previous.cables, changes.of(Kind::cables), input.table<Cable>(),
                          [&](const Cable& cable) { return start_of(input, cable); });
    return table ? std::optional(CableStarts{std::move(*table)}) : std::nullopt;
}

} // namespace riser
