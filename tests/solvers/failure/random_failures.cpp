// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/failure/random_failures.h"

namespace riser::test {

namespace {

Polygon box(std::int32_t x, std::int32_t y, std::int32_t width, std::int32_t depth) {
    Polygon out;
    out.outer = {{x, y}, {x + width, y}, {x + width, y + depth}, {x, y + depth}};
    return out;
}

} // namespace

RandomFailures::RandomFailures(std::uint64_t seed) : RandomForwarding(seed) {
    add_rooms();
    add_pathways();
    add_power();
    place_devices();
    lay_cables();
    add_causes();
    add_services();
}

// Two floors above each other; on each a row of rooms of 5 m in two compartments of different size.
void RandomFailures::add_rooms() {
    Building building;
    building.id = {next++};
    design.buildings.put(building);
    for (int f = 0; f < 2; ++f) {
        const FloorId on = floor(std::to_string(f + 1) + "F");
        change(on, [&](Floor& row) {
            row.building = building.id;
            row.order = f;
            row.elevation = Millimetres(4'000 * f);
            row.storey_height = Millimetres(4'000);
        });
        for (std::int32_t r = 0; r < 3; ++r) {
            Room room;
            room.floor = on;
            room.use = one_in(4) ? RoomUse::corridor : RoomUse::telecom_room;
            room.outline = box(5'000 * r, 0, 5'000, 4'000);
            Space space;
            space.room = put(room);
            space.place = {5'000 * r + 2'500, 2'000};
            if (one_in(15))
                space.status = Status::remove;
            spaces.push_back(put(space));
            if (one_in(2)) {
                Rack rack;
                rack.space = spaces.back();
                if (one_in(6))
                    rack.plane = pick(planes);
                racks.push_back(put(rack));
            }
        }
        FireCompartment compartment;
        compartment.floor = on;
        compartment.outline = box(0, 0, 8'000, 4'000);
        put(compartment);
    }
}

void RandomFailures::add_pathways() {
    std::vector<PathwayNodeId> nodes;
    std::vector<FloorId> on;
    for (const Floor& row : design.floors)
        if (row.building)
            on.push_back(row.id);
    for (const FloorId at : on)
        for (std::int32_t n = 0; n < 4; ++n) {
            PathwayNode node;
            node.floor = at;
            node.place = {1'000 + 4'500 * n, 1'500};
            nodes.push_back(put(node));
        }
    const auto run = [&](std::size_t a, std::size_t b, PathwayKind kind) {
        PathwayRun row;
        row.from = nodes[a];
        row.to = nodes[b];
        row.kind = kind;
        if (one_in(12))
            row.plane = pick(planes);
        if (one_in(15))
            row.status = Status::remove;
        runs.push_back(put(row));
    };
    for (std::size_t f = 0; f < 2; ++f)
        for (std::size_t n = 0; n + 1 < 4; ++n)
            run(4 * f + n, 4 * f + n + 1, PathwayKind::tray);
    run(0, 4, PathwayKind::shaft);
    run(3, 7, PathwayKind::shaft);
}

void RandomFailures::add_power() {
    std::vector<AnyId> feeds;
    for (std::size_t i = 1 + up_to(2); i > 0; --i)
        feeds.push_back(put(PowerSource{}));
    for (std::size_t i = up_to(4); i > 0; --i)
        if (one_in(2)) {
            Ats row;
            row.normal = pick(feeds);
            row.standby = one_in(6) ? AnyId{} : pick(feeds);
            if (one_in(2))
                row.space = pick(spaces);
            feeds.push_back(put(row));
        } else {
            Ups row;
            if (!one_in(6))
                row.fed_by = pick(feeds);
            row.topology = static_cast<UpsTopology>(up_to(3));
            row.autonomy = Seconds(600 * static_cast<std::int64_t>(next % 4));
            if (one_in(2))
                row.space = pick(spaces);
            if (one_in(12))
                row.status = Status::remove;
            feeds.push_back(put(row));
        }
    for (std::size_t i = 1 + up_to(4); i > 0; --i) {
        Circuit circuit;
        circuit.fed_by = pick(feeds);
        Pdu strip;
        strip.circuit = put(circuit);
        if (one_in(8))
            strip.circuit.reset();
        if (!racks.empty() && one_in(2))
            strip.rack = pick(racks);
        strips.push_back(put(strip));
    }
}

void RandomFailures::place_devices() {
    for (const EquipmentId device : devices) {
        if (!one_in(5))
            change(device, [&](Equipment& row) { row.space = pick(spaces); });
        if (!racks.empty() && one_in(2)) {
            RackItem item;
            item.rack = pick(racks);
            item.item = device;
            put(item);
        }
        for (std::size_t i = up_to(3); i > 0; --i) {
            PowerSupply supply;
            supply.equipment = device;
            if (!one_in(6))
                supply.pdu = pick(strips);
            if (one_in(12))
                supply.status = Status::remove;
            put(supply);
        }
        if (!one_in(4))
            continue;
        Card card;
        card.equipment = device;
        if (one_in(15))
            card.status = Status::remove;
        const CardId on = put(card);
        for (const PortId id : all_ports)
            if (design.find(id)->equipment == device && one_in(2))
                change(id, [&](Port& row) { row.card = on; });
    }
    for (const ProviderHandoffId id : handoffs)
        change(id, [&](ProviderHandoff& row) {
            if (one_in(2))
                row.entrance = pick(spaces);
            if (one_in(2))
                row.demarcation = pick(spaces);
        });
}

void RandomFailures::lay_cables() {
    for (const CableId id : cables) {
        change(id, [&](Cable& row) {
            for (std::size_t i = up_to(4); i > 0; --i)
                row.route.push_back({.run = pick(runs), .compartment = 0});
            if (one_in(6))
                row.plane = pick(planes);
        });
        if (one_in(3)) { // what else of it ends on a panel
            Panel on;
            if (one_in(2))
                on.space = pick(spaces);
            if (one_in(8))
                on.plane = pick(planes);
            ends(id, one_in(2) ? CableEnd::a : CableEnd::b, put(on), 1, 5, 8);
        }
    }
}

void RandomFailures::add_causes() {
    for (std::size_t i = up_to(3); i > 0; --i) {
        std::vector<AnyId> all(devices.begin(), devices.end());
        all.insert(all.end(), cables.begin(), cables.end());
        all.insert(all.end(), runs.begin(), runs.end());
        all.insert(all.end(), spaces.begin(), spaces.end());
        all.insert(all.end(), strips.begin(), strips.end());
        for (const Lag& row : design.lags)
            all.push_back(row.id);
        for (const Stack& row : design.stacks)
            all.push_back(row.id);
        for (const Ups& row : design.ups_units)
            all.push_back(row.id);
        for (const CommonCause& row : design.common_causes)
            all.push_back(row.id);
        CommonCause cause;
        cause.members = {pick(all), pick(all)};
        put(cause);
    }
}

// Hosts, a way out, and handoffs that routes lead to.
void RandomFailures::add_services() {
    for (std::size_t i = up_to(3); i > 0; --i) {
        Service row;
        row.hosts = {pick(devices), pick(devices)};
        if (one_in(2))
            row.address = pick(addresses);
        put(row);
    }
    if (one_in(2)) {
        Service row;
        row.zone = pick(zones);
        change(*row.zone, [](Zone& zone) { zone.role = ZoneRole::edge; });
        put(row);
    }
    if (handoffs.empty())
        return;
    for (const EquipmentId device : switches) {
        Route row;
        row.equipment = device;
        row.destination = *IpPrefix::parse("0.0.0.0/0");
        row.next_hop = design.find(pick(handoffs))->peer;
        put(row);
    }
}

void RandomFailures::give_tiers() {
    std::vector<EquipmentTypeId> types;
    for (const EquipmentRole role : {EquipmentRole::access_switch, EquipmentRole::access_switch,
                                     EquipmentRole::distribution_switch, EquipmentRole::core_switch}) {
        EquipmentType type;
        type.role = role;
        types.push_back(put(type));
    }
    for (const Equipment& device : Table<Equipment>(design.equipment))
        change(device.id, [&](Equipment& row) { row.type = types[up_to(types.size())]; });
    for (const Port& port : Table<Port>(design.ports))
        change(port.id, [&](Port& row) {
            row.rate = BitRate(std::int64_t{1'000'000'000} * static_cast<std::int64_t>(up_to(3) * 4 + 1));
        });
}

} // namespace riser::test
