// SPDX-License-Identifier: GPL-3.0-or-later
// The cheapest way to rid the uplinks of a telecom room of what parts its switches from the core alone: a cable laid
// another way, or a further one, each as far apart from one that stays as the pathways allow (disjoint_routes), at the
// catalogue's price a metre. Ports and transceivers of a further cable are not priced, and its cores end on ports that
// no failure but the device's takes.
#pragma once

#include "model/base/result.h"
#include "solvers/base/run.h"
#include "solvers/failure/redundancy.h"

namespace riser {

struct UplinkStep {
    enum class Of : std::uint8_t { move, add } of = Of::move;
    CableId cable; // that is moved, or beside which the new one is laid
    CableId stays; // the one from which the way is apart
    SpaceId core;  // where it begins
    std::vector<PathwayRunId> way = {};
    Millimetres length; // along the runs
    Money price;        // 0 where the catalogue has none
};

struct RoomFix {
    std::optional<PlaneId> plane;
    SpaceId space;
    RedundancyClass asked = RedundancyClass::n;
    std::vector<FailureElement> points = {}; // that part a switch of the room alone, and count
    std::vector<FailureElement> left = {};   // of those, what no step looked at removes
    std::vector<UplinkStep> steps = {};
    Money price, bound; // of the steps; no choice among those looked at costs less
    Outcome outcome = Outcome::complete;
    bool priced = true; // false: some cable has no price
};

// Rooms with such points, by plane, room. Stopped: those done so far.
std::vector<RoomFix> uplink_fixes(const Facts& facts, const Run& run = {});

} // namespace riser
