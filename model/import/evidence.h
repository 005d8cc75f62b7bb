// SPDX-License-Identifier: GPL-3.0-or-later
// What can be measured in a sketch without knowing what it shows: door swings, distances between wall faces, heights of
// texts, lengths that people wrote. The unit is told from these, and plans from elevations.
#pragma once

#include "model/import/layer_map.h"
#include "model/import/plan_sketch.h"

#include <optional>
#include <string_view>
#include <vector>

namespace riser {

// An arc between 60 and 100 degrees on a layer where doors may stand.
struct Swing {
    SketchIndex curve = 0;
    SketchArc arc;
};
std::vector<Swing> swings(const PlanSketch& sketch, const std::vector<LayerRole>& roles);

// For each horizontal or vertical line of the layers that are walls (of all layers when none is): the distance to the
// nearest parallel line that runs beside at least half of it. O(n log n) for lines that do not all overlap.
std::vector<double> wall_gaps(const PlanSketch& sketch, const std::vector<LayerRole>& roles);

// "58'-0\"", "7'2", "3'-1 1/2\"", "10\"" in inches.
std::optional<double> feet_and_inches(std::string_view text);
// A text that is nothing but a number: "8400", "8.40", "1,250".
std::optional<double> plain_number(std::string_view text);

// The middle value; the values are reordered. Zero when there are none.
double median(std::vector<double>& values);

} // namespace riser
