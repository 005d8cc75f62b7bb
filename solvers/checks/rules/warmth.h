// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules of warm and powered cables share: the derating of a deck, the tables of warmth, and the words for what
// is not stated.
#pragma once

#include "solvers/analysis/warm_cables.h"
#include "solvers/base/derating.h"
#include "solvers/checks/rule.h"

namespace riser {

// From the parameters max, base, knee, unscreened, unscreened-hot, screened.
Derating derating_of(const Parameters& deck);

WarmTables warm_tables(FactInput& facts);

Text no_ambient(std::size_t cables);
Text bundle_beyond_table(std::size_t bundles);

} // namespace riser
