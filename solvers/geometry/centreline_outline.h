// SPDX-License-Identifier: GPL-3.0-or-later
// Smooths the outline of a corridor: drops vertices that bend nothing, levels niches, nibs and offsets of a wall that
// are shallower than a tolerance, keeps thin walls that really stand in the way. What would no longer be simple stays
// as it was.
#pragma once

#include "model/base/geometry.h"

namespace riser {

// `ring` counter-clockwise for an outer ring, clockwise for a hole: its area lies to the left.
Ring smoothed(const Ring& ring, Millimetres tolerance);

} // namespace riser
