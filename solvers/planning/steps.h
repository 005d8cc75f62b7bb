// SPDX-License-Identifier: GPL-3.0-or-later
// The planning steps by name, in the order in which they build on one another, each planning on what the edit holds and
// applying at once. What the command line, the editor and tests run.
#pragma once

#include "solvers/planning/addresses/plan_addresses.h"
#include "solvers/planning/backbone/plan_backbone.h"
#include "solvers/planning/plan_access_points.h"
#include "solvers/planning/plan_cables.h"
#include "solvers/planning/plan_equipment.h"
#include "solvers/planning/plan_outlets.h"
#include "solvers/planning/plan_pathways.h"
#include "solvers/planning/plan_spaces.h"
#include "solvers/planning/power/plan_power.h"
#include "solvers/planning/zones/plan_zones.h"

#include <functional>

namespace riser {

struct PlanningOptions {
    OutletOptions outlets;
    AccessPointOptions access_points;
    SpaceOptions spaces;
    PathwayOptions pathways;
    CableOptions cables;
    BackboneOptions backbone;
    EquipmentOptions equipment;
    PowerOptions power;
    AddressOptions addresses;
    ZoneOptions zones;
};

// A figure of a step: {"信息点", "jacks"} 1,204; lengths in millimetres, power in milliwatts.
struct StepTotal {
    Text what;
    std::int64_t value = 0;
    enum class Unit { count, millimetres, milliwatts } unit = Unit::count;
};

// What a step keeps small, and how small any plan of it can be on what it was given: value >= bound, equal when the
// plan is proved best. `why` says over what the bound holds.
struct StepObjective {
    Text what;
    std::int64_t value = 0;
    std::int64_t bound = 0;
    StepTotal::Unit unit = StepTotal::Unit::count;
    Text why;
};
// "length of cable 48,213 m, never less than 47,900 m (gap 0.65 %): …".
Text sentence_of(const StepObjective& objective);
std::string shown(std::int64_t value, StepTotal::Unit unit); // "48213 m"

// Rows of one table that a step added, changed, removed.
struct KindChanges {
    Kind kind = Kind::projects;
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t removed = 0;
    bool operator==(const KindChanges&) const = default;
};
// "信息插座 +2 ~0 -1、信息点 +4 ~0 -2"; empty for a step that touched nothing.
Text sentence_of(std::span<const KindChanges> changes);

struct StepReport {
    std::string_view step;
    Text title;
    Outcome outcome = Outcome::complete;
    std::size_t added = 0; // rows
    std::size_t changed = 0;
    std::size_t removed = 0;
    std::vector<KindChanges> by_kind; // the same by table, those that changed
    std::vector<StepTotal> totals;
    std::vector<StepObjective> objectives; // the first before the second, …; empty: nothing is chosen
    std::vector<Reason> reasons;
};

struct PlanningStep {
    std::string_view name; // "outlets"
    Text title;
    std::function<Result<StepReport>(Edit& edit, const PlanningOptions& options, const Run& run)> perform;
};

// outlets, access-points, spaces, pathways, cables, backbone, equipment, power, addresses, zones.
const std::vector<PlanningStep>& planning_steps();
const PlanningStep* find_step(std::string_view name);

// Performs the named steps in the order of planning_steps(), whatever the order of the names; all of them when none is
// named. An unknown name is not_found and nothing is done; a step that fails or is stopped ends it, what came
// before stays in the edit.
Result<std::vector<StepReport>> perform_steps(Edit& edit, std::span<const std::string> names,
                                              const PlanningOptions& options = {}, const Run& run = {});

} // namespace riser
