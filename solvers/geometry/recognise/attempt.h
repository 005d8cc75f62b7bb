// SPDX-License-Identifier: GPL-3.0-or-later
// One try at a floor with the roles that layers have now, from strokes to rooms; and the choice among tries when layers
// are unknown: the one that gives most names a room of their own.
#pragma once

#include "solvers/geometry/recognise.h"
#include "solvers/geometry/recognise/layer_guess.h"
#include "solvers/geometry/recognise/mend.h"
#include "solvers/geometry/recognise/rooms.h"

namespace riser::detail {

struct Attempt {
    std::vector<LayerRole> roles;
    Fabric fabric;
    std::vector<Polygon> columns;
    std::vector<Stroke> glazing;
    Openings openings;
    Partition partition;
    std::uint32_t moved = 0; // ends that were mended
    std::uint32_t drawn_out = 0;
    std::uint32_t capped = 0;
    std::uint32_t rungs = 0; // lines of ladders left out
    bool too_large = false;  // more strokes than allowed
    double score = 0;
};

struct Guess {
    SketchIndex layer;
    LayerRole role;
    Text why;
};

struct BestAttempt {
    Attempt best;
    std::vector<Guess> guesses;
    std::vector<LayerShape> unknown; // layers of no known role, the most wall-like first
};

// Nothing wall-like at all: an BestAttempt without strokes. `drawing` ends with the roles of the best attempt.
BestAttempt best_attempt(LocalDrawing& drawing, const PlanSketch& sketch, std::vector<LayerRole> roles,
                         const std::vector<Reading>& readings, const RecogniseOptions& options, const Run& run);

} // namespace riser::detail
