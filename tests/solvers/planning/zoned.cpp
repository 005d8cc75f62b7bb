// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/planning/zoned.h"

#include <algorithm>
#include <array>

namespace riser::test {

namespace {

template<class Row> Id<Row> add_row(PlannedBuilding& b, Row row) {
    row.id = b.builder.ids.next<Row>();
    const Id<Row> id = row.id;
    b.design().table<Row>().put(std::move(row));
    return id;
}

BodyId add_body(PlannedBuilding& b, const char* code, const char* letter, std::int32_t first) {
    Body row;
    row.code = code;
    row.letter = letter;
    row.vlan_first = first;
    row.vlan_last = first + 99;
    return add_row(b, std::move(row));
}

ZoneId add_zone(PlannedBuilding& b, const char* code, PlaneId plane, std::vector<BodyId> bodies,
                std::vector<PointKindId> kinds = {}, ZoneRole role = ZoneRole::desks) {
    Zone row;
    row.code = code;
    row.plane = plane;
    row.bodies = std::move(bodies);
    row.kinds = std::move(kinds);
    row.role = role;
    return add_row(b, std::move(row));
}

ZoneId add_management(PlannedBuilding& b, const char* code, PlaneId plane) {
    const ZoneId id = add_zone(b, code, plane, {}, {}, ZoneRole::servers);
    Zone row = *b.design().find(id);
    row.management = true;
    b.design().zones.put(row);
    return id;
}

void add_pool(PlannedBuilding& b, const char* prefix, PlaneId plane, std::optional<BodyId> owner) {
    AddressPool row;
    row.name = prefix;
    row.plane = plane;
    row.owner = owner;
    row.prefix = IpPrefix::parse(prefix);
    add_row(b, std::move(row));
}

// As the planner of equipment writes its rows: what it wrote, other planners may set.
template<class Row> Row written(std::string key) {
    Row row;
    row.origin = {.kind = OriginKind::planned, .source = "equipment", .key = std::move(key)};
    return row;
}

EquipmentTypeId device_type(PlannedBuilding& b, EquipmentRole role) {
    EquipmentType row;
    row.code = "TYPE-" + std::to_string(static_cast<int>(role));
    row.role = role;
    return add_row(b, std::move(row));
}

// Switches of the plane that no other is above, by label.
std::vector<EquipmentId> uppermost(const Design& design, PlaneId plane) {
    const auto rank = [&](const Equipment& row) {
        const EquipmentType* of = design.find(row.type);
        return !of                                              ? -1
               : of->role == EquipmentRole::core_switch         ? 2
               : of->role == EquipmentRole::distribution_switch ? 1
               : of->role == EquipmentRole::access_switch       ? 0
                                                                : -1;
    };
    int most = 0;
    for (const Equipment& row : design.equipment)
        if (row.plane == plane)
            most = std::max(most, rank(row));
    std::vector<std::pair<std::string, EquipmentId>> found;
    for (const Equipment& row : design.equipment)
        if (row.plane == plane && rank(row) == most)
            found.emplace_back(row.label, row.id);
    std::sort(found.begin(), found.end());
    std::vector<EquipmentId> out;
    for (const auto& [label, id] : found)
        out.push_back(id);
    return out;
}

PortId add_port(PlannedBuilding& b, EquipmentId device) {
    std::int32_t position = 1;
    for (const Port& port : b.design().ports)
        if (port.equipment == device)
            position = std::max(position, port.position + 1);
    Port row = written<Port>(to_string(device) + "|hand" + std::to_string(position));
    row.equipment = device;
    row.name = "X" + std::to_string(position);
    row.position = position;
    row.medium = Medium::fibre;
    return add_row(b, std::move(row));
}

void add_cord(PlannedBuilding& b, PortId from, PortId to, PlaneId plane) {
    Cable cord = written<Cable>("hand|" + to_string(from));
    cord.role = CableRole::cord;
    cord.plane = plane;
    cord.type = b.design().cable_types.begin()->id;
    const CableId id = add_row(b, std::move(cord));
    for (const auto& [end, on] : {std::pair(CableEnd::a, from), std::pair(CableEnd::b, to)}) {
        Termination row = written<Termination>("hand|" + to_string(on));
        row.cable = id;
        row.end = end;
        row.on = on;
        add_row(b, std::move(row));
    }
}

EquipmentId add_device(PlannedBuilding& b, PlaneId plane, EquipmentRole role, std::string label) {
    Equipment row = written<Equipment>("hand|" + label);
    row.type = device_type(b, role);
    row.label = std::move(label);
    row.plane = plane;
    return add_row(b, std::move(row));
}

} // namespace

void add_zones(PlannedBuilding& b) {
    Design& design = b.design();
    const BodyId party = add_body(b, "party", "D", 1'000);
    const BodyId government = add_body(b, "government", "Z", 2'000);
    const BodyId shared = add_body(b, "shared", "G", 100);
    const std::array<std::optional<BodyId>, 4> owners{party, government, shared, std::nullopt};
    std::size_t n = 0;
    const Table<Room> rooms = design.rooms;
    for (Room room : rooms) {
        room.body = owners[n++ / 2 % owners.size()];
        design.rooms.put(std::move(room));
    }
    add_zone(b, "W-D", b.office, {party});
    add_zone(b, "W-Z", b.office, {government});
    add_zone(b, "W-G", b.office, {shared});
    add_zone(b, "W-S", b.office, {}, {}, ZoneRole::servers);
    add_management(b, "W-M", b.office);
    add_pool(b, "10.1.0.0/22", b.office, party);
    add_pool(b, "10.1.4.0/22", b.office, government);
    add_pool(b, "10.2.0.0/20", b.office, shared);
    add_zone(b, "I-O", b.apart, {party, government, shared}); // beside the zone of the wireless service
    add_management(b, "I-M", b.apart);
    add_pool(b, "172.16.0.0/16", b.apart, std::nullopt);
    std::vector<PointKindId> wireless;
    for (const PointKind& kind : design.point_kinds)
        if (kind.wireless)
            wireless.push_back(kind.id);
    add_zone(b, "F-A", b.beside, {}, wireless, ZoneRole::things);
    add_management(b, "F-M", b.beside);
    add_pool(b, "192.168.0.0/20", b.beside, std::nullopt);
    add_pool(b, "fd00:1::/48", b.beside, std::nullopt);
}

ZoneId zone_called(const Design& design, std::string_view code) {
    for (const Zone& row : design.zones)
        if (row.code == code)
            return row.id;
    return {};
}

std::vector<EquipmentId> add_firewalls(PlannedBuilding& b, PlaneId plane, int count) {
    std::vector<EquipmentId> out;
    const std::vector<EquipmentId> switches = uppermost(b.design(), plane);
    for (int n = 0; n < count && !switches.empty(); ++n) {
        const EquipmentId firewall =
            add_device(b, plane, EquipmentRole::firewall, b.design().find(plane)->code + "-FW" + std::to_string(n + 1));
        const PortId inner = add_port(b, firewall);
        const EquipmentId upper = switches[static_cast<std::size_t>(n) % switches.size()];
        add_cord(b, inner, add_port(b, upper), plane);
        out.push_back(firewall);
    }
    return out;
}

std::optional<EquipmentId> add_server(PlannedBuilding& b, ZoneId id, EquipmentRole role) {
    const PlaneId plane = b.design().find(id)->plane;
    const std::vector<EquipmentId> switches = uppermost(b.design(), plane);
    if (switches.empty())
        return std::nullopt;
    const std::string label = "SRV-" + std::to_string(b.design().equipment.size());
    const EquipmentId out = add_device(b, plane, role, label);
    Equipment row = *b.design().find(out);
    row.zone = id;
    b.design().equipment.put(row);
    const PortId own = add_port(b, out);
    add_cord(b, own, add_port(b, switches.front()), plane);
    return out;
}

std::optional<EquipmentId> add_isolation_gateway(PlannedBuilding& b, ZoneId one, ZoneId other) {
    const PlaneId plane = b.design().find(one)->plane;
    const std::vector<EquipmentId> switches = uppermost(b.design(), plane);
    if (switches.empty())
        return std::nullopt;
    const EquipmentId out = add_device(b, plane, EquipmentRole::isolation_gateway, "GAP");
    for (const ZoneId side : {one, other}) {
        const PortId own = add_port(b, out);
        Port row = *b.design().find(own);
        row.zone = side;
        b.design().ports.put(row);
        add_cord(b, own, add_port(b, switches.front()), plane);
    }
    return out;
}

ProviderHandoffId add_provider(PlannedBuilding& b, PlaneId plane, EquipmentId device_id, const char* link,
                               const char* peer) {
    ProviderHandoff row;
    row.provider = same_text("ISP");
    row.plane = plane;
    row.port = add_port(b, device_id);
    row.link = IpPrefix::parse(link);
    row.peer = IpAddress::parse(peer);
    return add_row(b, std::move(row));
}

} // namespace riser::test
