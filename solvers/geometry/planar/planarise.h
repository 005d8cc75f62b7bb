// SPDX-License-Identifier: GPL-3.0-or-later
// Splits strokes where they cross or touch, on the grid of whole millimetres, until they meet only at shared ends
// (iterated snap rounding: a vertex within 0.75 mm of a stroke becomes one of its ends). Equal strokes become one that
// stands for all of them. O(rounds (n + crossings) log n); polls the run.
#pragma once

#include "solvers/base/run.h"
#include "solvers/geometry/planar/strokes.h"

namespace riser {

// Sorted, without doubles or points. Empty when stopped.
std::vector<Stroke> planarised(std::vector<Stroke> strokes, const Run& run = {});

} // namespace riser
