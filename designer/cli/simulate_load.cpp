// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/simulation.h"
#include "exporters/tables/capacity_tables.h"
#include "exporters/tables/load_tables.h"

namespace riser {

namespace {

constexpr FlowOptions within{.gap = 1e-3, .most_rounds = 200}; // of what any routing could carry

} // namespace

SimulationPart load_part() {
    return {"load",
            {"负荷", "What links carry"},
            [](const SimulationRequest& request) -> Result<std::vector<TableDocument>> {
                const TrafficAssumptions assumptions{request.deck.links.traffic};
                std::vector out{loads_table(request.facts, assumptions), trunks_table(request.facts, assumptions),
                                tiers_table(request.facts)};
                // Where nothing is asked for there is nothing to bound.
                if (const Result<FlowBound> bound = flow_bound(request.facts, assumptions, within, request.run))
                    out.push_back(flow_bound_table(*bound));
                return out;
            }};
}

} // namespace riser
