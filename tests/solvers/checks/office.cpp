// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/office.h"

namespace riser::test {

Office::Office() {
    // Squares of 1 m: the telecom room T (3 x 3), the office A (9 x 3).
    floor = building.with_floor("3F", {"TTTAAAAAAAAA", "TTTAAAAAAAAA", "TTTAAAAAAAAA"},
                                {{'T', {RoomUse::telecom_room, "3T", 0}}, {'A', {RoomUse::office, "301", 4}}});
    telecom_room = building.room('T');
    office = building.room('A');
    space = add([&] {
        Space row;
        row.room = telecom_room;
        row.label = "3F-E1";
        row.place = {1'500, 1'500};
        return row;
    }());
    near_node = add([&] {
        PathwayNode row;
        row.floor = floor;
        row.place = {1'500, 1'500};
        row.elevation = Millimetres(3'000);
        row.space = space;
        return row;
    }());
    far_node = add([&] {
        PathwayNode row;
        row.floor = floor;
        row.place = {11'500, 1'500};
        row.elevation = Millimetres(3'000);
        return row;
    }());
    tray = add([&] {
        PathwayRun row;
        row.from = near_node;
        row.to = far_node;
        row.label = "T-1";
        row.width = Millimetres(100);
        row.height = Millimetres(50);
        row.ambient = celsius(20);
        return row;
    }());
    plane = add_plane("W", Disclosure::open);
    kind = add([&] {
        PointKind row;
        row.code = "TD";
        row.name = {"数据点", "Data point"};
        return row;
    }());
    cable_type = add([&] {
        CableType row;
        row.code = "Cat6A";
        return row;
    }());
    panel = add([&] {
        Panel row;
        row.label = "3F-E1-A";
        row.space = space;
        row.plane = plane;
        return row;
    }());
    outlet = add_outlet(office, {11'000, 500});
    jack = add_jack(outlet, plane);
    cable = add_cable(jack, plane);
}

PlaneId Office::add_plane(std::string code, Disclosure disclosure) {
    Plane row;
    row.code = code;
    row.name = same_text(code);
    row.disclosure = disclosure;
    return add(std::move(row));
}

OutletId Office::add_outlet(RoomId room, Point place) {
    Outlet row;
    row.floor = floor;
    row.room = room;
    row.place = place;
    row.height = Millimetres(300);
    row.label = "3F-301-" + std::to_string(design.outlets.size() + 1);
    return add(std::move(row));
}

JackId Office::add_jack(OutletId on, std::optional<PlaneId> of) {
    Jack row;
    row.outlet = on;
    row.kind = kind;
    row.plane = of;
    row.label = "J-" + std::to_string(design.jacks.size() + 1);
    for (const Jack& other : design.jacks)
        row.position += other.outlet == on;
    return add(std::move(row));
}

void Office::terminate(CableId on_cable, CableEnd end, AnyId on, std::int32_t position) {
    Termination row;
    row.cable = on_cable;
    row.end = end;
    row.on = on;
    row.position = position;
    add(std::move(row));
}

CableId Office::add_cable(JackId to, std::optional<PlaneId> of) {
    Cable row;
    row.type = cable_type;
    row.plane = of;
    row.label = "C-" + std::to_string(design.cables.size() + 1);
    row.route = {{.run = tray, .compartment = 0}};
    row.exit_offset = Millimetres(10'000);
    const CableId id = add(std::move(row));
    terminate(id, CableEnd::a, panel, ++positions_used);
    terminate(id, CableEnd::b, to);
    return id;
}

CableId Office::add_cord(AnyId on, std::int32_t position, Millimetres length) {
    Cable row;
    row.type = cable_type;
    row.plane = plane;
    row.role = CableRole::cord;
    row.entry_drop = length;
    const CableId id = add(std::move(row));
    terminate(id, CableEnd::a, on, position);
    return id;
}

void Office::set_length(Millimetres length) {
    change(far_node, [&](PathwayNode& row) { row.place.x = 1'500 + length.value; });
    change(cable, [&](Cable& row) { row.exit_offset = length; });
}

} // namespace riser::test
