// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/warm_cables.h"

#include <algorithm>

namespace riser {

namespace {

template<class Row>
auto compartment_of(const Row* row, std::int32_t index) -> const typename decltype(row->compartments)::value_type* {
    if (row)
        for (const auto& compartment : row->compartments)
            if (compartment.compartment == index)
                return &compartment;
    return nullptr;
}

} // namespace

WarmCables::WarmCables(const WarmTables& tables, const LinkTables& heat, std::int32_t tied, DeciCelsius base)
    : tables_(tables), heat_(heat), tied_(tied), base_(base) {}

const Bundle* WarmCables::bundle(PathwayRunId id, std::int32_t compartment) {
    const auto [at, fresh] = known_.try_emplace({id, compartment});
    std::optional<Bundle>& bundle = at->second;
    if (fresh) {
        const PathwayRun* run = tables_.runs.find(id);
        const CompartmentPower* power = compartment_of(tables_.power.find(id), compartment);
        const CompartmentLoad* load = compartment_of(tables_.loads.find(id), compartment);
        if (run && power && load) {
            bundle = hottest_bundle(heat_, run->kind, power->by_class, load->cables, tied_);
            beyond += !bundle;
        }
    }
    return bundle ? &*bundle : nullptr;
}

Warmest WarmCables::of(const Cable& cable) {
    Warmest out{.air = base_, .rise = {}, .powered = 0};
    for (const RouteStep& step : cable.route) {
        const RunAmbient* air = tables_.ambients.find(step.run);
        const Bundle* around = bundle(step.run, step.compartment);
        const Warmest here{.air = air ? std::max(air->ambient, base_) : base_,
                           .rise = around ? around->rise : DeciCelsius(),
                           .powered = around ? around->powered : 0};
        if (here.temperature() > out.temperature())
            out = here;
    }
    return out;
}

} // namespace riser
