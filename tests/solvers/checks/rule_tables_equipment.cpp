// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/rule_tables.h"

namespace riser::test {

namespace {

RackId add_rack(Office& o, Point place, std::int32_t units = 42) {
    Rack rack;
    rack.units = units;
    rack.space = o.space;
    rack.label = "R" + std::to_string(o.design.racks.size() + 1);
    rack.place = place;
    return o.add(std::move(rack));
}

// A telecom room of that size with a rack (front south) at that place.
void room_with_rack(Office& o, std::int32_t width, std::int32_t depth, Point place, std::int32_t units = 42) {
    o.change(o.telecom_room, [&](Room& room) {
        room.outline.outer = {{0, 0}, {width, 0}, {width, depth}, {0, depth}};
    });
    add_rack(o, place, units);
}

void put_in(Office& o, RackId rack, std::int32_t unit, std::int32_t height, RackSide side = RackSide::front) {
    Panel panel;
    panel.space = o.space;
    panel.label = "P-" + std::to_string(o.design.panels.size() + 1);
    RackItem item;
    item.rack = rack;
    item.item = o.add(std::move(panel));
    item.unit = unit;
    item.height = height;
    item.side = side;
    o.add(std::move(item));
}

struct Switch {
    EquipmentId id;
    std::vector<PortId> copper;
    std::vector<PortId> fibre;
};

Switch add_switch(Office& o, EquipmentRole role, std::int32_t copper, std::int32_t fibre, Milliwatts poe = {}) {
    EquipmentType type;
    type.code = "SW-" + std::to_string(o.design.equipment_types.size());
    type.role = role;
    type.power = watts(50);
    type.poe_budget = poe;
    Equipment device;
    device.type = o.add(std::move(type));
    device.label = "SW-" + std::to_string(o.design.equipment.size() + 1);
    device.space = o.space;
    device.plane = o.plane;
    Switch out;
    out.id = o.add(std::move(device));
    const auto add_ports = [&](std::int32_t count, Medium medium, std::int64_t rate, std::vector<PortId>& list) {
        for (std::int32_t n = 0; n < count; ++n) {
            Port port;
            port.equipment = out.id;
            port.name = "P" + std::to_string(n + 1);
            port.medium = medium;
            port.rate = megabits(rate);
            list.push_back(o.add(std::move(port)));
        }
    };
    add_ports(copper, Medium::copper, 1'000, out.copper);
    add_ports(fibre, Medium::fibre, 10'000, out.fibre);
    return out;
}

void use(Office& o, PortId port) {
    o.change(port, [](Port& row) { row.mode = PortMode::access; });
}

void supply(Office& o, EquipmentId device, Milliwatts capacity) {
    PowerSupply row;
    row.equipment = device;
    row.capacity = capacity;
    o.add(std::move(row));
}

// So many more jacks of devices that draw 25.5 W, each cabled and patched to a port of the switch.
void patch_powered(Office& o, const Switch& to, std::size_t count) {
    o.change(o.kind, [](PointKind& kind) { kind.poe = Milliwatts(25'500); });
    for (std::size_t n = 0; n < count; ++n) {
        o.add_cable(o.add_jack(o.outlet, o.plane), o.plane);
        o.terminate(o.add_cord(o.panel, o.positions_used, metres(2)), CableEnd::b, to.copper[n]);
        use(o, to.copper[n]);
    }
}

void link(Office& o, PortId a, PortId b) { o.terminate(o.add_cord(a, 1, metres(2)), CableEnd::b, b); }

// An access switch with so many ports in use under a core, by one link of 10G.
void access_under_core(Office& o, std::size_t in_use) {
    const Switch access = add_switch(o, EquipmentRole::access_switch, 300, 2);
    const Switch core = add_switch(o, EquipmentRole::core_switch, 0, 4);
    for (std::size_t n = 0; n < in_use; ++n)
        use(o, access.copper[n]);
    link(o, access.fibre[0], core.fibre[0]);
}

void growth_case(Office& o, std::size_t in_use, std::int32_t yearly) {
    Brief brief;
    brief.id = the_brief;
    brief.growth_per_year = percent(yearly);
    brief.horizon_years = 5;
    o.design.briefs.put(brief);
    const Switch access = add_switch(o, EquipmentRole::access_switch, 24, 2);
    for (std::size_t n = 0; n < in_use; ++n)
        use(o, access.copper[n]);
}

} // namespace

RuleTables equipment_tables() {
    return {
        {
            {"ROOM-06", "0.9 m before the front",
             [](Office& o) {
                 room_with_rack(o, 4'000, 4'000, {2'000, 1'400});
             },
             1, "0.9 m on their front, at least 1.0 m"},
            {"ROOM-06", "its back to the wall",
             [](Office& o) {
                 room_with_rack(o, 4'000, 2'500, {2'000, 2'000});
             },
             1, "0.0 m on their rear, at least 0.8 m"},
            {"ROOM-06", "two sides of one row in one finding",
             [](Office& o) {
                 room_with_rack(o, 2'000, 4'000, {1'000, 2'000});
             },
             1, "0.7 m on their side"},
            {"ROOM-06", "rows 1.1 m apart",
             [](Office& o) {
                 room_with_rack(o, 4'000, 8'000, {2'000, 2'000});
                 add_rack(o, {2'000, 4'100});
             },
             2, "1.1 m on their front, at least 1.2 m"},
            {"ROOM-06", "16 U against a wall stand there",
             [](Office& o) {
                 room_with_rack(o, 4'000, 2'500, {2'000, 2'000}, 16);
             },
             1, "0.0 m on their rear, at least 0.8 m"},
            {"ROOM-06", "a cabinet on the wall, 0.9 m before its front",
             [](Office& o) {
                 room_with_rack(o, 1'000, 1'900, {500, 1'400}, 12);
             },
             1, "0.9 m on their front, at least 1.0 m"},
            {"AV-07", "201 ports of 1G on one link of 10G", [](Office& o) { access_under_core(o, 201); }, 1,
             "takes 21 times what it sends up"},
            {"AV-09", "24 ports, 20 in use, 5 % a year", [](Office& o) { growth_case(o, 20, 5); }, 1,
             "has 24 access ports; with growth 26 are usual"},
            {"AV-09", "no growth stated: 30 %", [](Office& o) { growth_case(o, 19, 0); }, 1,
             "with growth 25 are usual"},
            {"AV-09", "doubled every year: ten times at most", [](Office& o) { growth_case(o, 3, 100); }, 1,
             "with growth 30 are usual"},
            {"POE-01", "seven devices of class 4 on 250 W",
             [](Office& o) { patch_powered(o, add_switch(o, EquipmentRole::access_switch, 24, 2, watts(250)), 7); }, 1,
             "may draw 210 W with all its supplies; 200 W are left"},
            {"POE-01", "enough with both supplies only",
             [](Office& o) {
                 const Switch device = add_switch(o, EquipmentRole::access_switch, 24, 2, watts(500));
                 supply(o, device.id, watts(300));
                 supply(o, device.id, watts(300));
                 patch_powered(o, device, 7);
             },
             1, "may draw 210 W with one supply down; 200 W are left"},
            {"DES-09", "two panels in one unit",
             [](Office& o) {
                 const RackId rack = add_rack(o, {1'500, 1'500});
                 put_in(o, rack, 10, 2);
                 put_in(o, rack, 11, 1);
             },
             1, "shares U11 with something else"},
            {"DES-09", "through the roof",
             [](Office& o) {
                 put_in(o, add_rack(o, {1'500, 1'500}), 42, 2);
             },
             1, "reaches beyond the rack"},
        },
        {
            {"ROOM-06", "just enough on every side",
             [](Office& o) {
                 room_with_rack(o, 2'200, 2'800, {1'100, 1'500});
             }},
            {"ROOM-06", "racks side by side are one row",
             [](Office& o) {
                 room_with_rack(o, 4'000, 4'000, {1'500, 2'000});
                 add_rack(o, {2'100, 2'000});
             }},
            {"ROOM-06", "rows 1.2 m apart",
             [](Office& o) {
                 room_with_rack(o, 4'000, 8'000, {2'000, 2'000});
                 add_rack(o, {2'000, 4'200});
             }},
            {"ROOM-06", "a cabinet on the wall has neither rear nor sides",
             [](Office& o) {
                 room_with_rack(o, 600, 2'000, {300, 1'500}, 15);
             }},
            {"ROOM-06", "no cabinet", [](Office&) {}, RuleOutcome::not_applicable},
            {"AV-07", "200 ports", [](Office& o) { access_under_core(o, 200); }},
            {"AV-07", "not linked up", [](Office& o) { add_switch(o, EquipmentRole::access_switch, 48, 4); },
             RuleOutcome::not_applicable},
            {"AV-09", "18 of 24 ports in use", [](Office& o) { growth_case(o, 18, 5); }},
            {"AV-09", "no switch", [](Office&) {}, RuleOutcome::not_applicable},
            {"POE-01", "six devices on 250 W",
             [](Office& o) { patch_powered(o, add_switch(o, EquipmentRole::access_switch, 24, 2, watts(250)), 6); }},
            {"POE-01", "all of 375 W but the reserve: 300 W",
             [](Office& o) { patch_powered(o, add_switch(o, EquipmentRole::access_switch, 24, 2, watts(375)), 10); }},
            {"POE-01", "one supply carries all",
             [](Office& o) {
                 const Switch device = add_switch(o, EquipmentRole::access_switch, 24, 2, watts(500));
                 supply(o, device.id, watts(550));
                 supply(o, device.id, watts(550));
                 patch_powered(o, device, 7);
             }},
            {"POE-01", "nothing draws power", [](Office& o) { add_switch(o, EquipmentRole::access_switch, 24, 2); },
             RuleOutcome::not_applicable},
            {"DES-09", "one above the other, and one behind",
             [](Office& o) {
                 const RackId rack = add_rack(o, {1'500, 1'500});
                 put_in(o, rack, 10, 2);
                 put_in(o, rack, 12, 1);
                 put_in(o, rack, 10, 1, RackSide::rear);
             }},
            {"DES-09", "an empty rack",
             [](Office& o) {
                 add_rack(o, {1'500, 1'500});
             },
             RuleOutcome::not_applicable},
        },
    };
}

} // namespace riser::test
