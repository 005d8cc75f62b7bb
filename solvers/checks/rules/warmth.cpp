// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/warmth.h"

namespace riser {

Derating derating_of(const Parameters& deck) {
    return {.max = deck.length("max"),
            .base = deck.temperature("base"),
            .knee = deck.temperature("knee"),
            .unscreened = deck.share("unscreened"),
            .unscreened_hot = deck.share("unscreened-hot"),
            .screened = deck.share("screened")};
}

WarmTables warm_tables(FactInput& facts) {
    return {.runs = facts.table<PathwayRun>(),
            .power = facts.get<PoweredRuns>().runs,
            .loads = facts.get<PathwayLoads>().runs,
            .ambients = facts.get<RunAmbients>().runs};
}

Text no_ambient(std::size_t cables) {
    const std::string count = std::to_string(cables);
    return {"有 " + count + " 根缆线的环境温度未给出（任务书的吊顶温度，或桥架的温度）",
            "the air temperature of " + count +
                " cables is not stated (the brief's ceiling temperature, or the runs' own)"};
}

Text bundle_beyond_table(std::size_t bundles) {
    const std::string count = std::to_string(bundles);
    return {"有 " + count + " 处线束大于温升表所列", count + " bundles are larger than the table of heat goes"};
}

} // namespace riser
