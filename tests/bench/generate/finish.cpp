// SPDX-License-Identifier: GPL-3.0-or-later
// Power and earth, and the sections of the runs once it is known what lies in them.
#include "tests/bench/generate/works.h"

#include <string>

namespace riser {

namespace {

struct Section {
    std::int32_t width;
    std::int32_t height;
};
constexpr Section trays[] = {{100, 50},  {200, 100}, {300, 100}, {400, 100},  {500, 150},
                             {600, 150}, {800, 150}, {800, 200}, {1'000, 200}};
constexpr Section trunkings[] = {{60, 40}, {100, 50}, {150, 75}, {200, 100}, {300, 100}};
constexpr Section conduits[] = {{50, 50}, {80, 80}, {100, 100}, {150, 150}};

// The smallest in which the cables fill no more than `most` per cent.
template<class List> Section section_for(const List& list, std::int64_t area_um2, std::int64_t most) {
    for (const Section& section : list)
        if (area_um2 * 100 <= std::int64_t{section.width} * section.height * 1'000'000 * most)
            return section;
    return *std::prev(std::end(list));
}

PathwayTypeId type_of(Works& works, PathwayKind kind, Section section) {
    const char* prefix = kind == PathwayKind::trunking ? "MR" : kind == PathwayKind::conduit ? "SC" : "CT";
    PathwayType type;
    type.code = prefix + std::to_string(section.width) + "x" + std::to_string(section.height) +
                (kind == PathwayKind::shaft ? "V" : "");
    type.id = derived_id<PathwayType>("generator", type.code);
    if (works.design.find(type.id))
        return type.id;
    type.kind = kind;
    type.name = {"桥架 " + type.code, "Pathway " + type.code};
    type.width = Millimetres(section.width);
    type.height = Millimetres(section.height);
    type.material = "steel";
    type.bill_item = derived_id<BillItem>("generator", "Tray");
    return works.put(std::move(type));
}

void finish_run(Works& works, RunSketch& sketch) {
    PathwayRun row = sketch.row;
    const Section section = row.kind == PathwayKind::trunking  ? section_for(trunkings, sketch.cable_area_um2, 30)
                            : row.kind == PathwayKind::conduit ? section_for(conduits, sketch.cable_area_um2, 18)
                                                               : section_for(trays, sketch.cable_area_um2, 28);
    row.width = Millimetres(section.width);
    row.height = Millimetres(section.height);
    row.type = type_of(works, row.kind, section);
    works.put(std::move(row));
}

EarthBarId add_earth_bar(Works& works, EarthBarKind kind, const std::string& label, SpaceId space, Point place) {
    EarthBar bar;
    bar.kind = kind;
    bar.label = label;
    bar.space = space;
    bar.place = place;
    bar.measured = MilliOhms(500);
    return works.put(std::move(bar));
}

void add_room_power(Works& works, const BuildingWorks& building, const Distributor& room, UpsId ups, EarthBarId main) {
    Circuit circuit;
    circuit.label = room.label + "-C";
    circuit.fed_by = ups;
    circuit.capacity = VoltAmperes(36'000); // three phases of 63 A, used to four fifths
    const CircuitId circuit_id = works.put(std::move(circuit));
    for (const RackId rack : room.racks) {
        Pdu pdu;
        pdu.label = works.design.find(rack)->label + "-PDU";
        pdu.rack = rack;
        pdu.circuit = circuit_id;
        pdu.sockets = 16;
        pdu.capacity = VoltAmperes(11'000);
        works.put(std::move(pdu));
    }
    const EarthBarId bar =
        add_earth_bar(works, EarthBarKind::telecommunications, room.label + "-TGB", room.space, room.place);
    Bond bond;
    bond.from = bar;
    bond.to = main;
    bond.conductor = SquareMillimetres(50);
    bond.length =
        Millimetres(std::abs(building.floors[room.floor].elevation - building.floors.front().elevation) + 2'000);
    works.put(std::move(bond));
}

} // namespace

void add_power(Works& works) {
    for (const BuildingWorks& building : works.buildings) {
        const std::string prefix = building.recipe.letter.empty() ? "" : building.recipe.letter + "-";
        PowerSource mains;
        mains.label = prefix + "AP1";
        mains.capacity = VoltAmperes(400'000);
        PowerSource generator = mains;
        generator.label = prefix + "GEN1";
        generator.kind = SourceKind::generator;
        Ats ats;
        ats.label = prefix + "ATS1";
        ats.normal = works.put(std::move(mains));
        ats.standby = works.put(std::move(generator));
        ats.space = building.machine.space;
        Ups ups;
        ups.label = prefix + "UPS1";
        ups.space = building.machine.space;
        ups.fed_by = works.put(std::move(ats));
        ups.capacity = VoltAmperes(300'000);
        ups.autonomy = Seconds(3'600);
        ups.topology = UpsTopology::parallel_n_plus_1;
        const UpsId ups_id = works.put(std::move(ups));
        const EarthBarId main =
            add_earth_bar(works, EarthBarKind::main, prefix + "MEB", building.machine.space, building.machine.place);
        for (const Distributor& distributor : building.distributors)
            if (!distributor.racks.empty())
                add_room_power(works, building, distributor, ups_id, main);
        add_room_power(works, building, building.machine, ups_id, main);
    }
    // Every supply on a circuit of the room its device stands in.
    std::map<RackId, PduId> pdus;
    for (const Pdu& pdu : works.design.pdus)
        pdus[*pdu.rack] = pdu.id;
    std::map<EquipmentId, RackId> racks;
    for (const RackItem& item : works.design.rack_items)
        if (item.item.kind == Kind::equipment)
            racks[EquipmentId{item.item.value}] = item.rack;
    std::vector<PowerSupply> supplies(works.design.power_supplies.begin(), works.design.power_supplies.end());
    for (PowerSupply& supply : supplies)
        if (const auto rack = racks.find(supply.equipment); rack != racks.end()) {
            supply.pdu = pdus[rack->second];
            works.put(supply);
        }
}

void add_run_sections(Works& works) {
    for (BuildingWorks& building : works.buildings)
        for (RunSketch& run : building.runs)
            finish_run(works, run);
    for (RunSketch& run : works.campus)
        finish_run(works, run);
}

} // namespace riser
