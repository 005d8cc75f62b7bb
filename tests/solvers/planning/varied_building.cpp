// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/solvers/planning/varied_building.h"

#include "tests/solvers/planning/zoned.h"

#include <algorithm>
#include <array>

namespace riser::test {

namespace {

constexpr std::array ordinary_uses{RoomUse::office,   RoomUse::office,  RoomUse::office,       RoomUse::meeting,
                                   RoomUse::registry, RoomUse::storage, RoomUse::leader_office};

template<class Row> std::vector<Id<Row>> ids_of(const Table<Row>& table) {
    std::vector<Id<Row>> out;
    for (const Row& row : table)
        out.push_back(row.id);
    return out;
}

template<class Row, class Change> void change(Design& design, Id<Row> id, Change with) {
    Row row = *design.find(id);
    with(row);
    design.table<Row>().put(std::move(row));
}

void approve(PlannedBuilding& b, const Room& room, std::int32_t jacks) {
    ApprovedPoint point;
    point.id = b.builder.ids.next<ApprovedPoint>();
    point.plane = b.secret;
    point.kind = b.data;
    point.floor = b.design().find(room.floor)->label;
    point.room = room.number;
    point.jacks = jacks;
    b.design().approved_points.put(point);
}

// In the space that planning will make of the room.
void add_panel(PlannedBuilding& b, RoomId room, std::int32_t positions, std::optional<PlaneId> plane) {
    Panel panel;
    panel.id = b.builder.ids.next<Panel>();
    panel.label = "P" + std::to_string(b.design().panels.size() + 1);
    panel.space = derived_id<Space>("spaces", to_string(room));
    panel.positions = positions;
    panel.plane = plane;
    b.design().panels.put(panel);
}

void draw_jack(PlannedBuilding& b, const Room& room, PlaneId plane) {
    Outlet outlet;
    outlet.id = b.builder.ids.next<Outlet>();
    outlet.floor = room.floor;
    outlet.room = room.id;
    outlet.place = *inner_point(room.outline);
    outlet.label = "DRAWN-" + std::to_string(b.design().outlets.size() + 1);
    b.design().outlets.put(outlet);
    Jack jack;
    jack.id = b.builder.ids.next<Jack>();
    jack.outlet = outlet.id;
    jack.label = outlet.label + "-1";
    jack.plane = plane;
    jack.kind = b.data;
    b.design().jacks.put(jack);
}

// What backbones are made of, and the cable of an analogue telephone.
void add_backbone_types(PlannedBuilding& b) {
    const auto add = [&](std::string code, Category category, ElementUnit element, std::int32_t elements,
                         std::int32_t diameter) {
        CableType row;
        row.id = b.builder.ids.next<CableType>();
        row.code = std::move(code);
        row.category = category;
        row.screen = element == ElementUnit::core ? Screen::none : Screen::utp;
        row.element = element;
        row.elements = elements;
        row.diameter_um = diameter;
        b.design().cable_types.put(row);
    };
    add("OS2-12", Category::os2, ElementUnit::core, 12, 7'000);
    add("OS2-24", Category::os2, ElementUnit::core, 24, 9'500);
    add("CAT3-4", Category::cat3, ElementUnit::pair, 4, 5'000);
    add("CAT3-25", Category::cat3, ElementUnit::pair, 25, 12'000);
    add("CAT3-50", Category::cat3, ElementUnit::pair, 50, 17'000);
}

// A wireless service, reached in a zone of the plane.
void add_wireless(PlannedBuilding& b, PlaneId plane) {
    Zone zone;
    zone.id = b.builder.ids.next<Zone>();
    zone.code = "WIFI";
    zone.plane = plane;
    b.design().zones.put(zone);
    Service service;
    service.id = b.builder.ids.next<Service>();
    service.code = "wireless";
    service.medium = ServiceMedium::wireless;
    service.zone = zone.id;
    b.design().services.put(service);
}

void ask(PlannedBuilding& b, AnyId subject, RedundancyClass redundancy) {
    RequirementClass row;
    row.id = b.builder.ids.next<RequirementClass>();
    row.subject = subject;
    row.redundancy = redundancy;
    b.design().requirement_classes.put(row);
}

EquipmentType switch_type(PlannedBuilding& b, const char* code, EquipmentRole role, std::vector<PortGroup> ports,
                          std::int64_t price, Milliwatts poe = {}) {
    BillItem item;
    item.id = b.builder.ids.next<BillItem>();
    item.code = code;
    item.price = Money(price);
    b.design().bill_items.put(item);
    EquipmentType type;
    type.id = b.builder.ids.next<EquipmentType>();
    type.code = code;
    type.role = role;
    type.ports = std::move(ports);
    type.power = watts(100);
    type.poe_budget = poe;
    type.power_supplies = 2;
    type.weight = Grams(6'000);
    type.bill_item = item.id;
    b.design().equipment_types.put(type);
    return type;
}

// A module that a port takes: a type whose bill item says which application it is.
void add_transceiver(PlannedBuilding& b, const std::string& pmd, std::int64_t price) {
    const EquipmentType type = switch_type(b, pmd.c_str(), EquipmentRole::other, {}, price);
    BillItem item = *b.design().find(*type.bill_item);
    item.measures = "transceiver:" + pmd;
    b.design().bill_items.put(item);
}

// Two access switches, one of which feeds devices, a distribution and a core switch, transceivers, and cable managers.
void add_equipment_types(PlannedBuilding& b) {
    const auto copper = [](std::int32_t count, std::int32_t poe) {
        return PortGroup{.prefix = "GE1/0/", .count = count, .rate = megabits(1'000), .poe_class = poe};
    };
    const auto fibre = [](std::int32_t count, std::int64_t rate, bool uplink) {
        return PortGroup{
            .prefix = "XGE1/0/", .count = count, .rate = megabits(rate), .medium = Medium::fibre, .uplink = uplink};
    };
    switch_type(b, "ACC-24P", EquipmentRole::access_switch, {copper(24, 4), fibre(4, 10'000, true)}, 900, watts(200));
    switch_type(b, "ACC-24", EquipmentRole::access_switch, {copper(24, 0), fibre(4, 10'000, true)}, 600);
    switch_type(b, "DIST-12", EquipmentRole::distribution_switch, {fibre(12, 10'000, false), fibre(4, 100'000, true)},
                3'000);
    switch_type(b, "CORE-32", EquipmentRole::core_switch, {fibre(32, 10'000, false), fibre(8, 100'000, false)}, 9'000);
    add_transceiver(b, "10GBASE-LR", 90);
    add_transceiver(b, "100GBASE-LR4", 500);
    add_transceiver(b, "100GBASE-DR", 300);
    BillItem manager;
    manager.id = b.builder.ids.next<BillItem>();
    manager.code = "MANAGER";
    manager.measures = "manager";
    b.design().bill_items.put(manager);
}

// Planes, kinds and the point table over an office block with plane G and kinds TD, TP.
PlannedBuilding equipped(BuildingBuilder block) {
    PlannedBuilding b{.builder = std::move(block), .office = {}, .apart = {}, .beside = {}, .secret = {}, .data = {}};
    b.office = b.design().planes.begin()->id;
    for (const PointKind& kind : b.design().point_kinds)
        if (kind.code == "TD")
            b.data = kind.id;
    b.apart = b.builder.with_plane("I");
    b.beside = b.builder.with_plane("F");
    b.secret = b.builder.with_plane("S", Disclosure::secret);
    MustNotReach intent;
    intent.id = b.builder.ids.next<MustNotReach>();
    intent.a = b.office;
    intent.b = b.apart;
    b.design().must_not_reach.put(intent);
    PointKind wireless = *b.design().find(b.builder.with_kind("AP"));
    wireless.wireless = true;
    wireless.poe = Milliwatts(25'500);
    b.design().point_kinds.put(wireless);
    b.builder.with_rule(RoomUse::office, b.apart, b.data, 1, PointBasis::occupant);
    b.builder.with_rule(RoomUse::office, b.beside, wireless.id, 1, PointBasis::room, OutletMounting::ceiling);
    b.builder.with_rule(RoomUse::leader_office, b.office, b.data, 2, PointBasis::room);
    b.builder.with_rule(RoomUse::leader_office, b.beside, wireless.id, 1, PointBasis::room, OutletMounting::ceiling);
    // A table may not ask for classified points: asked all the same.
    b.builder.with_rule(RoomUse::leader_office, b.secret, b.data, 2, PointBasis::room);
    CableType screened = *b.design().cable_types.begin();
    screened.id = b.builder.ids.next<CableType>();
    screened.code = "CAT6A-FTP";
    screened.screen = Screen::ftp;
    screened.diameter_um = 7'600;
    b.design().cable_types.put(screened);
    CableType older = *b.design().cable_types.begin();
    older.id = b.builder.ids.next<CableType>();
    older.code = "CAT6-UTP";
    older.category = Category::cat6;
    older.screen = Screen::utp;
    older.diameter_um = 6'200;
    b.design().cable_types.put(older);
    add_backbone_types(b);
    add_equipment_types(b);
    add_wireless(b, b.beside); // beside the access points of the point table
    add_wireless(b, b.apart);  // by coverage alone
    Brief brief;
    brief.id = the_brief;
    brief.growth_per_year = percent(5);
    b.design().briefs.put(brief);
    add_zones(b);
    return b;
}

std::vector<RoomId> rooms_used_as(const Design& design, RoomUse use) {
    std::vector<RoomId> out;
    for (const Room& room : design.rooms)
        if (room.use == use)
            out.push_back(room.id);
    return out;
}

// Mostly a core, sometimes two; sometimes a second stack of telecom rooms; classes and analogue telephones.
template<class Below> void add_backbone_needs(PlannedBuilding& b, Below below) {
    Design& design = b.design();
    const std::vector<RoomId> offices = rooms_used_as(design, RoomUse::office);
    for (int i = below(4) == 0 ? 2 : 1; i > 0 && !offices.empty(); --i)
        change(design, offices[static_cast<std::size_t>(below(static_cast<std::uint32_t>(offices.size())))],
               [](Room& room) { room.use = RoomUse::core_machine_room; });
    if (below(2))
        for (const Floor& floor : design.floors)
            change(design, b.builder.room(floor.id, 'a'), [](Room& room) { room.use = RoomUse::telecom_room; });
    for (const Plane& plane : design.planes)
        ask(b, plane.id, static_cast<RedundancyClass>(below(4)));
    for (const RoomId id : rooms_used_as(design, RoomUse::meeting)) {
        draw_jack(b, *design.find(id), b.beside);
        Jack jack = *std::max_element(design.jacks.begin(), design.jacks.end(),
                                      [](const Jack& a, const Jack& c) { return a.label < c.label; });
        jack.category = Category::cat3;
        design.jacks.put(jack);
    }
}

} // namespace

PlannedBuilding small_building() {
    PlannedBuilding b = equipped(office_block(2, 3));
    const RoomId leader = b.builder.room('a');
    change(b.design(), leader, [](Room& room) { room.use = RoomUse::leader_office; });
    approve(b, *b.design().find(leader), 2);
    draw_jack(b, *b.design().find(b.builder.room('b')), b.office);
    for (const RoomId room : rooms_used_as(b.design(), RoomUse::telecom_room)) {
        add_panel(b, room, 24, b.office);
        add_panel(b, room, 24, {});
    }
    change(b.design(), b.builder.room('f'), [](Room& room) { room.use = RoomUse::core_machine_room; });
    ask(b, b.office, RedundancyClass::diverse_route);
    ask(b, b.apart, RedundancyClass::n_plus_1);
    FireCompartment half;
    half.id = b.builder.ids.next<FireCompartment>();
    half.floor = b.builder.floor();
    half.outline.outer = {{0, 0}, {7'500, 0}, {7'500, 14'000}, {0, 14'000}};
    b.design().fire_compartments.put(half);
    return b;
}

PlannedBuilding varied_building(std::uint32_t seed) {
    std::mt19937 random(seed * 7919 + 1);
    const auto below = [&](std::uint32_t n) { return static_cast<std::int32_t>(random() % n); };
    PlannedBuilding b = equipped(office_block(1 + below(3), 2 + below(4), below(2) * (1 + below(5))));
    Design& design = b.design();
    for (const RoomId id : rooms_used_as(design, RoomUse::office))
        change(design, id, [&](Room& room) { room.use = ordinary_uses[random() % ordinary_uses.size()]; });
    b.builder.with_rule(RoomUse::meeting, below(2) ? b.apart : b.beside, b.data, 1 + below(2), PointBasis::seat);
    b.builder.with_rule(RoomUse::meeting, b.office, b.data, 1, PointBasis::area);
    for (const RoomId id : rooms_used_as(design, RoomUse::telecom_room)) {
        if (below(4) == 0)
            change(design, id, [&](Room& room) { room.use = below(2) ? RoomUse::elv_shaft : RoomUse::storage; });
        if (below(2))
            add_panel(b, id, 1 + below(40), below(2) ? std::optional(b.office) : std::nullopt);
    }
    const std::vector<RoomId> rooms = ids_of(design.rooms);
    const auto any_room = [&]() -> const Room& { return *design.find(rooms[random() % rooms.size()]); };
    if (below(2))
        change(design, any_room().id,
               [](Room& room) { room.use = room.use == RoomUse::corridor ? room.use : RoomUse::core_machine_room; });
    for (int i = below(4); i > 0; --i)
        if (const Room& room = any_room(); !room.number.empty())
            approve(b, room, 1 + below(3));
    for (int i = below(3); i > 0; --i)
        if (const Room& room = any_room(); room.use == RoomUse::office)
            draw_jack(b, room, below(2) ? b.office : b.apart);
    const std::vector<OpeningId> doors = ids_of(design.openings);
    for (int i = below(3); i > 0; --i)
        design.openings.erase(doors[random() % doors.size()]);
    add_backbone_needs(b, below);
    return b;
}

PlannedBuilding any_building(std::uint32_t seed) { return seed == 0 ? small_building() : varied_building(seed); }

void change_the_building(PlannedBuilding& b, std::mt19937& random) {
    Design& design = b.design();
    const std::vector<RoomId> rooms = ids_of(design.rooms);
    const std::vector<OpeningId> doors = ids_of(design.openings);
    const std::vector<PointRuleId> rules = ids_of(design.point_rules);
    for (int i = 0; i < 4; ++i) {
        const RoomId room = rooms[random() % rooms.size()];
        switch (random() % 4) {
        case 0:
            change(design, room, [&](Room& row) { row.occupants = static_cast<std::int32_t>(random() % 9); });
            break;
        case 1:
            change(design, room, [&](Room& row) {
                if (row.use != RoomUse::corridor)
                    row.use = ordinary_uses[random() % ordinary_uses.size()];
            });
            break;
        case 2:
            if (!doors.empty())
                design.openings.erase(doors[random() % doors.size()]);
            break;
        default:
            change(design, rules[random() % rules.size()],
                   [&](PointRule& row) { row.jacks = static_cast<std::int32_t>(random() % 3); });
        }
    }
}

} // namespace riser::test
