// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/pathway_fill.h"

#include "model/catalogue.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/projection.h"

#include <cmath>
#include <map>
#include <numbers>

namespace riser {

namespace {

// What one cable adds to each compartment it lies in.
struct CableLoad {
    std::int64_t diameter_squared = 0;
    bool large = false;
    std::optional<PlaneId> plane;
};

CableLoad load_of(const Cable& cable, const CableType* type, const CablePlanes& planes) {
    CableLoad load;
    if (type) {
        load.diameter_squared = static_cast<std::int64_t>(type->diameter_um) * type->diameter_um;
        load.large = type->elements > 4;
    }
    load.plane = planes.of(cable.id);
    return load;
}

void add(std::vector<CompartmentLoad>& compartments, std::int32_t index, const CableLoad& load, std::int32_t sign) {
    auto at = std::lower_bound(compartments.begin(), compartments.end(), index,
                               [](const CompartmentLoad& c, std::int32_t i) { return c.compartment < i; });
    if (at == compartments.end() || at->compartment != index) {
        at = compartments.insert(at, CompartmentLoad{});
        at->compartment = index;
    }
    at->diameters_squared += sign * load.diameter_squared;
    at->cables += sign;
    at->large += load.large ? sign : 0;
    auto plane = std::lower_bound(at->planes.begin(), at->planes.end(), load.plane,
                                  [](const PlaneShare& p, const auto& wanted) { return p.plane < wanted; });
    if (plane == at->planes.end() || plane->plane != load.plane)
        plane = at->planes.insert(plane, {.plane = load.plane, .cables = 0});
    plane->cables += sign;
    if (plane->cables == 0)
        at->planes.erase(plane);
    if (at->cables == 0)
        compartments.erase(at);
}

// Of a rectangle, or of the circle that a conduit is; exact, since shares of it are rounded up.
double section_of(PathwayKind kind, Millimetres width, Millimetres height) {
    const double box = static_cast<double>(width.value) * height.value;
    return kind == PathwayKind::conduit ? std::numbers::pi / 4 * box : box;
}

// Rounded up, but for what floating point adds.
template<class Whole> Whole rounded_up(double value) {
    return static_cast<Whole>(std::ceil(std::min(value, 1e9) - 1e-6));
}

CompartmentFill fill_of(std::int32_t index, double section, const CompartmentLoad* load) {
    CompartmentFill fill;
    fill.compartment = index;
    fill.section = SquareMillimetres(std::llround(section));
    double used = 0;
    if (load) {
        used = std::numbers::pi / 4 * static_cast<double>(load->diameters_squared) / 1e6;
        fill.cables = load->cables;
        fill.large = load->large;
        fill.planes = load->planes;
    }
    fill.used = SquareMillimetres(rounded_up<std::int64_t>(used));
    if (section > 0)
        fill.share = BasisPoints(rounded_up<std::int32_t>(used / section * 10'000));
    return fill;
}

RunFill fill_of(const PathwayRun& run, const RunLoad* load) {
    RunFill fill{.id = run.id, .compartments = {}, .strays = 0};
    const auto load_at = [&](std::int32_t index) -> const CompartmentLoad* {
        if (load)
            for (const CompartmentLoad& compartment : load->compartments)
                if (compartment.compartment == index)
                    return &compartment;
        return nullptr;
    };
    if (run.compartments.empty())
        fill.compartments.push_back(fill_of(0, section_of(run.kind, run.width, run.height), load_at(0)));
    for (std::size_t i = 0; i < run.compartments.size(); ++i) {
        const RunCompartment& compartment = run.compartments[i];
        const auto index = static_cast<std::int32_t>(i);
        fill.compartments.push_back(
            fill_of(index, section_of(PathwayKind::tray, compartment.width, compartment.height), load_at(index)));
    }
    if (load)
        for (const CompartmentLoad& compartment : load->compartments)
            if (compartment.compartment < 0 ||
                static_cast<std::size_t>(compartment.compartment) >= fill.compartments.size())
                fill.strays += compartment.cables;
    return fill;
}

} // namespace

PathwayLoads PathwayLoads::compute(FactInput& input) {
    const CablePlanes& planes = input.get<CablePlanes>();
    const Table<CableType>& types = input.table<CableType>();
    std::map<PathwayRunId, RunLoad> loads;
    for (const Cable& cable : input.table<Cable>()) {
        if (cable.status == Status::remove || cable.route.empty())
            continue;
        const CableLoad load = load_of(cable, types.find(cable.type), planes);
        for (const RouteStep& step : cable.route)
            add(loads[step.run].compartments, step.compartment, load, 1);
    }
    std::vector<std::shared_ptr<const RunLoad>> rows;
    rows.reserve(loads.size());
    for (auto& [id, load] : loads) {
        if (!id)
            continue;
        load.id = id;
        rows.push_back(std::make_shared<const RunLoad>(std::move(load)));
    }
    PathwayLoads out;
    out.runs.assign_sorted(std::move(rows));
    return out;
}

std::optional<PathwayLoads> PathwayLoads::update(const PathwayLoads& previous, const ChangeSet& changes,
                                                 FactInput& input) {
    if (!changes.of(Kind::cable_types).empty())
        return compute(input);
    const CablePlanes& old_planes = input.before_fact<CablePlanes>();
    const CablePlanes& planes = input.get<CablePlanes>();
    const Table<CableType>& types = input.table<CableType>();
    const Table<Cable>& old_cables = input.before<Cable>();
    const Table<Cable>& cables = input.table<Cable>();
    // Cables of other rows or of another plane: what they added goes, what they add comes.
    std::vector<CableId> touched;
    for (const auto* list :
         {&changes.of(Kind::cables).added, &changes.of(Kind::cables).removed, &changes.of(Kind::cables).changed})
        for (const std::uint64_t id : *list)
            touched.push_back(CableId{id});
    Table<CablePlane>::diff(old_planes.cables, planes.cables, [&](const CablePlane* a, const CablePlane* b) {
        touched.push_back((a ? a : b)->id);
        return true;
    });
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());

    std::map<PathwayRunId, RunLoad> loads;
    const auto shift = [&](const Cable* cable, const CablePlanes& of, std::int32_t sign) {
        if (!cable || cable->status == Status::remove)
            return;
        const CableLoad load = load_of(*cable, types.find(cable->type), of);
        for (const RouteStep& step : cable->route) {
            if (!step.run)
                continue;
            const auto [at, fresh] = loads.try_emplace(step.run);
            if (fresh) {
                const RunLoad* known = previous.runs.find(step.run);
                at->second = known ? *known : RunLoad{.id = step.run, .compartments = {}};
            }
            add(at->second.compartments, step.compartment, load, sign);
        }
    };
    for (const CableId id : touched)
        shift(cables.find(id), planes, 1);
    for (const CableId id : touched)
        shift(old_cables.find(id), old_planes, -1);
    PathwayLoads out = previous;
    bool changed = false;
    for (auto& [id, load] : loads) {
        const bool empty = load.compartments.empty();
        changed |= settle_row(out.runs, id, empty ? std::nullopt : std::optional(std::move(load)));
    }
    return changed ? std::optional(std::move(out)) : std::nullopt;
}

PathwayFill PathwayFill::compute(FactInput& input) {
    const Table<RunLoad>& loads = input.get<PathwayLoads>().runs;
    return {projected<RunFill>(input.table<PathwayRun>(),
                               [&](const PathwayRun& run) { return std::optional(fill_of(run, loads.find(run.id))); })};
}

} // namespace riser
