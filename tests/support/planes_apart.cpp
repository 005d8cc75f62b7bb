// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/planes_apart.h"

namespace riser::test {

PlanesApart::PlanesApart() {
    Building building;
    building.name = {"楼", "House"};
    Floor row;
    row.building = add(building);
    row.label = "3F";
    floor = add(row);
    Room telecom;
    telecom.floor = floor;
    telecom.number = "301";
    telecom.outline = {{{0, 0}, {4'000, 0}, {4'000, 4'000}, {0, 4'000}}, {}};
    room = add(telecom);
    Room desks = telecom;
    desks.number = "302";
    office = add(desks);
    Space distributor;
    distributor.room = room;
    distributor.label = "3F-E1";
    space = add(distributor);
    Pdu shared;
    shared.label = "P1";
    strip = add(shared);
    CableType cores;
    cores.element = ElementUnit::core;
    cores.elements = 12;
    fibre = add(cores);
    copper = add(CableType{});
    networks = {network("W", Disclosure::restricted), network("I", Disclosure::open), network("R", Disclosure::secret)};
    MustNotReach apart;
    apart.a = w.plane;
    apart.b = i.plane;
    add(apart);
}

void PlanesApart::end(CableId cable, CableEnd end, AnyId on, std::int32_t position, std::int32_t first,
                      std::int32_t last) {
    Termination row;
    row.cable = cable;
    row.end = end;
    row.on = on;
    row.position = position;
    row.first = first;
    row.last = last;
    add(row);
}

TerminationId PlanesApart::ending(CableId cable, CableEnd end) const {
    for (const Termination& row : design.terminations)
        if (row.cable == cable && row.end == end)
            return row.id;
    return {};
}

CableId PlanesApart::cord(PlaneId plane, AnyId a, std::int32_t at_a, AnyId b, std::int32_t at_b) {
    Cable row;
    row.role = CableRole::cord;
    row.type = copper;
    row.plane = plane;
    const CableId id = add(row);
    end(id, CableEnd::a, a, at_a);
    end(id, CableEnd::b, b, at_b);
    return id;
}

ApartNetwork PlanesApart::network(const char* code, Disclosure disclosure) {
    ApartNetwork out;
    Plane plane;
    plane.code = code;
    plane.name = {std::string("网络") + code, std::string("network ") + code};
    plane.disclosure = disclosure;
    out.plane = add(plane);
    Rack rack;
    rack.space = space;
    rack.label = std::string("A-") + code;
    rack.plane = out.plane;
    out.rack = add(rack);
    EquipmentType type;
    type.role = EquipmentRole::access_switch;
    type.id = {77};
    design.equipment_types.put(type);
    for (std::size_t n = 0; n < 2; ++n) {
        Equipment device;
        device.type = type.id;
        device.label = std::string("SW-") + code + std::to_string(n);
        device.space = space;
        device.plane = out.plane;
        out.devices[n] = add(device);
        RackItem item;
        item.rack = out.rack;
        item.item = out.devices[n];
        add(item);
        PowerSupply supply;
        supply.equipment = out.devices[n];
        supply.pdu = strip;
        add(supply);
    }
    for (std::size_t n = 0; n < 4; ++n) {
        Port port;
        port.equipment = out.devices[n == 0 ? 0 : 1];
        port.name = "GE" + std::to_string(n);
        out.ports[n] = add(port);
    }
    for (PanelId& id : out.panels) {
        Panel panel;
        panel.label = std::string("P-") + code;
        panel.space = space;
        panel.plane = out.plane;
        id = add(panel);
        RackItem item;
        item.rack = out.rack;
        item.item = id;
        add(item);
    }
    cable_up(out, code);
    return out;
}

void PlanesApart::cable_up(ApartNetwork& of, const char* code) {
    PathwayNode node;
    node.floor = floor;
    PathwayRun run;
    run.from = add(node);
    node.place = {4'000, 0};
    run.to = add(node);
    run.plane = of.plane;
    of.tray = add(run);
    Cable cable;
    cable.plane = of.plane;
    cable.route = {{of.tray, 0}};
    cable.type = fibre;
    cable.role = CableRole::backbone;
    of.fibre = add(cable);
    end(of.fibre, CableEnd::a, of.panels[0], 1, 1, 12);
    end(of.fibre, CableEnd::b, of.panels[1], 1, 1, 12);
    of.fibre_cords = {cord(of.plane, of.ports[0], 1, of.panels[0], 3), cord(of.plane, of.ports[1], 1, of.panels[1], 3)};
    cable.type = copper;
    cable.role = CableRole::horizontal;
    for (std::int32_t n = 0; n < 2; ++n) {
        const auto at = static_cast<std::size_t>(n);
        Outlet outlet;
        outlet.floor = floor;
        outlet.room = office;
        outlet.place = {1'000 * n, 500};
        of.outlets[at] = add(outlet);
        Jack jack;
        jack.outlet = of.outlets[at];
        jack.label = std::string(code) + "-0" + std::to_string(n);
        jack.plane = of.plane;
        of.jacks[at] = add(jack);
        of.copper[at] = add(cable);
        end(of.copper[at], CableEnd::a, of.panels[2], n + 1);
        end(of.copper[at], CableEnd::b, of.jacks[at]);
        of.copper_cords[at] = cord(of.plane, of.ports[2 + at], 1, of.panels[2], n + 1);
    }
}

} // namespace riser::test
