// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/generate/generate.h"

namespace riser::bench {

// Frames of a floor with 10,000 symbols while it is panned and zoomed, by Picture and by a QGraphicsView that holds the
// same items; and the memory of both.
void measure_frames(int frames);

// The same in windows that people see, the canvas in its own and a QGraphicsView of the same items, drawn by software
// or by GL: what panning, zooming and one dragged outlet cost, in time of processors.
void measure_live(int frames, bool gl);

// The window on a generated design: from opening to the first painted floor; the longest time the event loop stood
// still during a full check and while everything is planned anew; what an edit costs.
void measure_window(DesignSize size);

// The tables of a generated design in the window: shown, filtered, sorted, copied, pasted and edited, each with the
// frame that shows it.
void measure_tables(DesignSize size);

} // namespace riser::bench
