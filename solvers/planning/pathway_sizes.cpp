// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/pathway_sizes.h"

#include <algorithm>

namespace riser {

std::map<PathwayRunId, std::map<std::int32_t, SectionLoad>> standing_loads(const Design& design) {
    std::map<PathwayRunId, std::map<std::int32_t, SectionLoad>> out;
    for (const Cable& cable : design.cables) {
        const CableType* type = design.find(cable.type);
        if (!type || cable.status == Status::remove)
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
    const CableTypes types(design);
    std::vector<SectionLoad> open(ways.graph().runs().size());
    for (const Jack& jack : design.jacks) {
        if (run.stopped())
            break;
        const Outlet* outlet = design.find(jack.outlet);
        if (!outlet || jack.status == Status::remove || outlet->status == Status::remove)
            continue;
        const bool secret = apart.is_secret(jack.plane);
        const CableWays::Found found = secret ? ways.of(jack, *outlet, std::nullopt) : ways.of(jack, *outlet);
        if (!found.way)
            continue;
        const std::int64_t diameter = types.diameter(jack);
        for (const RunIndex index : found.way->runs)
            if (secret)
                out.secret[*jack.plane][ways.graph()[index].id][jack.plane] += diameter * diameter;
            else
                open[static_cast<std::size_t>(index)][jack.plane] += diameter * diameter;
    }
    for (std::size_t i = 0; i < open.size(); ++i)
        if (!open[i].empty())
            out.open.emplace(ways.graph().runs()[i].id, std::move(open[i]));
    const auto grow = [&](SectionLoad& load) {
        for (auto& [plane, squared] : load)
            squared = squared / 10'000 * growth + squared % 10'000 * growth / 10'000;
    };
    for (auto& [id, load] : out.open)
        grow(load);
    for (auto& [plane, runs] : out.secret)
        for (auto& [id, load] : runs)
            grow(load);
    for (const auto& [id, compartments] : standing_loads(design)) {
        SectionLoad sum;
        for (const auto& [index, load] : compartments)
            for (const auto& [plane, squared] : load)
                sum[plane] += squared;
        for (const auto& [plane, squared] : sum)
            if (!apart.is_secret(plane)) {
                std::int64_t& own = out.open[id][plane];
                own = std::max(own, squared);
            }
    }
    return out;
}

} // namespace riser
