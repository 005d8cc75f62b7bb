// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/permitted_lengths.h"

#include "model/catalogue.h"
#include "solvers/analysis/cable_lengths.h"
#include "solvers/analysis/warm_cables.h"

namespace riser {

namespace {

// Cables of one limit share a sentence.
Text sentence(Millimetres limit, const Warmest& at) {
    const std::string air = display(at.air), rise = display(at.rise), most = display(limit);
    if (at.rise.value == 0)
        return {"环境 " + air + " 下允许 " + most + "，超过此长度：宜改由较近的电信间接入",
                "longer than the " + most + " permitted in air of " + air + ": serve it from a nearer telecom room"};
    return {"环境 " + air + "，供电线束温升 " + rise + "，允许 " + most +
                "，超过此长度：宜改由较近的电信间接入，或减小线束",
            "longer than the " + most + " permitted in air of " + air + " and a bundle with power that adds " + rise +
                ": serve it from a nearer telecom room, or tie smaller bundles"};
}

} // namespace

std::int32_t name_too_long(const Design& laid, const PermittedLength& permitted,
                           const std::function<bool(const Cable&)>& is_mine, ReasonList& reasons) {
    const Facts facts(laid);
    const Table<RunLoad>& loads = facts.get<PathwayLoads>().runs;
    const Table<RunAmbient>& ambients = facts.get<RunAmbients>().runs;
    const Table<RunPower>& power = facts.get<PoweredRuns>().runs;
    const Table<RunPower> without; // the limit of cables that carry none is the air's
    const auto warmth_of = [&](const Table<RunPower>& with) {
        return WarmCables({.runs = laid.pathway_runs, .power = with, .loads = loads, .ambients = ambients},
                          permitted.heat, permitted.tied, permitted.derating.base);
    };
    WarmCables in_bundles = warmth_of(power);
    WarmCables in_air = warmth_of(without);
    const Table<PoweredCable>& powered = facts.get<PoweredCables>().cables;
    const CableLengths& lengths = facts.get<CableLengths>();
    std::int32_t out = 0;
    for (const Cable& cable : laid.cables) {
        const CableType* type = laid.find(cable.type);
        const CableLength* length = lengths.of(cable.id);
        if (cable.role != CableRole::horizontal || !length || (type && type->element == ElementUnit::core) ||
            !is_mine(cable))
            continue;
        const Warmest at = powered.contains(cable.id) ? in_bundles.of(cable) : in_air.of(cable);
        const Millimetres limit = permitted.derating.limit(at.temperature(), type ? type->screen : Screen::utp);
        if (length->total() <= limit)
            continue;
        ++out;
        reasons.add(cable.id, sentence(limit, at));
    }
    return out;
}

} // namespace riser
