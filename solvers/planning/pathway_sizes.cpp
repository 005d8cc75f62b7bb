// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/pathway_sizes.h"

#include "solvers/planning/rows.h"

#include <set>

namespace riser {

namespace {

// Runs beside which a secret plane's may lie do not depend on how those are divided.
Design without_compartments(const Design& design) {
    Design out = design;
    for (const PathwayRun& run : design.pathway_runs)
        if (!run.plane && !run.compartments.empty()) {
            PathwayRun whole = run;
            whole.compartments.clear();
            out.pathway_runs.put(std::move(whole));
        }
    return out;
}

} // namespace

std::map<PathwayRunId, std::map<std::int32_t, SectionLoad>>
standing_loads(const Design& design, const std::function<bool(const Cable&)>& counts) {
    std::map<PathwayRunId, std::map<std::int32_t, SectionLoad>> out;
    for (const Cable& cable : design.cables) {
        const CableType* type = design.find(cable.type);
        if (!type || cable.status == Status::remove || (counts && !counts(cable)))
            continue;
        const std::int64_t squared = std::int64_t{type->diameter_um} * type->diameter_um;
        for (const RouteStep& step : cable.route)
            out[step.run][step.compartment][cable.plane] += squared;
    }
    return out;
}

RunLoads loads_of(const Design& design, const WayOptions& options, const PlanesApart& apart, std::int64_t growth,
                  const Run& run) {
    RunLoads out;
    CableWays ways(design, options);
    std::optional<CableWays> beside; // for secret planes
    const CableTypes types(design);
    std::vector<SectionLoad> open(ways.graph().runs().size());
    const auto stays = [](const Cable& cable) {
        return PlannedRows<Cable>::is_settled(cable) || cable.origin.source != "cables" || cable.route_pinned;
    };
    std::set<std::pair<AnyId, std::int32_t>> cabled; // jacks, or places on an outlet
    for (const Termination& end : design.terminations)
        if (const Cable* cable = design.find(end.cable); cable && cable->status != Status::remove && stays(*cable))
            cabled.emplace(end.on, end.on.kind == Kind::outlets ? end.position : 0);
    for (const Jack& jack : design.jacks) {
        if (run.stopped())
            break;
        const Outlet* outlet = design.find(jack.outlet);
        if (!outlet || jack.status == Status::remove || outlet->status == Status::remove)
            continue;
        const bool secret = apart.is_secret(jack.plane);
        if (!secret && (cabled.contains({AnyId(jack.id), 0}) || cabled.contains({AnyId(outlet->id), jack.position})))
            continue;
        if (secret && !beside)
            beside.emplace(without_compartments(design), options);
        const CableWays::Found found = secret ? beside->of(jack, *outlet, std::nullopt) : ways.of(jack, *outlet);
        if (!found.way)
            continue;
        const std::int64_t diameter = types.diameter(jack);
        for (const RunIndex index : found.way->runs)
            if (secret)
                out.secret[*jack.plane][beside->graph()[index].id][jack.plane] += diameter * diameter;
            else
                open[static_cast<std::size_t>(index)][jack.plane] += diameter * diameter;
    }
    for (std::size_t i = 0; i < open.size(); ++i)
        if (!open[i].empty())
            out.open.emplace(ways.graph().runs()[i].id, std::move(open[i]));
    for (const auto& [id, compartments] : standing_loads(design, stays))
        for (const auto& [index, load] : compartments)
            for (const auto& [plane, squared] : load)
                if (!apart.is_secret(plane))
                    out.open[id][plane] += squared;
    const auto grow = [&](SectionLoad& load) {
        for (auto& [plane, squared] : load)
            squared = squared / 10'000 * growth + squared % 10'000 * growth / 10'000;
    };
    for (auto& [id, load] : out.open)
        grow(load);
    for (auto& [plane, runs] : out.secret)
        for (auto& [id, load] : runs)
            grow(load);
    return out;
}

} // namespace riser
