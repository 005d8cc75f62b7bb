// SPDX-License-Identifier: GPL-3.0-or-later
// The vertical shafts of a building: runs between floors that share nodes or stand above one another, else rooms that
// are ELV shafts.
#pragma once

#include "model/design.h"

namespace riser {

struct Shaft {
    AnyId shows; // one of its runs, or a space
    Text label;  // "1 号竖井 SH1"
    Point place;
    std::vector<PathwayRunId> runs;
    std::vector<FloorId> floors; // sorted by id
};

// From left to right as they stand in plan.
std::vector<Shaft> shafts_of(const Design& design, BuildingId building);

} // namespace riser
