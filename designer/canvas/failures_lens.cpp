// SPDX-License-Identifier: GPL-3.0-or-later
// What the plan shows by how many points go dark with it: rooms, runs and whatever stands on the floor.
#include "designer/canvas/lens.h"

#include "exporters/tables/failure_names.h"
#include "exporters/tables/names.h"
#include "solvers/failure/single_failures.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

// Points that a row takes down, from each of these on; from light to heavy.
struct Weight {
    std::uint32_t from;
    std::uint32_t rgb;
    Text name;
};
const std::array<Weight, 4>& weights() {
    static const std::array<Weight, 4> list{{{1, 0x56B4E9, {"1-9 个点位", "1-9 points"}},
                                             {10, 0x009E73, {"10-99 个点位", "10-99 points"}},
                                             {100, 0xE69F00, {"100-999 个点位", "100-999 points"}},
                                             {1'000, 0xC62828, {"1000 个点位以上", "1000 points or more"}}}};
    return list;
}

// The heaviest of the elements that stand for the row; a run that shows its shaft is two.
const FailureEffect* effect_of(const Facts& facts, AnyId id) {
    const SingleFailures& failures = facts.get<SingleFailures>();
    const FailureEffect* out = nullptr;
    for (const ElementIndex element : facts.get<FailureModel>().elements_of(id))
        if (const FailureEffect* one = failures.effect(element); one && (!out || one->dark > out->dark))
            out = one;
    return out;
}

Text explanation(const Facts& facts, AnyId id) {
    Text out;
    const FailureModel& model = facts.get<FailureModel>();
    for (const ElementIndex element : model.elements_of(id)) {
        const Text kind = label_of(model[element].kind);
        Text line{kind.zh + "故障：无点位中断", kind.en + " fails: nothing goes dark"};
        if (const FailureEffect* effect = facts.get<SingleFailures>().effect(element)) {
            const auto number = [](auto n) { return std::to_string(n); };
            line = {kind.zh + "故障：中断 " + number(effect->dark) + " 个点位、" + number(effect->rooms) + " 个房间、" +
                        number(effect->people) + " 人，另有 " + number(effect->impaired) + " 个点位受损",
                    kind.en + " fails: " + number(effect->dark) + " points in " + number(effect->rooms) +
                        " rooms go dark, " + number(effect->people) + " people; " + number(effect->impaired) +
                        " points are impaired"};
            for (const std::uint32_t target : effect->lost) {
                const Text name = name_of(facts.design(), facts.get<ReachNetwork>().targets[target]);
                line.zh += "\n全部中断：" + name.zh;
                line.en += "\nlost to all: " + name.en;
            }
        }
        out.zh += (out.zh.empty() ? "" : "\n") + line.zh;
        out.en += (out.en.empty() ? "" : "\n") + line.en;
    }
    return out;
}

} // namespace

LensPicture look_at_failures(const Facts& facts, FloorId floor) {
    LensPicture out;
    const Design& design = facts.design();
    const auto colour = [&](AnyId id) {
        if (const FailureEffect* effect = effect_of(facts, id); effect && effect->dark > 0)
            for (const Weight& weight : weights())
                if (effect->dark >= weight.from)
                    out.colours[id.value] = weight.rgb;
    };
    const auto here = [&](const auto& row) { return place_of(design, row.id).floor == floor; };
    for (const Room& row : design.rooms)
        if (row.floor == floor)
            colour(row.id);
    for (const PathwayRun& row : design.pathway_runs) {
        const PathwayNode* from = design.find(row.from);
        const PathwayNode* to = design.find(row.to);
        if ((from && from->floor == floor) || (to && to->floor == floor))
            colour(row.id);
    }
    for (const Rack& row : design.racks)
        if (here(row))
            colour(row.id);
    for (const Equipment& row : design.equipment)
        if (here(row))
            colour(row.id);
    for (const Weight& weight : weights())
        out.legend.push_back({weight.rgb, weight.name});
    out.explain = [facts](AnyId id) { return explanation(facts, id); };
    return out;
}

} // namespace riser
