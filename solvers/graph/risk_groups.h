// SPDX-License-Identifier: GPL-3.0-or-later
// Which pathway runs fail together: those that climb in one shaft, those in one fire compartment, those that pass one
// room (corridors and halls aside, which cables cannot help passing). A shaft is a compartment of its own, so runs that
// climb are of no other group. Rooms and compartments are found by the way of the run on its floor, to the metre.
#pragma once

#include "solvers/graph/disjoint_routes.h"

#include <map>

namespace riser {

enum class RiskKind { shaft, compartment, room };

struct RiskGroup {
    RiskKind kind = RiskKind::shaft;
    AnyId shows; // of a shaft: one of its runs
    Text label;  // of a shaft: "Shaft 1"
    bool operator==(const RiskGroup&) const = default;
};

class RiskGroups {
  public:
    RiskGroups() = default;
    // Reads floors, rooms, spaces, fire compartments and pathways. O(runs x rooms of a floor), by boxes first.
    RiskGroups(const Design& design, const PathwayGraph& graph);

    const RiskGroup& operator[](std::uint32_t group) const { return list_[group]; }
    // Shafts are of tier 0, rooms and compartments of tier 1.
    const FailureGroups& groups() const { return groups_; }
    // The room of the space and the compartments it lies in: who ends there cannot avoid them. Sorted.
    std::vector<std::uint32_t> around(const Design& design, SpaceId space) const;
    // Whether the drawing says in which compartment all of the run lies.
    bool compartment_known(RunIndex run) const { return compartment_known_[at(run)] != 0; }
    bool operator==(const RiskGroups& other) const;

  private:
    std::uint32_t group_of(RiskKind kind, AnyId shows);
    void add_shafts(const Design& design, const PathwayGraph& graph);
    void add_places(const Design& design, const PathwayGraph& graph);

    std::vector<RiskGroup> list_;
    FailureGroups groups_;
    std::vector<std::uint8_t> compartment_known_; // by run
    std::map<AnyId, std::uint32_t> by_row_;       // of rooms and compartments
};

} // namespace riser
