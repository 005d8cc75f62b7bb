// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/cable_lengths.h"

#include "solvers/analysis/projection.h"

namespace riser {

namespace {

std::optional<MeasuredCable> measured(const PathwayGraph& graph, const Cable& cable) {
    if (cable.status == Status::remove)
        return std::nullopt;
    MeasuredCable out{.id = cable.id, .role = cable.role, .routed = !cable.route.empty(), .length = {}};
    if (Result<CableLength> length = measure(graph, cable))
        out.length = *length;
    return out;
}

std::optional<CableAmbient> ambient_of(const Table<RunAmbient>& runs, const Cable& cable) {
    if (cable.status == Status::remove)
        return std::nullopt;
    std::optional<DeciCelsius> warmest;
    for (const RouteStep& step : cable.route)
        if (const RunAmbient* run = runs.find(step.run); run && (!warmest || run->ambient > *warmest))
            warmest = run->ambient;
    return warmest ? std::optional(CableAmbient{.id = cable.id, .warmest = *warmest}) : std::nullopt;
}

// Follows changed cables, then settles the others that lie in `runs` (sorted).
template<class Out, class Make>
std::optional<Table<Out>> followed_along(const Table<Out>& previous, const ChangeSet& changes,
                                         const Table<Cable>& cables, const std::vector<PathwayRunId>& runs, Make make) {
    std::optional<Table<Out>> next = followed(previous, changes.of(Kind::cables), cables, make);
    if (runs.empty())
        return next;
    bool changed = next.has_value();
    Table<Out> table = next ? std::move(*next) : previous;
    const auto touched = [&](const RouteStep& step) { return std::binary_search(runs.begin(), runs.end(), step.run); };
    for (const Cable& cable : cables)
        if (std::any_of(cable.route.begin(), cable.route.end(), touched))
            changed |= settle_row(table, cable.id, make(cable));
    return changed ? std::optional(std::move(table)) : std::nullopt;
}

} // namespace

const CableLength* CableLengths::of(CableId cable) const {
    const MeasuredCable* found = cables.find(cable);
    return found && found->length ? &*found->length : nullptr;
}

CableLengths CableLengths::compute(FactInput& input) {
    const PathwayGraph& graph = *input.get<Pathways>().graph;
    return {projected<MeasuredCable>(input.table<Cable>(), [&](const Cable& cable) { return measured(graph, cable); })};
}

std::optional<CableLengths> CableLengths::update(const CableLengths& previous, const ChangeSet& changes,
                                                 FactInput& input) {
    const PathwayGraph& graph = *input.get<Pathways>().graph;
    const std::vector<PathwayRunId> runs = runs_that_differ(*input.before_fact<Pathways>().graph, graph);
    auto table = followed_along(previous.cables, changes, input.table<Cable>(), runs,
                                [&](const Cable& cable) { return measured(graph, cable); });
    return table ? std::optional(CableLengths{std::move(*table)}) : std::nullopt;
}

CableAmbients CableAmbients::compute(FactInput& input) {
    const Table<RunAmbient>& runs = input.get<RunAmbients>().runs;
    return {projected<CableAmbient>(input.table<Cable>(), [&](const Cable& cable) { return ambient_of(runs, cable); })};
}

std::optional<CableAmbients> CableAmbients::update(const CableAmbients& previous, const ChangeSet& changes,
                                                   FactInput& input) {
    const Table<RunAmbient>& runs = input.get<RunAmbients>().runs;
    std::vector<PathwayRunId> differ;
    Table<RunAmbient>::diff(input.before_fact<RunAmbients>().runs, runs, [&](const RunAmbient* a, const RunAmbient* b) {
        differ.push_back((a ? a : b)->id);
        return true;
    });
    auto table = followed_along(previous.cables, changes, input.table<Cable>(), differ,
                                [&](const Cable& cable) { return ambient_of(runs, cable); });
    return table ? std::optional(CableAmbients{std::move(*table)}) : std::nullopt;
}

} // namespace riser
