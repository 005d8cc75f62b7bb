// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/rules/warmth.h"

#include "solvers/analysis/pathway_fill.h"

#include <algorithm>

namespace riser {

Derating derating_of(const Parameters& deck) {
    return {.max = deck.length("max"),
            .base = deck.temperature("base"),
            .knee = deck.temperature("knee"),
            .unscreened = deck.share("unscreened"),
            .unscreened_hot = deck.share("unscreened-hot"),
            .screened = deck.share("screened")};
}

Bundles::Bundles(FactInput& facts, const LinkTables& tables, std::int32_t tied)
    : facts_(facts), tables_(tables), tied_(tied) {}

const Bundle* Bundles::of(PathwayRunId id, std::int32_t compartment) {
    const auto [at, fresh] = known_.try_emplace({id, compartment});
    std::optional<Bundle>& bundle = at->second;
    if (fresh) {
        const auto in = [&](const auto* row) {
            const auto is = [&](const auto& each) { return each.compartment == compartment; };
            const auto end = row ? row->compartments.end() : decltype(row->compartments.end()){};
            const auto found = row ? std::find_if(row->compartments.begin(), end, is) : end;
            return found == end ? nullptr : &*found;
        };
        const PathwayRun* run = facts_.find(id);
        const CompartmentPower* power = in(facts_.get<PoweredRuns>().runs.find(id));
        const CompartmentLoad* load = in(facts_.get<PathwayLoads>().runs.find(id));
        if (run && power && load) {
            bundle = hottest_bundle(tables_, run->kind, power->by_class, load->cables, tied_);
            beyond += !bundle;
        }
    }
    return bundle ? &*bundle : nullptr;
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
