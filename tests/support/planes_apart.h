// SPDX-License-Identifier: GPL-3.0-or-later
// A floor with three networks that share nothing: open W and I, which the intent keeps apart, and secret R. Each has a
// core and an access switch in a rack of its own, a fibre between two panels of its own, copper to jacks in faceplates
// of its own, and a tray of its own; the telecom room and the strip in it are shared. Tests spoil one thing at a time.
#pragma once

#include "model/design.h"

#include <array>

namespace riser::test {

struct ApartNetwork {
    PlaneId plane;
    RackId rack;
    std::array<EquipmentId, 2> devices; // core, access
    std::array<PortId, 4> ports;        // the core's to the fibre, the access switch's, its two to jacks
    std::array<PanelId, 3> panels;      // fibre near, fibre far, copper
    CableId fibre;
    std::array<CableId, 2> fibre_cords;
    std::array<CableId, 2> copper; // to the jacks
    std::array<CableId, 2> copper_cords;
    std::array<OutletId, 2> outlets;
    std::array<JackId, 2> jacks;
    PathwayRunId tray;
};

struct PlanesApart {
    PlanesApart();

    template<class Row> Id<Row> add(Row row) {
        row.id = ids.next<Row>();
        const Id<Row> id = row.id;
        design.table<Row>().put(std::move(row));
        return id;
    }
    template<class Row, class Change> void change(Id<Row> id, Change change) {
        Row row = *design.find(id);
        change(row);
        design.table<Row>().put(std::move(row));
    }
    void end(CableId cable, CableEnd end, AnyId on, std::int32_t position = 1, std::int32_t first = 1,
             std::int32_t last = 4);
    // The termination of a cable's end.
    TerminationId ending(CableId cable, CableEnd end) const;
    CableId cord(PlaneId plane, AnyId a, std::int32_t at_a, AnyId b, std::int32_t at_b);

    Design design;
    IdSource ids{7};
    FloorId floor;
    RoomId room; // with the telecom space
    RoomId office;
    SpaceId space;
    PduId strip;
    CableTypeId fibre;
    CableTypeId copper;
    std::array<ApartNetwork, 3> networks; // W, I, R
    ApartNetwork& w = networks[0];
    ApartNetwork& i = networks[1];
    ApartNetwork& r = networks[2];

  private:
    ApartNetwork network(const char* code, Disclosure disclosure);
    void cable_up(ApartNetwork& of, const char* code);
};

} // namespace riser::test
