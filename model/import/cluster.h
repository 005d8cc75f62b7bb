// SPDX-License-Identifier: GPL-3.0-or-later
// Which curves belong to one drawing? What draws the thing itself is put on a grid of a few metres' cells; cells that
// touch belong together. Frames go, islands join what surrounds them, axes that run through two parts make them one.
#pragma once

#include "model/import/layer_map.h"
#include "model/import/plan_sketch.h"

#include <vector>

namespace riser {

struct Cluster {
    SketchBox box;
    std::vector<SketchIndex> curves;
    std::uint32_t built = 0; // walls, columns, openings, stairs, lifts
};

struct Clustering {
    std::vector<Cluster> clusters;
    std::vector<SketchIndex> around; // dimensions, axes, frames: of the drawing they stand near, if any
};

Clustering cluster_curves(const PlanSketch& sketch, const std::vector<LayerRole>& roles);

// Zero when the boxes meet.
double gap_between(const SketchBox& a, const SketchBox& b);

} // namespace riser
