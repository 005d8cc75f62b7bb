// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in each pathway run and compartment: how many cables, of which planes, and what share of the section they
// fill. Sums are kept as whole square micrometres of diameter squared, so that adding and taking away is exact.
#pragma once

#include "model/cabling.h"
#include "model/pathways.h"
#include "solvers/base/facts.h"

namespace riser {

// How many cables of a plane; absent: of none.
struct PlaneShare {
    std::optional<PlaneId> plane;
    std::int32_t cables = 0;
    auto operator<=>(const PlaneShare&) const = default;
};

struct CompartmentLoad {
    std::int32_t compartment = 0;
    std::int64_t diameters_squared = 0; // of all cables, um2
    std::int32_t cables = 0;
    std::int32_t large = 0;         // of them with more than 4 pairs or cores
    std::vector<PlaneShare> planes; // sorted
    bool operator==(const CompartmentLoad&) const = default;
};

// What cables put where, whether or not the run exists. Cables with status `remove` are left out.
struct RunLoad {
    PathwayRunId id;
    std::vector<CompartmentLoad> compartments; // with cables, sorted by compartment
    bool operator==(const RunLoad&) const = default;
};
struct PathwayLoads {
    Table<RunLoad> runs;
    bool operator==(const PathwayLoads&) const = default;
    static PathwayLoads compute(FactInput& input);
    static std::optional<PathwayLoads> update(const PathwayLoads& previous, const ChangeSet& changes, FactInput& input);
};

struct CompartmentFill {
    std::int32_t compartment = 0;     // 0 in an undivided run
    SquareMillimetres section;        // 0: the drawing does not say
    SquareMillimetres used;           // rounded up
    std::optional<BasisPoints> share; // rounded up; absent without a section
    std::int32_t cables = 0;
    std::int32_t large = 0;
    std::vector<PlaneShare> planes;
    bool operator==(const CompartmentFill&) const = default;
};
struct RunFill {
    PathwayRunId id;
    std::vector<CompartmentFill> compartments; // one each that the run has, in its order
    std::int32_t strays = 0;                   // cables in compartments that the run lacks
    bool operator==(const RunFill&) const = default;
};
// One row a run of the design.
struct PathwayFill {
    Table<RunFill> runs;
    bool operator==(const PathwayFill&) const = default;
    static PathwayFill compute(FactInput& input);
};

} // namespace riser
