// SPDX-License-Identifier: GPL-3.0-or-later
// What `riser simulate` answers, a section a question, in one explicit list. A section makes tables of a design; how
// they are printed is the command's business.
#pragma once

#include "exporters/tables/table.h"
#include "model/base/result.h"
#include "solvers/base/facts.h"
#include "solvers/base/run.h"
#include "solvers/checks/deck.h"

#include <span>

namespace riser {

struct SimulationRequest {
    const Facts& facts;
    const Deck& deck; // as it holds for the project
    int failures = 1; // at once: 1 or 2
    const Run& run;
};

struct SimulationPart {
    std::string_view name; // "failures", stable
    Text title;
    // Stopped with nothing usable: an error.
    Result<std::vector<TableDocument>> (*tables)(const SimulationRequest& request) = nullptr;
};

std::span<const SimulationPart> simulation_parts();

SimulationPart failures_part();
SimulationPart availability_part();
SimulationPart growth_part();
SimulationPart load_part();
SimulationPart redundancy_part();
SimulationPart fixes_part();
SimulationPart slips_part();

} // namespace riser
