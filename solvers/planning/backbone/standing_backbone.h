// SPDX-License-Identifier: GPL-3.0-or-later
// Backbone cables that stand when the backbone is planned: those that people drew, and planned ones that a person took
// over or whose route is pinned. Drawn ones to a room on a plane are its routes in the order of their labels.
#pragma once

#include "solvers/planning/backbone/uplinks.h"

namespace riser {

// "PLANE|ROOM|1|0": plane or "-", telecom room, route (1, 2, v), number of the cable on it.
std::string backbone_key(const RoomOnPlane& at, UplinkRoute route, std::size_t number);

class StandingBackbone {
  public:
    StandingBackbone(const Design& design, const PathwayGraph& graph);

    // Nothing where the route is still to be found.
    std::optional<StandingRoute> route(const RoomOnPlane& at, UplinkRoute route) const;
    // Where the planner laid it last; empty where it did not.
    std::vector<RunIndex> earlier(const RoomOnPlane& at, UplinkRoute route) const;
    // A cable of a person's own serves as this route: none is planned.
    bool is_drawn(const RoomOnPlane& at, UplinkRoute route) const { return drawn_.contains({at, route}); }

  private:
    using Key = std::pair<RoomOnPlane, UplinkRoute>;
    const Cable* planned(const RoomOnPlane& at, UplinkRoute route) const;
    StandingRoute standing(const Cable& cable) const;
    std::optional<SpaceId> outer_space(const Cable& cable, CableEnd end) const;

    const Design* design_;
    const PathwayGraph* graph_;
    std::map<Key, StandingRoute> drawn_;
    std::map<CableId, std::array<std::optional<SpaceId>, 2>> ended_; // in which spaces their panels stand
};

} // namespace riser
