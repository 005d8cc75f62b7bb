// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/simulation.h"
#include "exporters/tables/slip_table.h"

namespace riser {

SimulationPart slips_part() {
    return {"slips",
            {"误配置推演", "Slips that would break isolation"},
            [](const SimulationRequest& request) -> Result<std::vector<TableDocument>> {
                return std::vector{slip_table(breaking_slips(request.facts, request.run), request.facts.design())};
            }};
}

} // namespace riser
