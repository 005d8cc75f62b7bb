// SPDX-License-Identifier: GPL-3.0-or-later
// A recognised floor as rows of a design: floor, rooms, walls, openings, columns, axes, underlay. The drawing is laid
// over the floors there are by its axes of the same names, so that shafts stand above one another. A drawing for
// several floors makes the first its master and the others typical. Imported again, a drawing finds its rows by their
// keys: what people added to a room (grade, body, occupants) and what they pinned stays, rows no longer drawn go.
#pragma once

#include "solvers/base/plan.h"
#include "solvers/geometry/recognise.h"

namespace riser {

struct FloorOptions {
    std::vector<std::string> labels;               // "3F", the first is the master; at least one
    std::string body;                              // code of the body whose offices these are; empty: not said
    Millimetres storey_height = Millimetres(3900); // of floors that are not in the design yet
    std::string asset = {};                        // SHA-256 of the copy kept of the drawing, for its underlay
};

struct FloorImportPlan {
    PlannedChange change;
    std::vector<Reason> reasons; // how it was laid over the others, which floors were added, what was renumbered
};

// Errors: not_found (no such body), conflict (the axes do not fit those of the design by more than 100 mm).
Result<FloorImportPlan> plan_floors(const Design& design, const RecognisedFloor& recognised,
                                    const FloorOptions& options);

} // namespace riser
