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
    for (const Kind kind : {Kind::pathway_runs, Kind::pathway_nodes, Kind::spaces})
        if (!changes.of(kind).empty())
            return compute(input);
    auto table = followed(previous.cables, changes.of(Kind::cables), input.table<Cable>(),
                          [&](const Cable& cable) { return start_of(input, cable); });
    return table ? std::optional(CableStarts{std::move(*table)}) : std::nullopt;
}

} // namespace riser
