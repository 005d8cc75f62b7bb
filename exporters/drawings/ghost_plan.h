// SPDX-License-Identifier: GPL-3.0-or-later
// What a floor plan would look different in after a change: the plans of both designs, less what is drawn alike in
// both. Rows that come are dashed in the accent, rows drawn otherwise in the warning colour, rows that go are dimmed
// and struck. A drawing as any other, in the frame and scale of floor_plan(), to be laid over it.
#pragma once

#include "exporters/drawings/floor_plan.h"

#include <unordered_map>

namespace riser {

enum class GhostChange { added, changed, removed };

struct GhostPlan {
    Drawing drawing;
    std::unordered_map<std::uint64_t, GhostChange> rows; // by the value of the id; only rows that are drawn
};
// Takes as long as two floor plans.
GhostPlan ghost_plan(const Facts& before, const Facts& after, FloorId floor, const FloorPlanOptions& options = {});

} // namespace riser
