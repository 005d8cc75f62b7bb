// SPDX-License-Identifier: GPL-3.0-or-later
// Claims that planes share no modelled object. Which there must be follows from the design: a secret plane and every
// other, a secret plane and what belongs to none, two planes that the intent keeps apart.
#pragma once

#include "designer/verify/verdict.h"

namespace riser::verify {

// Compares what is listed with what the rows say, then looks for what two planes share. O(rows log rows), and the
// planes squared times their objects.
Verdict check_apart(const Certificate& certificate, const Design& design);

} // namespace riser::verify
