// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/simulation.h"
#include "exporters/tables/load_tables.h"

namespace riser {

SimulationPart load_part() {
    return {"load",
            {"负荷", "What links carry"},
            [](const SimulationRequest& request) -> Result<std::vector<TableDocument>> {
                const TrafficAssumptions assumptions{request.deck.links.traffic};
                return std::vector{loads_table(request.facts, assumptions), trunks_table(request.facts, assumptions)};
            }};
}

} // namespace riser
