// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/separation.h"

#include "solvers/analysis/pathway_fill.h"

namespace riser {

void find_shared_runs(FactInput& facts, FindingList& findings, SeparationClass a, SeparationClass b) {
    const Table<PathwayRun>& runs = facts.table<PathwayRun>();
    for (const RunFill& fill : facts.get<PathwayFill>().runs) {
        std::int64_t cables = fill.strays;
        for (const CompartmentFill& compartment : fill.compartments)
            cables += compartment.cables;
        if (cables == 0)
            continue;
        ++findings.examined;
        const PathwayRun& run = *runs.find(fill.id);
        bool shared = run.separation == a || run.separation == b;
        for (const RunCompartment& compartment : run.compartments)
            shared |= compartment.separation == a || compartment.separation == b;
        if (shared)
            findings.add({.subjects = {run.id}, .limit = Count{0}, .actual = Count{cables}, .words = {}});
    }
    if (findings.examined == 0)
        findings.not_applicable = {"没有敷设缆线的管槽", "no pathway holds cables"};
}

} // namespace riser
