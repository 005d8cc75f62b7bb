// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/simulation.h"
#include "exporters/tables/availability.h"
#include "solvers/checks/availability_inputs.h"

namespace riser {

SimulationPart availability_part() {
    return {"availability",
            {"业务可用性", "How much of the time services can be used"},
            [](const SimulationRequest& request) -> Result<std::vector<TableDocument>> {
                const AvailabilityInputs inputs = availability_inputs(request.deck);
                const Facts& facts = request.facts;
                const Availability known = availability(facts.get<HeldFailures>().model, facts.get<HeldReach>().network,
                                                        facts.get<ElementLosses>(inputs).elements, {}, request.run);
                return std::vector{availability_table(facts, inputs, known)};
            }};
}

} // namespace riser
