// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/package_documents.h"

#include "exporters/configs/device_configs.h"
#include "exporters/configs/netbox.h"
#include "exporters/configs/placeholder_table.h"
#include "exporters/drawings/floor_plan.h"
#include "exporters/drawings/near_miss_plan.h"
#include "exporters/drawings/rack_elevation.h"
#include "exporters/drawings/system_content.h"
#include "exporters/drawings/system_diagram.h"
#include "exporters/drawings/topology.h"
#include "exporters/reports/design_basis.h"
#include "exporters/tables/availability.h"
#include "exporters/tables/bill.h"
#include "exporters/tables/capacity_tables.h"
#include "exporters/tables/device_fix_tables.h"
#include "exporters/tables/failure_tables.h"
#include "exporters/tables/findings_table.h"
#include "exporters/tables/growth.h"
#include "exporters/tables/load_tables.h"
#include "exporters/tables/names.h"
#include "exporters/tables/reach_table.h"
#include "exporters/tables/redundancy_table.h"
#include "exporters/tables/schedules.h"
#include "exporters/tables/slip_table.h"
#include "exporters/tables/uplink_fix_table.h"
#include "exporters/writers/check_report.h"
#include "exporters/writers/csv.h"
#include "exporters/writers/html.h"
#include "exporters/writers/xlsx.h"
#include "model/file/replace_file.h"

#include <algorithm>
#include <array>
#include <set>

