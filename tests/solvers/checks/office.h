// SPDX-License-Identifier: GPL-3.0-or-later
// A floor with one telecom room, one office, a straight tray between them, and one jack on one cable: nothing is wrong
// with it. Tests spoil one thing at a time.
#pragma once

#include "tests/support/builders.h"

namespace riser::test {

struct Office {
    Office();

    template<class Row> Id<Row> add(Row row) {
        row.id = building.ids.next<Row>();
        const Id<Row> id = row.id;
        design.table<Row>().put(std::move(row));
        return id;
    }
    template<class Row, class Change> void change(Id<Row> id, Change change) {
        Row row = *design.find(id);
        change(row);
        design.table<Row>().put(std::move(row));
    }
    // Moves the tray's far end and the cable with it, so that the cable is that long.
    void set_length(Millimetres length);
    void set_length(int metres_long) { set_length(metres(metres_long)); }
    // Another jack of the plane on an outlet, without a cable.
    JackId add_jack(OutletId outlet, std::optional<PlaneId> plane);
    // A cable of the plane over the tray, on that jack and the panel's next position.
    CableId add_cable(JackId jack, std::optional<PlaneId> plane);
    OutletId add_outlet(RoomId room, Point place);
    void terminate(CableId cable, CableEnd end, AnyId on, std::int32_t position = 1);
    // A cord of that length on the jack, or on a position of the panel.
    CableId add_cord(AnyId on, std::int32_t position, Millimetres length);
    PlaneId add_plane(std::string code, Disclosure disclosure);

    BuildingBuilder building;
    Design& design = building.design;
    FloorId floor;
    RoomId telecom_room;
    RoomId office;
    SpaceId space;
    PathwayNodeId near_node;
    PathwayNodeId far_node;
    PathwayRunId tray;
    PlaneId plane;
    PointKindId kind;
    CableTypeId cable_type;
    PanelId panel;
    OutletId outlet;
    JackId jack;
    CableId cable;
    std::int32_t positions_used = 0;
};

} // namespace riser::test
