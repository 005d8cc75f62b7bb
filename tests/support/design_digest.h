// SPDX-License-Identifier: GPL-3.0-or-later
// One number for all that a design says: every field of every row read anew, pins and extras too. Two designs that
// share rows have one digest only if nobody wrote into what they share.
#pragma once

#include "model/design.h"

#include <cstdint>

namespace riser {

std::uint64_t design_digest(const Design& design);

} // namespace riser
