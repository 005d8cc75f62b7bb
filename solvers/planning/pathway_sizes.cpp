// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/pathway_sizes.h"

#include "solvers/base/growth.h"
#include "solvers/planning/backbone/standing_backbone.h"
#include "solvers/planning/rows.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace riser {

namespace {

// Runs beside which a secret plane's may lie do not depend on how those are divided.
Design without_compartments(const Design& design) {
    Design out = design;
    for (const PathwayRun& run : design.pathway_runs)
        if (!run.plane && !run.compartments.empty()) {
            PathwayRun whole = run;
            whole.compartments.clear();
            out.pathway_runs.put(std::move(whole));
        }
    return out;
}

} // namespace

bool is_laid_by(const Cable& cable, std::string_view planner) {
    return cable.origin.source == planner && !PlannedRows<Cable>::is_settled(cable) && !cable.route_pinned;
}

std::int64_t growth_of(const Design& design, GrowthReserve growth) {
    const double factor = growth == GrowthReserve::of_brief ? growth_factor(design.find(the_brief), {}) : 1;
    return std::llround(factor * 10'000);
}

std::map<PathwayRunId, std::map<std::int32_t, SectionLoad>>
standing_loads(const Design& design, const std::function<bool(const Cable&)>& counts) {
    std::map<PathwayRunId, std::map<std::int32_t, SectionLoad>> out;
    for (const Cable& cable : design.cables) {
        const CableType* type = design.find(cable.type);
        if (!type || cable.status == Status::remove || (counts && !counts(cable)))
            continue;
        const std::int64_t squared = std::int64_t{type->diameter_um} * type->diameter_um;
        for (const RouteStep& step : cable.route)
            out[step.run][step.compartment][cable.plane] += squared;
    }
    return out;
}

namespace {

// Cables that are laid anew by the steps to come.
bool is_laid_anew(const Cable& cable) { return is_laid_by(cable, "cables") || is_laid_by(cable, "backbone"); }

class Loads {
  public:
    Loads(const Design& design, const LoadOptions& options, const PlanesApart& apart)
        : design_(design), options_(options), apart_(apart), ways_(design, options.ways), types_(design) {}

    // A cable to every jack that has none of a person's own.
    void add_horizontal(const Run& run) {
        std::set<std::pair<AnyId, std::int32_t>> cabled; // jacks, or places on an outlet
        for (const Termination& end : design_.terminations)
            if (const Cable* cable = design_.find(end.cable);
                cable && cable->status != Status::remove && !is_laid_anew(*cable))
                cabled.emplace(end.on, end.on.kind == Kind::outlets ? end.position : 0);
        for (const Jack& jack : design_.jacks) {
            if (run.stopped())
                return;
            const Outlet* outlet = design_.find(jack.outlet);
            if (!outlet || jack.status == Status::remove || outlet->status == Status::remove)
                continue;
            const bool laid =
                cabled.contains({AnyId(jack.id), 0}) || cabled.contains({AnyId(outlet->id), jack.position});
            add_jack(jack, *outlet, laid);
        }
    }

    // What lies already and stays; and what it all may grow to, but for backbones, which grow by their spare elements.
    void add_standing() {
        add_standing(CableRole::horizontal);
        const auto grow = [&](SectionLoad& load) {
            for (auto& [plane, squared] : load)
                squared = squared / 10'000 * options_.growth + squared % 10'000 * options_.growth / 10'000;
        };
        for (auto& [id, load] : out_.open)
            grow(load);
        for (auto& [plane, runs] : out_.secret)
            for (auto& [id, load] : runs)
                grow(load);
        add_standing(CableRole::backbone);
    }

    // Of the rooms found to serve jacks, but for routes that stand.
    void add_uplinks(const Run& run) {
        const auto no_runs = [](std::optional<PlaneId>) { return std::optional<PlaneId>(); };
        UplinkPlanning planning{
            .cables = options_.uplinks, .routes = {.ways = options_.ways}, .sections = {}, .growth = options_.growth};
        const StandingBackbone standing(design_, ways_.graph());
        planning.standing = [&](const RoomOnPlane& at, UplinkRoute route) { return standing.route(at, route); };
        for (const Uplink& uplink : uplinks_of(design_, ways_.net(), rooms_, planning, run))
            add(uplink, [&](PathwayRunId id) -> SectionLoad& { return out_.open[id]; });
        if (secret_rooms_.empty())
            return;
        planning.standing = {};
        planning.runs_of = no_runs;
        for (const Uplink& uplink : uplinks_of(beside().first, beside().second.net(), secret_rooms_, planning, run))
            add(uplink, [&](PathwayRunId id) -> SectionLoad& { return out_.secret[*uplink.at.first][id]; });
    }

    RunLoads take() && { return std::move(out_); }

  private:
    void add_standing(CableRole role) {
        const auto stays = [role](const Cable& cable) {
            const bool backbone = cable.role == CableRole::backbone || cable.role == CableRole::campus;
            return backbone == (role == CableRole::backbone) && !is_laid_anew(cable);
        };
        for (const auto& [id, compartments] : standing_loads(design_, stays))
            for (const auto& [index, load] : compartments)
                for (const auto& [plane, squared] : load)
                    if (!apart_.is_secret(plane))
                        out_.open[id][plane] += squared;
    }

    void add_jack(const Jack& jack, const Outlet& outlet, bool laid) {
        const bool secret = apart_.is_secret(jack.plane);
        const CableWays::Found found = secret ? beside().second.of(jack, outlet, std::nullopt) : ways_.of(jack, outlet);
        if (!found.way)
            return;
        count_point(secret ? secret_rooms_ : rooms_, jack, found.way->space);
        if (laid && !secret)
            return;
        const std::int64_t diameter = types_.diameter(jack);
        for (const RunIndex index : found.way->runs) {
            const PathwayRunId id = found.router->graph()[index].id;
            (secret ? out_.secret[*jack.plane][id] : out_.open[id])[jack.plane] += diameter * diameter;
        }
    }

    template<class LoadOf> void add(const Uplink& uplink, LoadOf load_of) {
        for (const Uplink::Laid& laid : uplink.laid)
            for (const UplinkCable& cable : laid.cables)
                for (const RouteStep& step : laid.steps)
                    load_of(step.run)[uplink.at.first] +=
                        std::int64_t{cable.type->diameter_um} * cable.type->diameter_um;
    }

    // The pathways beside which secret planes' may lie. Made when first needed.
    std::pair<Design, CableWays>& beside() {
        if (!beside_) {
            Design whole = without_compartments(design_);
            CableWays ways(whole, options_.ways);
            beside_.emplace(std::move(whole), std::move(ways));
        }
        return *beside_;
    }

    const Design& design_;
    const LoadOptions& options_;
    const PlanesApart& apart_;
    CableWays ways_;
    const CableTypes types_;
    std::optional<std::pair<Design, CableWays>> beside_;
    ServedRooms rooms_;
    ServedRooms secret_rooms_;
    RunLoads out_;
};

} // namespace

RunLoads loads_of(const Design& design, const LoadOptions& options, const PlanesApart& apart, const Run& run) {
    Loads loads(design, options, apart);
    loads.add_horizontal(run);
    loads.add_standing();
    if (!run.stopped())
        loads.add_uplinks(run);
    return std::move(loads).take();
}

} // namespace riser
