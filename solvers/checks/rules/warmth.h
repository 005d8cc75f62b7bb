// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules of warm and powered cables share: the derating of a deck, bundles of a run, and the words for what is
// not stated.
#pragma once

#include "solvers/analysis/powered_runs.h"
#include "solvers/base/bundle_heat.h"
#include "solvers/base/derating.h"
#include "solvers/checks/rule.h"

#include <map>

namespace riser {

// From the parameters max, base, knee, unscreened, unscreened-hot, screened.
Derating derating_of(const Parameters& deck);

// The hottest bundle of each compartment, each reckoned once.
class Bundles {
  public:
    Bundles(FactInput& facts, const LinkTables& tables, std::int32_t tied);
    // Null where nothing carries power, or the table does not go that far; `beyond` counts the latter.
    const Bundle* of(PathwayRunId run, std::int32_t compartment);
    std::size_t beyond = 0;

  private:
    FactInput& facts_;
    const LinkTables& tables_;
    std::int32_t tied_;
    std::map<std::pair<PathwayRunId, std::int32_t>, std::optional<Bundle>> known_;
};

Text no_ambient(std::size_t cables);
Text bundle_beyond_table(std::size_t bundles);

} // namespace riser
