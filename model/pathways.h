// SPDX-License-Identifier: GPL-3.0-or-later
// Where cables can lie: nodes on floors and the runs between them. A run may be divided into compartments, each with
// its own section, separation class and plane. Rows reach building and floor by id.
#pragma once

#include "model/base/geometry.h"
#include "model/base/row.h"
#include "model/kinds.h"

namespace riser {

enum class PathwayKind { tray, ladder, trunking, conduit, underfloor, sleeve, shaft };
enum class Mounting {
    unspecified,
    ceiling_void,
    wall_surface,
    in_wall,
    floor_slab,
    raised_floor,
    furniture,
    ceiling_surface
};
enum class SeparationClass { elv, power, fire_alarm, mixed };

struct PathwayNode : PhysicalRow {
    PathwayNodeId id;
    FloorId floor;
    Point place;
    Millimetres elevation; // above the finished floor
    std::string label;
    std::optional<SpaceId> space; // where the node is the entry of a telecom space
    bool operator==(const PathwayNode&) const = default;
};

// One of the channels that dividers make of a run.
struct RunCompartment {
    std::string label;
    Millimetres width;
    Millimetres height;
    SeparationClass separation = SeparationClass::elv;
    std::optional<PlaneId> plane; // reserved for one plane
    bool operator==(const RunCompartment&) const = default;
};

struct PathwayRun : PhysicalRow {
    PathwayRunId id;
    PathwayNodeId from;
    PathwayNodeId to;
    PathwayKind kind = PathwayKind::tray;
    std::optional<PathwayTypeId> type;
    std::string label;
    Polyline bends;    // places between the two ends, in the plan
    Millimetres width; // inner section; a conduit has width == height == inner diameter
    Millimetres height;
    Millimetres elevation;
    Mounting mounting = Mounting::ceiling_void;
    std::optional<BasisPoints> fill_limit; // of the section; absent: the deck's
    SeparationClass separation = SeparationClass::elv;
    std::optional<PlaneId> plane;
    std::optional<DeciCelsius> ambient;     // absent: the deck's 20 degC
    std::vector<FireCompartmentId> crosses; // compartments whose boundary it crosses
    std::vector<RunCompartment> compartments;
    bool operator==(const PathwayRun&) const = default;
};

enum class Shielding { none, one_side, both };

// A power route near which data pathways keep their distance (GB 50311 table 8.0.1).
struct PowerRoute : PhysicalRow {
    PowerRouteId id;
    FloorId floor;
    Polyline line;
    VoltAmperes load;
    Shielding shielding = Shielding::none;
    bool operator==(const PowerRoute&) const = default;
};

std::span<const struct Choice> choices(PathwayKind);
std::span<const struct Choice> choices(Mounting);
std::span<const struct Choice> choices(SeparationClass);
std::span<const struct Choice> choices(Shielding);

} // namespace riser
