// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/device_fix_tables.h"

#include "exporters/tables/columns.h"
#include "exporters/tables/failure_names.h"
#include "solvers/failure/cord_fixes.h"
#include "solvers/failure/host_fixes.h"

#include <algorithm>

namespace riser {

namespace {

Text remark_of(const Facts& facts, const HostFix& fix) {
    if (!fix.left.empty()) {
        const Text left = names_of(facts, fix.left);
        return {"增设主机链路无法消除：" + left.zh, "no link of a host removes: " + left.en};
    }
    if (fix.outcome == Outcome::limit_reached && fix.links.empty())
        return {"空闲端口不足", "too few free ports"};
    if (fix.outcome != Outcome::complete)
        return {"未能证明最省", "not proved to be the cheapest"};
    return fix.priced ? Text() : Text{"跳线无单价", "the cord has no price"};
}

} // namespace

TableDocument cord_fix_table(const Facts& facts) {
    const Design& design = facts.design();
    TableDocument table;
    table.name = "cord-fixes";
    table.sheet = {"双电源单点", "Fixes of cords"};
    table.title = {"双电源设备同源供电的最省消除办法", "Fewest cords to move where two supplies hang on one feed"};
    table.columns = {text_column("device", {"设备", "Device"}),
                     text_column("rack", {"机柜", "Rack"}),
                     text_column("points", {"单点", "Single points"}, 40),
                     text_column("from", {"原插座条", "Off strip"}),
                     text_column("to", {"改插", "To strip"}),
                     text_column("remark", {"说明", "Remark"}, 20)};
    table.frozen_columns = 1;
    TableGroup& group = table.groups.emplace_back();
    std::vector<CordFix> fixes = cord_fixes(design);
    std::ranges::stable_sort(fixes, [&](const CordFix& a, const CordFix& b) {
        return natural_less(name_of(design, a.device).en, name_of(design, b.device).en);
    });
    for (const CordFix& fix : fixes) {
        RowBuilder row(fix.device);
        row.text(name_of(design, fix.device));
        fix.rack ? row.text(name_of(design, *fix.rack)) : row.empty();
        row.text(names_of(facts, fix.points));
        if (fix.move)
            group.rows.push_back(
                row.text(name_of(design, fix.move->from)).text(name_of(design, fix.move->to)).empty().done());
        else
            group.rows.push_back(
                row.empty()
                    .empty()
                    .text(fix.no_socket ? Text{"合适的插座条没有空位", "no socket is free on a strip that would do"}
                                        : Text{"本机柜没有另一路供电的插座条", "no strip of its rack is fed otherwise"})
                    .tone(RowTone::attention)
                    .done());
    }
    table.notes = {{"各移一根电源线即可，不能更少；按空闲插座使能消除的设备最多。不计价，不校核插座条的负荷。",
                    "One cord each, which nothing does with less; as many devices as free sockets allow. Nothing is "
                    "priced, and what strips carry is not reckoned."}};
    return table;
}

TableDocument host_fix_table(const Facts& facts, const Run& run) {
    const Design& design = facts.design();
    TableDocument table;
    table.name = "host-fixes";
    table.sheet = {"主机单点消除表", "Fixes of hosts"};
    table.title = {"业务主机单点的最省消除办法", "Cheapest fixes of single points of services' hosts"};
    table.columns = {
        text_column("service", {"业务", "Service"}),
        text_column("points", {"单点", "Single points"}, 40),
        text_column("host", {"主机", "Host"}),
        text_column("device", {"增接交换机", "Further switch"}),
        length_column("length", {"长度", "Length"}, TotalKind::sum),
        {.key = "price", .title = {"跳线价", "Price of cord"}, .type = CellType::money, .total = TotalKind::sum},
        text_column("remark", {"说明", "Remark"}, 20)};
    table.frozen_columns = 1;
    TableGroup& group = table.groups.emplace_back();
    for (const HostFix& fix : host_fixes(facts, run)) {
        const auto begun = [&] {
            RowBuilder row(fix.service);
            row.text(name_of(design, fix.service)).text(names_of(facts, fix.points));
            return row;
        };
        for (const HostLink& link : fix.links)
            group.rows.push_back(begun()
                                     .text(name_of(design, link.host))
                                     .text(name_of(design, link.device))
                                     .number(link.length.value)
                                     .number(link.price.value)
                                     .text(remark_of(facts, fix))
                                     .done());
        if (fix.links.empty())
            group.rows.push_back(
                begun().empty().empty().empty().empty().text(remark_of(facts, fix)).tone(RowTone::attention).done());
    }
    table.notes = {
        {"在主机与同一房间内交换机的空闲端口之间增设链路的最省选择；长度与价取该主机现有跳线，不含板卡、端口与光模块。",
         "The cheapest choice of further links between free ports of a host and of switches in its room; length and "
         "price are those of the cords that it has, without cards, ports and transceivers."}};
    return table;
}

} // namespace riser
