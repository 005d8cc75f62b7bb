// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/simulation.h"
#include "exporters/tables/failure_tables.h"

namespace riser {

SimulationPart failures_part() {
    return {"failures",
            {"故障影响", "What fails and what goes dark"},
            [](const SimulationRequest& request) -> Result<std::vector<TableDocument>> {
                return std::vector{failures_table(request.facts)};
            }};
}

} // namespace riser
