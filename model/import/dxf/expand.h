// SPDX-License-Identifier: GPL-3.0-or-later
// From a drawing of blocks to a flat sketch: each insert places its block's entities (nested, arrayed, mirrored, on the
// insert's layer when they stand on layer 0), each curve becomes points. Recursion and growth are bounded beforehand.
#pragma once

#include "model/import/dxf.h"
#include "model/import/dxf/drawing.h"

namespace riser {

// Fills layers, curves, texts, inserts, counts and box. `chord_tolerance` in drawing units.
Result<PlanSketch> expand(const DxfDrawing& drawing, double chord_tolerance, const DxfOptions& options);

} // namespace riser
