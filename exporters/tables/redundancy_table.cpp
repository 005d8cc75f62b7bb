// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/redundancy_table.h"

#include "exporters/tables/columns.h"
#include "exporters/tables/failure_names.h"
#include "model/logical.h"
#include "solvers/analysis/backbone_diversity.h"
#include "solvers/failure/redundancy.h"

#include <algorithm>
#include <map>

namespace riser {

namespace {

using Diversities = std::map<std::pair<std::optional<PlaneId>, SpaceId>, Diversity>;

constexpr std::size_t most_named = 4;

void add(Text& list, const Text& item) {
    list.zh += (list.zh.empty() ? "" : "；") + item.zh;
    list.en += (list.en.empty() ? "" : "; ") + item.en;
}

Text names(const Facts& facts, std::span<const FailureElement> elements) {
    Text out;
    for (std::size_t i = 0; i < elements.size() && i < most_named; ++i)
        add(out, name_of(facts, elements[i]));
    if (elements.size() > most_named) {
        const std::string more = std::to_string(elements.size() - most_named);
        add(out, {"另 " + more + " 项", more + " more"});
    }
    return out;
}

Text title_of(WaysOf of) {
    switch (of) {
    case WaysOf::access:
        return {"接入交换机至核心", "Access switches to the core"};
    case WaysOf::service:
        return {"核心至业务主机", "Core to the hosts of services"};
    case WaysOf::exit:
        return {"核心至出口", "Core to the exits"};
    }
    return {};
}

TableRow table_row(const Facts& facts, const WaysApart& row, const Diversities& diversities) {
    const Design& design = facts.design();
    RowBuilder out(row.subject);
    out.text(name_of(design, row.subject)).text(plane_name(design, row.plane));
    row.space ? out.text(name_of(design, *row.space)) : out.empty();
    out.text(label_of(row.asked));
    if (!row.joined)
        return out.empty()
            .empty()
            .empty()
            .empty()
            .empty()
            .empty()
            .text(Text{"没有连通", "not joined"})
            .tone(row.asked > RedundancyClass::n ? RowTone::attention : RowTone::muted)
            .done();
    out.number(row.cables).number(row.devices).number(row.apart);
    const auto diversity = row.space ? diversities.find({row.plane, *row.space}) : diversities.end();
    diversity != diversities.end() ? out.text(label_of(diversity->second)) : out.empty();
    std::vector<FailureElement> weak;
    std::ranges::copy_if(row.single, std::back_inserter(weak),
                         [&](const FailureElement& element) { return counts_for(row.asked, element.kind); });
    out.text(names(facts, row.cut)).text(names(facts, weak));
    Text remark;
    if (!weak.empty())
        add(remark, {"未达等级", "short of the class"});
    if (row.apart < row.apart_bound)
        add(remark, {"互不相关的路由至多 " + std::to_string(row.apart_bound) + " 条，未能证明",
                     "at most " + std::to_string(row.apart_bound) + " ways apart, not proved"});
    if (row.cut_bound < row.cut.size())
        add(remark, {"最小割至少 " + std::to_string(row.cut_bound) + " 项，未能证明",
                     "at least " + std::to_string(row.cut_bound) + " must fail, not proved"});
    return out.text(remark).tone(weak.empty() ? RowTone::plain : RowTone::attention).done();
}

} // namespace

TableDocument redundancy_table(const Facts& facts) {
    const Design& design = facts.design();
    TableDocument table;
    table.name = "redundancy";
    table.sheet = {"冗余与多路由表", "Redundancy"};
    table.title = {"冗余与多路由表", "Redundancy and ways apart"};
    table.columns = {text_column("what", {"对象", "What"}),
                     text_column("plane", {"网络", "Network"}),
                     text_column("space", {"电信间", "Telecom room"}),
                     centred_column("asked", {"要求等级", "Class asked"}),
                     count_column("cables", {"不共缆线路由", "Ways sharing no cable"}, TotalKind::none),
                     count_column("devices", {"不共设备路由", "Ways sharing no device"}, TotalKind::none),
                     count_column("apart", {"互不相关路由", "Ways sharing nothing"}, TotalKind::none),
                     centred_column("diversity", {"上行干线分离", "Uplinks apart by"}),
                     text_column("cut", {"最小割", "Fewest that part them"}, 30),
                     text_column("single", {"不符合等级的单点", "Single points that count"}, 40),
                     text_column("remark", {"说明", "Remark"}, 20)};
    table.frozen_columns = 1;
    table.paper = TablePaper::a3_landscape;
    Diversities diversities;
    for (const RoomUplinks& room : facts.get<BackboneDiversity>().rooms)
        diversities[{room.plane, room.space}] = room.parts.diversity;
    std::vector<WaysApart> rows = facts.get<Redundancy>().rows;
    std::ranges::stable_sort(rows, [&](const WaysApart& a, const WaysApart& b) {
        return a.of != b.of ? a.of < b.of : natural_less(name_of(design, a.subject).en, name_of(design, b.subject).en);
    });
    for (const WaysOf of : {WaysOf::access, WaysOf::service, WaysOf::exit}) {
        TableGroup group{.title = title_of(of), .rows = {}};
        for (const WaysApart& row : rows)
            if (row.of == of)
                group.rows.push_back(table_row(facts, row, diversities));
        if (!group.rows.empty())
            table.groups.push_back(std::move(group));
    }
    table.notes = {
        {"互不相关：不共缆线、设备、板卡、供电、桥架、竖井、机柜、房间与防火分区。两端必经者不计：接入交换机自身所依赖"
         "的，"
         "进入电信间的桥架，以及（未要求 2N 时）核心各设备共处的房间与防火分区。N+1 计设备、缆线、供电与桥架竖井，"
         "分路由另计进线间，2N 计全部。堆叠按一台计。",
         "Sharing nothing: no cable, device, card, feed, tray, shaft, rack, room or fire compartment. What nobody who "
         "ends there can avoid is left out: what the access switch itself hangs on, the trays into its room and, "
         "unless "
         "2N is asked, the room and compartment that all devices of the core are in. N+1 counts devices, cables, "
         "feeds, "
         "trays and shafts, a diverse route entrances too, 2N everything. A stack is one device."}};
    return table;
}

} // namespace riser
