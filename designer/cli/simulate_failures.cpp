// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/simulation.h"
#include "exporters/tables/failure_tables.h"

namespace riser {

SimulationPart failures_part() {
    return {"failures",
            {"故障影响", "What fails and what goes dark"},
            [](const SimulationRequest& request) -> Result<std::vector<TableDocument>> {
                std::vector out{failures_table(request.facts)};
                if (request.failures == 2)
                    out.push_back(failure_pairs_table(request.facts,
                                                      failure_pairs(request.facts.get<FailureModel>(),
                                                                    request.facts.get<ReachNetwork>(), request.run)));
                return out;
            }};
}

} // namespace riser
