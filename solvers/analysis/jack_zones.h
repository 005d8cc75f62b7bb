// SPDX-License-Identifier: GPL-3.0-or-later
// Which security zone each jack belongs to. On its plane: the zone that names its point kind, else the one that names
// the use of its room, else the one that names the owner of its room. A room that is shared or nobody's counts as the
// body's with the code "shared"; what no zone names goes to a desks zone that names nothing. A list that a zone leaves
// empty asks nothing, one that it fills must hold the jack; ties by code, then id. Secret planes have no zones.
#pragma once

#include "model/logical.h"
#include "solvers/analysis/cable_kinds.h"

namespace riser {

struct JackZone {
    JackId id;
    ZoneId zone;
    std::optional<BodyId> owner; // of its room; the body "shared" where there is none, if there is that body
    bool operator==(const JackZone&) const = default;
};

// One row a jack that has a zone. O(jacks x zones of a plane); an edit costs the jacks that it touches.
struct JackZones {
    Table<JackZone> jacks;
    bool operator==(const JackZones&) const = default;
    static JackZones compute(FactInput& input);
    static std::optional<JackZones> update(const JackZones& previous, const ChangeSet& changes, FactInput& input);
};

// What of a room decides about zones.
struct RoomOwner {
    RoomId id;
    RoomUse use = RoomUse::other;
    std::optional<BodyId> body;
    bool operator==(const RoomOwner&) const = default;
};
struct RoomOwners {
    Table<RoomOwner> rooms;
    bool operator==(const RoomOwners&) const = default;
    static RoomOwners compute(FactInput& input);
    static std::optional<RoomOwners> update(const RoomOwners& previous, const ChangeSet& changes, FactInput& input);
};

// The body of shared rooms: that with the code "shared", of several the first by id.
std::optional<BodyId> shared_body(const Table<Body>& bodies);

} // namespace riser
