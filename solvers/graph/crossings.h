// SPDX-License-Identifier: GPL-3.0-or-later
// Where pathway runs go through what holds fire back or needs a sleeve: boundaries of fire compartments, the slabs
// between storeys, and walls of telecom spaces. Each crossing is one hole: a wall whose two faces are drawn apart is
// crossed once. Where no compartments are drawn the slabs are crossed all the same. Boundaries of compartments stop
// fire, and so do slabs; a telecom space's wall that is no such boundary needs a sleeve only. Conduits go through plain
// walls in passing and are no holes there.
#pragma once

#include "model/building.h"
#include "model/design.h"
#include "model/pathways.h"

#include <map>
#include <vector>

namespace riser {

enum class CrossingOf { compartment, slab, wall };

struct Crossing {
    PathwayRunId run;
    CrossingOf of = CrossingOf::compartment;
    FloorId floor; // of a slab, the floor whose slab it is
    Point place;
    AnyId through;           // the compartment, the floor, the room of the space
    std::int32_t number = 1; // of those of one run through one thing, from its `from` end
    bool operator==(const Crossing&) const = default;
};
inline bool stops_fire(const Crossing& crossing) { return crossing.of != CrossingOf::wall; }

// Places at which the line passes from inside the polygon to outside or back, in order along it, to a millimetre.
// Parts of the line shorter than 2 mm between two of them are touches, not passages. O(points x vertices).
std::vector<Point> passages(const Polyline& line, const Polygon& polygon);

class Crossings {
  public:
    // The tables that crossings are read from; they must outlive it.
    Crossings(const Table<Floor>& floors, const Table<Room>& rooms, const Table<Space>& spaces,
              const Table<FireCompartment>& compartments, const Table<PathwayNode>& nodes);

    // In order along the run, slabs from the lowest. Nothing of a run whose ends are not there. O(points of the run x
    // vertices on its floor).
    std::vector<Crossing> of(const PathwayRun& run) const;

  private:
    std::vector<Crossing> in_plan(const PathwayRun& run, FloorId floor, const Polyline& line) const;
    std::vector<Crossing> slabs(const PathwayRun& run, const PathwayNode& from, const PathwayNode& to) const;

    const Table<Floor>* floors_;
    const Table<PathwayNode>* nodes_;
    std::map<FloorId, std::vector<const FireCompartment*>> compartments_;
    std::map<FloorId, std::vector<const Room*>> spaces_; // rooms of telecom spaces
};

} // namespace riser
