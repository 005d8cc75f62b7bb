// SPDX-License-Identifier: GPL-3.0-or-later
// What the parts of the power planner share: the rooms with racks, their strips and what must not stop in them, and the
// design as it becomes.
#pragma once

#include "solvers/analysis/power_loads.h"
#include "solvers/base/uplink_class.h"
#include "solvers/base/ups_size.h"
#include "solvers/planning/labels.h"
#include "solvers/planning/power/plan_power.h"
#include "solvers/planning/rows.h"

#include <map>
#include <set>

namespace riser {

struct PowerRack {
    RackId id;
    std::vector<PduId> strips = {};
    RedundancyClass redundancy = RedundancyClass::n; // the most of a network in it
};
struct PowerRoom {
    SpaceId space;
    std::vector<PowerRack> racks = {}; // without reservations; by label, then id
    bool has_strips = false;
    RedundancyClass redundancy = RedundancyClass::n;
};

struct PowerWorks {
    PowerWorks(const Design& design, const PowerOptions& given);
    PowerWorks(const PowerWorks&) = delete;
    PowerWorks& operator=(const PowerWorks&) = delete;

    const PowerOptions& options;
    Facts facts; // of the design as given
    Design after;
    ReasonList reasons;
    PlannedRows<PowerSource> sources;
    PlannedRows<Ats> switches;
    PlannedRows<Ups> ups;
    PlannedRows<Circuit> circuits;
    PlannedRows<Pdu> strips; // of the planner of equipment
    PlannedRows<EarthBar> bars;
    PlannedRows<Bond> bonds;
    LabelMaker source_labels;
    LabelMaker switch_labels;
    LabelMaker circuit_labels;
    LabelMaker ups_labels;
    LabelMaker bar_labels;
    std::map<BuildingId, std::vector<PowerRoom>> rooms; // by floor, label, id

    std::string code(SpaceId space) const;
    std::string building_code(BuildingId building) const;
};

// The main bar of each building, a bar in each room with racks, bonds from racks to it and from it to the main bar.
void plan_earthing(PowerWorks& works);

} // namespace riser
