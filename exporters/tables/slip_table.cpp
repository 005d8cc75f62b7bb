// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/slip_table.h"

#include "exporters/tables/columns.h"

namespace riser {

namespace {

// Where a hand slips, and how.
struct Told {
    AnyId subject;
    std::optional<EquipmentId> device;
    std::string at; // "GE1/0/17", "OA-FW rule 3"
    Text slip;
};

std::optional<Told> on_port(const Design& design, PortId id, Text slip) {
    const Port* port = design.find(id);
    if (!port)
        return std::nullopt;
    return Told{id, port->equipment, port->name, std::move(slip)};
}

std::optional<Told> on_rule(const Design& design, AclId id, std::size_t rule, Text slip) {
    const Acl* acl = design.find(id);
    if (!acl)
        return std::nullopt;
    const std::string number = std::to_string(rule + 1);
    return Told{id, acl->equipment, acl->name + (acl->name.empty() ? "#" : " #") + number, std::move(slip)};
}

std::string vlan_text(const Vlan& vlan) {
    return "VLAN " + (vlan.number ? std::to_string(vlan.number->number()) + ' ' : std::string()) + vlan.name;
}

std::optional<Told> told(const Design& design, const PortMadeTrunk& slip) {
    return on_port(design, slip.port, {"改为放行全部 VLAN 的干道口", "made a trunk of all VLANs"});
}
std::optional<Told> told(const Design& design, const PortMovedTo& slip) {
    const Vlan* vlan = design.find(slip.vlan);
    if (!vlan)
        return std::nullopt;
    const std::string name = vlan_text(*vlan);
    return on_port(design, slip.port, {"误划入 " + name, "put into " + name});
}
std::optional<Told> told(const Design& design, const RuleRemoved& slip) {
    return on_rule(design, slip.acl, slip.rule, {"规则被删除", "the rule removed"});
}
std::optional<Told> told(const Design& design, const RuleWidened& slip) {
    return on_rule(design, slip.acl, slip.rule, {"规则放宽为任意", "the rule widened to everything"});
}
std::optional<Told> told(const Design& design, const Misconfiguration& slip) {
    return std::visit([&](const auto& one) { return told(design, one); }, slip);
}

Text zone_text(const Design& design, ZoneId id) {
    const Zone& zone = *design.find(id);
    return zone.code.empty()
               ? zone.name
               : Text{zone.code + ' ' + zone.name.in(Language::zh), zone.code + ' ' + zone.name.in(Language::en)};
}

std::optional<TableRow> row_of(const BreakingSlip& one, const Design& design) {
    const std::optional<Told> what = told(design, one.slip);
    if (!what || !design.contains(one.from) || !design.contains(one.to))
        return std::nullopt;
    RowBuilder row(what->subject);
    row.text(what->device && design.contains(*what->device) ? name_of(design, *what->device) : Text())
        .text(what->at)
        .text(what->slip)
        .number(static_cast<std::int64_t>(one.all.size()))
        .text(zone_text(design, one.from))
        .text(zone_text(design, one.to))
        .text(to_string(one.packet));
    return row.done();
}

std::vector<Text> notes_of(const SlipSweep& sweep, std::size_t hidden) {
    const std::string judged = std::to_string(sweep.judged);
    std::vector<Text> out{
        {"逐一推演 " + judged +
             " 处误配置（接入口改干道、划错 VLAN、规则删除或放宽），未列出的都不破坏必须隔离的安全域。",
         "Of " + judged +
             " slips judged one by one (an access port made a trunk or put into another VLAN, a rule removed or "
             "widened) those that are not listed join no zones that must stay apart."},
        {"「同类」为同一设备上作用相同的误配置数；报文为误配置后新出现的一个。",
         "\"Alike\" counts slips on the device that do the same; the packet is one that came through after the slip "
         "and not before."}};
    if (hidden > 0)
        out.push_back({"另有 " + std::to_string(hidden) + " 行未对此读者列出。",
                       std::to_string(hidden) + " more rows are withheld from this reader."});
    if (sweep.outcome == Outcome::stopped)
        out.push_back({"推演被取消，只含已判定的部分。", "Stopped: only what was judged until then."});
    return out;
}

} // namespace

TableDocument slip_table(const SlipSweep& sweep, const Design& shown) {
    TableDocument table;
    table.name = "slips";
    table.sheet = {"误配置", "Slips"};
    table.title = {"破坏隔离的误配置", "Slips of a hand that would break isolation"};
    table.columns = {text_column("device", {"设备", "Device"}),    text_column("at", {"端口或规则", "Port or rule"}),
                     text_column("slip", {"误配置", "Slip"}, 30),  count_column("alike", {"同类", "Alike"}),
                     text_column("from", {"自", "From"}),          text_column("to", {"可达", "Comes to"}),
                     text_column("packet", {"报文", "Packet"}, 36)};
    table.frozen_columns = 2;
    table.paper = TablePaper::a3_landscape;
    TableGroup& group = table.groups.emplace_back();
    for (const BreakingSlip& one : sweep.breaking)
        if (std::optional<TableRow> row = row_of(one, shown))
            group.rows.push_back(std::move(*row));
    table.notes = notes_of(sweep, sweep.breaking.size() - group.rows.size());
    return table;
}

} // namespace riser
