// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/reach_table.h"

#include "exporters/tables/columns.h"

namespace riser {

namespace {

// "Z1 Offices": what a column is headed by.
Text heading_of(const Design& design, AnyId column) {
    if (const Service* service = column.kind == Kind::services ? design.find(ServiceId{column.value}) : nullptr)
        return service->name.empty() ? same_text(service->code) : service->name;
    const Zone* zone = design.find(ZoneId{column.value});
    return zone ? same_text(zone->code.empty() ? zone->name.in(Language::zh) : zone->code) : Text();
}

Text names_of(const Design& design, const std::vector<BodyId>& bodies) {
    Text out;
    for (const BodyId id : bodies)
        if (const Body* body = design.find(id)) {
            out.zh += (out.zh.empty() ? "" : "、") + body->name.in(Language::zh);
            out.en += (out.en.empty() ? "" : ", ") + body->name.in(Language::en);
        }
    return out;
}

bool is_wrong(const ReachCell& cell) {
    return cell.state == ReachVerdict::missing || cell.state == ReachVerdict::forbidden;
}

TableRow row_of(const ReachSide& side, const std::vector<ReachCell>& cells, const Design& design) {
    RowBuilder out(side.zone);
    const Zone* zone = design.find(side.zone);
    out.text(zone ? Text{zone->code + " " + zone->name.in(Language::zh), zone->code + " " + zone->name.in(Language::en)}
                  : Text())
        .text(names_of(design, side.bodies))
        .number(static_cast<std::int64_t>(side.vlans.size()));
    bool wrong = false;
    for (const ReachCell& cell : cells) {
        wrong = wrong || is_wrong(cell);
        if (cell.state == ReachVerdict::nothing_to_ask)
            out.empty();
        else
            out.text(words_of(cell));
    }
    if (wrong)
        out.tone(RowTone::attention);
    const Body* body = side.bodies.size() == 1 ? design.find(side.bodies.front()) : nullptr;
    if (body)
        out.accent(body->colour);
    return out.done();
}

} // namespace

Text words_of(const ReachCell& cell) {
    const auto of = [](std::int32_t part, std::int32_t all) {
        return part == all ? std::to_string(all) : std::to_string(part) + "/" + std::to_string(all);
    };
    const std::string through = of(cell.reached, cell.pairs);
    switch (cell.state) {
    case ReachVerdict::nothing_to_ask:
        return {};
    case ReachVerdict::apart:
        return {"隔离", "apart"};
    case ReachVerdict::reached:
        return {"通 " + through, "yes " + through};
    case ReachVerdict::missing:
        return {"应通未通 " + of(cell.whole, cell.pairs), "LACKING " + of(cell.whole, cell.pairs)};
    case ReachVerdict::forbidden:
        return {"违规可达 " + through, "FORBIDDEN " + through};
    }
    return {};
}

TableDocument reach_table(const ReachMatrix& matrix, const Design& shown) {
    TableDocument table;
    table.name = "reach-matrix";
    table.sheet = {"互通矩阵", "Reach"};
    table.title = {"互通矩阵：谁能访问谁", "Who reaches whom"};
    table.columns = {text_column("from", {"自", "From"}), body_column(),
                     count_column("vlans", {"VLAN 数", "VLANs"}, TotalKind::none)};
    for (const AnyId column : matrix.columns)
        table.columns.push_back(centred_column("to-" + to_string(column), heading_of(shown, column)));
    table.frozen_columns = 1;
    table.accent_column = "body";
    table.paper = TablePaper::a3_landscape;
    for (std::size_t i = 0; i < matrix.cells.size(); ++i) {
        const ReachSide& side = matrix.rows[i];
        if (i == 0 || side.plane != matrix.rows[i - 1].plane)
            table.groups.push_back({.title = plane_name(shown, side.plane), .rows = {}});
        table.groups.back().rows.push_back(row_of(side, matrix.cells[i], shown));
    }
    table.notes = {
        {"每格为 VLAN 对数：有报文到达的／全部。对服务按普通主机询问，含应答；对安全域按任意发送方式询问。",
         "A cell counts pairs of VLANs: those of which something comes through, of all. Services are asked as hosts "
         "do, "
         "answers included; zones with whatever may be sent."},
        {"空格：无可询问（无接入端口、无地址、无主机）。涉密网络不在此表。",
         "Empty: nothing to ask (no live port, no address, no host). Secret networks are not in this table."}};
    if (matrix.outcome == Outcome::limit_reached)
        table.notes.push_back({"报文集合过大，未得结论。", "Sets of packets grew past all bounds: nothing is known."});
    return table;
}

} // namespace riser
