// SPDX-License-Identifier: GPL-3.0-or-later
// The building site of a generated design: the rows so far, and beside them what the later steps need to know of the
// earlier ones (where trays run, which telecom room serves which jack). Steps are free functions over Works, in order.
#pragma once

#include "tests/bench/generate/dice.h"
#include "tests/bench/generate/generate.h"
#include "tests/bench/generate/plate.h"
#include "tests/bench/generate/recipe.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace riser {

constexpr std::size_t body_count = 5; // party, congress, government, cppcc, shared
constexpr std::size_t shared_body = 4;
constexpr std::int32_t tray_elevation = 3'000; // above the finished floor

// Rows that every generated design has, by name.
struct Catalogue {
    std::array<BodyId, body_count> bodies;
    PlaneId extranet, facility, classified;
    ZoneId office_zone, server_zone, facility_zone, management_zone, exit_zone;
    PointKindId data, voice, wireless, camera;
    CableTypeId copper, fibre, copper_cord, fibre_cord;
    EquipmentTypeId access, distribution, core, firewall, ips, behaviour_audit, bastion, log_audit, nac, controller,
        server, storage, management_station, recorder, access_point, camera_device;
    CableTypeId campus_fibre;
};

struct NodeSketch {
    PathwayNodeId id;
    std::size_t floor = 0;
    Point place;
    std::int32_t height = 0; // of the node in the building's frame
    std::vector<std::size_t> runs;
};

struct RunSketch {
    PathwayRun row; // section and type come once the cables are known
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t floor = 0;
    std::int32_t length = 0;
    std::int64_t cable_area_um2 = 0;
};

// A jack that wants a cable, and what it turns out to be served by.
struct JackSketch {
    JackId id;
    std::string label;
    std::size_t floor = 0;
    std::size_t room = 0;
    std::size_t body = shared_body;
    Point place;
    std::int32_t height = 0;
    PointKindId kind;
    bool facility = false; // on the facility plane, else the extranet
    bool patched = false;
    std::size_t run = 0; // where its cable leaves the pathways
    std::size_t distributor = 0;
    CableId cable;
    PanelId panel;
    std::int32_t position = 0;
    EquipmentId device; // what is plugged into it: an access point, a camera
    PortId device_port;
};

// A telecom room in its role as floor distributor.
struct Distributor {
    SpaceId space;
    RoomId room;
    std::size_t floor = 0;
    std::size_t strip = 0;
    std::size_t node = 0;
    std::string label;
    Point place;
    std::vector<std::size_t> jacks;
    std::vector<RackId> racks;
    std::int32_t next_unit = 1;
    // By plane: extranet, facility.
    std::array<std::size_t, 2> switch_count{};
    std::array<std::size_t, 2> pair{}; // of distribution switches
    std::array<VlanId, 4> vlans{};     // data, voice, wireless, camera; none where there is no such jack
    std::size_t racks_in_row = 3;
};

struct FloorWorks {
    FloorId id;
    std::string label;
    int storey = 1;
    StoreyKind kind = StoreyKind::offices;
    std::int32_t elevation = 0;
    std::size_t body = shared_body;
    Plate plate;
    std::vector<RoomId> rooms;                   // as plate.rooms
    std::vector<RoomId> corridors;               // as plate.strips
    std::vector<std::int32_t> people;            // in the offices, as plate.rooms
    std::vector<std::string> numbers;            // of the rooms
    std::vector<FireCompartmentId> compartments; // as plate.strips
    std::vector<std::size_t> distributors;
    std::vector<std::vector<std::size_t>> track_runs; // by track, in order along it
    std::vector<std::optional<std::size_t>> branches; // run into a room, by room
};

struct BuildingWorks {
    BuildingId id;
    BuildingRecipe recipe;
    std::vector<FloorWorks> floors; // from the lowest
    std::vector<NodeSketch> nodes;
    std::vector<RunSketch> runs;
    std::vector<Distributor> distributors;
    std::vector<JackSketch> jacks;
    // The machine room: its racks and node, like a distributor's.
    Distributor machine;
    std::array<std::size_t, 2> pairs{}; // of distribution switches, by plane
    std::optional<std::size_t> entrance_node;
    SpaceId entrance_space;
};

struct Works {
    Works(const GenerateOptions& options, Recipe plan)
        : recipe(std::move(plan)),
          dice(options.seed * 2654435761U + static_cast<std::uint64_t>(options.size)),
          ids(options.seed * 0x9e3779b97f4a7c15U + static_cast<std::uint64_t>(options.size) + 1) {}

    template<class Row> Id<Row> put(Row row) {
        if (!row.id)
            row.id = ids.next<Row>();
        const Id<Row> id = row.id;
        design.table<Row>().put(std::move(row));
        return id;
    }

    Recipe recipe;
    Dice dice;
    IdSource ids;
    Design design;
    Catalogue catalogue;
    std::vector<BuildingWorks> buildings;
    std::vector<RunSketch> campus; // from and to are positions of buildings, whose entrances it joins
};

// The rows of a step, in this order.
void add_catalogue(Works& works);    // types, kinds, bill items
void add_brief(Works& works);        // project, brief, bodies, planes, zones, services, intent
void add_buildings(Works& works);    // floors, rooms, walls, doors, spaces, compartments
void add_pathways(Works& works);     // nodes and runs, without their sections
void add_points(Works& works);       // outlets and jacks
void add_horizontal(Works& works);   // racks, panels, cables to the jacks
void add_networks(Works& works);     // VLANs, prefixes, DHCP scopes
void add_equipment(Works& works);    // devices, ports, cords, backbone, gateways, policies
void add_power(Works& works);        // sources, supplies, earth
void add_run_sections(Works& works); // runs sized by what lies in them, written at last
std::vector<SeededDefect> add_defects(Works& works, int count);

// Puts an item into the distributor's racks, in a new one when the last is full.
void rack_up(Works& works, Distributor& distributor, AnyId item, std::int32_t units);

} // namespace riser
