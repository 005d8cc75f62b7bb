// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/exporters/tower.h"

#include <array>

namespace riser {

namespace {

constexpr int bay = 6000;      // of a room along the corridor
constexpr int depth = 7000;    // of a room
constexpr int corridor = 2400; // width
constexpr int storey = 4200;

Polygon box(int x, int y, int width, int height) {
    return {{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, {}};
}

class TowerBuilder {
  public:
    explicit TowerBuilder(const TowerOptions& options) : options_(options), ids_(options.seed) {}

    Design build() && {
        project();
        catalogue();
        networks();
        const BuildingId building = put(Building{.name = {"行政中心主楼", "Main building"}, .height = metres(60)});
        for (int i = 0; i < options_.basements + options_.floors; ++i)
            floor(building, i);
        if (options_.core)
            core();
        if (options_.backbone)
            backbone();
        if (options_.secret)
            secret();
        return std::move(design_);
    }

  private:
    template<class Row> Id<Row> put(Row row) {
        if (!row.id)
            row.id = ids_.next<Row>();
        const Id<Row> id = row.id;
        design_.table<Row>().put(std::move(row));
        return id;
    }

    void project();
    void catalogue();
    void networks();
    void floor(BuildingId building, int index);
    void room(int index, int side, int column);
    void outlet(FloorId floor, RoomId room, const std::string& label, Point place, std::vector<int> kinds);
    void wire(JackId jack, FloorId floor, Point place);
    void walls(FloorId floor);
    void trays(int index);
    void core();
    void backbone();
    void secret();

    struct FloorParts {
        FloorId id;
        std::string label;
        std::vector<PathwayNodeId> corridor; // one a bay
        std::vector<PathwayRunId> along;     // between them
        std::vector<SpaceId> spaces;
        std::vector<PanelId> panels;
        std::vector<PanelId> frames; // ODF
        std::vector<int> bays;       // of the telecom rooms
        std::vector<PathwayNodeId> entries;
        std::vector<PathwayRunId> stubs; // from the corridor to the entries
        std::vector<std::int32_t> used;  // positions of the panels
    };

    const TowerOptions& options_;
    IdSource ids_;
    Design design_;
    std::vector<BodyId> bodies_;
    std::vector<PointKindId> kinds_;
    PlaneId plane_;
    CableTypeId copper_;
    CableTypeId fibre_;
    PathwayTypeId tray_;
    EquipmentTypeId switch_;
    EquipmentTypeId core_switch_;
    EquipmentTypeId firewall_;
    std::vector<FloorParts> floors_;
    std::vector<std::vector<PathwayRunId>> shafts_; // runs from below
    int cable_number_ = 0;
};

void TowerBuilder::project() {
    Project p;
    p.id = the_project;
    p.number = "ELV-2026-07";
    p.name = {"市行政中心信息化工程", "Municipal administrative centre, network"};
    p.client = {"市机关事务管理局", "Municipal office administration"};
    p.institute = {"某某建筑设计研究院", "Sample design institute"};
    p.certificate = "A123456789";
    p.sub_project = {"综合布线系统", "Generic cabling"};
    p.discipline = {"电气（弱电）", "Electrical, low voltage"};
    p.designed_by = "王工";
    p.checked_by = "李工";
    p.reviewed_by = "赵工";
    p.approved_by = "周工";
    p.deck = "cn-government";
    p.tax = percent(9);
    p.date = Date{2026, 11, 22};
    put(p);
    put(Edition{.standard = "GB 50311", .edition = "2016"});
    put(Edition{.standard = "GB 51348", .edition = "2019"});
    put(Revision{.number = "A",
                 .date = Date{2026, 10, 8},
                 .author = "王工",
                 .description = {"增设二号竖井", "second shaft added"}});
    put(Revision{.number = "B",
                 .date = Date{2026, 11, 20},
                 .author = "王工",
                 .description = {"三层改由 E2 接入", "3F served from E2"}});
}

void TowerBuilder::catalogue() {
    const auto item = [&](std::string code, Text name, std::string unit, int loss, std::int64_t price,
                          std::string measures) {
        return put(BillItem{.code = std::move(code),
                            .edition = "GB 50856-2013",
                            .name = std::move(name),
                            .unit = std::move(unit),
                            .loss = percent(loss),
                            .price = Money(price),
                            .measures = std::move(measures)});
    };
    const BillItemId cable_item = item("030502005", {"双绞线缆", "Twisted pair cable"}, "m", 2, 685, "");
    const BillItemId fibre_item = item("030502007", {"光缆", "Fibre cable"}, "m", 2, 1250, "");
    const BillItemId jack_item = item("030502012", {"信息插座模块", "Outlet module"}, "个", 3, 4530, "jack");
    const BillItemId tray_item = item("030411003", {"桥架", "Cable tray"}, "m", 1, 16800, "pathway");
    item("030502001", {"机柜", "Cabinet"}, "台", 0, 385000, "rack");
    item("030502010", {"配线架", "Patch panel"}, "个", 0, 0, "panel");
    item("030502019", {"双绞线缆测试", "Copper link test"}, "链路", 0, 1200, "test:link");
    item("030408008", {"防火堵洞", "Fire stopping"}, "处", 0, 9000, "fire-stopping");

    constexpr std::array<std::array<const char*, 3>, 9> names{{{"TD", "数据", "Data"},
                                                               {"TP", "电话", "Telephone"},
                                                               {"AP", "无线接入", "Wireless access"},
                                                               {"TV", "电视", "Television"},
                                                               {"IPC", "摄像机", "Camera"},
                                                               {"KR", "门禁读卡", "Card reader"},
                                                               {"LED", "信息发布", "Display"},
                                                               {"BAS", "楼宇自控", "Building automation"},
                                                               {"INT", "对讲", "Intercom"}}};
    for (int k = 0; k < options_.kinds; ++k) {
        const auto& name = names[static_cast<std::size_t>(k)];
        kinds_.push_back(put(PointKind{.code = name[0],
                                       .name = {name[1], name[2]},
                                       .wireless = k == 2,
                                       .camera = k == 4,
                                       .bill_item = jack_item}));
    }
    copper_ = put(CableType{.code = "C6A",
                            .name = {"六A类非屏蔽双绞线", "Cat6A U/UTP cable"},
                            .package_length = metres(305),
                            .fire = ReactionToFire::b1,
                            .bill_item = cable_item});
    fibre_ = put(CableType{.code = "OS2-24",
                           .name = {"24芯单模光缆", "24-core OS2 cable"},
                           .category = Category::os2,
                           .screen = Screen::none,
                           .element = ElementUnit::core,
                           .elements = 24,
                           .package_length = metres(1000),
                           .bill_item = fibre_item});
    tray_ = put(PathwayType{.code = "MR300x100",
                            .name = {"金属槽式桥架", "Steel tray"},
                            .width = Millimetres(300),
                            .height = Millimetres(100),
                            .material = "热镀锌钢",
                            .bill_item = tray_item});
    switch_ = put(EquipmentType{.code = "SW48",
                                .name = {"48口接入交换机", "48-port access switch"},
                                .manufacturer = "Sample",
                                .model = "S5700-48",
                                .role = EquipmentRole::access_switch});
    core_switch_ =
        put(EquipmentType{.code = "CORE", .name = {"核心交换机", "Core switch"}, .role = EquipmentRole::core_switch});
    firewall_ = put(EquipmentType{.code = "FW", .name = {"防火墙", "Firewall"}, .role = EquipmentRole::firewall});
}

void TowerBuilder::networks() {
    bodies_ = {put(Body{.code = "party", .name = {"党委", "Party committee"}, .letter = "D", .colour = "#D55E00"}),
               put(Body{.code = "congress", .name = {"人大", "People's congress"}, .letter = "R", .colour = "#0072B2"}),
               put(Body{.code = "government", .name = {"政府", "Government"}, .letter = "Z", .colour = "#009E73"}),
               put(Body{.code = "cppcc", .name = {"政协", "CPPCC"}, .letter = "X", .colour = "#CC79A7"})};
    plane_ = put(Plane{.code = "W", .name = {"政务外网", "E-government extranet"}});
}

void TowerBuilder::floor(BuildingId building, int index) {
    const int number = index - options_.basements;
    FloorParts parts;
    parts.label = number < 0 ? "B" + std::to_string(-number) : std::to_string(number + 1) + "F";
    const Text name = options_.long_names ? Text{"会议中心及新闻发布综合服务大厅层",
                                                 "Conference centre and press briefing service floor"}
                      : number < 0        ? Text{"设备层", "Plant"}
                                          : Text{"办公层", "Offices"};
    parts.id = put(Floor{.building = building,
                         .label = parts.label,
                         .name = name,
                         .order = index,
                         .elevation = Millimetres(number * storey),
                         .storey_height = Millimetres(storey)});
    for (int d = 0; d < options_.distributors; ++d)
        parts.bays.push_back((d + 1) * options_.bays / (options_.distributors + 1));
    floors_.push_back(std::move(parts));
    walls(floors_.back().id);
    trays(index);
    for (int side = 0; side < 2; ++side)
        for (int column = 0; column < options_.bays; ++column)
            room(index, side, column);
    const FloorId id = floors_.back().id;
    put(FireCompartment{.floor = id,
                        .label = floors_.back().label + "-1",
                        .outline = box(0, 0, options_.bays * bay, 2 * depth + corridor)});
    for (int i = 0; i <= options_.bays; ++i)
        put(AxisLine{.floor = id,
                     .label = std::to_string(i + 1),
                     .from = {i * bay, -1500},
                     .to = {i * bay, 2 * depth + corridor + 1500}});
}

void TowerBuilder::room(int index, int side, int column) {
    FloorParts& parts = floors_[static_cast<std::size_t>(index)];
    const int x = column * bay;
    const int y = side == 0 ? depth + corridor : 0;
    std::size_t telecom = parts.bays.size();
    for (std::size_t d = 0; d < parts.bays.size(); ++d)
        if (side == 0 && parts.bays[d] == column)
            telecom = d;
    const bool is_telecom = telecom < parts.bays.size();
    const std::string number = parts.label + (side == 0 ? "N" : "S") + std::to_string(10 + column);
    Room row{.floor = parts.id,
             .number = number,
             .name = is_telecom ? Text{"弱电间", "Telecom room"} : Text{"办公室", "Office"},
             .use = is_telecom ? RoomUse::telecom_room : RoomUse::office,
             .occupants = 2,
             .outline = box(x, y, bay, depth)};
    if (!is_telecom)
        row.body = bodies_[static_cast<std::size_t>(index + column / 3) % 4];
    const RoomId room = put(std::move(row));
    put(Opening{.floor = parts.id,
                .from = {x + 2500, side == 0 ? depth + corridor : depth},
                .to = {x + 3500, side == 0 ? depth + corridor : depth},
                .height = Millimetres(2100),
                .room_a = room});
    put(Opening{.floor = parts.id,
                .kind = OpeningKind::window,
                .from = {x + 1500, side == 0 ? 2 * depth + corridor : 0},
                .to = {x + 4500, side == 0 ? 2 * depth + corridor : 0},
                .height = Millimetres(1500),
                .sill = Millimetres(900)});
    if (is_telecom) {
        const Point entry{x + bay / 2, y + 1500};
        const SpaceId space =
            put(Space{.room = room, .label = parts.label + "-E" + std::to_string(telecom + 1), .place = entry});
        parts.spaces.push_back(space);
        parts.panels.push_back(put(Panel{.label = parts.label + "-E" + std::to_string(telecom + 1) + "-P1",
                                         .space = space,
                                         .place = entry,
                                         .positions = 480}));
        parts.frames.push_back(put(Panel{.kind = PanelKind::odf,
                                         .label = parts.label + "-E" + std::to_string(telecom + 1) + "-O1",
                                         .space = space,
                                         .place = entry,
                                         .positions = 48,
                                         .category = Category::os2}));
        parts.used.push_back(0);
        const RackId rack = put(Rack{
            .space = space, .label = parts.label + "-R" + std::to_string(telecom + 1), .place = {x + 3000, y + 4500}});
        const EquipmentId sw = put(Equipment{.type = switch_,
                                             .label = parts.label + "-SW" + std::to_string(telecom + 1),
                                             .space = space,
                                             .place = entry,
                                             .plane = plane_});
        put(RackItem{.rack = rack, .item = sw, .unit = 20});
        const PathwayNodeId node =
            put(PathwayNode{.floor = parts.id, .place = entry, .elevation = Millimetres(2800), .space = space});
        parts.entries.push_back(node);
        parts.stubs.push_back(put(PathwayRun{.from = parts.corridor[static_cast<std::size_t>(column)],
                                             .to = node,
                                             .type = tray_,
                                             .label = parts.label + "-T9" + std::to_string(telecom),
                                             .width = Millimetres(300),
                                             .height = Millimetres(100),
                                             .elevation = Millimetres(2800)}));
        if (static_cast<int>(telecom) < options_.shafts) {
            if (shafts_.size() <= telecom)
                shafts_.emplace_back();
            if (index > 0) {
                const FloorParts& below = floors_[static_cast<std::size_t>(index - 1)];
                shafts_[telecom].push_back(
                    put(PathwayRun{.from = below.entries[telecom],
                                   .to = node,
                                   .kind = PathwayKind::shaft,
                                   .label = "SH" + std::to_string(telecom + 1) + "-" + below.label,
                                   .width = Millimetres(400),
                                   .height = Millimetres(150)}));
                put(Penetration{.floor = parts.id,
                                .host = PenetrationHost::slab,
                                .place = entry,
                                .width = Millimetres(400),
                                .height = Millimetres(150),
                                .run = shafts_[telecom].back(),
                                .sleeved = true,
                                .stopping = "防火包"});
            }
        }
        return;
    }
    if (parts.spaces.empty() && side == 0)
        return; // west of the first telecom room nothing is wired, which documents must survive
    const int wall_y = side == 0 ? y + depth : y;
    outlet(parts.id, room, parts.label + "-A-" + std::to_string(column * 10 + side), {x + 800, wall_y}, {0, 1});
    outlet(parts.id, room, parts.label + "-A-" + std::to_string(column * 10 + 2 + side), {x + 5200, wall_y}, {0, 1});
    for (int k = 2; k < options_.kinds; ++k)
        if ((column + k) % 3 == 0)
            outlet(parts.id, room, parts.label + "-K" + std::to_string(k) + "-" + std::to_string(column * 10 + side),
                   {x + 1200 + k * 450, y + depth / 2}, {k});
}

void TowerBuilder::outlet(FloorId floor, RoomId room, const std::string& label, Point place, std::vector<int> kinds) {
    const OutletId id = put(Outlet{.floor = floor,
                                   .room = room,
                                   .label = label,
                                   .place = place,
                                   .mounting = kinds.size() == 1 ? OutletMounting::ceiling : OutletMounting::wall,
                                   .height = Millimetres(kinds.size() == 1 ? 2800 : 300)});
    int position = 0;
    for (const int kind : kinds) {
        if (kind >= options_.kinds)
            continue;
        ++position;
        const JackId jack = put(Jack{.outlet = id,
                                     .position = position,
                                     .label = label + "-" + std::to_string(position),
                                     .kind = kinds_[static_cast<std::size_t>(kind)],
                                     .plane = plane_});
        wire(jack, floor, place);
    }
}

void TowerBuilder::wire(JackId jack, FloorId floor, Point place) {
    FloorParts& parts = floors_.back();
    if (parts.id != floor || parts.spaces.empty())
        return;
    const int column = std::min(place.x / bay, options_.bays - 1);
    std::size_t nearest = 0;
    for (std::size_t d = 0; d < parts.spaces.size(); ++d)
        if (std::abs(parts.bays[d] - column) < std::abs(parts.bays[nearest] - column))
            nearest = d;
    const int home = parts.bays[nearest];
    Cable cable{.label = "W" + std::to_string(++cable_number_),
                .type = copper_,
                .plane = plane_,
                .entry_drop = Millimetres(1500),
                .exit_drop = Millimetres(2500 + std::abs(place.y - depth - corridor / 2)),
                .slack_a = Millimetres(2000),
                .slack_b = Millimetres(300)};
    cable.route.push_back({.run = parts.stubs[nearest]});
    cable.entry_offset = Millimetres(std::abs(depth + corridor + 1500 - (depth + corridor / 2)));
    if (column == home) {
        cable.exit_offset = Millimetres(0);
    } else {
        const int step = column > home ? 1 : -1;
        for (int c = home; c != column; c += step)
            cable.route.push_back({.run = parts.along[static_cast<std::size_t>(std::min(c, c + step))]});
        cable.exit_offset = Millimetres(step > 0 ? bay : 0);
    }
    const CableId id = put(std::move(cable));
    put(Termination{.cable = id, .end = CableEnd::a, .on = parts.panels[nearest], .position = ++parts.used[nearest]});
    put(Termination{.cable = id, .end = CableEnd::b, .on = jack});
}

void TowerBuilder::walls(FloorId floor) {
    const int width = options_.bays * bay;
    const int height = 2 * depth + corridor;
    const auto wall = [&](Point a, Point b, int thickness) {
        put(Wall{.floor = floor, .line = {a, b}, .thickness = Millimetres(thickness), .height = Millimetres(storey)});
    };
    wall({0, 0}, {width, 0}, 240);
    wall({width, 0}, {width, height}, 240);
    wall({width, height}, {0, height}, 240);
    wall({0, height}, {0, 0}, 240);
    wall({0, depth}, {width, depth}, 200);
    wall({0, depth + corridor}, {width, depth + corridor}, 200);
    for (int i = 1; i < options_.bays; ++i) {
        wall({i * bay, 0}, {i * bay, depth}, 200);
        wall({i * bay, depth + corridor}, {i * bay, height}, 200);
        put(Column{.floor = floor, .outline = box(i * bay - 300, depth - 300, 600, 600)});
    }
    put(Room{.floor = floor,
             .number = "C0",
             .name = {"走廊", "Corridor"},
             .use = RoomUse::corridor,
             .outline = box(0, depth, width, corridor)});
}

void TowerBuilder::trays(int index) {
    FloorParts& parts = floors_[static_cast<std::size_t>(index)];
    for (int column = 0; column < options_.bays; ++column)
        parts.corridor.push_back(put(PathwayNode{.floor = parts.id,
                                                 .place = {column * bay + bay / 2, depth + corridor / 2},
                                                 .elevation = Millimetres(2800)}));
    for (int column = 0; column + 1 < options_.bays; ++column)
        parts.along.push_back(put(PathwayRun{.from = parts.corridor[static_cast<std::size_t>(column)],
                                             .to = parts.corridor[static_cast<std::size_t>(column + 1)],
                                             .type = tray_,
                                             .label = parts.label + "-T0" + std::to_string(column + 1),
                                             .width = Millimetres(300),
                                             .height = Millimetres(100),
                                             .elevation = Millimetres(2800)}));
}

void TowerBuilder::core() {
    FloorParts& bottom = floors_.front();
    const SpaceId home = bottom.spaces.front();
    Space space = *design_.spaces.find(home);
    space.role = SpaceRole::building_distributor;
    put(space);
    const RoomId room = put(Room{.floor = bottom.id,
                                 .number = bottom.label + "M1",
                                 .name = {"核心机房", "Core machine room"},
                                 .use = RoomUse::core_machine_room,
                                 .outline = box(-9000, 0, 8000, 7000)});
    const SpaceId core_room = put(Space{
        .room = room, .role = SpaceRole::core_machine_room, .label = bottom.label + "-CORE", .place = {-5000, 3000}});
    const RoomId entrance_room = put(Room{.floor = bottom.id,
                                          .number = bottom.label + "M2",
                                          .name = {"进线间", "Entrance room"},
                                          .use = RoomUse::entrance_room,
                                          .outline = box(-9000, 9000, 4000, 4000)});
    const SpaceId entrance = put(Space{.room = entrance_room,
                                       .role = SpaceRole::entrance_room,
                                       .label = bottom.label + "-EN1",
                                       .place = {-8000, 10000}});
    for (const char* letter : {"A", "B"}) {
        put(Equipment{
            .type = core_switch_, .label = std::string("核心 ") + letter, .space = core_room, .plane = plane_});
        put(Equipment{
            .type = firewall_, .label = std::string("防火墙 ") + letter, .space = core_room, .plane = plane_});
    }
    put(ProviderHandoff{.provider = {"政务外网市级节点", "Extranet node of the city"},
                        .plane = plane_,
                        .demarcation = core_room,
                        .entrance = entrance,
                        .bandwidth = BitRate(10'000'000'000)});
}

void TowerBuilder::backbone() {
    const FloorParts& bottom = floors_.front();
    if (bottom.frames.empty())
        return;
    for (std::size_t f = 1; f < floors_.size(); ++f)
        for (std::size_t d = 0; d < floors_[f].frames.size(); ++d) {
            Cable cable{.label = "BB-" + floors_[f].label + "-" + std::to_string(d + 1),
                        .type = fibre_,
                        .role = CableRole::backbone,
                        .plane = plane_,
                        .entry_drop = Millimetres(3000),
                        .exit_drop = Millimetres(3000),
                        .slack_a = Millimetres(5000),
                        .slack_b = Millimetres(5000)};
            if (d < shafts_.size()) {
                for (std::size_t s = 0; s < f; ++s)
                    cable.route.push_back({.run = shafts_[d][s]});
                cable.exit_offset = Millimetres(storey);
            }
            const CableId id = put(std::move(cable));
            put(Termination{.cable = id,
                            .end = CableEnd::a,
                            .last = 24,
                            .on = bottom.frames.front(),
                            .position = static_cast<std::int32_t>(f)});
            put(Termination{.cable = id, .end = CableEnd::b, .last = 24, .on = floors_[f].frames[d]});
        }
}

void TowerBuilder::secret() {
    const PlaneId plane =
        put(Plane{.code = "REDSTAR", .name = {"赤霞网", "Crimson network"}, .disclosure = Disclosure::secret});
    const ZoneId zone = put(Zone{.code = "REDZONE",
                                 .name = {"赤霞核心域", "Crimson core zone"},
                                 .plane = plane,
                                 .grading = Grading::secret_jimi});
    put(Vlan{.number = VlanNumber::from(999), .name = "crimson-vlan", .plane = plane, .zone = zone});
    put(Service{.code = "CRIMSONMAIL", .name = {"赤霞邮件", "Crimson mail"}, .zone = zone});
    const FloorParts& top = floors_.back();
    const RoomId vault = put(Room{.floor = top.id,
                                  .number = top.label + "V9",
                                  .name = {"赤霞网机房", "Crimson network room"},
                                  .use = RoomUse::equipment_room,
                                  .outline = box(options_.bays * bay + 1000, 0, 6000, 6000)});
    const SpaceId space =
        put(Space{.room = vault, .label = "CRIMSON-ROOM", .plane = plane, .place = {options_.bays * bay + 2000, 2000}});
    const PanelId panel = put(Panel{.label = "CRIMSON-P1", .space = space, .plane = plane});
    put(Rack{.space = space, .label = "CRIMSON-R1", .plane = plane});
    put(Equipment{.type = switch_, .label = "CRIMSON-SW1", .space = space, .plane = plane, .zone = zone});
    const PathwayNodeId a = put(PathwayNode{
        .floor = top.id, .place = {options_.bays * bay + 2000, 2000}, .label = "CRIMSON-N1", .space = space});
    const PathwayNodeId b = put(PathwayNode{.floor = top.id, .place = {2000, 2000}, .label = "CRIMSON-N2"});
    const PathwayRunId run = put(PathwayRun{.from = a,
                                            .to = b,
                                            .label = "CRIMSON-T1",
                                            .width = Millimetres(100),
                                            .height = Millimetres(50),
                                            .plane = plane});
    const OutletId outlet = put(Outlet{.floor = top.id, .label = "CRIMSON-001", .place = {2000, 2500}});
    const JackId jack = put(Jack{.outlet = outlet, .label = "CRIMSON-001-1", .kind = kinds_.front(), .plane = plane});
    const CableId cable = put(Cable{.label = "CRIMSON-C1",
                                    .type = copper_,
                                    .plane = plane,
                                    .route = {{.run = run}},
                                    .exit_offset = Millimetres(5000),
                                    .entry_drop = Millimetres(3000)});
    put(Termination{.cable = cable, .end = CableEnd::a, .on = panel});
    put(Termination{.cable = cable, .end = CableEnd::b, .on = jack});
    put(ApprovedPoint{.plane = plane,
                      .floor = top.label,
                      .room = "CRIMSON-V9",
                      .kind = kinds_.front(),
                      .authority = "某保密办",
                      .document = "CRIMSON-DOC-7"});
    put(MustNotReach{.a = plane, .b = plane_, .reason = {"赤霞网不得与外网相通", "Crimson stays apart"}});
    put(Annotation{.floor = top.id,
                   .text = {"赤霞网桥架，详见另册", "Crimson tray, see the other volume"},
                   .points = {{3000, 3000}}});
    put(Comment{.subjects = {plane}, .text = "CRIMSON-REMARK", .author = "审查"});
    put(Waiver{.rule = "CAB-02", .subjects = {cable}, .reason = "CRIMSON-REASON", .author = "王工"});
}

} // namespace

Design tower(const TowerOptions& options) { return TowerBuilder(options).build(); }

std::vector<std::string> secret_words() { return {"REDSTAR", "REDZONE", "赤霞", "crimson", "Crimson", "CRIMSON"}; }

} // namespace riser
