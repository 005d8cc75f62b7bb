// SPDX-License-Identifier: GPL-3.0-or-later
// The network of two bodies in a building where nothing that it stands on is alone: two core rooms, two shafts, two
// compartments, two entrances, two feeds; a telecom room with one access switch, two cards, two uplinks apart; two
// servers and two firewalls, each joined to both cores; two handoffs. The brief asks for two of everything.
#pragma once

#include "tests/solvers/forwarding/two_bodies.h"

namespace riser::test {

struct TwoCores : TwoBodies {
    TwoCores();

    template<class Row> Id<Row> put(Row row) {
        row.id = {next++};
        design.table<Row>().put(row);
        return row.id;
    }
    template<class Row> void change(Id<Row> id, auto change) {
        Row row = *design.find(id);
        change(row);
        design.table<Row>().put(row);
    }
    template<class Row> void remove(Id<Row> id) {
        change(id, [](Row& row) { row.status = Status::remove; });
    }
    void lay(CableId cable, std::vector<PathwayRunId> way);
    void move_to(EquipmentId device, SpaceId space, RackId rack);
    // Takes the cable out at that device and puts it on a new port of another.
    PortId move_end(CableId cable, EquipmentId from, EquipmentId to);
    CableId cable_between(EquipmentId a, EquipmentId b, int which = 0) const;
    void ask(RedundancyClass redundancy); // of the plane, in place of two of everything
    CommonCauseId cause(std::vector<AnyId> members);
    std::vector<PowerSupplyId> supplies_of(EquipmentId device) const;

    FloorId below, above;
    SpaceId core_room[2], entrance[2], telecom_room;
    FireCompartmentId compartments[2]; // of the floor above
    // Below: from the first core room to its shaft, on to the third, on to the second, to the second core room.
    PathwayRunId below_runs[4];
    PathwayRunId shafts[3]; // by the first core room, between, by the second
    // Above: first shaft to third, on from there, into the telecom room; second shaft into it; third shaft past the
    // others into it.
    PathwayRunId to_third, on_from_third, into_room, from_second, past;
    RackId rack_of[7]; // of the devices in the order of all()
    EquipmentId second_server;
    ZoneId edge;
    ProviderHandoffId handoff[2];
    PortId handoff_port[2];
    CardId card[2]; // of the access switch, by uplink
    PortId uplink_port[2];
    PowerSourceId mains[2];
    UpsId ups[2];
    struct Feeds {
        CircuitId circuit[2];
        PduId strip[2];
    };
    std::vector<Feeds> feeds; // by device
    RequirementClassId asked;

    std::vector<EquipmentId> all() const {
        return {core[0], core[1], firewall[0], firewall[1], server, second_server, access};
    }

  private:
    void build();
    void lay_pathways();
    void place_devices();
    void feed_devices();
    void join_more();
};

} // namespace riser::test
