// SPDX-License-Identifier: GPL-3.0-or-later
// What radio waves meet on each floor, and who is there to be reached: walls with their doors cut out, doors, rooms
// with their people. Plain values made in one pass over the tables, so that a fact of them wakes nothing when a name
// changes. A floor without a wall drawn takes the outlines of its rooms: half a wall of unknown material at each.
#pragma once

#include "model/building.h"
#include "model/design.h"
#include "solvers/radio/propagation.h"

#include <map>
#include <set>

namespace riser {

// How well a room is to be reached: meetings and desks, or people on their way.
enum class WirelessNeed { none, passage, main };
WirelessNeed wireless_need(RoomUse use);

struct RadioWall {
    Point a;
    Point b;
    WallMaterial material = WallMaterial::unknown;
    Millimetres thickness;
    bool half = false; // one of the two outlines that stand for a wall
    bool operator==(const RadioWall&) const = default;
};
struct RadioOpening {
    Point a;
    Point b;
    OpeningKind kind = OpeningKind::door;
    bool operator==(const RadioOpening&) const = default;
};
struct RadioRoom {
    RoomId id;
    Polygon outline;
    WirelessNeed need = WirelessNeed::none;
    std::int32_t people = 0;
    bool forbidden = false; // no wireless in it
    bool guarded = false;   // for what is said and lies there: nor should any be heard
    bool operator==(const RadioRoom&) const = default;
};

struct RadioFloor {
    FloorId id;
    Millimetres elevation;
    std::vector<RadioWall> walls; // without their openings
    std::vector<RadioOpening> openings;
    std::vector<RadioRoom> rooms;   // with an outline, by id
    std::vector<Polygon> forbidden; // drawn areas without wireless
    std::int32_t unknown_walls = 0; // drawn ones whose material nobody has stated
    std::int32_t drawn_walls = 0;
    bool operator==(const RadioFloor&) const = default;
};

// Where a room does not say how many are in it.
struct PeopleOptions {
    SquareMillimetres area_per_person = SquareMillimetres(9'000'000); // desks; 建标169: up to 9 m2 a person
    SquareMillimetres area_per_seat = SquareMillimetres(3'000'000);   // meetings, halls
    bool operator==(const PeopleOptions&) const = default;
};
std::int32_t people_in(const Room& room, const PeopleOptions& options = {});

struct RadioTables {
    const Table<Floor>& floors;
    const Table<Room>& rooms;
    const Table<Wall>& walls;
    const Table<Opening>& openings;
    const Table<RestrictedArea>& areas;
};
// Rooms with points of a network of state secrets, approved or drawn: no wireless there.
std::set<RoomId> classified_rooms(const Table<Plane>& planes, const Table<Floor>& floors, const Table<Room>& rooms,
                                  const Table<ApprovedPoint>& approved, const Table<Jack>& jacks,
                                  const Table<Outlet>& outlets);
// `closed`: rooms without wireless beside those that their use or a restricted area closes.
std::map<FloorId, RadioFloor> radio_floors(const RadioTables& tables, const std::set<RoomId>& closed = {},
                                           const PeopleOptions& people = {});

// Physical networks with wireless access: of a zone in which a wireless service is reached, or of a VLAN that an SSID
// leads to. Never a network of state secrets.
std::vector<PlaneId> wireless_planes(const Table<Plane>& planes, const Table<Zone>& zones, const Table<Vlan>& vlans,
                                     const Table<Ssid>& ssids, const Table<Service>& services);

// An outlet with jacks of a wireless kind, named by the first of them on a plane, or a recorded access point without a
// jack.
struct AccessPoint {
    AnyId id;
    std::optional<PlaneId> plane;
    FloorId floor;
    Point place;
    Millimetres height;
    bool operator==(const AccessPoint&) const = default;
};
std::vector<AccessPoint> access_points(const Table<Jack>& jacks, const Table<Outlet>& outlets,
                                       const Table<PointKind>& kinds, const Table<MonitoringPoint>& points);

} // namespace riser
