// SPDX-License-Identifier: GPL-3.0-or-later
// What the system diagram of one building and one network shows, before it is laid out: floors with their distributors,
// points by kind, switches and backbone; shafts found from the runs that climb; core, firewalls and entrances.
#pragma once

#include "exporters/drawings/symbols.h"
#include "model/design.h"
#include "solvers/base/facts.h"

namespace riser {

struct SystemPoints {
    PointKindId kind;
    Text code;
    Symbol symbol{};
    std::int64_t count = 0;
};

// Backbone cables of one distributor that climb by one shaft.
struct SystemLink {
    std::optional<std::size_t> shaft; // index into shafts; absent: by none
    std::int64_t cables = 0;
    std::int64_t cores = 0;
    AnyId shows; // one of the cables
};

struct SystemNode {
    SpaceId space;
    SpaceRole role = SpaceRole::floor_distributor;
    std::string label;
    std::vector<SystemPoints> points; // by code
    std::int64_t switches = 0;
    std::string cable;                        // most frequent horizontal category
    std::vector<SystemLink> links;            // most cores first
    std::optional<std::size_t> nearest_shaft; // that passes its floor
    std::int32_t x = 0;
};

struct SystemFloor {
    FloorId floor;
    std::string label;
    Text name;
    std::vector<BodyId> bodies;    // with rooms here, by area
    std::vector<SystemNode> nodes; // from left to right
    std::vector<SystemPoints> unserved;
    std::int64_t points = 0; // of outlets on this floor
    std::int64_t switches = 0;
    std::int64_t cores = 0; // of backbone cables ending here
};

struct SystemShaft {
    AnyId shows;
    Text label;
    std::size_t low = 0; // indices into floors
    std::size_t high = 0;
    std::int64_t cables = 0;
    std::int64_t cores = 0;
    double x = 0;
};

struct SystemBox {
    AnyId shows;
    Text label;
    Text detail;
    Symbol symbol{};
};

struct SystemContent {
    Text building;
    Text plane;                      // empty: of no network in particular
    std::vector<SystemFloor> floors; // from the highest
    std::vector<SystemShaft> shafts; // from left to right
    std::vector<SystemBox> core;
    std::vector<SystemBox> security; // firewalls, routers and the like
    std::vector<SystemBox> entrances;
    std::vector<std::pair<AnyId, AnyId>> joined; // boxes between which a cable runs
    bool has_backbone = false;
};

SystemContent system_content(const Facts& facts, BuildingId building, std::optional<PlaneId> plane);

// The networks that have points, devices or backbone of their own, in the order of their names; {nullopt} when there is
// none.
std::vector<std::optional<PlaneId>> planes_to_draw(const Design& design);

} // namespace riser
