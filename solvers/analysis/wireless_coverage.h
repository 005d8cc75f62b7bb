// SPDX-License-Identifier: GPL-3.0-or-later
// What access points reach, floor by floor and network by network. What radio waves meet is a fact of its own, so that
// renaming a room or moving a desk's outlet reckons no level again, and a new wall only those of its floor.
#pragma once

#include "solvers/base/facts.h"
#include "solvers/radio/coverage.h"

namespace riser {

// Rooms with points of a network of state secrets.
struct ClassifiedRooms {
    std::set<RoomId> rooms;
    bool operator==(const ClassifiedRooms&) const = default;
    static ClassifiedRooms compute(FactInput& input);
};
struct RadioFloors {
    std::map<FloorId, RadioFloor> floors;
    bool operator==(const RadioFloors&) const = default;
    static RadioFloors compute(FactInput& input);
};
struct RadioFloorOf {
    using Argument = FloorId;
    RadioFloor floor;
    bool operator==(const RadioFloorOf&) const = default;
    static RadioFloorOf compute(FactInput& input, FloorId floor);
};

struct AccessPoints {
    std::map<FloorId, std::vector<AccessPoint>> floors;
    bool operator==(const AccessPoints&) const = default;
    static AccessPoints compute(FactInput& input);
};
struct AccessPointsOf {
    using Argument = FloorId;
    std::vector<AccessPoint> points;
    bool operator==(const AccessPointsOf&) const = default;
    static AccessPointsOf compute(FactInput& input, FloorId floor);
};

// Physical networks with wireless access, and the busy rate of one device where a service says it.
struct WirelessNetworks {
    std::map<PlaneId, std::optional<BitRate>> planes;
    bool operator==(const WirelessNetworks&) const = default;
    static WirelessNetworks compute(FactInput& input);
};

struct CoverageQuery {
    FloorId floor;
    PlaneId plane;
    WirelessOptions options;
    bool operator==(const CoverageQuery&) const = default;
};
struct WirelessCoverage {
    using Argument = CoverageQuery;
    FloorCoverage coverage;
    bool operator==(const WirelessCoverage&) const = default;
    static WirelessCoverage compute(FactInput& input, const CoverageQuery& query);
};

} // namespace riser

template<> struct std::hash<riser::CoverageQuery> {
    std::size_t operator()(const riser::CoverageQuery& query) const noexcept;
};
