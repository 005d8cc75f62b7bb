// SPDX-License-Identifier: GPL-3.0-or-later
// A floor with a telecom room, racks and what stands in them, as tests of racks want them.
#pragma once

#include "model/design.h"

#include <random>

namespace riser::test {

struct RackCase {
    Design design;
    FloorId floor{1};
    SpaceId space{1};
    std::uint64_t next = 10;

    RackCase() {
        Floor row;
        row.id = floor;
        row.label = "3F";
        design.floors.put(row);
        Room room;
        room.id = {1};
        room.floor = floor;
        room.number = "301";
        design.rooms.put(room);
        Space at;
        at.id = space;
        at.room = room.id;
        at.label = "3F-E1";
        design.spaces.put(at);
    }
    RackId rack(const std::string& label, std::int32_t units = 42) {
        Rack row;
        row.id = {next++};
        row.space = space;
        row.label = label;
        row.units = units;
        row.place = {static_cast<std::int32_t>(1'000 * next), 500};
        design.racks.put(row);
        return row.id;
    }
    RackItemId stands(RackId rack, AnyId item, std::int32_t unit, std::int32_t height,
                      RackSide side = RackSide::front) {
        RackItem row;
        row.id = {next++};
        row.rack = rack;
        row.item = item;
        row.unit = unit;
        row.height = height;
        row.side = side;
        design.rack_items.put(row);
        return row.id;
    }
    EquipmentId device(RackId rack, const std::string& label, std::int32_t unit, std::int32_t height = 1, int ports = 0,
                       RackSide side = RackSide::front) {
        Equipment row;
        row.id = {next++};
        row.label = label;
        row.space = space;
        design.equipment.put(row);
        for (int p = 1; p <= ports; ++p) {
            Port port;
            port.id = {next++};
            port.equipment = row.id;
            port.position = p;
            port.name = "GE1/0/" + std::to_string(p);
            design.ports.put(port);
        }
        stands(rack, row.id, unit, height, side);
        return row.id;
    }
    PanelId panel(RackId rack, const std::string& label, std::int32_t unit, std::int32_t positions = 24) {
        Panel row;
        row.id = {next++};
        row.label = label;
        row.space = space;
        row.positions = positions;
        design.panels.put(row);
        stands(rack, row.id, unit, 1);
        return row.id;
    }
};

// Some racks, filled at random: mostly well, now and then on top of each other or beyond the rack.
inline RackCase random_racks(std::uint64_t seed) {
    RackCase out;
    std::mt19937_64 dice(seed);
    const auto up_to = [&](std::uint64_t n) { return static_cast<std::int32_t>(dice() % n); };
    for (int r = 0, racks = 1 + up_to(5); r < racks; ++r) {
        const RackId rack = out.rack("R" + std::to_string(r + 1), 6 + up_to(42));
        std::int32_t unit = 1;
        for (int i = 0, items = up_to(9); i < items; ++i) {
            const std::string label = "D" + std::to_string(r) + "-" + std::to_string(i);
            if (up_to(3) == 0)
                out.panel(rack, label, unit, 12 + 12 * up_to(4));
            else
                out.device(rack, label, unit, 1 + up_to(3), up_to(60), static_cast<RackSide>(up_to(3)));
            unit += up_to(6) - 1;
        }
    }
    return out;
}

} // namespace riser::test
