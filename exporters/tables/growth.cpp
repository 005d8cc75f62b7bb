// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/growth.h"

#include "exporters/tables/columns.h"
#include "model/brief.h"
#include "model/fields/field.h"

#include <cmath>
#include <set>

namespace riser {

namespace {

// What amounts of a sort are shown in: a stored unit of the line is so many of it.
struct Shown {
    double scale = 1;
    Text unit = {};
};
Shown shown_as(GrowthResource resource) {
    switch (resource) {
    case GrowthResource::room_ports:
    case GrowthResource::switch_ports:
        return {1, {"个", "ports"}};
    case GrowthResource::rack_units:
        return {1, {"U", "U"}};
    case GrowthResource::rack_power:
    case GrowthResource::feed:
    case GrowthResource::heat:
        return {1, {"W", "W"}};
    case GrowthResource::ups:
        return {1, {"VA", "VA"}};
    case GrowthResource::tray:
    case GrowthResource::conduit:
        return {1, {"mm²", "mm²"}};
    case GrowthResource::prefix:
        return {1, {"个", "addresses"}};
    case GrowthResource::uplinks:
        return {1e-9, {"Gbit/s", "Gbit/s"}};
    }
    return {};
}

std::int64_t thousandths(double value) { return std::llround(value * 1'000); }

Text where(const Design& design, const GrowthLine& line) {
    Text out = name_of(design, line.where.front());
    if (line.where.size() > 1 && line.where[1].kind != Kind::equipment) {
        const Text more = name_of(design, line.where[1]);
        out = {out.in(Language::zh) + "（" + more.in(Language::zh) + "）",
               out.in(Language::en) + " (" + more.in(Language::en) + ")"};
    }
    return out;
}

TableRow row_of(const Design& design, const GrowthCheck& growth, const GrowthLine& line) {
    const double factor = std::pow(1 + growth.a_year.value / 10'000.0, growth.horizon);
    const Shown as = shown_as(line.resource);
    const auto amount = [&](double value) { return std::llround(value * as.scale * 1'000); };
    RowBuilder row(line.where.front());
    row.text(label_of(line.resource))
        .text(where(design, line))
        .text(line.compartment > 0 ? std::to_string(line.compartment) : std::string())
        .number(amount(line.need(1)))
        .number(amount(line.need(factor)));
    if (line.capacity)
        row.number(amount(*line.capacity));
    else
        row.empty();
    row.text(as.unit);
    if (line.years)
        row.number(thousandths(*line.years));
    else
        row.empty();
    const bool within = line.years && *line.years <= growth.horizon;
    Text remark;
    if (!line.capacity)
        remark = {"未校核：设计未给出制冷量", "not checked: the design does not say what cooling takes"};
    else if (line.need(1) > *line.capacity)
        remark = {"现已不足", "short already"};
    else if (within)
        remark = {"年限内用尽", "runs out within the brief's years"};
    return row.text(remark).tone(within ? RowTone::attention : RowTone::plain).done();
}

} // namespace

TableDocument growth_table(const Facts& facts, const GrowthLimits& limits) {
    const Design& design = facts.design();
    const GrowthCheck& growth = facts.get<GrowthCheck>(limits);
    TableDocument table;
    table.name = "growth";
    table.sheet = {"增长校核表", "Growth"};
    table.title = {"增长校核表", "What growth runs into first"};
    const auto amount = [](std::string key, Text title) {
        return TableColumn{.key = std::move(key), .title = std::move(title), .type = CellType::decimal, .decimals = 1};
    };
    table.columns = {text_column("resource", {"资源", "What"}),
                     text_column("where", {"位置", "Where"}),
                     centred_column("compartment", {"分隔", "Compartment"}),
                     amount("today", {"现需", "Today"}),
                     amount("horizon", {"期末需", "After the brief's years"}),
                     amount("capacity", {"可用", "May be used"}),
                     centred_column("unit", {"单位", "Unit"}),
                     amount("years", {"可用年数", "Years left"}),
                     text_column("remark", {"说明", "Remark"}, 20)};
    table.frozen_columns = 2;
    TableGroup& group = table.groups.emplace_back();
    std::set<GrowthResource> named;
    for (const GrowthLine& line : growth.lines) {
        const bool first = named.insert(line.resource).second;
        // Of single switches only the first: the room's ports say when they are no more.
        if (first || !line.capacity ||
            (line.resource != GrowthResource::switch_ports && line.years && *line.years <= growth.horizon))
            group.rows.push_back(row_of(design, growth, line));
    }
    const std::string years = std::to_string(growth.horizon);
    table.notes = {
        growth.a_year.value > 0
            ? Text{"按任务书年增长 " + display(growth.a_year) + "、" + years +
                       " 年计；设备、配线架、负荷与线缆随信息点同比增长，涉密网络不增长。列出年限内用尽的各项，及各类中"
                       "最先用尽的一项；"
                       "“可用年数”空白为不会用尽或未知。",
                   "At the brief's growth of " + display(growth.a_year) + " a year over " + years +
                       " years; devices, panels, loads and cables are taken to grow with the points, networks of state "
                       "secrets not at all. Listed is what runs out within those years and of each sort what does "
                       "first; no years: never, or not known."}
            : Text{"任务书未给出年增长率，仅列现已不足的各项和各类中的一项。",
                   "The brief states no growth a year: only what is short already runs out."}};
    return table;
}

} // namespace riser
