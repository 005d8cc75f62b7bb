// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/columns.h"
#include "exporters/tables/link_schedule.h"
#include "model/fields/field.h"
#include "solvers/analysis/channels.h"
#include "solvers/analysis/copper_links.h"
#include "solvers/analysis/jack_links.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

struct Worst {
    std::int64_t channels = 0;
    const Channel* channel = nullptr;
    const CopperLink* link = nullptr;
    Millimetres cords; // drawn, and assumed where none is
    std::optional<Millimetres> reach;
    Millimetres length() const { return channel->link_length + cords; }
    std::int64_t margin() const { return reach ? std::int64_t{reach->value} - length().value : INT64_MIN; }
};
using ByRoom = std::map<std::pair<SpaceId, BitRate>, Worst>;

std::optional<Millimetres> reach_of(const CopperLink& link, const LinkTables& tables) {
    const CopperReach* row = tables.reach(link.category, link.rate);
    if (!row)
        return std::nullopt;
    return link.screen == Screen::utp || link.screen == Screen::none ? row->reach : row->screened;
}

ByRoom worst_by_room(const Facts& facts, const LinkAllowances& allowances) {
    const Table<CopperLink>& links = facts.get<CopperLinks>().jacks;
    const Table<JackLink>& jacks = facts.get<JackLinks>().jacks;
    ByRoom out;
    for (const Channel& channel : facts.get<Channels>().jacks) {
        const CopperLink* link = links.find(channel.id);
        const JackLink* jack = jacks.find(channel.id);
        if (!link || !jack)
            continue;
        Worst here{.channels = 0,
                   .channel = &channel,
                   .link = link,
                   .cords = channel.cord_length +
                            (channel.work_area_known ? Millimetres(0) : allowances.work_area_cord) +
                            (channel.equipment_known ? Millimetres(0) : allowances.equipment_cords),
                   .reach = reach_of(*link, allowances.tables)};
        Worst& worst = out[{jack->space, link->rate}];
        here.channels = worst.channels + 1;
        if (!worst.channel || here.margin() < worst.margin() ||
            (here.margin() == worst.margin() && here.length() > worst.length()))
            worst = here;
        worst.channels = here.channels;
    }
    return out;
}

TableRow row_of(const Design& design, SpaceId space, BitRate rate, const Worst& worst) {
    RowBuilder row(worst.link->id);
    row.text(design.find(space) ? name_of(design, space) : Text{"未定", "in no room"})
        .text(rate.value > 0 ? display(rate) : std::string())
        .number(worst.channels)
        .text(name_of(design, worst.link->id))
        .text(label_of(worst.link->category))
        .text(label_of(worst.link->screen))
        .number(worst.channel->link_length.value)
        .number(worst.cords.value)
        .formula("{link}+{cords}", worst.length().value);
    if (!worst.reach)
        return row.empty()
            .empty()
            .text(rate.value > 0 ? Text{"未校核：表中没有该类别与速率", "not checked: the table has no such row"}
                                 : Text{"未校核：端口未给出速率", "not checked: the ports state no rate"})
            .tone(RowTone::attention)
            .done();
    row.number(worst.reach->value).formula("{reach}-{total}", worst.margin());
    const bool fits = worst.margin() >= 0;
    return row.text(fits ? Text() : Text{"超过允许距离", "too long"})
        .tone(fits ? RowTone::plain : RowTone::attention)
        .done();
}

} // namespace

TableDocument copper_margins(const Facts& facts, const LinkAllowances& allowances) {
    const Design& design = facts.design();
    TableDocument table;
    table.name = "copper-margins";
    table.sheet = {"铜缆信道余量表", "Copper margins"};
    table.title = {"铜缆信道余量表", "Copper channels with the least margin"};
    table.columns = {text_column("space", {"电信间", "Telecom room"}),
                     centred_column("rate", {"速率", "Rate"}),
                     count_column("channels", {"信道数", "Channels"}),
                     text_column("jack", {"余量最小的信息点", "Jack with the least margin"}),
                     centred_column("category", {"类别", "Category"}),
                     centred_column("screen", {"屏蔽", "Screen"}),
                     length_column("link", {"链路", "Link"}),
                     length_column("cords", {"跳线", "Cords"}),
                     length_column("total", {"信道", "Channel"}),
                     length_column("reach", {"允许距离", "Reach"}),
                     length_column("margin", {"余量", "Margin"}),
                     text_column("remark", {"说明", "Remark"}, 20)};
    table.frozen_columns = 1;
    std::vector<std::pair<std::string, TableRow>> rows;
    for (const auto& [key, worst] : worst_by_room(facts, allowances)) {
        const Space* space = design.find(key.first);
        rows.emplace_back(space ? space->label : std::string(), row_of(design, key.first, key.second, worst));
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return natural_less(a.first, b.first); });
    TableGroup& group = table.groups.emplace_back();
    for (auto& [label, row] : rows)
        group.rows.push_back(std::move(row));
    table.notes = {{"每个电信间按端口速率各列余量最小的一条信道；未画出的跳线按规则集的默认长度计（工作区 " +
                        display(allowances.work_area_cord) + "，设备侧 " + display(allowances.equipment_cords) +
                        "）；类别取信道中最低者。",
                    "Of each telecom room and speed the channel with the least margin; cords that are not drawn count "
                    "as the deck assumes (work area " +
                        display(allowances.work_area_cord) + ", equipment " + display(allowances.equipment_cords) +
                        "); the category is the lowest of the channel."}};
    return table;
}

} // namespace riser
