// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/uplink_fix_table.h"

#include "exporters/tables/columns.h"
#include "exporters/tables/failure_names.h"
#include "solvers/failure/uplink_fixes.h"

namespace riser {

namespace {

Text step_text(const Design& design, const UplinkStep& step) {
    const Text cable = name_of(design, step.cable), core = name_of(design, step.core),
               stays = name_of(design, step.stays);
    if (step.of == UplinkStep::Of::move)
        return {"干线 " + cable.zh + " 自 " + core.zh + " 改走他路，与 " + stays.zh + " 分开",
                "lay " + cable.en + " from " + core.en + " another way, apart from " + stays.en};
    return {"自 " + core.zh + " 增设一路干线，与 " + stays.zh + " 分开",
            "lay a further uplink from " + core.en + ", apart from " + stays.en};
}

Text remark_of(const Facts& facts, const RoomFix& room) {
    if (!room.left.empty()) {
        const Text left = names_of(facts, room.left);
        return {"现有桥架下无法消除：" + left.zh, "the pathways there are leave: " + left.en};
    }
    if (room.outcome != Outcome::complete)
        return {"未能证明最省", "not proved to be the cheapest"};
    return room.priced ? Text() : Text{"缆线无单价", "the cable has no price"};
}

} // namespace

TableDocument uplink_fix_table(const Facts& facts, const Run& run) {
    const Design& design = facts.design();
    TableDocument table;
    table.name = "uplink-fixes";
    table.sheet = {"单点消除表", "Fixes of uplinks"};
    table.title = {"上行干线单点的最省消除办法", "Cheapest fixes of single points in uplinks"};
    table.columns = {
        text_column("space", {"电信间", "Telecom room"}),
        text_column("plane", {"网络", "Network"}),
        text_column("points", {"单点", "Single points"}, 40),
        text_column("step", {"改法", "Step"}, 40),
        length_column("length", {"长度", "Length"}, TotalKind::sum),
        {.key = "price", .title = {"缆线价", "Price of cable"}, .type = CellType::money, .total = TotalKind::sum},
        text_column("remark", {"说明", "Remark"}, 20)};
    table.frozen_columns = 1;
    table.paper = TablePaper::a3_landscape;
    TableGroup& group = table.groups.emplace_back();
    for (const RoomFix& room : uplink_fixes(facts, run)) {
        const auto begun = [&] {
            RowBuilder row(room.space);
            row.text(name_of(design, room.space))
                .text(plane_name(design, room.plane))
                .text(names_of(facts, room.points));
            return row;
        };
        for (const UplinkStep& step : room.steps)
            group.rows.push_back(begun()
                                     .text(step_text(design, step))
                                     .number(step.length.value)
                                     .number(step.price.value)
                                     .text(remark_of(facts, room))
                                     .done());
        if (room.steps.empty())
            group.rows.push_back(
                begun().empty().empty().empty().text(remark_of(facts, room)).tone(RowTone::attention).done());
    }
    table.notes = {
        {"每个电信间在现有桥架内改走或增设干线的最省选择；价为缆线综合单价乘以路由长度，不含端口、光模块与熔接。",
         "Of each telecom room the cheapest choice of uplinks moved or added in the pathways there are; "
         "prices are the cable's by the metre of its way, without ports, transceivers and splices."}};
    return table;
}

} // namespace riser
