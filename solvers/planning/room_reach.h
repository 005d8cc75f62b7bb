// SPDX-License-Identifier: GPL-3.0-or-later
// How much of its cable each point would take from each room that may serve it, before pathways are rows: over the
// pathways that planning would lay if all those rooms were used, by the router that cables are routed by. So a length
// here is the length that cable planning will come to, but for what people change in between.
#pragma once

#include "solvers/graph/routing.h"
#include "solvers/planning/plan_pathways.h"
#include "solvers/planning/point_table.h"
#include "solvers/planning/storeys.h"

#include <map>

namespace riser {

// The points of one outlet; where the design has no outlets yet, those that the point table asks of a room.
struct PointsAt {
    FloorId floor;
    std::optional<RoomId> room;
    Point place;
    std::int64_t height = 0; // above the floor
    std::int64_t points = 0;
    std::map<SpaceId, std::int64_t> promised; // of them: what people serve from a space of their choice
    std::int64_t free() const;                // of them: whose room is to be chosen
};

// By floor, room, place. Outlets and jacks that are to be removed do not count.
std::vector<PointsAt> points_of(const Design& design, const CountingOptions& counting);

class RoomReach {
  public:
    // `spaces` are what the design would have. As long as planning pathways takes, but for their sections.
    RoomReach(const Design& design, std::vector<Space> spaces, const PathwayOptions& pathways);

    // Millimetres of cable without slack from each space, in their order; nothing where there is no way. Microseconds
    // once a space was asked for.
    std::vector<std::optional<std::int64_t>> lengths(const PointsAt& points, std::span<const SpaceId> spaces);
    // The warmest pathway that people drew on the floor, if they said.
    std::optional<DeciCelsius> warmest(FloorId floor) const;

  private:
    const Router& router(SpaceId space);

    Design laid_;
    RoutingOptions options_;
    std::shared_ptr<const RoutingNet> net_;
    std::map<SpaceId, Router> routers_;
    std::map<FloorId, DeciCelsius> warmest_;
    std::map<FloorId, std::int64_t> elevation_;
};

} // namespace riser
