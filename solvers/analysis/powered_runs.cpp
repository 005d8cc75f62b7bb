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

// The class that each jack's point asks of the cables of its link.
class Powering {
  public:
    explicit Powering(FactInput& input)
        : jacks_(input.get<JackPlaces>().jacks),
          kinds_(input.get<CableKinds>().cables),
          types_(input.table<CableType>()),
          points_(input.table<PointKind>()) {}

    void add(const JackLink& link, std::map<CableId, std::int32_t>& classes) const {
        const JackPlace* jack = jacks_.find(link.id);
        const PointKind* point = jack ? points_.find(jack->kind) : nullptr;
        if (!point || point->poe.value <= 0)
            return;
        const std::int32_t needed = poe_class_of(point->poe).value_or(highest_poe_class);
        for (const CableId id : link.cables) {
            const CableKind* cable = kinds_.find(id);
            const CableType* type = cable ? types_.find(cable->type) : nullptr;
            if (type && type->element == ElementUnit::core)
                continue;
            std::int32_t& known = classes[id];
            known = std::max(known, needed);
        }
    }

  private:
    const Table<JackPlace>& jacks_;
    const Table<CableKind>& kinds_;
    const Table<CableType>& types_;
    const Table<PointKind>& points_;
};

} // namespace

PoweredCables PoweredCables::compute(FactInput& input) {
    const Powering powering(input);
    std::map<CableId, std::int32_t> classes;
    for (const JackLink& link : input.get<JackLinks>().jacks)
        powering.add(link, classes);
    std::vector<std::shared_ptr<const PoweredCable>> rows;
    for (const auto& [id, poe_class] : classes)
        rows.push_back(std::make_shared<const PoweredCable>(PoweredCable{.id = id, .poe_class = poe_class}));
    PoweredCables out;
    out.cables.assign_sorted(std::move(rows));
    return out;
}

// Cables of jacks whose link or kind is another, each asked of all jacks that it serves.
std::optional<PoweredCables> PoweredCables::update(const PoweredCables& previous, const ChangeSet& changes,
                                                   FactInput& input) {
    if (!changes.empty())
        return compute(input);
    std::set<CableId> touched;
    const auto note = [&](const JackLink* link) {
        if (link)
            touched.insert(link->cables.begin(), link->cables.end());
    };
    const Table<JackLink>& links = input.get<JackLinks>().jacks;
    const Table<JackLink>& linked = input.before_fact<JackLinks>().jacks;
    Table<JackLink>::diff(linked, links, [&](const JackLink* a, const JackLink* b) {
        note(a);
        note(b);
        return true;
    });
    Table<JackPlace>::diff(input.before_fact<JackPlaces>().jacks, input.get<JackPlaces>().jacks,
                           [&](const JackPlace* a, const JackPlace* b) {
                               note(linked.find((a ? a : b)->id));
                               note(links.find((a ? a : b)->id));
                               return true;
                           });
    Table<CableKind>::diff(input.before_fact<CableKinds>().cables, input.get<CableKinds>().cables,
                           [&](const CableKind* a, const CableKind* b) {
                               touched.insert((a ? a : b)->id);
                               return true;
                           });
    if (touched.empty())
        return std::nullopt;
    const Powering powering(input);
    std::map<CableId, std::int32_t> classes;
    for (const JackLink& link : links)
        if (std::any_of(link.cables.begin(), link.cables.end(), [&](CableId id) { return touched.contains(id); }))
            powering.add(link, classes);
    PoweredCables out = previous;
    bool changed = false;
    for (const CableId id : touched) {
        const auto at = classes.find(id);
        changed |= settle_row(out.cables, id,
                              at == classes.end() ? std::nullopt
                                                  : std::optional(PoweredCable{.id = id, .poe_class = at->second}));
    }
    return changed ? std::optional(std::move(out)) : std::nullopt;
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
