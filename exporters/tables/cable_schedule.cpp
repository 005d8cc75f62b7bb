// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/columns.h"
#include "exporters/tables/schedules.h"
#include "model/fields/field.h"
#include "solvers/analysis/cable_ends.h"
#include "solvers/analysis/cable_lengths.h"
#include "solvers/analysis/jack_links.h"

#include <algorithm>

namespace riser {

namespace {

// What an end is on and where: "3F-E1-P02:17", "3F-A-024-1 (3F 302 Office)".
Text end_of(const Design& design, const CableEnding* ending) {
    if (!ending || ending->on.value == 0)
        return {"未端接", "not terminated"};
    Text name = name_of(design, ending->on);
    if (ending->on.kind == Kind::panels || ending->on.kind == Kind::equipment || ending->on.kind == Kind::cards)
        for (std::string Text::*language : {&Text::zh, &Text::en})
            if (!(name.*language).empty())
                name.*language += ":" + std::to_string(ending->position);
    return name;
}

Text place_name(const Design& design, const CableEnding* ending) {
    return ending && ending->on.value != 0 ? describe(design, place_of(design, ending->on)) : Text();
}

// Before there are panels, a horizontal cable starts in the space that serves its jack.
std::optional<SpaceId> serving_space(const Facts& facts, const CableEnding* a, const CableEnding* b) {
    if (a || !b || b->on.kind != Kind::jacks)
        return std::nullopt;
    const JackLink* link = facts.get<JackLinks>().jacks.find(JackId{b->on.value});
    return link && link->space ? std::optional(link->space) : std::nullopt;
}

Text room_of(const Design& design, SpaceId space) {
    RowPlace place = place_of(design, space);
    place.space.reset(); // said beside it
    return describe(design, place);
}

// Labels of the runs passed, in order; unlabelled ones are counted.
Text route_of(const Design& design, const Cable& cable) {
    std::string labels;
    std::int64_t unlabelled = 0;
    for (const RouteStep& step : cable.route) {
        const PathwayRun* run = design.find(step.run);
        if (!run || run->label.empty())
            ++unlabelled;
        else
            labels += (labels.empty() ? "" : " → ") + run->label;
    }
    if (unlabelled == 0)
        return same_text(labels);
    const std::string count = std::to_string(unlabelled);
    const std::string gap = labels.empty() ? "" : " + ";
    return {labels + gap + count + " 段无编号", labels + gap + count + " unlabelled"};
}

} // namespace

TableDocument cable_schedule(const Facts& facts) {
    const Design& design = facts.design();
    const CableLengths& lengths = facts.get<CableLengths>();
    const CableEnds& ends = facts.get<CableEnds>();
    TableDocument table;
    table.name = "cable-schedule";
    table.sheet = {"线缆表", "Cables"};
    table.title = {"线缆表", "Cable schedule"};
    table.columns = {text_column("label", {"线缆编号", "Cable"}),
                     text_column("type", {"型号", "Type"}),
                     centred_column("role", {"用途", "Role"}),
                     text_column("plane", {"网络", "Network"}),
                     text_column("from", {"起点", "From"}),
                     text_column("from-place", {"起点位置", "From, place"}),
                     text_column("to", {"终点", "To"}),
                     text_column("to-place", {"终点位置", "To, place"}),
                     length_column("tray", {"桥架", "Tray"}, TotalKind::sum),
                     length_column("riser", {"竖向", "Riser"}, TotalKind::sum),
                     length_column("drop", {"支线", "Drop"}, TotalKind::sum),
                     length_column("slack", {"预留", "Slack"}, TotalKind::sum),
                     length_column("total", {"总长", "Total"}, TotalKind::sum),
                     text_column("route", {"路由", "Route"}, 36),
                     centred_column("status", {"状态", "Status"})};
    table.frozen_columns = 1;
    table.paper = TablePaper::a3_landscape;

    std::vector<const Cable*> cables;
    for (const Cable& cable : design.cables)
        if (cable.status != Status::remove)
            cables.push_back(&cable);
    std::sort(cables.begin(), cables.end(), [](const Cable* a, const Cable* b) {
        if (a->role != b->role)
            return a->role < b->role;
        return a->label != b->label ? natural_less(a->label, b->label) : a->id < b->id;
    });
    TableGroup& group = table.groups.emplace_back();
    for (const Cable* cable : cables) {
        const CableEnding* a = ends.first(cable->id, CableEnd::a);
        const CableEnding* b = ends.first(cable->id, CableEnd::b);
        const std::optional<SpaceId> from = serving_space(facts, a, b);
        const Text space = from ? name_of(design, *from) : Text();
        RowBuilder row(cable->id);
        row.text(cable->label)
            .text(design.find(cable->type) ? name_of(design, cable->type) : Text())
            .text(label_of(cable->role))
            .text(plane_name(design, cable->plane))
            .text(from ? Text{space.in(Language::zh) + "（未端接）", space.in(Language::en) + " (not terminated)"}
                       : end_of(design, a))
            .text(from ? room_of(design, *from) : place_name(design, a))
            .text(end_of(design, b))
            .text(place_name(design, b));
        if (const CableLength* length = lengths.of(cable->id))
            row.number(length->tray.value)
                .number(length->riser.value)
                .number(length->drop.value)
                .number(length->slack.value)
                .formula("SUM({tray}:{slack})", length->total().value);
        else
            row.empty().empty().empty().empty().text(Text{"无路由", "no route"}).tone(RowTone::attention);
        row.text(route_of(design, *cable)).text(label_of(cable->status));
        group.rows.push_back(row.done());
    }
    table.notes = {{"总长 = 桥架 + 竖向 + 支线 + 预留；起点为配线侧，终点为插座侧。",
                    "Total = tray + riser + drop + slack; from the distributor, to the outlet."}};
    return table;
}

} // namespace riser
