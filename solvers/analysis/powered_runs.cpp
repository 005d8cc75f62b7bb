// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/powered_runs.h"

#include "model/catalogue.h"
#include "solvers/analysis/cable_kinds.h"
#include "solvers/analysis/jack_links.h"
#include "solvers/analysis/projection.h"

#include <algorithm>
#include <map>
#include <set>

namespace riser {

namespace {

void add(std::vector<CompartmentPower>& compartments, std::int32_t index, std::int32_t poe_class, std::int32_t sign) {
    auto at = std::lower_bound(compartments.begin(), compartments.end(), index,
                               [](const CompartmentPower& c, std::int32_t i) { return c.compartment < i; });
    if (at == compartments.end() || at->compartment != index) {
        at = compartments.insert(at, CompartmentPower{});
        at->compartment = index;
    }
    at->powered += sign;
    at->by_class[static_cast<std::size_t>(poe_class)] += sign;
    if (at->powered == 0)
        compartments.erase(at);
}

// Adds or takes away what a cable of that class puts into the runs it lies in.
void add(std::map<PathwayRunId, RunPower>& runs, const Cable* cable, const PoweredCable* power, std::int32_t sign) {
    if (!cable || !power || cable->status == Status::remove)
        return;
    for (const RouteStep& step : cable->route)
        add(runs[step.run].compartments, step.compartment, power->poe_class, sign);
}

} // namespace

PoweredCables PoweredCables::compute(FactInput& input) {
    const Table<JackPlace>& jacks = input.get<JackPlaces>().jacks;
    const Table<CableKind>& kinds = input.get<CableKinds>().cables;
    const Table<CableType>& types = input.table<CableType>();
    const Table<PointKind>& points = input.table<PointKind>();
    std::map<CableId, std::int32_t> classes;
    for (const JackLink& link : input.get<JackLinks>().jacks) {
        const JackPlace* jack = jacks.find(link.id);
        const PointKind* point = jack ? points.find(jack->kind) : nullptr;
        if (!point || point->poe.value <= 0)
            continue;
        const std::int32_t needed = poe_class_of(point->poe).value_or(highest_poe_class);
        for (const CableId id : link.cables) {
            const CableKind* cable = kinds.find(id);
            const CableType* type = cable ? types.find(cable->type) : nullptr;
            if (type && type->element == ElementUnit::core)
                continue;
            std::int32_t& known = classes[id];
            known = std::max(known, needed);
        }
    }
    std::vector<std::shared_ptr<const PoweredCable>> rows;
    for (const auto& [id, poe_class] : classes)
        rows.push_back(std::make_shared<const PoweredCable>(PoweredCable{.id = id, .poe_class = poe_class}));
    PoweredCables out;
    out.cables.assign_sorted(std::move(rows));
    return out;
}

PoweredRuns PoweredRuns::compute(FactInput& input) {
    const Table<PoweredCable>& powered = input.get<PoweredCables>().cables;
    std::map<PathwayRunId, RunPower> runs;
    for (const Cable& cable : input.table<Cable>())
        add(runs, &cable, powered.find(cable.id), 1);
    std::vector<std::shared_ptr<const RunPower>> rows;
    for (auto& [id, run] : runs) {
        if (!id)
            continue;
        run.id = id;
        rows.push_back(std::make_shared<const RunPower>(std::move(run)));
    }
    PoweredRuns out;
    out.runs.assign_sorted(std::move(rows));
    return out;
}

// Takes away what cables of another way or class put into their runs before, and adds what they put there now.
std::optional<PoweredRuns> PoweredRuns::update(const PoweredRuns& previous, const ChangeSet& changes,
                                               FactInput& input) {
    const Table<PoweredCable>& now = input.get<PoweredCables>().cables;
    const Table<PoweredCable>& was = input.before_fact<PoweredCables>().cables;
    std::set<CableId> touched;
    const TableChanges& cables = changes.of(Kind::cables);
    for (const auto* list : {&cables.added, &cables.changed, &cables.removed})
        for (const std::uint64_t id : *list)
            touched.insert(CableId{id});
    Table<PoweredCable>::diff(was, now, [&](const PoweredCable* a, const PoweredCable* b) {
        touched.insert((a ? a : b)->id);
        return true;
    });
    const Table<Cable>& before = input.before<Cable>();
    const Table<Cable>& after = input.table<Cable>();
    std::map<PathwayRunId, RunPower> runs; // that those cables lie or lay in, as they were
    const auto note = [&](const Cable* cable) {
        for (const RouteStep& step : cable ? cable->route : std::vector<RouteStep>())
            if (const RunPower* run = previous.runs.find(step.run); run && !runs.contains(step.run))
                runs[step.run] = *run;
    };
    for (const CableId id : touched) {
        note(before.find(id));
        note(after.find(id));
    }
    for (const CableId id : touched) {
        add(runs, before.find(id), was.find(id), -1);
        add(runs, after.find(id), now.find(id), 1);
    }
    PoweredRuns out = previous;
    bool changed = false;
    for (auto& [id, run] : runs) {
        if (!id)
            continue;
        run.id = id;
        changed |= settle_row(out.runs, id, run.compartments.empty() ? std::nullopt : std::optional(run));
    }
    return changed ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace riser
