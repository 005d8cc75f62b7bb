// SPDX-License-Identifier: GPL-3.0-or-later
// Cabling: outlets (the box) with jacks (the points that tables count), cables with elements and their route, what each
// element ends on, splices, panels and racks. Channels, links and failure elements are derived by tracing, never
// stored.
#pragma once

#include "model/base/geometry.h"
#include "model/base/row.h"
#include "model/kinds.h"
#include "model/pathways.h"

namespace riser {

enum class OutletMounting { wall, floor_box, furniture, ceiling, surface };

struct Outlet : PhysicalRow {
    OutletId id;
    FloorId floor;
    std::optional<RoomId> room;
    std::string label;
    Point place;
    OutletMounting mounting = OutletMounting::wall;
    Millimetres height;       // above the finished floor
    std::int32_t sockets = 0; // 220 V sockets beside it
    bool operator==(const Outlet&) const = default;
};

enum class Category { cat5e, cat6, cat6a, cat7, cat7a, cat8, cat3, om1, om2, om3, om4, om5, os2 };
enum class Screen { utp, ftp, sftp, none };

// One module of an outlet: one 4-pair cable or fibres.
struct Jack : PhysicalRow {
    JackId id;
    OutletId outlet;
    std::int32_t position = 1; // on the faceplate
    std::string label;
    PointKindId kind;
    std::optional<PlaneId> plane;
    Category category = Category::cat6a;
    Screen screen = Screen::utp;
    std::optional<SpaceId> served_from; // a person's wish; absent: the nearest
    std::optional<VlanId> vlan_wish;
    bool operator==(const Jack&) const = default;
};

// One stretch of a cable's way: all of a run, or from the point it enters to the point it leaves midway.
struct RouteStep {
    PathwayRunId run;
    std::int32_t compartment = 0; // index in the run's compartments
    bool operator==(const RouteStep&) const = default;
};

enum class ElementState { lit, spare, dark };
// A stretch of elements (pairs or cores) in one state, counted from 1.
struct ElementRange {
    std::int32_t first = 1;
    std::int32_t last = 1;
    ElementState state = ElementState::spare;
    bool operator==(const ElementRange&) const = default;
};

enum class CableRole { horizontal, backbone, campus, cord, provider };

struct Cable : PhysicalRow {
    CableId id;
    std::string label;
    CableTypeId type;
    CableRole role = CableRole::horizontal;
    std::optional<PlaneId> plane;
    std::vector<RouteStep> route;
    // How far along the first run (from its `from` end) the cable enters, and along the last where it leaves.
    Millimetres entry_offset;
    Millimetres exit_offset;
    Millimetres entry_drop; // from the first run to what the `a` end is on
    Millimetres exit_drop;  // from the last run to the `b` end
    Millimetres slack_a;
    Millimetres slack_b;
    bool route_pinned = false; // a person chose the way
    std::vector<ElementRange> elements;
    bool operator==(const Cable&) const = default;
};

enum class CableEnd { a, b };

// Elements first..last of a cable's end sit on consecutive positions of a device, card, panel, jack or splice.
struct Termination : PhysicalRow {
    TerminationId id;
    CableId cable;
    CableEnd end = CableEnd::a;
    std::int32_t first = 1;
    std::int32_t last = 4;
    AnyId on;
    std::int32_t position = 1;
    bool operator==(const Termination&) const = default;
};

// Core to core in a closure.
struct Splice : PhysicalRow {
    SpliceId id;
    PanelId closure;
    CableId cable_a;
    std::int32_t element_a = 1;
    CableId cable_b;
    std::int32_t element_b = 1;
    bool operator==(const Splice&) const = default;
};

enum class PanelKind { copper, odf, mdf_110, splice_closure, consolidation_point };

struct Panel : PhysicalRow {
    PanelId id;
    PanelKind kind = PanelKind::copper;
    std::string label;
    std::optional<SpaceId> space;
    std::optional<FloorId> floor; // of a consolidation point outside a space
    Point place;
    std::int32_t positions = 24;
    Category category = Category::cat6a;
    std::optional<PlaneId> plane;
    bool operator==(const Panel&) const = default;
};

struct Rack : PhysicalRow {
    RackId id;
    SpaceId space;
    std::string label;
    Point place;
    MilliDegrees rotation;
    std::int32_t units = 42;
    Millimetres width = Millimetres(600);
    Millimetres depth = Millimetres(1000);
    Grams load_limit;
    Milliwatts power_limit;
    std::optional<PlaneId> plane;
    bool operator==(const Rack&) const = default;
};

enum class RackSide { front, rear, both };

// What stands in a rack, and where: `unit` is the lowest U it fills.
struct RackItem : PhysicalRow {
    RackItemId id;
    RackId rack;
    AnyId item; // equipment, panel, UPS, PDU, …
    std::int32_t unit = 1;
    std::int32_t height = 1;
    RackSide side = RackSide::front;
    bool operator==(const RackItem&) const = default;
};

std::span<const struct Choice> choices(OutletMounting);
std::span<const struct Choice> choices(Category);
std::span<const struct Choice> choices(Screen);
std::span<const struct Choice> choices(ElementState);
std::span<const struct Choice> choices(CableRole);
std::span<const struct Choice> choices(CableEnd);
std::span<const struct Choice> choices(PanelKind);
std::span<const struct Choice> choices(RackSide);

} // namespace riser
