// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/checks/two_cores.h"

#include <algorithm>
#include <map>

namespace riser::test {

namespace {

Polygon box(std::int32_t x, std::int32_t y, std::int32_t width, std::int32_t depth) {
    Polygon out;
    out.outer = {{x, y}, {x + width, y}, {x + width, y + depth}, {x, y + depth}};
    return out;
}

} // namespace

TwoCores::TwoCores() {
    build();
    lay_pathways();
    join_more();
    place_devices();
    feed_devices();
    RequirementClass all;
    all.subject = plane_id;
    all.redundancy = RedundancyClass::two_n;
    asked = put(all);
    change(servers.zone, [](Zone& row) { row.grading = Grading::mlps_3; });
    MustReach must;
    must.service = mail;
    must.body = body("P");
    must.after_single_failure = true;
    put(must);
    change(party.vlan, [&](Vlan& row) { row.body = must.body; });
}

// Floors of 30 m x 6 m: a corridor along the south, rooms on its north side.
void TwoCores::build() {
    const BuildingId building = put(Building{});
    const auto storey = [&](const char* label, int order) {
        const FloorId on = floor(label);
        change(on, [&](Floor& row) {
            row.building = building;
            row.order = order;
            row.elevation = Millimetres(4'000 * order);
            row.storey_height = Millimetres(4'000);
        });
        Room corridor;
        corridor.floor = on;
        corridor.use = RoomUse::corridor;
        corridor.outline = box(0, 0, 30'000, 2'000);
        put(corridor);
        return on;
    };
    below = storey("B1", -1);
    above = storey("1F", 0);
    const auto space = [&](FloorId on, RoomUse use, SpaceRole role, const char* label, std::int32_t x,
                           std::int32_t width) {
        Room room;
        room.floor = on;
        room.number = label;
        room.use = use;
        room.outline = box(x, 2'000, width, 4'000);
        Space row;
        row.room = put(room);
        row.role = role;
        row.label = label;
        row.place = {x + width / 2, 4'000};
        return put(row);
    };
    for (const int n : {0, 1}) {
        core_room[n] =
            space(below, RoomUse::core_machine_room, SpaceRole::core_machine_room, n ? "C2" : "C1", 25'000 * n, 5'000);
        entrance[n] =
            space(below, RoomUse::telecom_room, SpaceRole::entrance_room, n ? "E2" : "E1", 8'000 + 11'000 * n, 3'000);
    }
    telecom_room = space(above, RoomUse::telecom_room, SpaceRole::floor_distributor, "T", 15'000, 3'000);
    for (const FloorId on : {below, above})
        for (const int n : {0, 1}) {
            FireCompartment row;
            row.floor = on;
            row.label = design.find(on)->label + (n ? "-east" : "-west");
            row.outline = box(n ? 14'000 : 0, 0, n ? 16'000 : 14'000, 6'000);
            const FireCompartmentId id = put(row);
            if (on == above)
                compartments[n] = id;
        }
}

void TwoCores::lay_pathways() {
    const auto node = [&](FloorId on, std::int32_t x, std::optional<SpaceId> in = {}) {
        PathwayNode row;
        row.floor = on;
        row.place = {x, 1'000};
        row.elevation = Millimetres(3'000);
        row.space = in;
        return put(row);
    };
    const auto run = [&](PathwayNodeId from, PathwayNodeId to, PathwayKind kind = PathwayKind::tray) {
        PathwayRun row;
        row.from = from;
        row.to = to;
        row.kind = kind;
        row.label = "R" + std::to_string(design.pathway_runs.size() + 1);
        row.width = Millimetres(200);
        row.height = Millimetres(100);
        return put(row);
    };
    const PathwayNodeId low[] = {node(below, 2'000, core_room[0]), node(below, 7'000), node(below, 11'000),
                                 node(below, 23'000), node(below, 28'000, core_room[1])};
    const PathwayNodeId high[] = {node(above, 7'000), node(above, 11'000), node(above, 23'000), node(above, 13'000),
                                  node(above, 16'000, telecom_room)};
    for (int n = 0; n < 4; ++n)
        below_runs[n] = run(low[n], low[n + 1]);
    shafts[0] = run(low[1], high[0], PathwayKind::shaft);
    shafts[1] = run(low[2], high[1], PathwayKind::shaft);
    shafts[2] = run(low[3], high[2], PathwayKind::shaft);
    to_third = run(high[0], high[1]);
    on_from_third = run(high[1], high[3]);
    into_room = run(high[3], high[4]);
    from_second = run(high[2], high[4]);
    past = run(high[1], high[4]);
    for (const Termination& end : std::vector<Termination>(design.terminations.begin(), design.terminations.end()))
        if (end.cable == uplink[0] || end.cable == uplink[1]) // end a is the core's
            change(end.id, [](Termination& row) { row.end = row.end == CableEnd::a ? CableEnd::b : CableEnd::a; });
    BillItem metre;
    metre.unit = "m";
    metre.price = Money{1'200};
    CableType type;
    type.code = "OS2-12";
    type.category = Category::os2;
    type.element = ElementUnit::core;
    type.elements = 12;
    type.bill_item = put(metre);
    const CableTypeId fibre = put(type);
    for (const CableId cable : uplink)
        change(cable, [&](Cable& row) { row.type = fibre; });
    lay(uplink[0], {below_runs[0], shafts[0], to_third, on_from_third, into_room});
    lay(uplink[1], {below_runs[3], shafts[2], from_second});
}

void TwoCores::lay(CableId cable, std::vector<PathwayRunId> way) {
    change(cable, [&](Cable& row) {
        row.role = CableRole::backbone;
        row.plane = plane_id;
        row.label = "B-" + to_string(cable);
        row.route.clear();
        for (const PathwayRunId id : way)
            row.route.push_back({.run = id, .compartment = 0});
    });
}

void TwoCores::join_more() {
    second_server = device(EquipmentRole::server, "SRV2", plane_id, servers.zone);
    join(access_port(core[1], servers.vlan), port(server));
    for (const EquipmentId at : core)
        join(access_port(at, servers.vlan), port(second_server));
    change(mail, [&](Service& row) {
        row.code = "mail";
        row.name = {"邮件", "Mail"};
        row.hosts.push_back(second_server);
    });
    edge = zone(plane_id, "edge");
    change(edge, [](Zone& row) { row.role = ZoneRole::edge; });
    for (const int n : {0, 1}) {
        handoff_port[n] = port(firewall[n]);
        change(handoff_port[n], [](Port& row) { row.mode = PortMode::routed; });
        ProviderHandoff row;
        row.provider = {"运营商", "Provider"};
        row.plane = plane_id;
        row.zone = edge;
        row.entrance = entrance[n];
        row.port = handoff_port[n];
        handoff[n] = put(row);
    }
    for (const int n : {0, 1}) {
        Card row;
        row.equipment = access;
        row.slot = n + 1;
        card[n] = put(row);
        for (const Termination& end : design.terminations)
            if (end.cable == uplink[n] && end.on.kind == Kind::ports &&
                design.find(PortId{end.on.value})->equipment == access)
                uplink_port[n] = PortId{end.on.value};
        change(uplink_port[n], [&](Port& at) { at.card = card[n]; });
    }
}

void TwoCores::move_to(EquipmentId device, SpaceId space, RackId rack) {
    change(device, [&](Equipment& row) { row.space = space; });
    RackItem item;
    item.rack = rack;
    item.item = device;
    for (const RackItem& row : std::vector<RackItem>(design.rack_items.begin(), design.rack_items.end())) {
        if (row.item == AnyId(device))
            design.rack_items.erase(row.id);
        else if (row.rack == rack)
            item.unit = std::max(item.unit, row.unit + 1);
    }
    put(item);
}

void TwoCores::place_devices() {
    const std::vector<EquipmentId> devices = all();
    for (std::size_t i = 0; i < devices.size(); ++i) {
        const SpaceId space = devices[i] == access ? telecom_room : core_room[i % 2];
        Rack rack;
        rack.space = space;
        rack.label = "K" + std::to_string(i + 1);
        rack_of[i] = put(rack);
        move_to(devices[i], space, rack_of[i]);
    }
}

void TwoCores::feed_devices() {
    for (const int n : {0, 1}) {
        PowerSource source;
        source.label = n ? "M2" : "M1";
        mains[n] = put(source);
        Ups row;
        row.label = n ? "U2" : "U1";
        row.fed_by = mains[n];
        row.topology = UpsTopology::parallel_n_plus_1;
        ups[n] = put(row);
    }
    for (const EquipmentId device : all()) {
        Feeds& of = feeds.emplace_back();
        for (const int n : {0, 1}) {
            Circuit circuit;
            circuit.label = "Q" + std::to_string(2 * feeds.size() + static_cast<std::size_t>(n) - 1);
            circuit.fed_by = ups[n];
            of.circuit[n] = put(circuit);
            Pdu strip;
            strip.label = "P" + std::to_string(2 * feeds.size() + static_cast<std::size_t>(n) - 1);
            strip.circuit = of.circuit[n];
            of.strip[n] = put(strip);
            PowerSupply supply;
            supply.equipment = device;
            supply.slot = n + 1;
            supply.pdu = of.strip[n];
            put(supply);
        }
    }
}

std::vector<PowerSupplyId> TwoCores::supplies_of(EquipmentId device) const {
    std::vector<PowerSupplyId> out;
    for (const PowerSupply& row : design.power_supplies)
        if (row.equipment == device)
            out.push_back(row.id);
    return out;
}

CableId TwoCores::cable_between(EquipmentId a, EquipmentId b, int which) const {
    std::map<CableId, std::vector<EquipmentId>> joined;
    for (const Termination& end : design.terminations)
        if (end.on.kind == Kind::ports)
            joined[end.cable].push_back(design.find(PortId{end.on.value})->equipment);
    for (const auto& [cable, devices] : joined)
        if (devices.size() == 2 && ((devices[0] == a && devices[1] == b) || (devices[0] == b && devices[1] == a)) &&
            design.find(cable)->status != Status::remove && which-- == 0)
            return cable;
    return {};
}

PortId TwoCores::move_end(CableId cable, EquipmentId from, EquipmentId to) {
    for (const Termination& end : design.terminations) {
        const Port* old =
            end.cable == cable && end.on.kind == Kind::ports ? design.find(PortId{end.on.value}) : nullptr;
        if (!old || old->equipment != from)
            continue;
        Port fresh = *old;
        const PortId id = fresh.id = {next++};
        fresh.equipment = to;
        fresh.card.reset();
        design.ports.put(fresh);
        change(end.id, [&](Termination& row) { row.on = id; });
        return id;
    }
    return {};
}

void TwoCores::ask(RedundancyClass redundancy) {
    change(asked, [&](RequirementClass& row) { row.redundancy = redundancy; });
}

CommonCauseId TwoCores::cause(std::vector<AnyId> members) {
    CommonCause row;
    row.name = {"共因", "Common cause"};
    row.members = std::move(members);
    return put(row);
}

} // namespace riser::test