namespace riser {

namespace {

using Source = DocumentSource;
using Path = std::filesystem::path;
using TableOf = TableDocument (*)(const Source&);
using TextOf = std::string (*)(const Source&);

const Design& design_of(const Source& source) { return source.facts.design(); }

TableDocument bill(const Source& s) { return bill_of_materials(s.facts); }
TableDocument estimate(const Source& s) { return cable_estimate(s.facts); }
TableDocument outlets(const Source& s) { return outlet_schedule(s.facts); }
TableDocument cables(const Source& s) { return cable_schedule(s.facts); }
TableDocument labels(const Source& s) { return label_schedule(s.facts); }
TableDocument pathways(const Source& s) { return pathway_schedule(s.facts); }
TableDocument addresses(const Source& s) { return address_plan(s.facts); }
TableDocument reach(const Source& s) { return reach_table(s.reach(), design_of(s)); }
TableDocument slips(const Source& s) { return slip_table(s.slips(), design_of(s)); }
TableDocument points(const Source& s) { return point_summary(s.facts); }
TableDocument fibre_links(const Source& s) { return fibre_link_schedule(s.facts, s.links); }
TableDocument copper(const Source& s) { return copper_margins(s.facts, s.links); }
TableDocument failures(const Source& s) { return failures_table(s.facts); }
TableDocument growth(const Source& s) { return growth_table(s.facts, s.growth); }
TableDocument availability_of(const Source& s) {
    return availability_table(s.facts, s.availability, s.facts.get<Availability>(s.availability));
}
TableDocument redundancy(const Source& s) { return redundancy_table(s.facts); }
TableDocument chains(const Source& s) { return device_chain_table(s.facts); }
TableDocument uplink_fixes(const Source& s) { return uplink_fix_table(s.facts); }
TableDocument host_fixes(const Source& s) { return host_fix_table(s.facts); }
TableDocument cord_fixes(const Source& s) { return cord_fix_table(s.facts); }
TableDocument loads(const Source& s) { return loads_table(s.facts, {s.links.tables.traffic}); }
TableDocument tiers(const Source& s) { return tiers_table(s.facts); }
TableDocument trunks(const Source& s) { return trunks_table(s.facts, {s.links.tables.traffic}); }
TableDocument findings(const Source& s) { return findings_table(s.report, design_of(s)); }
TableDocument rules(const Source& s) { return rules_table(s.report); }

std::function<Result<void>(const Source&, const Path&)> text(TextOf make) {
    return [make](const Source& source, const Path& path) { return write_bytes(path, make(source)); };
}
std::function<Result<void>(const Source&, const Path&)> as_csv(TableOf make) {
    return [make](const Source& source, const Path& path) {
        return write_bytes(path, csv(make(source), source.language));
    };
}
std::function<Result<void>(const Source&, const Path&)> as_html(TableOf make) {
    return [make](const Source& source, const Path& path) {
        return write_bytes(path, html(make(source), source.language));
    };
}

std::function<Result<void>(const Source&, const Path&)> workbook(Text title, std::vector<TableOf> tables) {
    return [title = std::move(title), tables = std::move(tables)](const Source& source, const Path& path) {
        const Project& project = design_of(source).project();
        Workbook book{.title = title,
                      .subtitle = project.name,
                      .cover = {{{"工程编号", "Number"}, same_text(project.number)},
                                {{"建设单位", "Client"}, project.client},
                                {{"设计单位", "Institute"}, project.institute},
                                {{"日期", "Date"}, project.date ? same_text(to_string(*project.date)) : Text()}},
                      .tables = {},
                      .author = project.designed_by,
                      .date = project.date};
        std::erase_if(book.cover, [](const CoverLine& line) { return line.value.empty(); });
        for (const TableOf table : tables)
            book.tables.push_back(table(source));
        return write_xlsx(book, path, source.language);
    };
}

const std::vector<PackageDocument>& fixed_documents() {
    const Text check{"检查结果", "Check"};
    static const std::vector<PackageDocument> list{
        {"design-basis", "report", "html", {"设计说明", "Design basis"}, text([](const Source& s) {
             return report_html(design_basis(s.facts, s.report), s.language);
         })},
        {"design-basis", "report", "md", {"设计说明", "Design basis"}, text([](const Source& s) {
             return report_markdown(design_basis(s.facts, s.report), s.language);
         })},
        {"bill-of-materials",
         "bom",
         "xlsx",
         {"工程量清单", "Bill of materials"},
         workbook({"工程量清单", "Bill of materials"}, {bill, estimate})},
        {"bill-of-materials", "bom", "csv", {"工程量清单", "Bill of materials"}, as_csv(bill)},
        {"cable-estimate", "bom", "csv", {"线缆估算", "Cable estimate"}, as_csv(estimate)},
        {"schedules",
         "schedules",
         "xlsx",
         {"点位、线缆、桥架表", "Schedules"},
         workbook({"点位、线缆、桥架表", "Schedules"}, {points, outlets, cables, labels, fibre_links, copper, pathways,
                                                        addresses, reach, redundancy, loads, trunks})},
        {"point-summary", "schedules", "csv", {"信息点位统计表", "Points by floor and kind"}, as_csv(points)},
        {"outlet-schedule", "schedules", "csv", {"信息点位表", "Outlet schedule"}, as_csv(outlets)},
        {"cable-schedule", "schedules", "csv", {"线缆表", "Cable schedule"}, as_csv(cables)},
        {"label-schedule", "schedules", "csv", {"线缆端标签表", "Cable end labels"}, as_csv(labels)},
        {"fibre-links", "schedules", "csv", {"光链路计算表", "Fibre link budget"}, as_csv(fibre_links)},
        {"copper-margins", "schedules", "csv", {"铜缆信道余量表", "Copper margins"}, as_csv(copper)},
        {"pathway-schedule", "schedules", "csv", {"桥架管线表", "Pathway schedule"}, as_csv(pathways)},
        {"address-plan", "schedules", "csv", {"VLAN与IP地址规划表", "VLAN and address plan"}, as_csv(addresses)},
        {"resilience",
         "resilience",
         "xlsx",
         {"故障影响表", "What fails and what goes dark"},
         workbook({"故障影响表", "What fails and what goes dark"},
                  {failures, redundancy, chains, uplink_fixes, host_fixes, cord_fixes, tiers})},
        {"failures", "resilience", "csv", {"单点故障表", "Single failures"}, as_csv(failures)},
        {"reach-matrix", "schedules", "csv", {"互通矩阵", "Who reaches whom"}, as_csv(reach)},
        {"redundancy", "resilience", "csv", {"冗余与多路由表", "Redundancy and ways apart"}, as_csv(redundancy)},
        {"loads", "schedules", "csv", {"链路忙时负荷表", "Loads of links"}, as_csv(loads)},
        {"trunks", "schedules", "csv", {"上联容量规划表", "What trunks must be"}, as_csv(trunks)},
        {"findings",
         "findings",
         "xlsx",
         {"检查问题清单", "Findings of the check"},
         workbook({"检查问题清单", "Findings of the check"}, {findings, rules})},
        {"findings", "findings", "html", {"检查问题清单", "Findings of the check"}, as_html(findings)},
        {"availability", "findings", "csv", {"业务可用性表", "Availability of services"}, as_csv(availability_of)},
        {"growth", "findings", "csv", {"增长校核表", "What growth runs into first"}, as_csv(growth)},
        {"rules", "findings", "html", {"规则检查表", "What became of each rule"}, as_html(rules)},
        {"check", "findings", "json", check, text([](const Source& s) { return check_json(s.report, design_of(s)); })},
        {"check", "findings", "sarif", check,
         text([](const Source& s) { return check_sarif(s.report, design_of(s)); })},
        {"check", "findings", "txt", check, text([](const Source& s) { return check_text(s.report, s.language); })},
        {"proof/certificate",
         "proof",
         "xml",
         {"证书（由 riser-verify 核对）", "Certificate, checked by riser-verify"},
         [](const Source& s, const std::filesystem::path& path) { return write_bytes(path, s.certificate()); }},
        {"proof/slips", "slips", "csv", {"破坏隔离的误配置", "Slips that would break isolation"}, as_csv(slips)},
        {"proof/slips", "slips", "html", {"破坏隔离的误配置", "Slips that would break isolation"}, as_html(slips)},
        {"bill-of-materials", "html", "html", {"工程量清单", "Bill of materials"}, as_html(bill)},
        {"point-summary", "html", "html", {"信息点位统计表", "Points by floor and kind"}, as_html(points)},
        {"outlet-schedule", "html", "html", {"信息点位表", "Outlet schedule"}, as_html(outlets)},
        {"cable-schedule", "html", "html", {"线缆表", "Cable schedule"}, as_html(cables)},
        {"fibre-links", "html", "html", {"光链路计算表", "Fibre link budget"}, as_html(fibre_links)},
        {"copper-margins", "html", "html", {"铜缆信道余量表", "Copper margins"}, as_html(copper)},
        {"pathway-schedule", "html", "html", {"桥架管线表", "Pathway schedule"}, as_html(pathways)},
        {"address-plan", "html", "html", {"VLAN与IP地址规划表", "VLAN and address plan"}, as_html(addresses)},
        {"failures", "html", "html", {"单点故障表", "Single failures"}, as_html(failures)},
        {"reach-matrix", "html", "html", {"互通矩阵", "Who reaches whom"}, as_html(reach)},
        {"redundancy", "html", "html", {"冗余与多路由表", "Redundancy and ways apart"}, as_html(redundancy)},
    };
    return list;
}

// A label as part of a file's name on every system: no separators, wildcards or control characters.
std::string file_stem(std::string label) {
    for (char& c : label)
        if (static_cast<unsigned char>(c) < 0x20 ||
            std::string_view("/\\:*?\"<>|\x7f").find(c) != std::string_view::npos)
            c = '-';
    return label.empty() ? "-" : label;
}

// A name for a floor's sheet, told apart where two floors have one label, as in a campus.
std::string sheet_name(const char* what, const Floor& floor, std::set<std::string>& taken) {
    const std::string stem = what + file_stem(floor.label);
    std::string name = stem;
    for (int k = 2; !taken.insert(name).second; ++k)
        name = stem + '-' + std::to_string(k);
    return name;
}

// "ELV-02". Sheet 1 is the cover.
std::string sheet_number(std::size_t n) { return "ELV-" + std::string(n < 10 ? "0" : "") + std::to_string(n); }

using Draw = std::function<std::optional<Drawing>(const Source&)>;

PackageDocument drawn(std::string name, Text title, Draw draw) {
    return {.name = std::move(name), .group = "drawings", .extension = {}, .title = std::move(title), .draw = draw};
}

// The system diagram of each building and network.
void add_diagrams(const Source& source, std::vector<PackageDocument>& out) {
    const Design& design = design_of(source);
    const std::vector<std::optional<PlaneId>> planes = planes_to_draw(design);
    std::size_t number = 1;
    std::size_t diagrams = 0;
    SystemDiagramOptions options;
    options.language = source.language;
    for (const Building& building : design.buildings)
        for (const std::optional<PlaneId>& plane : planes) {
            options.number = sheet_number(++number);
            for (Drawing& sheet : system_diagram(source.facts, building.id, plane, options)) {
                const Text title = sheet.title;
                out.push_back(drawn("system-diagram-" + std::to_string(++diagrams), title,
                                    [drawing = std::move(sheet)](const Source&) { return drawing; }));
            }
        }
}

std::vector<const Floor*> floors_upwards(const Design& design) {
    std::vector<const Floor*> floors;
    for (const Floor& floor : design.floors)
        floors.push_back(&floor);
    std::stable_sort(floors.begin(), floors.end(), [](const Floor* a, const Floor* b) { return a->order < b->order; });
    return floors;
}

void add_floor_plan(const Floor& floor, const std::string& sheet, std::set<std::string>& taken,
                    std::vector<PackageDocument>& out) {
    out.push_back(drawn(sheet_name("floor-plan-", floor, taken),
                        {floor.label + " 综合布线平面图", "Cabling plan of " + floor.label},
                        [id = floor.id, sheet](const Source& from) {
                            FloorPlanSheetOptions options;
                            options.language = from.language;
                            options.number = sheet;
                            options.underlays = from.underlays;
                            return floor_plan_sheet(from.facts, id, options);
                        }));
}

void add_near_misses(const Floor& floor, const std::string& sheet, std::set<std::string>& taken,
                     std::vector<PackageDocument>& out) {
    out.push_back(drawn(sheet_name("near-misses-", floor, taken),
                        {floor.label + " 线缆路由与临界项", "Cable routes and near misses of " + floor.label},
                        [id = floor.id, sheet](const Source& from) {
                            return near_miss_sheet(
                                from.facts, from.report, id,
                                {.language = from.language, .number = sheet, .underlays = from.underlays});
                        }));
}

void add_racks(const Floor& floor, const std::string& sheet, std::set<std::string>& taken,
               std::vector<PackageDocument>& out) {
    out.push_back(drawn(sheet_name("racks-", floor, taken),
                        {floor.label + " 机柜立面图", "Rack elevations of " + floor.label},
                        [id = floor.id, sheet](const Source& from) {
                            return rack_elevation_sheet(from.facts, id, from.language, sheet);
                        }));
}

// A document a sheet: the system diagrams have the numbers from 2; the plan of each floor from the lowest, racks and
// topology those from 11 or beyond the diagrams; no two sheets share one.
void add_drawings(const Source& source, std::vector<PackageDocument>& out) {
    add_diagrams(source, out);
    const Design& design = design_of(source);
    const std::vector<const Floor*> floors = floors_upwards(design);
    std::size_t number = std::max<std::size_t>(10, 1 + design.buildings.size() * planes_to_draw(design).size());
    std::set<std::string> taken;
    for (const Floor* floor : floors)
        add_floor_plan(*floor, sheet_number(++number), taken, out);
    std::set<FloorId> with_racks;
    for (const Rack& rack : design.racks)
        if (const std::optional<FloorId> floor = place_of(design, rack.id).floor)
            with_racks.insert(*floor);
    for (const Floor* floor : floors)
        if (with_racks.contains(floor->id))
            add_racks(*floor, sheet_number(++number), taken, out);
    std::set<FloorId> with_near_misses;
    for (const NearMiss& miss : source.report.near_misses)
        if (miss.floor)
            with_near_misses.insert(*miss.floor);
    for (const Floor* floor : floors)
        if (with_near_misses.contains(floor->id))
            add_near_misses(*floor, sheet_number(++number), taken, out);
    if (design.planes.size() + design.zones.size() + design.equipment.size() > 0)
        out.push_back(
            drawn("topology", {"逻辑拓扑图", "Logical topology"}, [sheet = sheet_number(++number)](const Source& from) {
                return topology_sheet(from.facts, from.language, sheet);
            }));
}

// A file a device in the folder of its dialect, and what is to be filled in.
void add_configs(const Source& source, std::vector<PackageDocument>& out) {
    const auto configs = std::make_shared<const std::vector<DeviceConfig>>(device_configs(source.open));
    for (const DeviceConfig& config : *configs)
        out.push_back({"configs/" + std::string(key_of(config.dialect)) + '/' + config.hostname,
                       "configs",
                       "cfg",
                       {config.label + " 配置", "Configuration of " + config.label},
                       [configs, &config](const Source& from, const Path& path) {
                           return write_bytes(path, config_text(config, from.language));
                       }});
    if (!configs->empty())
        out.push_back({"configs/placeholders",
                       "configs",
                       "csv",
                       {"待填项", "What is to be filled in"},
                       [configs](const Source& from, const Path& path) {
                           return write_bytes(path, csv(placeholder_table(*configs), from.language));
                       }});
}

void add_netbox(const Source& source, std::vector<PackageDocument>& out) {
    const auto tables = std::make_shared<const std::vector<TableDocument>>(netbox_tables(source.open, source.language));
    if (tables->empty())
        return;
    out.push_back({"netbox/README",
                   "netbox",
                   "txt",
                   {"导入顺序", "Order of import"},
                   [tables](const Source& from, const Path& path) {
                       return write_bytes(path, netbox_guide(*tables, from.language));
                   }});
    for (const TableDocument& table : *tables)
        out.push_back({"netbox/" + table.name, "netbox", "csv", table.title,
                       [tables, &table](const Source& from, const Path& path) {
                           return write_bytes(path, csv(table, from.language, CsvEncoding::utf8));
                       }});
}

} // namespace

std::span<const PackageGroup> all_package_groups() {
    static const std::array<PackageGroup, 11> groups{{{"report", {"说明", "Report"}},
                                                      {"bom", {"工程量", "Quantities"}},
                                                      {"schedules", {"表", "Schedules"}},
                                                      {"resilience", {"故障影响", "Failures"}},
                                                      {"drawings", {"图纸", "Drawings"}},
                                                      {"configs", {"设备配置", "Device configurations"}},
                                                      {"netbox", {"NetBox 导入", "For NetBox"}},
                                                      {"findings", {"检查", "Check"}},
                                                      {"proof", {"证明", "Proof"}},
                                                      {"slips", {"误配置推演", "Slips of a hand"}, true},
                                                      {"html", {"网页", "Pages"}}}};
    return groups;
}

std::vector<PackageDocument> package_documents(const DocumentSource& source, const std::vector<std::string>& groups) {
    std::vector<PackageDocument> out;
    for (const PackageGroup& group : all_package_groups()) {
        if (groups.empty() ? group.on_request : std::find(groups.begin(), groups.end(), group.name) == groups.end())
            continue;
        for (const PackageDocument& document : fixed_documents())
            if (document.group == group.name)
                out.push_back(document);
        if (group.name == "drawings")
            add_drawings(source, out);
        if (group.name == "configs")
            add_configs(source, out);
        if (group.name == "netbox")
            add_netbox(source, out);
    }
    return out;
}

Result<void> write_bytes(const std::filesystem::path& path, std::string_view bytes) {
    Result<FileStamp> written = replace_file(path, bytes);
    if (!written)
        return std::move(written).error();
    return {};
}

} // namespace riser
