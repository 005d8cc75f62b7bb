// SPDX-License-Identifier: GPL-3.0-or-later
// Access switches and what hangs on them: patch cords, access points, cameras.
#include "tests/bench/generate/devices.h"

namespace riser {

Device add_device(Works& works, const DeviceSpot& spot) {
    Equipment row;
    row.type = spot.type;
    row.label = spot.label;
    row.space = spot.space;
    row.floor = spot.floor;
    row.place = spot.place;
    row.plane = spot.plane;
    row.zone = spot.zone;
    Device device;
    device.label = spot.label;
    device.id = works.put(std::move(row));
    const EquipmentType& type = *works.design.find(spot.type);
    std::int32_t position = 0;
    for (const PortGroup& group : type.ports) {
        if (group.uplink)
            device.uplink = device.ports.size();
        for (std::int32_t n = 1; n <= group.count; ++n) {
            Port port;
            port.equipment = device.id;
            port.name = group.prefix + std::to_string(n);
            port.position = ++position;
            port.rate = group.rate;
            port.medium = group.medium;
            port.poe_class = group.poe_class;
            device.ports.push_back(works.put(std::move(port)));
        }
    }
    for (std::int32_t slot = 1; slot <= type.power_supplies; ++slot) {
        PowerSupply supply;
        supply.equipment = device.id;
        supply.slot = slot;
        supply.capacity = type.power + type.poe_budget;
        works.put(std::move(supply));
    }
    return device;
}

void use_port(Works& works, PortId id, PortUse use) {
    Port port = *works.design.find(id);
    port.mode = use.mode;
    port.access_vlan = use.access;
    port.trunk_vlans = std::move(use.trunk);
    port.lag = use.lag;
    works.put(std::move(port));
}

namespace {

void add_terminal(Works& works, const BuildingWorks& building, JackSketch& jack) {
    const bool camera = jack.kind == works.catalogue.camera;
    const FloorWorks& floor = building.floors[jack.floor];
    DeviceSpot spot;
    spot.type = camera ? works.catalogue.camera_device : works.catalogue.access_point;
    spot.label = (camera ? "IPC-" : "AP-") + jack.label;
    spot.plane = works.catalogue.facility;
    spot.zone = works.catalogue.facility_zone;
    spot.floor = floor.id;
    spot.place = jack.place;
    const Device device = add_device(works, spot);
    jack.device = device.id;
    jack.device_port = device.ports.front();
    const VlanId vlan = building.distributors[jack.distributor].vlans[camera ? 3 : 2];
    use_port(works, jack.device_port, {.mode = PortMode::access, .access = vlan});
    add_cord(works, {.label = "WA-" + jack.label,
                     .plane = works.catalogue.facility,
                     .a = jack.id,
                     .position_a = 1,
                     .b = jack.device_port,
                     .position_b = 1,
                     .length = Millimetres(2'000)});
    MonitoringPoint point;
    point.kind = camera ? MonitoringKind::camera : MonitoringKind::access_point;
    point.label = "MP-" + jack.label;
    point.floor = floor.id;
    point.place = jack.place;
    point.height = Millimetres(jack.height);
    point.jack = jack.id;
    point.type = spot.type;
    if (camera) {
        point.view = MilliDegrees(90'000);
        point.tilt = MilliDegrees(15'000);
        point.pixels_across = 2'560;
        point.purpose = CameraPurpose::recognise;
        point.retention_days = 90;
    }
    works.put(std::move(point));
}

VlanId vlan_of(const Works& works, const Distributor& distributor, const JackSketch& jack) {
    const Catalogue& c = works.catalogue;
    return distributor.vlans[jack.kind == c.data ? 0 : jack.kind == c.voice ? 1 : jack.kind == c.wireless ? 2 : 3];
}

void patch(Works& works, BuildingWorks& building, const Distributor& distributor, std::size_t plane,
           std::vector<Device>& switches) {
    std::size_t n = 0;
    for (const std::size_t j : distributor.jacks) {
        JackSketch& jack = building.jacks[j];
        if (!jack.patched || jack.facility != (plane == 1))
            continue;
        // Round and round, so that powered devices spread over the switches.
        Device& device = switches[n++ % switches.size()];
        const PortId port = device.ports[device.next++];
        use_port(works, port, {.mode = PortMode::access, .access = vlan_of(works, distributor, jack)});
        add_cord(works, {.label = "P-" + jack.label,
                         .plane = plane == 1 ? works.catalogue.facility : works.catalogue.extranet,
                         .a = jack.panel,
                         .position_a = jack.position,
                         .b = port,
                         .position_b = 1});
        if (plane == 1)
            add_terminal(works, building, jack);
    }
}

} // namespace

void add_equipment(Works& works) {
    Backbone backbone = add_backbone_devices(works);
    for (std::size_t b = 0; b < works.buildings.size(); ++b) {
        BuildingWorks& building = works.buildings[b];
        for (std::size_t d = 0; d < building.distributors.size(); ++d)
            for (const std::size_t plane : {0U, 1U}) {
                Distributor& distributor = building.distributors[d];
                std::vector<Device> switches;
                for (std::size_t n = 0; n < distributor.switch_count[plane]; ++n) {
                    DeviceSpot spot;
                    spot.type = works.catalogue.access;
                    spot.label = distributor.label + (plane == 1 ? "-SS" : "-SW") + std::to_string(n + 1);
                    spot.plane = plane == 1 ? works.catalogue.facility : works.catalogue.extranet;
                    spot.zone = plane == 1 ? works.catalogue.facility_zone : works.catalogue.office_zone;
                    spot.space = distributor.space;
                    spot.place = distributor.place;
                    switches.push_back(add_device(works, spot));
                    rack_up(works, distributor, switches.back().id, 1);
                }
                if (switches.empty())
                    continue;
                patch(works, building, distributor, plane, switches);
                join_access(works, backbone, b, d, plane, switches);
            }
    }
    join_cores(works, backbone);
    add_machine_room(works, backbone);
    add_gateways_and_policies(works, backbone);
}

} // namespace riser
