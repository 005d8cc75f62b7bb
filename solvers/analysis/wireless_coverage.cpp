// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/analysis/wireless_coverage.h"

#include <algorithm>

namespace riser {

ClassifiedRooms ClassifiedRooms::compute(FactInput& input) {
    return {.rooms = classified_rooms(input.table<Plane>(), input.table<Floor>(), input.table<Room>(),
                                      input.table<ApprovedPoint>(), input.table<Jack>(), input.table<Outlet>())};
}

RadioFloors RadioFloors::compute(FactInput& input) {
    return {.floors = radio_floors({.floors = input.table<Floor>(),
                                    .rooms = input.table<Room>(),
                                    .walls = input.table<Wall>(),
                                    .openings = input.table<Opening>(),
                                    .areas = input.table<RestrictedArea>()},
                                   input.get<ClassifiedRooms>().rooms)};
}

RadioFloorOf RadioFloorOf::compute(FactInput& input, FloorId floor) {
    const auto& floors = input.get<RadioFloors>().floors;
    const auto found = floors.find(floor);
    return {.floor = found == floors.end() ? RadioFloor{} : found->second};
}

AccessPoints AccessPoints::compute(FactInput& input) {
    AccessPoints out;
    for (AccessPoint& point : access_points(input.table<Jack>(), input.table<Outlet>(), input.table<PointKind>(),
                                            input.table<MonitoringPoint>()))
        out.floors[point.floor].push_back(std::move(point));
    return out;
}

AccessPointsOf AccessPointsOf::compute(FactInput& input, FloorId floor) {
    const auto& floors = input.get<AccessPoints>().floors;
    const auto found = floors.find(floor);
    return {.points = found == floors.end() ? std::vector<AccessPoint>{} : found->second};
}

WirelessNetworks WirelessNetworks::compute(FactInput& input) {
    WirelessNetworks out;
    for (const PlaneId plane : wireless_planes(input.table<Plane>(), input.table<Zone>(), input.table<Vlan>(),
                                               input.table<Ssid>(), input.table<Service>()))
        out.planes[plane] = busy_rate(input.table<Service>(), input.table<Zone>(), plane);
    return out;
}

WirelessCoverage WirelessCoverage::compute(FactInput& input, const CoverageQuery& query) {
    std::vector<AccessPoint> points = input.get<AccessPointsOf>(query.floor).points;
    std::erase_if(points, [&](const AccessPoint& point) { return point.plane && *point.plane != query.plane; });
    const auto& networks = input.get<WirelessNetworks>().planes;
    const auto network = networks.find(query.plane);
    return {.coverage = coverage_of(input.get<RadioFloorOf>(query.floor).floor, points, query.options,
                                    network == networks.end() ? std::nullopt : network->second)};
}

} // namespace riser

std::size_t std::hash<riser::CoverageQuery>::operator()(const riser::CoverageQuery& query) const noexcept {
    return std::hash<riser::FloorId>{}(query.floor) * 31 + std::hash<riser::PlaneId>{}(query.plane);
}
