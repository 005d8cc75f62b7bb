// SPDX-License-Identifier: GPL-3.0-or-later
// What planes share that must be apart.
#include "tests/designer/faults/planned_example.h"

#include <algorithm>

namespace riser::test {

namespace {

// A run with compartments of both planes, and the index of the one's.
std::pair<PathwayRunId, std::int32_t> compartment_of(const Spoilt& s, PlaneId one, PlaneId other) {
    for (const PathwayRun& run : s.design.pathway_runs) {
        std::optional<std::int32_t> own;
        bool both = false;
        for (std::size_t i = 0; i < run.compartments.size(); ++i) {
            if (run.compartments[i].plane == one)
                own = static_cast<std::int32_t>(i);
            both |= run.compartments[i].plane == other;
        }
        if (own && both)
            return {run.id, *own};
    }
    return {};
}

template<class Row, class Is> Id<Row> first(const Table<Row>& table, const Is& is) {
    for (const Row& row : table)
        if (is(row))
            return row.id;
    return {};
}

std::vector<AnyId> in_the_tray_of(Spoilt& s, const char* whose, PlaneId cable_of) {
    const auto [run, part] = compartment_of(s, s.plane(whose), s.plane("S"));
    s.change(s.horizontal(cable_of), [&, id = run, at = part](Cable& row) { row.route.front() = {id, at}; });
    return {run};
}

} // namespace

std::vector<Fault> physical_faults() {
    const std::vector<std::string> lengths{"DES-06", "CAB-01", "CAB-02", "CAB-07", "PATH-01", "DES-01", "POE-02"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.end(), lengths.begin(), lengths.end());
        return more;
    };
    return {
        {"a cable of the Internet in the extranet's tray",
         [](Spoilt& s) { return in_the_tray_of(s, "W", s.plane("I")); }, "DES-08", with({"Z-01"}),
         "objects that Plane"},
        {"a reserved cable in a tray of others", [](Spoilt& s) { return in_the_tray_of(s, "W", s.plane("R")); }, "Z-01",
         with({"DES-08"}), "objects that Plane"},
        {"a cord from the extranet to the Internet",
         [](Spoilt& s) -> std::vector<AnyId> {
             const PortId far = s.new_port(s.device("B1-C1-ICS01"));
             return {s.cord(s.plane("W"), s.new_port(s.device("B1-C1-WCS01")), far), far};
         },
         "SEC-C1",
         {},
         "objects that Plane"},
        {"an extranet cable on a panel of the Internet",
         [](Spoilt& s) -> std::vector<AnyId> {
             const CableId cable = s.horizontal(s.plane("W"));
             const PanelId panel = first(s.design.panels, [&](const Panel& row) { return row.plane == s.plane("I"); });
             const TerminationId end = first(s.design.terminations, [&](const Termination& row) {
                 return row.cable == cable && row.on.kind == Kind::panels;
             });
             s.change(end, [&](Termination& row) {
                 row.on = panel;
                 row.position = 24;
             });
             return {cable, panel};
         },
         "SEC-C1",
         {"DES-02"},
         "objects that Plane"},
        {"a reserved jack in a faceplate of others",
         [](Spoilt& s) -> std::vector<AnyId> {
             const JackId own = first(s.design.jacks, [&](const Jack& row) { return row.plane == s.plane("W"); });
             const OutletId outlet = s.design.find(own)->outlet;
             const JackId jack = first(s.design.jacks, [&](const Jack& row) { return row.plane == s.plane("R"); });
             s.change(jack, [&](Jack& row) {
                 row.outlet = outlet;
                 row.position = 9;
             });
             return {outlet};
         },
         "SEC-C5",
         {"SEC-P1", "DES-02", "DES-03", "CAB-01", "CAB-02", "REACH-01"},
         "objects that Plane"},
        {"an extranet switch in the reserved rack",
         [](Spoilt& s) -> std::vector<AnyId> {
             const RackId rack = first(s.design.racks, [&](const Rack& row) { return row.plane == s.plane("R"); });
             const EquipmentId device = s.device("B1-C1-WCS01");
             s.change(first(s.design.rack_items, [&](const RackItem& row) { return row.item == AnyId(device); }),
                      [&](RackItem& row) { row.rack = rack; });
             return {rack, device};
         },
         "SEC-C6",
         {"DES-09", "DES-10", "ROOM-06"},
         "objects that Plane"},
        {"a switch that carries another planes VLAN",
         [](Spoilt& s) -> std::vector<AnyId> {
             const EquipmentId device = s.device("B1-C1-WCS01");
             const VlanId vlan = s.vlan("I-O-D");
             for (const PortId id : s.ports_of(device))
                 if (s.design.find(id)->mode == PortMode::trunk) {
                     s.change(id, [&](Port& row) { row.trunk_vlans.push_back(vlan); });
                     break;
                 }
             return {device, vlan};
         },
         "SEC-C6",
         {},
         "objects that Plane"},
        {"switches of two planes in one stack",
         [](Spoilt& s) -> std::vector<AnyId> {
             Stack row;
             row.members = {s.device("B1-C1-WDS01"), s.device("B1-C1-IDS01")};
             const EquipmentId other = row.members.back();
             return {s.add(row), other};
         },
         "SEC-C6",
         {"INT-01", "INT-02", "Z-12", "SEC-C1", "VL-11", "DES-05", "REQ-01", "AV-04"},
         "objects that Plane"},
        {"an extranet device in a space kept for the reserved network",
         [](Spoilt& s) -> std::vector<AnyId> {
             Space row;
             row.room = s.design.rooms.begin()->id;
             row.label = "KEPT";
             row.plane = s.plane("R");
             const SpaceId space = s.add(row);
             const EquipmentId device = s.device("B1-C1-WBH01");
             s.change(device, [&](Equipment& moved) { moved.space = space; });
             return {space, device};
         },
         "SEC-C6",
         {"ROOM-01", "ROOM-02", "ROOM-03", "ROOM-06", "GND-04", "AV-04", "REQ-01"},
         "objects that Plane"},
    };
}

} // namespace riser::test
