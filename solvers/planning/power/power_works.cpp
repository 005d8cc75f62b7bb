// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/power/power_works.h"

#include <algorithm>
#include <tuple>

namespace riser {

namespace {

constexpr std::string_view planner = "power";

std::map<RackId, RedundancyClass> classes_of_racks(const Design& design) {
    const UplinkClasses classes(design.requirement_classes, design.zones, design.services);
    std::map<RackId, RedundancyClass> out;
    const auto raise = [&](const Rack& rack, std::optional<PlaneId> plane) {
        RedundancyClass& most = out[rack.id];
        most = std::max(most, classes.of(plane, rack.space));
    };
    for (const Rack& rack : design.racks)
        raise(rack, rack.plane);
    for (const RackItem& item : design.rack_items)
        if (const Rack* rack = design.find(item.rack); rack && item.item.kind == Kind::equipment)
            if (const Equipment* device = design.find(EquipmentId{item.item.value}))
                raise(*rack, device->plane);
    return out;
}

} // namespace

PowerWorks::PowerWorks(const Design& design, const PowerOptions& given)
    : options(given),
      facts(design),
      after(design),
      sources(after, planner),
      switches(after, planner),
      ups(after, planner),
      circuits(after, planner),
      strips(after, "equipment"),
      bars(after, planner),
      bonds(after, planner),
      source_labels(design, "power-source", {}),
      switch_labels(design, "transfer-switch", {}),
      circuit_labels(design, "circuit", {}),
      ups_labels(design, "ups", given.ups_label),
      bar_labels(design, "earth-bar", given.bar_label) {
    for (const PowerSource& row : design.power_sources)
        source_labels.take(row.label);
    for (const Ats& row : design.transfer_switches)
        switch_labels.take(row.label);
    for (const Circuit& row : design.circuits)
        circuit_labels.take(row.label);
    for (const EarthBar& row : design.earth_bars)
        bar_labels.take(row.label);
    for (const Ups& row : design.ups_units)
        ups_labels.take(row.label);
    const std::map<RackId, RedundancyClass> classes = classes_of_racks(design);
    std::map<RackId, std::vector<const Pdu*>> strips_of;
    for (const Pdu& strip : design.pdus)
        if (strip.rack && strip.status != Status::remove)
            strips_of[*strip.rack].push_back(&strip);
    std::map<SpaceId, std::vector<const Rack*>> racks_of;
    for (const Rack& rack : design.racks)
        if (rack.status != Status::remove && rack.status != Status::reserved)
            racks_of[rack.space].push_back(&rack);
    const auto by_label = [](const auto* a, const auto* b) {
        return std::tie(a->label, a->id) < std::tie(b->label, b->id);
    };
    std::map<std::tuple<BuildingId, Millimetres, std::string, SpaceId>, PowerRoom> sorted;
    for (auto& [id, racks] : racks_of) {
        const Space* space = design.find(id);
        const Room* room = space ? design.find(space->room) : nullptr;
        const Floor* floor = room ? design.find(room->floor) : nullptr;
        if (!floor)
            continue;
        PowerRoom out{.space = id};
        std::sort(racks.begin(), racks.end(), by_label);
        for (const Rack* rack : racks) {
            PowerRack one{.id = rack->id, .strips = {}, .redundancy = classes.at(rack->id)};
            std::vector<const Pdu*>& list = strips_of[rack->id];
            std::sort(list.begin(), list.end(), by_label);
            for (const Pdu* strip : list)
                one.strips.push_back(strip->id);
            out.has_strips |= !list.empty();
            out.redundancy = std::max(out.redundancy, one.redundancy);
            out.racks.push_back(std::move(one));
        }
        sorted.emplace(std::tuple(floor->building, floor->elevation, space->label, id), std::move(out));
    }
    for (auto& [at, room] : sorted)
        rooms[std::get<0>(at)].push_back(std::move(room));
}

std::string PowerWorks::code(SpaceId space) const {
    const Space* row = after.find(space);
    return row ? row->label : std::string();
}

std::string PowerWorks::building_code(BuildingId building) const {
    std::size_t number = 1;
    for (const Building& row : after.buildings) {
        if (row.id == building)
            break;
        ++number;
    }
    return "B" + std::to_string(number);
}

} // namespace riser
