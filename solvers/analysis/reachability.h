// SPDX-License-Identifier: GPL-3.0-or-later
// How far each jack is from the nearest telecom room that may serve it, routed over the pathways open to its plane,
// whether or not a cable is laid yet. One shortest-path forest a plane; a moved outlet asks it again for itself alone.
#pragma once

#include "model/cabling.h"
#include "solvers/base/facts.h"
#include "solvers/graph/routing.h"

namespace riser {

// The tables that routing reads, without names, other words and sections: they may change and no way is sought again.
struct RoutingTables {
    Design design;
    bool operator==(const RoutingTables&) const = default;
    static RoutingTables compute(FactInput& input);
    static std::optional<RoutingTables> update(const RoutingTables& previous, const ChangeSet& changes,
                                               FactInput& input);
};

// A router for each plane that jacks are of. Two are equal when they are one.
struct Routers {
    struct OfPlane {
        std::optional<PlaneId> plane;
        std::shared_ptr<const Router> router;
        bool operator==(const OfPlane&) const = default;
    };
    std::vector<OfPlane> planes; // sorted by plane
    bool any_space = false;
    const Router* of(std::optional<PlaneId> plane) const;
    bool operator==(const Routers&) const = default;
    static Routers compute(FactInput& input);
};

struct JackReach {
    JackId id;
    FloorId floor;
    std::optional<Millimetres> length; // pathways and drops, without slack; absent: no way
    SpaceId space;
    NoWay why = NoWay::no_source; // when there is no way
    bool operator==(const JackReach&) const = default;
};

// One row a jack of an outlet that is there.
struct Reachability {
    Table<JackReach> jacks;
    bool operator==(const Reachability&) const = default;
    static Reachability compute(FactInput& input);
    static std::optional<Reachability> update(const Reachability& previous, const ChangeSet& changes, FactInput& input);
};

} // namespace riser
