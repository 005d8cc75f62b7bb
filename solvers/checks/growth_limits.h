// SPDX-License-Identifier: GPL-3.0-or-later
// What a deck says may be used of what there is, for whoever asks what growth runs into first: of its rules on UPS,
// feeds, trays, conduits and uplinks. A rule that it leaves out or switches off limits nothing but the whole.
#pragma once

#include "solvers/analysis/growth_check.h"
#include "solvers/checks/deck.h"

namespace riser {

GrowthLimits growth_limits(const Deck& deck);

} // namespace riser
