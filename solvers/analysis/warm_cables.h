// SPDX-License-Identifier: GPL-3.0-or-later
// Where a cable is warmest on its way: the air there and what the bundle with power adds. Made from tables, so that
// rules give their facts and planners those of what they have laid.
#pragma once

#include "model/cabling.h"
#include "solvers/analysis/pathway_fill.h"
#include "solvers/analysis/pathways.h"
#include "solvers/analysis/powered_runs.h"
#include "solvers/base/bundle_heat.h"

#include <map>

namespace riser {

struct WarmTables {
    const Table<PathwayRun>& runs;
    const Table<RunPower>& power;
    const Table<RunLoad>& loads;
    const Table<RunAmbient>& ambients;
};

struct Warmest {
    DeciCelsius air;
    DeciCelsius rise;
    std::int32_t powered = 0; // cables in the bundle
    DeciCelsius temperature() const { return air + rise; }
};

// Each bundle is reckoned once. One thread.
class WarmCables {
  public:
    // At most `tied` cables are tied together in trays; air that nobody states, or cooler than `base`, counts as
    // `base`.
    WarmCables(const WarmTables& tables, const LinkTables& heat, std::int32_t tied, DeciCelsius base);
    // Null where nothing carries power, or the table of heat does not go that far; `beyond` counts the latter.
    const Bundle* bundle(PathwayRunId run, std::int32_t compartment);
    Warmest of(const Cable& cable);
    std::size_t beyond = 0;

  private:
    WarmTables tables_;
    const LinkTables& heat_;
    std::int32_t tied_;
    DeciCelsius base_;
    std::map<std::pair<PathwayRunId, std::int32_t>, std::optional<Bundle>> known_;
};

} // namespace riser
