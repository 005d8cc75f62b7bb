// SPDX-License-Identifier: GPL-3.0-or-later
// Would the reader take what the writer writes of a design? Values in memory can be what no file may hold: a number
// beyond its field's range, a ring of two points, a date that is none. Saving refuses those while the old file still
// stands.
#pragma once

#include "model/base/result.h"
#include "model/design.h"

namespace riser {

// The first value that could not be read back, in the order of the file. O(size), far cheaper than reading it all
// again.
Result<void> storable(const Design& design);

} // namespace riser
