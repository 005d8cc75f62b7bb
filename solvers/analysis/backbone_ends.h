// SPDX-License-Identifier: GPL-3.0-or-later
// Between which telecom spaces each backbone cable runs: those in which its elements end, else those where its route
// begins and ends, else, where a room hangs on the middle of a run, the room it was planned to and the building's only
// core. End a is the core's.
#pragma once

#include "model/cabling.h"
#include "solvers/base/facts.h"

namespace riser {

struct BackboneEnd {
    CableId id;
    std::optional<PlaneId> plane;
    bool in_pairs = false; // of telephones
    SpaceId a;             // 0: in none
    SpaceId b;
    std::vector<RouteStep> route;
    bool operator==(const BackboneEnd&) const = default;
};

// One row a backbone or campus cable that stays.
struct BackboneEnds {
    Table<BackboneEnd> cables;
    bool operator==(const BackboneEnds&) const = default;
    static BackboneEnds compute(FactInput& input);
};

// From which spaces points of each plane are served, telephones in pairs aside. Sorted.
struct ServingSpaces {
    std::vector<std::pair<std::optional<PlaneId>, SpaceId>> spaces;
    bool operator==(const ServingSpaces&) const = default;
    static ServingSpaces compute(FactInput& input);
};

} // namespace riser
