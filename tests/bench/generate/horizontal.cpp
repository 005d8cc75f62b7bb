// SPDX-License-Identifier: GPL-3.0-or-later
// Racks, panels and the cable from each panel position to its jack.
#include "tests/bench/generate/cabling.h"

#include <algorithm>
#include <numbers>

namespace riser {

namespace {

constexpr std::int32_t panel_positions = 24;

Cable horizontal_cable(const Works& works, const BuildingWorks& building, const std::vector<Reach>& reach,
                       const JackSketch& jack) {
    const Exit exit = exit_at(building, jack.run, jack.place);
    const RunSketch& last = building.runs[jack.run];
    const bool by_from = reach[last.from].distance + exit.offset <= reach[last.to].distance + last.length - exit.offset;
    std::vector<std::size_t> runs = runs_to(building, reach, by_from ? last.from : last.to);
    if (runs.empty() || runs.back() != jack.run)
        runs.push_back(jack.run);
    Cable cable;
    cable.label = "C-" + jack.label;
    cable.type = works.catalogue.copper;
    cable.role = CableRole::horizontal;
    cable.plane = jack.facility ? works.catalogue.facility : works.catalogue.extranet;
    lay_along(building, cable, runs, building.distributors[jack.distributor].node);
    cable.exit_offset = Millimetres(exit.offset);
    cable.entry_drop = Millimetres(tray_elevation - rack_entry);
    cable.exit_drop = Millimetres(exit.drop + std::abs(tray_elevation - jack.height));
    cable.slack_a = Millimetres(2'000);
    cable.slack_b = Millimetres(300);
    return cable;
}

void add_panels(Works& works, BuildingWorks& building, std::size_t d, bool facility) {
    Distributor& distributor = building.distributors[d];
    std::int32_t used = panel_positions;
    PanelId panel;
    int number = 0;
    for (const std::size_t j : distributor.jacks) {
        JackSketch& jack = building.jacks[j];
        if (jack.facility != facility)
            continue;
        if (used == panel_positions) {
            Panel row;
            row.label = distributor.label + (facility ? "-PS" : "-PW") + std::to_string(++number);
            row.space = distributor.space;
            row.place = distributor.place;
            row.positions = panel_positions;
            row.plane = facility ? works.catalogue.facility : works.catalogue.extranet;
            panel = works.put(std::move(row));
            rack_up(works, distributor, panel, 1);
            used = 0;
        }
        jack.panel = panel;
        jack.position = ++used;
    }
}

} // namespace

void rack_up(Works& works, Distributor& distributor, AnyId item, std::int32_t units) {
    constexpr std::int32_t rack_units = 42;
    if (distributor.racks.empty() || distributor.next_unit + units > rack_units) {
        const auto n = static_cast<std::int32_t>(distributor.racks.size());
        const auto columns = static_cast<std::int32_t>(distributor.racks_in_row);
        Rack rack;
        rack.space = distributor.space;
        rack.label = distributor.label + "-R" + std::to_string(n + 1);
        rack.place = {distributor.place.x + (n % columns - columns / 2) * 600,
                      distributor.place.y + (columns > 3 ? n / columns * 2'400 - 1'200 : n / columns * 2'400)};
        rack.units = rack_units;
        rack.load_limit = Grams(800'000);
        rack.power_limit = watts(12'000);
        distributor.racks.push_back(works.put(std::move(rack)));
        distributor.next_unit = 1;
    }
    RackItem row;
    row.rack = distributor.racks.back();
    row.item = item;
    row.unit = distributor.next_unit;
    row.height = units;
    works.put(std::move(row));
    distributor.next_unit += units;
}

void lay_along(const BuildingWorks& building, Cable& cable, const std::vector<std::size_t>& runs,
               std::size_t from_node) {
    for (const std::size_t run : runs)
        cable.route.push_back({.run = building.runs[run].row.id, .compartment = 0});
    if (!runs.empty()) {
        const RunSketch& first = building.runs[runs.front()];
        cable.entry_offset = Millimetres(first.from == from_node ? 0 : first.length);
    }
}

std::int64_t cross_section_um2(const CableType& type) {
    return static_cast<std::int64_t>(std::numbers::pi / 4 * static_cast<double>(type.diameter_um) *
                                     static_cast<double>(type.diameter_um));
}

void terminate(Works& works, const EndOfCable& end) {
    Termination row;
    row.cable = end.cable;
    row.end = end.end;
    row.first = end.first;
    row.last = end.last;
    row.on = end.on;
    row.position = end.position;
    works.put(std::move(row));
}

CableId add_cord(Works& works, const CordSpec& spec) {
    Cable cord;
    cord.label = spec.label;
    cord.type = spec.fibre ? works.catalogue.fibre_cord : works.catalogue.copper_cord;
    cord.role = CableRole::cord;
    cord.plane = spec.plane;
    cord.exit_drop = spec.length;
    const CableId id = works.put(std::move(cord));
    const std::int32_t elements = spec.fibre ? 2 : 4;
    terminate(works, {id, CableEnd::a, 1, elements, spec.a, spec.position_a});
    terminate(works, {id, CableEnd::b, 1, elements, spec.b, spec.position_b});
    return id;
}

void add_horizontal(Works& works) {
    for (BuildingWorks& building : works.buildings) {
        const std::vector<std::vector<Reach>> reach = reach_by_distributor(building);
        const std::int64_t area = cross_section_um2(*works.design.find(works.catalogue.copper));
        for (std::size_t d = 0; d < building.distributors.size(); ++d)
            for (const bool facility : {false, true})
                add_panels(works, building, d, facility);
        std::map<PathwayRunId, std::size_t> run_index;
        for (std::size_t r = 0; r < building.runs.size(); ++r)
            run_index[building.runs[r].row.id] = r;
        for (JackSketch& jack : building.jacks) {
            Cable cable = horizontal_cable(works, building, reach[jack.distributor], jack);
            for (const RouteStep& step : cable.route)
                building.runs[run_index[step.run]].cable_area_um2 += area;
            jack.cable = works.put(std::move(cable));
            terminate(works, {jack.cable, CableEnd::a, 1, 4, jack.panel, jack.position});
            terminate(works, {jack.cable, CableEnd::b, 1, 4, jack.id, 1});
        }
    }
}

} // namespace riser
