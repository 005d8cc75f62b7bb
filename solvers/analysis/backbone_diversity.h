// SPDX-License-Identifier: GPL-3.0-or-later
// How far the uplinks of each telecom room are apart, by the cables as they stand, and what they still share; beside
// what the brief asks. Telephones in pairs are no uplinks. Where a room has more than two cables on a plane, the two
// that are farthest apart count.
#pragma once

#include "solvers/base/facts.h"
#include "solvers/base/uplink_class.h"
#include "solvers/graph/diversity.h"

namespace riser {

// Which runs fail together. Two are equal when they say the same.
struct RunRisks {
    std::shared_ptr<const RiskGroups> groups; // by the runs of Pathways; never null
    bool operator==(const RunRisks& other) const { return *groups == *other.groups; }
    static RunRisks compute(FactInput& input);
};

struct RoomUplinks {
    std::optional<PlaneId> plane;
    SpaceId space;
    RedundancyClass asked = RedundancyClass::n;
    std::vector<CableId> cables; // all its uplinks, sorted
    std::vector<SpaceId> cores;  // where they begin, sorted, each once
    std::vector<CableId> pair;   // the two that are farthest apart; empty: fewer than two with a route
    SharedParts parts;           // of those
    std::size_t cores_there = 0; // rooms in which they might begin
    bool operator==(const RoomUplinks&) const = default;
};

// One a plane and room that serves its points or has uplinks, but for the cores themselves; by plane, room.
struct BackboneDiversity {
    std::vector<RoomUplinks> rooms;
    bool any_cable = false;
    bool operator==(const BackboneDiversity&) const = default;
    static BackboneDiversity compute(FactInput& input);
};

} // namespace riser
