// SPDX-License-Identifier: GPL-3.0-or-later
// From which space, and by which way, the cable of each jack comes. One forest a plane over all its distributors serves
// nearly every jack; where the nearest one does not serve the jack's floor, a forest over those that do. Kept between
// calls: the way of a moved outlet is a query of microseconds. What pathway planning sizes trays by and cable
// planning routes by is this one answer.
#pragma once

#include "solvers/graph/routing.h"

#include <map>

namespace riser {

struct WayOptions {
    Millimetres rack_entry = Millimetres(2'000);    // height at which cables enter a rack
    Millimetres longest_drop = Millimetres(40'000); // in the plan, from a run to an outlet
};

class CableWays {
  public:
    // O(runs log). Holds the rows it needs: the design may go, but ways are of that design's pathways, rooms, spaces.
    explicit CableWays(const Design& design, const WayOptions& options = {});

    struct Found {
        std::optional<Way> way;
        NoWay why = NoWay::no_source;   // when there is none
        const Router* router = nullptr; // that found it: names compartments
    };
    // The way to an outlet of a jack. Not for several threads at once: forests are made when first needed.
    Found of(const Jack& jack, const Outlet& outlet);
    // The same over the runs that are open to another plane, or none.
    Found of(const Jack& jack, const Outlet& outlet, std::optional<PlaneId> runs_of);

    const PathwayGraph& graph() const { return net_->graph; }
    const RoutingNet& net() const { return *net_; }
    // The spaces that may serve a floor on a plane: distributors that name the floor or stand on it, floor distributors
    // before others; by label, then id.
    std::vector<SpaceId> sources(FloorId floor, std::optional<PlaneId> plane) const;

  private:
    struct Source {
        SpaceId id;
        std::string label;
        std::optional<PlaneId> plane;
        bool floor_distributor = false;
        std::vector<FloorId> floors;
    };
    using Key = std::pair<std::optional<PlaneId>, std::vector<SpaceId>>;
    const Router& router(std::optional<PlaneId> plane, std::vector<SpaceId> spaces);
    const std::vector<SpaceId>& all_sources(std::optional<PlaneId> plane);

    Design design_;
    WayOptions options_;
    std::shared_ptr<const RoutingNet> net_;
    std::vector<Source> sources_;
    std::map<Key, Router> routers_;
    std::map<std::optional<PlaneId>, std::vector<SpaceId>> all_;
    std::map<std::pair<FloorId, std::optional<PlaneId>>, std::vector<SpaceId>> by_floor_;
};

// Why there is no way, in words.
Text sentence_of(NoWay why);

} // namespace riser
