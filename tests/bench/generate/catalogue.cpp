// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/generate/works.h"

namespace riser {

namespace {

struct BillSpec {
    const char* code;
    Text name;
    const char* unit;
    std::int64_t price;
    std::int32_t loss = 0; // per cent
    const char* measures = "";
};

BillItemId bill(Works& works, const BillSpec& spec) {
    BillItem item;
    item.id = derived_id<BillItem>("generator", spec.name.en);
    item.code = spec.code;
    item.edition = "GB 50500-2013";
    item.name = spec.name;
    item.unit = spec.unit;
    item.loss = percent(spec.loss);
    item.price = Money(spec.price);
    item.measures = spec.measures;
    return works.put(std::move(item));
}

PointKindId point_kind(Works& works, const char* code, Text name, Milliwatts poe) {
    PointKind kind;
    kind.id = derived_id<PointKind>("generator", code);
    kind.code = code;
    kind.name = std::move(name);
    kind.poe = poe;
    kind.wireless = kind.code == "AP";
    kind.camera = kind.code == "IPC";
    kind.bill_item = derived_id<BillItem>("generator", "Information module");
    return works.put(std::move(kind));
}

struct CableSpec {
    const char* code;
    Text name;
    Category category;
    Screen screen;
    std::int32_t elements;
    std::int32_t package_metres;
    std::int32_t diameter_um;
    const char* bill;
};

CableTypeId cable_type(Works& works, const CableSpec& spec) {
    CableType type;
    type.id = derived_id<CableType>("generator", spec.code);
    type.code = spec.code;
    type.name = spec.name;
    type.category = spec.category;
    type.screen = spec.screen;
    type.element = spec.category == Category::os2 ? ElementUnit::core : ElementUnit::pair;
    type.elements = spec.elements;
    type.package_length = metres(spec.package_metres);
    type.diameter_um = spec.diameter_um;
    type.bend_radius = Millimetres(spec.diameter_um * (type.element == ElementUnit::core ? 10 : 4) / 1000 + 1);
    type.fire = ReactionToFire::b1;
    type.bill_item = derived_id<BillItem>("generator", spec.bill);
    return works.put(std::move(type));
}

struct DeviceSpec {
    const char* code;
    Text name;
    EquipmentRole role;
    std::vector<PortGroup> ports;
    std::int64_t power_watts;
    std::int64_t poe_watts = 0;
    std::int32_t units = 1;
    std::int32_t supplies = 2;
};

EquipmentTypeId device_type(Works& works, DeviceSpec spec) {
    EquipmentType type;
    type.id = derived_id<EquipmentType>("generator", spec.code);
    type.code = spec.code;
    type.name = spec.name;
    type.manufacturer = "Example";
    type.model = spec.code;
    type.role = spec.role;
    type.ports = std::move(spec.ports);
    type.poe_budget = watts(spec.poe_watts);
    type.power = watts(spec.power_watts);
    type.heat = watts(spec.power_watts);
    type.rack_units = spec.units;
    type.weight = Grams(spec.units * 8'000);
    type.mtbf = Hours(spec.units == 0 ? 250'000 : 400'000);
    type.power_supplies = spec.supplies;
    switch (spec.role) {
    case EquipmentRole::access_switch:
    case EquipmentRole::distribution_switch:
    case EquipmentRole::core_switch:
        type.criticality = Criticality::network_critical;
        break;
    case EquipmentRole::firewall:
    case EquipmentRole::ips:
    case EquipmentRole::behaviour_audit:
    case EquipmentRole::bastion:
    case EquipmentRole::log_audit:
    case EquipmentRole::nac:
        type.criticality = Criticality::security_product;
        break;
    default:
        break;
    }
    if (type.criticality != Criticality::ordinary) {
        type.certificate = "EX-" + type.code;
        type.certificate_expires = Date{2031, 12, 31};
        type.evidence = "example certificate";
        type.listing = "example listing";
    }
    type.bill_item = derived_id<BillItem>("generator", spec.units == 0 ? "Terminal device" : "Network device");
    return works.put(std::move(type));
}

constexpr BitRate gigabits(std::int64_t n) { return megabits(n * 1000); }

std::vector<PortGroup> fibre_ports(std::int32_t count, std::int64_t rate, std::int32_t uplinks,
                                   std::int64_t uplink_rate) {
    std::vector<PortGroup> groups{
        {.prefix = "XGE1/0/", .count = count, .rate = gigabits(rate), .medium = Medium::fibre}};
    if (uplinks > 0)
        groups.push_back({.prefix = "HGE1/0/",
                          .count = uplinks,
                          .rate = gigabits(uplink_rate),
                          .medium = Medium::fibre,
                          .poe_class = 0,
                          .uplink = true});
    return groups;
}

void add_device_types(Works& works) {
    Catalogue& c = works.catalogue;
    using Role = EquipmentRole;
    const auto appliance = [&](const char* code, Text name, Role role) {
        return device_type(works, {code, std::move(name), role, fibre_ports(8, 10, 0, 0), 250, 0, 1, 2});
    };
    c.access = device_type(
        works, {"ACC-48P4X",
                {"接入交换机", "Access switch"},
                Role::access_switch,
                {{.prefix = "GE1/0/", .count = 48, .rate = gigabits(1), .medium = Medium::copper, .poe_class = 4},
                 {.prefix = "XGE1/0/",
                  .count = 4,
                  .rate = gigabits(10),
                  .medium = Medium::fibre,
                  .poe_class = 0,
                  .uplink = true}},
                120,
                740,
                1,
                2});
    c.distribution = device_type(works, {"AGG-48X6H",
                                         {"汇聚交换机", "Distribution switch"},
                                         Role::distribution_switch,
                                         fibre_ports(48, 10, 6, 100),
                                         350,
                                         0,
                                         1,
                                         2});
    c.core = device_type(
        works,
        {"CORE-96H", {"核心交换机", "Core switch"}, Role::core_switch, fibre_ports(96, 100, 0, 0), 2'500, 0, 10, 4});
    c.firewall = appliance("FW-8X", {"防火墙", "Firewall"}, Role::firewall);
    c.ips = appliance("IPS-8X", {"入侵防御", "Intrusion prevention"}, Role::ips);
    c.behaviour_audit = appliance("ACG-8X", {"上网行为管理", "Behaviour audit"}, Role::behaviour_audit);
    c.bastion = appliance("BST-8X", {"堡垒机", "Bastion host"}, Role::bastion);
    c.log_audit = appliance("LOG-8X", {"日志审计", "Log audit"}, Role::log_audit);
    c.nac = appliance("NAC-8X", {"准入控制", "Network admission control"}, Role::nac);
    c.controller = appliance("WLC-8X", {"无线控制器", "Wireless controller"}, Role::wireless_controller);
    c.management_station = appliance("NMS-8X", {"网管平台", "Management station"}, Role::management_station);
    c.recorder =
        device_type(works, {"NVR-256", {"录像机", "Recorder"}, Role::recorder, fibre_ports(2, 10, 0, 0), 400, 0, 4, 2});
    c.server =
        device_type(works, {"SRV-2U", {"服务器", "Server"}, Role::server, fibre_ports(2, 10, 0, 0), 550, 0, 2, 2});
    c.storage =
        device_type(works, {"STO-4U", {"存储", "Storage"}, Role::storage, fibre_ports(4, 10, 0, 0), 800, 0, 4, 2});
    c.access_point =
        device_type(works, {"AP-WIFI6",
                            {"无线接入点", "Access point"},
                            Role::access_point,
                            {{.prefix = "GE0/0/", .count = 1, .rate = gigabits(1), .medium = Medium::copper}},
                            22,
                            0,
                            0,
                            0});
    c.camera_device =
        device_type(works, {"IPC-4MP",
                            {"摄像机", "Camera"},
                            Role::camera,
                            {{.prefix = "FE0/", .count = 1, .rate = megabits(100), .medium = Medium::copper}},
                            12,
                            0,
                            0,
                            0});
}

} // namespace

void add_catalogue(Works& works) {
    bill(works, {"030502012", {"信息插座模块", "Information module"}, "个", 2'800, 3});
    bill(works, {"030502005", {"六类及以上双绞线", "Category cable"}, "m", 520, 5});
    bill(works, {"030502007", {"光缆", "Optical cable"}, "m", 980, 3});
    bill(works, {"030502009", {"跳线", "Cord"}, "条", 3'500, 0});
    bill(works, {"030411003", {"桥架", "Tray"}, "m", 14'500, 1});
    bill(works, {"030501012", {"网络设备", "Network device"}, "台", 2'600'000, 0});
    bill(works, {"030507008", {"终端设备", "Terminal device"}, "台", 180'000, 0});
    bill(works, {"030502004", {"面板", "Faceplate"}, "个", 1'500, 2, "faceplate"});
    bill(works, {"030501005", {"机柜", "Rack"}, "台", 420'000, 0, "rack"});
    bill(works, {"030502010", {"配线架", "Copper panel"}, "个", 65'000, 0, "panel:copper"});
    bill(works, {"030502011", {"光纤配线架", "Optical panel"}, "个", 88'000, 0, "panel:odf"});
    bill(works, {"030502019", {"链路测试", "Link test"}, "链路", 1'200, 0, "test:link"});
    bill(works, {"030502020", {"光纤测试", "Core test"}, "芯", 1'800, 0, "test:core"});
    bill(works, {"030413003", {"防火封堵", "Fire stopping"}, "处", 9'000, 0, "fire-stopping"});

    Catalogue& c = works.catalogue;
    c.data = point_kind(works, "TD", {"数据点", "Data"}, {});
    c.voice = point_kind(works, "TP", {"语音点", "Voice"}, {});
    c.wireless = point_kind(works, "AP", {"无线接入点", "Access point"}, watts(22));
    c.camera = point_kind(works, "IPC", {"摄像机", "Camera"}, watts(12));
    c.copper = cable_type(works, {"UTP-6A",
                                  {"六A类非屏蔽双绞线", "Cat6A U/UTP"},
                                  Category::cat6a,
                                  Screen::utp,
                                  4,
                                  305,
                                  7'200,
                                  "Category cable"});
    c.fibre = cable_type(
        works,
        {"OS2-12", {"12芯单模光缆", "OS2, 12 cores"}, Category::os2, Screen::none, 12, 2'000, 8'000, "Optical cable"});
    c.campus_fibre = cable_type(
        works,
        {"OS2-24", {"24芯单模光缆", "OS2, 24 cores"}, Category::os2, Screen::none, 24, 2'000, 10'500, "Optical cable"});
    c.copper_cord =
        cable_type(works, {"CORD-6A", {"六A类跳线", "Cat6A cord"}, Category::cat6a, Screen::utp, 4, 0, 6'000, "Cord"});
    c.fibre_cord = cable_type(
        works, {"CORD-OS2", {"双芯光纤跳线", "Duplex OS2 cord"}, Category::os2, Screen::none, 2, 0, 3'000, "Cord"});
    add_device_types(works);
}

} // namespace riser
