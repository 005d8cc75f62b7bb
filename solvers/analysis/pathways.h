// SPDX-License-Identifier: GPL-3.0-or-later
// The pathway graph as a fact: geometry of runs and how they join, nothing else of them, so that a new label, fill
// limit or temperature of a run re-measures no cable.
#pragma once

#include "solvers/base/facts.h"
#include "solvers/graph/pathway_graph.h"

namespace riser {

struct Pathways {
    std::shared_ptr<const PathwayGraph> graph; // never null
    bool operator==(const Pathways& other) const;
    static Pathways compute(FactInput& input);
};

// Runs that differ between two graphs in geometry or ends, or stand in one only; sorted.
std::vector<PathwayRunId> runs_that_differ(const PathwayGraph& a, const PathwayGraph& b);

// The air temperature that a run says, or the brief's for ceilings where it says none; one row a run with either.
struct RunAmbient {
    PathwayRunId id;
    DeciCelsius ambient;
    bool operator==(const RunAmbient&) const = default;
};
struct RunAmbients {
    Table<RunAmbient> runs;
    bool operator==(const RunAmbients&) const = default;
    static RunAmbients compute(FactInput& input);
};

} // namespace riser
