// SPDX-License-Identifier: GPL-3.0-or-later
// Making a device with its ports, and finding the port to plug into.
#pragma once

#include "tests/bench/generate/cabling.h"

namespace riser {

// A device and the ids of its ports in the order of its type's groups.
struct Device {
    EquipmentId id;
    std::string label;
    std::vector<PortId> ports;
    std::size_t next = 0;   // port to use next
    std::size_t uplink = 0; // first uplink port
};

struct DeviceSpot {
    EquipmentTypeId type;
    std::string label;
    PlaneId plane;
    std::optional<ZoneId> zone = {};
    std::optional<SpaceId> space = {};
    std::optional<FloorId> floor = {};
    Point place = {};
};
Device add_device(Works& works, const DeviceSpot& spot);

// Puts a port into service.
struct PortUse {
    PortMode mode = PortMode::access;
    std::optional<VlanId> access = {};
    std::vector<VlanId> trunk = {};
    std::optional<LagId> lag = {};
};
void use_port(Works& works, PortId port, PortUse use);

// Optical panels of a machine room, filled position by position.
struct OdfState {
    PanelId panel;
    std::int32_t used = 0;
    int number = 0;
};

// Distribution, core and what stands in the machine rooms; fibre to the telecom rooms.
struct Backbone {
    // By plane, building, pair: the two switches.
    std::array<std::vector<std::vector<std::array<Device, 2>>>, 2> distribution;
    std::array<std::array<Device, 2>, 2> cores; // by plane
    std::vector<std::array<OdfState, 2>> odfs;  // by building, plane
    std::vector<std::vector<Reach>> reach;      // from each building's machine room
    std::vector<EquipmentId> firewalls;
};
Backbone add_backbone_devices(Works& works);

// The uplinks of one distributor's access switches on a plane: two fibre cables by ways as different as the building
// allows, and the cords at both ends.
void join_access(Works& works, Backbone& backbone, std::size_t building, std::size_t distributor, std::size_t plane,
                 const std::vector<Device>& switches);
void join_cores(Works& works, Backbone& backbone);
// Appliances and servers in the first machine room; servers make up the number of devices.
void add_machine_room(Works& works, Backbone& backbone);
void add_gateways_and_policies(Works& works, const Backbone& backbone);

// The first cores in use, the rest spare.
std::vector<ElementRange> lit_first(std::int32_t lit, std::int32_t cores);

// `count` consecutive positions of the machine room's optical panels.
struct OdfRange {
    PanelId panel;
    std::int32_t position = 1;
};
OdfRange take_odf(Works& works, Backbone& backbone, std::size_t building, std::size_t plane, std::int32_t count);

inline PlaneId plane_id(const Works& works, std::size_t plane) {
    return plane == 1 ? works.catalogue.facility : works.catalogue.extranet;
}

} // namespace riser
