// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/fibre_link.h"

#include "model/catalogue.h"

namespace riser::test {

namespace {

EquipmentId add_switch(Office& office, const std::string& label) {
    EquipmentType type;
    type.code = "SW";
    type.role = EquipmentRole::access_switch;
    Equipment row;
    row.type = office.add(std::move(type));
    row.label = label;
    row.space = office.space;
    row.plane = office.plane;
    return office.add(std::move(row));
}

PanelId add_frame(Office& office) {
    Panel row;
    row.kind = PanelKind::odf;
    row.category = Category::os2;
    row.space = office.space;
    row.plane = office.plane;
    row.label = "O" + std::to_string(office.design.panels.size());
    return office.add(std::move(row));
}

CableTypeId add_type(Office& office, Category fibre, std::int32_t cores) {
    CableType row;
    row.code = "F" + std::to_string(cores);
    row.category = fibre;
    row.screen = Screen::none;
    row.element = ElementUnit::core;
    row.elements = cores;
    return office.add(std::move(row));
}

} // namespace

FibreLink::FibreLink(Office& on, Category fibre, int trunk_metres, std::int64_t rate)
    : office(on),
      trunk_type(add_type(on, fibre, 12)),
      cord_type(add_type(on, fibre, 2)),
      left(add_switch(on, "SW-L")),
      right(add_switch(on, "SW-R")),
      a(add_port(left, rate)),
      b(add_port(right, rate)),
      near_frame(add_frame(on)),
      far_frame(add_frame(on)),
      trunk(add_fibre(trunk_type, CableRole::backbone, metres(trunk_metres))),
      left_cord(add_fibre(cord_type, CableRole::cord, metres(3))),
      right_cord(add_fibre(cord_type, CableRole::cord, metres(3))) {
    end(left_cord, CableEnd::a, a);
    end(left_cord, CableEnd::b, near_frame, 5);
    end(trunk, CableEnd::a, near_frame, 5);
    end(trunk, CableEnd::b, far_frame, 5);
    end(right_cord, CableEnd::a, far_frame, 5);
    end(right_cord, CableEnd::b, b);
}

PortId FibreLink::add_port(EquipmentId device, std::int64_t rate) {
    Port row;
    row.equipment = device;
    row.name = "XGE" + std::to_string(office.design.ports.size() + 1);
    row.rate = BitRate(rate);
    row.medium = Medium::fibre;
    return office.add(std::move(row));
}

CableId FibreLink::add_fibre(CableTypeId type, CableRole role, Millimetres length) {
    Cable row;
    row.type = type;
    row.role = role;
    row.plane = office.plane;
    row.label = "F-" + std::to_string(office.design.cables.size() + 1);
    row.entry_drop = length;
    return office.add(std::move(row));
}

void FibreLink::end(CableId cable, CableEnd which, AnyId on, std::int32_t position) {
    Termination row;
    row.cable = cable;
    row.end = which;
    row.last = 2;
    row.on = on;
    row.position = position;
    office.add(std::move(row));
}

void FibreLink::set_trunk(Millimetres length) {
    office.change(trunk, [&](Cable& row) { row.entry_drop = length; });
}

void FibreLink::splice(Millimetres further) {
    const CableId second = add_fibre(trunk_type, CableRole::backbone, further);
    Panel closure;
    closure.kind = PanelKind::splice_closure;
    closure.space = office.space;
    const PanelId at = office.add(std::move(closure));
    for (const Termination& t : Table<Termination>(office.design.terminations))
        if (t.cable == trunk && t.end == CableEnd::b)
            office.change(t.id, [&](Termination& row) { row.cable = second; });
    for (std::int32_t core = 1; core <= 2; ++core) {
        Splice row;
        row.closure = at;
        row.cable_a = trunk;
        row.element_a = core;
        row.cable_b = second;
        row.element_b = core;
        office.add(std::move(row));
    }
}

void FibreLink::interconnect(Millimetres further) {
    const PanelId between = add_frame(office);
    const CableId second = add_fibre(trunk_type, CableRole::backbone, further);
    for (const Termination& t : Table<Termination>(office.design.terminations))
        if (t.cable == trunk && t.end == CableEnd::b) {
            end(second, CableEnd::b, t.on, 5);
            office.change(t.id, [&](Termination& row) { row.on = between; });
        }
    end(second, CableEnd::a, between, 5);
}

void FibreLink::plug(PortId port, const std::string& pmd) {
    BillItem item;
    item.measures = "transceiver:" + pmd;
    EquipmentType type;
    type.code = pmd;
    type.bill_item = office.add(std::move(item));
    Card card;
    card.equipment = office.design.find(port)->equipment;
    card.type = office.add(std::move(type));
    const CardId id = office.add(std::move(card));
    office.change(port, [&](Port& row) { row.card = id; });
}

} // namespace riser::test
