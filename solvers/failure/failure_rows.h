// SPDX-License-Identifier: GPL-3.0-or-later
// What a FailureModel reads of places, cables and their ways, and nothing else of those rows: new lengths, labels,
// widths and outlines wake no fact that asks what fails. Rows with status `remove` are left out.
#pragma once

#include "model/building.h"
#include "model/cabling.h"
#include "model/equipment.h"
#include "solvers/base/facts.h"

#include <map>

namespace riser {

// The runs that a cable lies in, in their order.
struct CableRuns {
    CableId id;
    std::optional<PlaneId> plane;
    std::vector<PathwayRunId> runs;
    bool operator==(const CableRuns&) const = default;
};
struct CablesInRuns {
    Table<CableRuns> cables;
    bool operator==(const CablesInRuns&) const = default;
    static CablesInRuns compute(FactInput& input);
    static std::optional<CablesInRuns> update(const CablesInRuns& previous, const ChangeSet& changes, FactInput& input);
};

struct RunPlane {
    PathwayRunId id;
    std::optional<PlaneId> plane;
    bool operator==(const RunPlane&) const = default;
};
struct RunPlanes {
    Table<RunPlane> runs;
    bool operator==(const RunPlanes&) const = default;
    static RunPlanes compute(FactInput& input);
    static std::optional<RunPlanes> update(const RunPlanes& previous, const ChangeSet& changes, FactInput& input);
};

// The room of a space that is there, with the fire compartments of its floor that hold it.
struct SpacePlace {
    SpaceId id;
    RoomId room;
    std::vector<FireCompartmentId> compartments; // by id
    bool operator==(const SpacePlace&) const = default;
};
struct SpacePlaces {
    Table<SpacePlace> spaces;
    bool operator==(const SpacePlaces&) const = default;
    // O(spaces x (corners + compartments of the floor)).
    static SpacePlaces compute(FactInput& input);
};

// Where racks and panels stand and what is in racks; not how high, nor under which label.
struct StandingPlace {
    std::optional<PlaneId> plane;
    std::optional<SpaceId> space;
    bool operator==(const StandingPlace&) const = default;
};
struct RackContents {
    std::map<RackId, StandingPlace> racks;
    std::map<PanelId, StandingPlace> panels;
    std::map<AnyId, RackId> rack_of; // of what stands in one; of several the one by the first row
    bool operator==(const RackContents&) const = default;
    static RackContents compute(FactInput& input);
};

// The room of each of the FailureModel's jacks; 0: in none that is known. New points elsewhere leave it as it is.
struct SeatsOfJacks {
    std::vector<RoomId> rooms;
    bool operator==(const SeatsOfJacks&) const = default;
    static SeatsOfJacks compute(FactInput& input);
};

// Who works in a room, and for whom.
struct RoomSeat {
    RoomId id;
    std::int64_t people = 0;
    std::optional<BodyId> body;
    bool operator==(const RoomSeat&) const = default;
};
struct RoomSeats {
    Table<RoomSeat> rooms;
    bool operator==(const RoomSeats&) const = default;
    static RoomSeats compute(FactInput& input);
    static std::optional<RoomSeats> update(const RoomSeats& previous, const ChangeSet& changes, FactInput& input);
};

} // namespace riser
