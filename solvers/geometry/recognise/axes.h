// SPDX-License-Identifier: GPL-3.0-or-later
// Axis lines and their letters: long straight lines of the axis layers, each with the text in the bubble at its end.
#pragma once

#include "solvers/geometry/recognise.h"
#include "solvers/geometry/recognise/local_drawing.h"

namespace riser::detail {

// Sorted by label, then place; one line a label and direction. Lines without a label are kept.
std::vector<RecognisedAxis> axes_of(const LocalDrawing& drawing);

} // namespace riser::detail
