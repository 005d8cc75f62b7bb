// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/penetrations.h"

#include "solvers/graph/crossings.h"
#include "solvers/planning/labels.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

constexpr std::string_view planner = "penetrations";

void fit(Penetration& row, const PathwayRun& run, Millimetres allowance) {
    row.width = run.width + allowance + allowance;
    row.height = run.height + allowance + allowance;
}

bool stands_in_building(const PathwayRun& run) {
    return run.status == Status::existing || run.status == Status::as_built || run.status == Status::remove;
}

class PenetrationPlanner {
  public:
    PenetrationPlanner(Design& after, const PenetrationOptions& options)
        : after_(after),
          options_(options),
          rows_(after, planner),
          labels_(after, "penetration", options.label),
          crossings_(after.floors, after.rooms, after.spaces, after.fire_compartments, after.pathway_nodes) {
        for (const Penetration& row : after.penetrations) {
            labels_.take(row.label);
            if (row.run && !rows_.was_mine(row))
                drawn_[*row.run].push_back(row);
        }
    }

    void plan() {
        const Table<PathwayRun> runs = after_.pathway_runs;
        for (const PathwayRun& run : runs)
            if (!stands_in_building(run))
                for (const Crossing& crossing : crossings_.of(run))
                    if (!is_drawn(crossing))
                        put(crossing, run);
        rows_.remove_rest();
    }

  private:
    bool is_drawn(const Crossing& crossing) const {
        const auto known = drawn_.find(crossing.run);
        const PenetrationHost host = crossing.of == CrossingOf::slab ? PenetrationHost::slab : PenetrationHost::wall;
        return known != drawn_.end() &&
               std::any_of(known->second.begin(), known->second.end(), [&](const Penetration& row) {
                   return row.floor == crossing.floor && row.host == host &&
                          distance(row.place, crossing.place) <= options_.same_place;
               });
    }

    std::string stopping(const Crossing& crossing) const {
        const Floor* floor = after_.find(crossing.floor);
        const Building* building = floor ? after_.find(floor->building) : nullptr;
        const std::optional<Seconds> rating =
            rating_of(options_.ratings, crossing.of, building ? building->fire_class : FireClass::first);
        return rating ? rating_text(*rating) : std::string();
    }

    void put(const Crossing& crossing, const PathwayRun& run) {
        Penetration row = rows_.start(to_string(crossing.run) + '|' + to_string(crossing.through) + '|' +
                                      std::to_string(crossing.number));
        const bool fresh = !rows_.known(row);
        const bool slab = crossing.of == CrossingOf::slab;
        row.floor = crossing.floor;
        row.host = slab ? PenetrationHost::slab : PenetrationHost::wall;
        row.place = crossing.place;
        row.run = run.id;
        row.sleeved = true;
        row.stopping = stopping(crossing);
        fit(row, run, options_.allowance);
        if (fresh)
            row.scope = run.scope;
        if (row.label.empty()) {
            std::vector<LabelField> fields = place_fields(after_, crossing.floor);
            fields.push_back({"run", run.label});
            fields.push_back({"host", slab ? "S" : "W"});
            row.label = labels_.next(fields);
        }
        rows_.put(std::move(row));
    }

    Design& after_;
    const PenetrationOptions& options_;
    PlannedRows<Penetration> rows_;
    LabelMaker labels_;
    Crossings crossings_;
    std::map<PathwayRunId, std::vector<Penetration>> drawn_; // by people
};

} // namespace

void plan_penetrations(Design& after, const PenetrationOptions& options) { PenetrationPlanner(after, options).plan(); }

void fit_penetrations(Design& after, Millimetres allowance) {
    PlannedRows<Penetration> rows(after, planner);
    const Table<Penetration> standing = after.penetrations;
    for (const Penetration& row : standing)
        if (const PathwayRun* run = after.find(row.run); run && rows.is_mine(row)) {
            Penetration fitted = row;
            fit(fitted, *run, allowance);
            rows.put(std::move(fitted));
        }
}

} // namespace riser
