// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/columns.h"
#include "exporters/tables/link_schedule.h"
#include "model/fields/field.h"
#include "solvers/analysis/optical_budget.h"

#include <algorithm>

namespace riser {

namespace {

struct End {
    Text device;
    std::string port;
    std::optional<PlaneId> plane;
};
End end_of(const Design& design, PortId id) {
    const Port* port = design.find(id);
    const Equipment* device = port ? design.find(port->equipment) : nullptr;
    return {.device = device ? name_of(design, device->id) : name_of(design, id),
            .port = port ? port->name : std::string(),
            .plane = device ? device->plane : std::nullopt};
}

// Links with their ends, from the one that people read as the lower: by its label, then port.
struct Row {
    const OpticalLink* link;
    End from;
    End to;
};
bool before(const End& a, const End& b) {
    if (a.device.en != b.device.en)
        return natural_less(a.device.en, b.device.en);
    return natural_less(a.port, b.port);
}

std::vector<Row> rows_of(const Design& design, const OpticalLinks& links) {
    std::vector<Row> out;
    for (const OpticalLink& link : links.links) {
        Row row{.link = &link, .from = end_of(design, link.a), .to = end_of(design, link.b)};
        if (before(row.to, row.from))
            std::swap(row.from, row.to);
        out.push_back(std::move(row));
    }
    std::stable_sort(out.begin(), out.end(), [](const Row& a, const Row& b) {
        return before(a.from, b.from) || (!before(b.from, a.from) && before(a.to, b.to));
    });
    return out;
}

TableColumn decibel_column(std::string key, Text title) {
    return {.key = std::move(key),
            .title = std::move(title),
            .type = CellType::decimal,
            .unit = same_text("dB"),
            .decimals = 2};
}

std::vector<TableColumn> columns() {
    return {text_column("from", {"起端设备", "From"}),
            centred_column("from-port", {"端口", "Port"}),
            text_column("to", {"终端设备", "To"}),
            centred_column("to-port", {"对端端口", "Far port"}),
            text_column("plane", {"网络", "Network"}),
            centred_column("pmd", {"光接口", "Application"}),
            centred_column("fibre", {"光纤", "Fibre"}),
            centred_column("wavelength", {"波长 nm", "Wavelength nm"}),
            count_column("cores", {"芯数", "Cores"}, TotalKind::none),
            length_column("cords", {"跳线", "Cords"}),
            length_column("laid", {"光缆", "Cable"}),
            length_column("length", {"总长", "Length"}),
            length_column("reach", {"允许距离", "Reach"}),
            count_column("mated", {"连接", "Connections"}, TotalKind::none),
            count_column("splices", {"熔接", "Splices"}, TotalKind::none),
            count_column("pigtails", {"尾纤", "Pigtails"}, TotalKind::none),
            decibel_column("loss", {"损耗", "Loss"}),
            decibel_column("limit", {"允许损耗", "Limit"}),
            decibel_column("margin", {"余量", "Margin"}),
            text_column("sum", {"计算", "Reckoned"}, 40),
            text_column("remark", {"说明", "Remark"}, 20)};
}

void add_lengths(const Facts& facts, const OpticalWay& way, RowBuilder& row) {
    const CableLengths& lengths = facts.get<CableLengths>();
    Millimetres cords;
    Millimetres laid;
    for (const OpticalStretch& stretch : way.stretches) {
        const Cable* cable = facts.design().find(stretch.cable);
        const CableLength* length = lengths.of(stretch.cable);
        if (length)
            (cable && cable->role == CableRole::cord ? cords : laid) += length->total();
    }
    row.number(cords.value).number(laid.value).formula("{cords}+{laid}", (cords + laid).value);
}

Text remark_of(const OpticalBudget& budget) {
    Text out;
    const auto say = [&](bool holds, const char* zh, const char* en) {
        if (!holds)
            return;
        out.zh += (out.zh.empty() ? "" : "；") + std::string(zh);
        out.en += (out.en.empty() ? "" : "; ") + std::string(en);
    };
    say(!budget.within_loss(), "损耗超限", "loses too much");
    say(!budget.within_reach(), "超过允许距离", "too long");
    say(budget.source == PmdSource::assumed, "未选光模块，按速率与光纤计", "no transceiver chosen: by rate and fibre");
    say(budget.to_be_checked, "数值请核对正式文本", "check the official text");
    return out;
}

TableRow table_row(const Facts& facts, const Row& from, const LinkAllowances& allowances) {
    const Design& design = facts.design();
    const OpticalAnswer answer =
        budget_of(*from.link, facts.get<CableLengths>(), allowances.tables, LossValues::design);
    RowBuilder row(from.link->a);
    row.text(from.from.device).text(from.from.port).text(from.to.device).text(from.to.port);
    row.text(plane_name(design, from.from.plane));
    const OpticalWay& way = answer.budget ? answer.budget->way : from.link->ways.front();
    const Text fibre = label_of(answer.budget ? answer.budget->application.fibre : way.stretches.front().fibre);
    if (answer.budget)
        row.text(answer.budget->application.pmd)
            .text(fibre)
            .text(std::to_string(answer.budget->application.wavelength));
    else
        row.empty().text(fibre).empty();
    row.number(from.link->cores);
    add_lengths(facts, way, row);
    if (answer.budget)
        row.number(answer.budget->application.reach.value);
    else
        row.empty();
    row.number(way.mated).number(way.splices).number(way.pigtails);
    if (!answer.budget) {
        const Text why = answer.impossible.empty()
                             ? Text{"未校核：" + answer.unknown.zh, "not checked: " + answer.unknown.en}
                             : answer.impossible;
        return row.empty().empty().empty().empty().text(why).tone(RowTone::attention).done();
    }
    const OpticalBudget& budget = *answer.budget;
    row.number(budget.loss.value).number(budget.application.loss.value);
    row.formula("{limit}-{loss}", budget.margin().value).text(explained(budget)).text(remark_of(budget));
    return row.tone(budget.works() ? RowTone::plain : RowTone::attention).done();
}

} // namespace

TableDocument fibre_link_schedule(const Facts& facts, const LinkAllowances& allowances) {
    TableDocument table;
    table.name = "fibre-links";
    table.sheet = {"光链路计算表", "Fibre links"};
    table.title = {"光链路计算表", "Fibre link budget"};
    table.columns = columns();
    table.frozen_columns = 2;
    table.paper = TablePaper::a3_landscape;
    TableGroup& group = table.groups.emplace_back();
    for (const Row& row : rows_of(facts.design(), facts.get<OpticalLinks>()))
        group.rows.push_back(table_row(facts, row, allowances));
    table.notes = {
        {"损耗 = 光纤衰减×长度 + 连接器×每处损耗 + 熔接点×每处损耗 + 老化与维修余量；余量 = 允许损耗 − 损耗。"
         "各芯走向不同的，取损耗最大者；设备端口处的连接不计。",
         "Loss = attenuation × length + connections + splices + ageing and repair; margin = limit − loss. "
         "Of cores that go different ways the worst counts; the connectors at the ports themselves do not."}};
    return table;
}

} // namespace riser
