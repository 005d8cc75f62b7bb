// SPDX-License-Identifier: GPL-3.0-or-later
// The building as the architect drew it: site, buildings, floors, rooms and what bounds them. Coordinates of everything
// on a floor are whole millimetres in the building's frame; the site keeps its survey origin in 64 bits.
#pragma once

#include "model/base/geometry.h"
#include "model/base/row.h"
#include "model/kinds.h"

namespace riser {

// What a room is for. Names in drawings map to it by a table that users extend (RoomUseName).
enum class RoomUse {
    other,
    office,
    leader_office,
    meeting,
    council_hall,
    reception,
    service_hall,
    duty,
    archive,
    registry,           // 机要室: confidential registry
    classified_meeting, // 保密会议室
    printing,
    library,
    training,
    dining,
    kitchen,
    corridor,
    lobby,
    lift_lobby,
    stair,
    lift,
    toilet,
    telecom_room, // 弱电间, 电信间
    elv_shaft,    // 弱电井
    electrical_room,
    core_machine_room,
    equipment_room,
    ups_room,
    entrance_room, // 进线间
    control_room,  // 消防控制室, 安防
    plant,
    pump_room,
    air_shaft,
    pipe_shaft,
    parking,
    storage,
    balcony,
    atrium,
    living,
    outdoor,
};

struct Site : PhysicalRow {
    SiteId id;
    Text name;
    std::string coordinate_system; // "CGCS2000 / 3-degree zone 39"
    std::int64_t origin_east = 0;  // mm
    std::int64_t origin_north = 0; // mm
    bool operator==(const Site&) const = default;
};

struct OutdoorDuct : PhysicalRow {
    OutdoorDuctId id;
    SiteId site;
    std::string label;
    std::optional<BuildingId> from;
    std::optional<BuildingId> to;
    Polyline route; // in the site's frame
    std::int32_t ways = 1;
    Millimetres inner_diameter;
    bool operator==(const OutdoorDuct&) const = default;
};

enum class FireClass { first, second, third };
enum class Importance { ordinary, important, very_important };

struct Building : PhysicalRow {
    BuildingId id;
    std::optional<SiteId> site;
    Text name;
    std::int64_t origin_east = 0; // mm, of the building's frame in the site's
    std::int64_t origin_north = 0;
    MilliDegrees rotation; // counter-clockwise
    Millimetres height;
    FireClass fire_class = FireClass::first;
    Importance importance = Importance::important;
    bool operator==(const Building&) const = default;
};

struct Floor : PhysicalRow {
    FloorId id;
    BuildingId building;
    std::string label; // "3F", "B1"
    Text name;
    std::int32_t order = 0; // from the lowest, for stacking
    Millimetres elevation;  // of the finished floor
    Millimetres storey_height;
    std::optional<FloorId> typical_of; // the master of a 标准层
    bool operator==(const Floor&) const = default;
};

struct Room : PhysicalRow {
    RoomId id;
    FloorId floor;
    std::string number;      // as the drawing numbers it
    std::string door_number; // as it will stand on the door
    Text name;
    RoomUse use = RoomUse::other;
    std::string grade; // of the people in it: key of the brief's point table
    std::optional<BodyId> body;
    std::int32_t occupants = 0;
    std::int32_t seats = 0;
    Millimetres ceiling_height;
    Millimetres clear_height;
    Millimetres raised_floor;
    std::int32_t floor_load = 0; // N/m2
    Polygon outline;
    bool operator==(const Room&) const = default;
};

enum class WallMaterial { unknown, brick, concrete, block, drywall, glass, metal, shielded };

struct Wall : PhysicalRow {
    WallId id;
    FloorId floor;
    Polyline line; // centreline
    Millimetres thickness;
    Millimetres height;
    WallMaterial material = WallMaterial::unknown;
    std::optional<FireCompartmentId> fire_wall_of;
    bool operator==(const Wall&) const = default;
};

enum class OpeningKind { door, window, passage, shaft };

struct Opening : PhysicalRow {
    OpeningId id;
    FloorId floor;
    OpeningKind kind = OpeningKind::door;
    std::string label; // "FM甲1521"
    Point from;        // the two jambs, on the wall's centreline
    Point to;
    Millimetres height;
    Millimetres sill;
    std::optional<RoomId> room_a;
    std::optional<RoomId> room_b;
    bool operator==(const Opening&) const = default;
};

struct Column : PhysicalRow {
    ColumnId id;
    FloorId floor;
    Polygon outline;
    bool operator==(const Column&) const = default;
};

struct AxisLine : PhysicalRow {
    AxisLineId id;
    FloorId floor;
    std::string label;
    Point from;
    Point to;
    bool operator==(const AxisLine&) const = default;
};

enum class UnderlayKind { dxf, ifc, picture };

// A drawing or picture under the plan. drawing (unit x scale, rotated, moved) -> building.
struct Underlay : PhysicalRow {
    UnderlayId id;
    FloorId floor;
    UnderlayKind kind = UnderlayKind::dxf;
    std::string file;                   // as it was named when imported
    std::string asset;                  // SHA-256 of the embedded copy in NAME.assets/, empty when linked only
    std::int64_t scale_ppm = 1'000'000; // millimetres per drawing unit, in millionths
    MilliDegrees rotation;
    std::int64_t offset_x = 0; // mm
    std::int64_t offset_y = 0;
    bool operator==(const Underlay&) const = default;
};

struct FireCompartment : PhysicalRow {
    FireCompartmentId id;
    FloorId floor;
    std::string label;
    Polygon outline;
    bool operator==(const FireCompartment&) const = default;
};

enum class PenetrationHost { wall, slab };

struct Penetration : PhysicalRow {
    PenetrationId id;
    FloorId floor;
    PenetrationHost host = PenetrationHost::wall;
    std::string label;
    Point place;
    Millimetres width;
    Millimetres height;
    std::optional<PathwayRunId> run;
    bool sleeved = false;
    std::string stopping; // fire-stopping system
    bool operator==(const Penetration&) const = default;
};

// No cameras, no wireless, no microphones: a hard constraint, also for fields of view.
struct RestrictedArea : PhysicalRow {
    RestrictedAreaId id;
    FloorId floor;
    Text name;
    std::optional<RoomId> room;
    Polygon outline; // may be empty when the room says it
    bool no_camera = true;
    bool no_wireless = true;
    bool no_microphone = true;
    bool operator==(const RestrictedArea&) const = default;
};

enum class SpaceRole {
    campus_distributor,   // CD
    building_distributor, // BD
    floor_distributor,    // FD
    equipment_room,
    core_machine_room,
    elv_shaft,
    entrance_room,
};
enum class RoomGrade { a, b, c }; // GB 50174

// The role a room plays for the network.
struct Space : PhysicalRow {
    SpaceId id;
    RoomId room;
    SpaceRole role = SpaceRole::floor_distributor;
    std::string label; // "3F-E1"
    RoomGrade grade = RoomGrade::c;
    std::optional<PlaneId> plane; // when it serves one physically separate network only
    std::vector<FloorId> serves;  // floors; empty: its own
    Point place;                  // where cables enter it
    bool operator==(const Space&) const = default;
};

std::span<const struct Choice> choices(RoomUse);
std::span<const struct Choice> choices(FireClass);
std::span<const struct Choice> choices(Importance);
std::span<const struct Choice> choices(WallMaterial);
std::span<const struct Choice> choices(OpeningKind);
std::span<const struct Choice> choices(UnderlayKind);
std::span<const struct Choice> choices(PenetrationHost);
std::span<const struct Choice> choices(SpaceRole);
std::span<const struct Choice> choices(RoomGrade);

} // namespace riser
