// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/columns.h"
#include "exporters/tables/schedules.h"
#include "model/fields/field.h"
#include "solvers/analysis/jack_links.h"

#include <algorithm>

namespace riser {

namespace {

struct Ordered {
    const Outlet* outlet = nullptr;
    std::int32_t floor = 0;
    std::string_view room;
};

std::vector<Ordered> outlets_in_order(const Design& design) {
    const auto ranks = floor_ranks(design);
    std::vector<Ordered> out;
    for (const Outlet& outlet : design.outlets) {
        if (outlet.status == Status::remove)
            continue;
        const auto rank = ranks.find(outlet.floor);
        const Room* room = design.find(outlet.room);
        out.push_back({&outlet, rank == ranks.end() ? -1 : rank->second, room ? std::string_view(room->number) : ""});
    }
    std::sort(out.begin(), out.end(), [](const Ordered& a, const Ordered& b) {
        if (a.floor != b.floor)
            return a.floor < b.floor;
        if (a.room != b.room)
            return natural_less(a.room, b.room);
        if (a.outlet->label != b.outlet->label)
            return natural_less(a.outlet->label, b.outlet->label);
        return a.outlet->id < b.outlet->id;
    });
    return out;
}

class ScheduleRows {
  public:
    explicit ScheduleRows(const Facts& facts) : design_(facts.design()), links_(facts.get<JackLinks>()) {}

    TableRow row(const Outlet& outlet, const Jack* jack) const {
        const Room* room = design_.find(outlet.room);
        const Body* body = body_of(design_, outlet.room);
        RowBuilder row(jack ? AnyId(jack->id) : AnyId(outlet.id));
        row.text(floor_name(design_, outlet.floor))
            .text(room ? room->number : std::string())
            .text(room ? room->name : Text())
            .text(body_name(body))
            .text(outlet.label)
            .text(label_of(outlet.mounting))
            .number(outlet.height.value);
        if (body)
            row.accent(body->colour);
        if (!jack)
            return row.empty()
                .empty()
                .empty()
                .empty()
                .empty()
                .text(Text{"未配模块", "no jack"})
                .empty()
                .number(0)
                .tone(RowTone::attention)
                .done();
        const JackLink* link = links_.jacks.find(jack->id);
        const bool wired = link && !link->cables.empty();
        row.text(jack->label.empty() ? name_of(design_, jack->id) : same_text(jack->label))
            .text(kind_code(design_, jack->kind))
            .text(design_.find(jack->kind) ? name_of(design_, jack->kind) : Text())
            .text(plane_name(design_, jack->plane))
            .text(category_name(jack->category, jack->screen))
            .text(link && link->space ? name_of(design_, link->space) : Text())
            .text(wired ? name_of(design_, link->cables.front()) : Text{"未接入", "not wired"})
            .number(1);
        if (!wired)
            row.tone(RowTone::attention);
        return row.done();
    }

  private:
    const Design& design_;
    const JackLinks& links_;
};

} // namespace

TableDocument outlet_schedule(const Facts& facts) {
    const Design& design = facts.design();
    TableDocument table;
    table.name = "outlet-schedule";
    table.sheet = {"点位表", "Outlets"};
    table.title = {"信息点位表", "Outlet schedule"};
    table.columns = {floor_column(),
                     centred_column("room", {"房间号", "Room"}),
                     text_column("room-name", {"房间名称", "Room name"}),
                     body_column(),
                     text_column("outlet", {"插座编号", "Outlet"}),
                     centred_column("mounting", {"安装方式", "Mounting"}),
                     length_column("height", {"安装高度", "Height"}),
                     text_column("point", {"点位编号", "Point"}),
                     centred_column("kind", {"类型", "Kind"}),
                     text_column("kind-name", {"点位名称", "Kind of point"}),
                     text_column("plane", {"网络", "Network"}),
                     text_column("category", {"模块规格", "Module"}),
                     text_column("served-from", {"接入电信间", "Served from"}),
                     text_column("cable", {"线缆编号", "Cable"}),
                     count_column("count", {"点数", "Points"})};
    table.frozen_columns = 1;
    table.accent_column = "body";
    table.paper = TablePaper::a3_landscape;
    const auto jacks = jacks_by_outlet(design);
    const ScheduleRows rows(facts);
    TableGroup& group = table.groups.emplace_back();
    for (const Ordered& entry : outlets_in_order(design)) {
        const auto found = jacks.find(entry.outlet->id);
        if (found == jacks.end())
            group.rows.push_back(rows.row(*entry.outlet, nullptr));
        else
            for (const Jack* jack : found->second)
                group.rows.push_back(rows.row(*entry.outlet, jack));
    }
    table.notes = {{"一个点位即一个模块（插座面板上的一个端口）。", "A point is one jack: one port of a faceplate."}};
    return table;
}

} // namespace riser
