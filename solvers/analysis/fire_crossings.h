// SPDX-License-Identifier: GPL-3.0-or-later
// Where runs go through what holds fire back (graph/crossings), and which hole, drawn or planned, is there for each.
#pragma once

#include "solvers/base/facts.h"
#include "solvers/graph/crossings.h"

#include <vector>

namespace riser {

struct FireCrossing {
    Crossing crossing;
    // The run's hole in the same floor's wall or slab that lies nearest; absent: it has none there.
    std::optional<PenetrationId> hole;
    Millimetres off; // from the crossing to the hole
    bool operator==(const FireCrossing&) const = default;
};

struct FireCrossings {
    std::vector<FireCrossing> list; // by run, in order along it; runs with status `remove` are left out
    bool operator==(const FireCrossings&) const = default;
    static FireCrossings compute(FactInput& input);
};

} // namespace riser
