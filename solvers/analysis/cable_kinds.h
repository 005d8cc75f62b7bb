// SPDX-License-Identifier: GPL-3.0-or-later
// What cables, jacks and outlets are, without where they lie: topology without geometry, so that moving an outlet or
// re-routing a cable wakes no fact that counts or connects. Rows with status `remove` are left out.
#pragma once

#include "model/cabling.h"
#include "solvers/base/facts.h"

namespace riser {

struct CableKind {
    CableId id;
    CableTypeId type;
    CableRole role = CableRole::horizontal;
    std::optional<PlaneId> plane;
    bool operator==(const CableKind&) const = default;
};
struct CableKinds {
    Table<CableKind> cables;
    bool operator==(const CableKinds&) const = default;
    static CableKinds compute(FactInput& input);
    static std::optional<CableKinds> update(const CableKinds& previous, const ChangeSet& changes, FactInput& input);
};

struct JackPlace {
    JackId id;
    OutletId outlet;
    std::int32_t position = 1;
    PointKindId kind;
    std::optional<PlaneId> plane;
    bool operator==(const JackPlace&) const = default;
};
struct JackPlaces {
    Table<JackPlace> jacks;
    bool operator==(const JackPlaces&) const = default;
    static JackPlaces compute(FactInput& input);
    static std::optional<JackPlaces> update(const JackPlaces& previous, const ChangeSet& changes, FactInput& input);
};

struct OutletRoom {
    OutletId id;
    FloorId floor;
    std::optional<RoomId> room;
    bool operator==(const OutletRoom&) const = default;
};
struct OutletRooms {
    Table<OutletRoom> outlets;
    bool operator==(const OutletRooms&) const = default;
    static OutletRooms compute(FactInput& input);
    static std::optional<OutletRooms> update(const OutletRooms& previous, const ChangeSet& changes, FactInput& input);
};

} // namespace riser
