// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/simulation.h"
#include "exporters/tables/growth.h"
#include "solvers/checks/growth_limits.h"

namespace riser {

SimulationPart growth_part() {
    return {"growth",
            {"增长校核", "What growth runs into first"},
            [](const SimulationRequest& request) -> Result<std::vector<TableDocument>> {
                return std::vector{growth_table(request.facts, growth_limits(request.deck))};
            }};
}

} // namespace riser
