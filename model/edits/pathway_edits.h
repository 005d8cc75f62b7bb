// SPDX-License-Identifier: GPL-3.0-or-later
// Pathways as a person draws them: along places that become nodes, joining the nodes and runs that are there.
#pragma once

#include "model/edits/edit.h"

#include <vector>

namespace riser {

struct PathwayWish {
    PathwayKind kind = PathwayKind::tray;
    std::optional<PathwayTypeId> type = {};
    Millimetres width = Millimetres(200); // inner
    Millimetres height = Millimetres(100);
    Millimetres elevation = Millimetres(2'800); // above the finished floor, of new nodes and the runs
    Mounting mounting = Mounting::ceiling_void;
    SeparationClass separation = SeparationClass::elv;
    std::optional<PlaneId> plane = {};
};

// Runs between the places, one a stretch. A place that a node of the floor is near to (`join`) is that node; one that
// lies on a run divides it; any other becomes a node, at its ends the entry of the telecom space it lies in. Returns
// the runs in their order. not_found: floor, type or plane. bad_input: fewer than two different places, or no section.
// conflict: there is such a run between two of them already.
Result<std::vector<PathwayRunId>> add_pathway(Edit& edit, FloorId floor, const Polyline& places, PathwayWish wish,
                                              Millimetres join = Millimetres(20));

// A node on the run at the place nearest to `place`. The run keeps its first part, a new one like it takes the rest;
// cables keep their way and their length to the millimetre, openings for the run go with the part they are near.
// not_found: no such run. refused: the place is an end of it; a shaft between floors.
Result<PathwayNodeId> split_run(Edit& edit, PathwayRunId run, Point place);

// The run of the floor that passes within reach of the place, the nearest; and the nearest node. O(runs), O(nodes).
std::optional<PathwayRunId> run_near(const Design& design, FloorId floor, Point place, Millimetres reach);
std::optional<PathwayNodeId> node_near(const Design& design, FloorId floor, Point place, Millimetres reach);

} // namespace riser
