// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/failure_names.h"
#include "exporters/tables/failure_tables.h"
#include "exporters/tables/names.h"
#include "solvers/failure/single_failures.h"

#include <algorithm>

namespace riser {

namespace {

Text joined(std::vector<Text> names) {
    Text out;
    for (const Text& name : names) {
        out.zh += (out.zh.empty() ? "" : "、") + name.zh;
        out.en += (out.en.empty() ? "" : ", ") + name.en;
    }
    return out;
}

Text bodies_of(const Design& design, const FailureEffect& effect) {
    std::vector<Text> out;
    for (const BodyId id : effect.bodies)
        out.push_back(name_of(design, id));
    return joined(std::move(out));
}

Text targets_of(const Design& design, const ReachNetwork& network, const FailureEffect& effect) {
    std::vector<Text> out;
    for (const std::uint32_t target : effect.lost)
        out.push_back(name_of(design, network.targets[target]));
    return joined(std::move(out));
}

std::vector<TableColumn> columns() {
    return {{.key = "kind", .title = {"类别", "Kind"}},
            {.key = "element", .title = {"故障元素", "What fails"}},
            {.key = "place", .title = {"位置", "Place"}},
            {.key = "dark", .title = {"中断点位", "Points dark"}, .type = CellType::whole},
            {.key = "impaired", .title = {"受损点位", "Points impaired"}, .type = CellType::whole},
            {.key = "rooms", .title = {"房间", "Rooms"}, .type = CellType::whole},
            {.key = "people", .title = {"人员", "People"}, .type = CellType::whole},
            {.key = "services", .title = {"全部中断的业务", "Services lost to all"}},
            {.key = "bodies", .title = {"机构", "Bodies"}}};
}

// Whether any room says how many people are in it, or the brief how many there are.
bool seats_known(const Design& design) {
    return design.head_counts.size() > 0 ||
           std::any_of(design.rooms.begin(), design.rooms.end(), [](const Room& row) { return row.occupants > 0; });
}

TableRow row_of(const Facts& facts, const FailureElement& element, const FailureEffect& effect, bool seats) {
    const Design& design = facts.design();
    RowBuilder out(element.row);
    out.text(label_of(element.kind))
        .text(name_of(facts, element))
        .text(describe(design, place_of(design, element.row)))
        .number(effect.dark)
        .number(effect.impaired)
        .number(effect.rooms);
    if (seats)
        out.number(effect.people);
    else
        out.empty();
    return out.text(targets_of(design, facts.get<ReachNetwork>(), effect))
        .text(bodies_of(design, effect))
        .tone(effect.lost.empty() ? RowTone::plain : RowTone::attention)
        .done();
}

// The first of a class, and how many stand beside it.
Text class_name_of(const Facts& facts, const std::vector<ElementIndex>& elements) {
    const FailureElement& first = facts.get<FailureModel>()[elements.front()];
    const Text kind = label_of(first.kind), name = name_of(facts, first);
    Text out{kind.zh + " " + name.zh, kind.en + " " + name.en};
    if (elements.size() > 1) {
        const std::string more = std::to_string(elements.size() - 1);
        out = {out.zh + " 等 " + more + " 个同效元素", out.en + " and " + more + " to the same effect"};
    }
    return out;
}

} // namespace

TableDocument failure_pairs_table(const Facts& facts, const FailurePairs& pairs) {
    TableDocument out;
    out.name = "failure-pairs";
    out.sheet = {"双重故障", "Pairs"};
    out.title = {"双重故障表", "Failing pairs"};
    out.columns = {{.key = "first", .title = {"故障一", "First"}},
                   {.key = "second", .title = {"故障二", "Second"}},
                   {.key = "dark", .title = {"另中断点位", "More points dark"}, .type = CellType::whole},
                   {.key = "impaired", .title = {"另受损点位", "More points impaired"}, .type = CellType::whole},
                   {.key = "pairs", .title = {"元素对数", "Pairs of elements"}, .type = CellType::whole}};
    std::vector<FailurePair> ranked = pairs.pairs;
    std::stable_sort(ranked.begin(), ranked.end(), [](const FailurePair& x, const FailurePair& y) {
        return std::pair(x.dark, x.impaired) > std::pair(y.dark, y.impaired);
    });
    out.groups.emplace_back();
    for (const FailurePair& pair : ranked) {
        const auto &a = pairs.classes[pair.a], &b = pairs.classes[pair.b];
        out.groups.back().rows.push_back(RowBuilder(facts.get<FailureModel>()[a.front()].row)
                                             .text(class_name_of(facts, a))
                                             .text(class_name_of(facts, b))
                                             .number(pair.dark)
                                             .number(pair.impaired)
                                             .number(static_cast<std::int64_t>(a.size() * b.size()))
                                             .done());
    }
    out.notes = {
        {"点位：两者同时故障时失去的比分别故障之和更多的点位；点位自身的跳线、线缆、端口不计。",
         "Points of groups that lose more than to both apart; points' own cords, cables and ports are left out."}};
    if (pairs.outcome == Outcome::stopped)
        out.notes.push_back({"已停止，尚有未推演的组合。", "Stopped: some pairs were not looked at."});
    return out;
}

TableDocument failures_table(const Facts& facts) {
    const FailureModel& model = facts.get<FailureModel>();
    const SingleFailures& failures = facts.get<SingleFailures>();
    TableDocument out;
    out.name = "failures";
    out.sheet = {"单点故障", "Failures"};
    out.title = {"单点故障表", "Single failures"};
    out.columns = columns();
    out.frozen_columns = 2;
    out.paper = TablePaper::a3_landscape;
    out.groups.emplace_back();
    const bool seats = seats_known(facts.design());
    std::size_t alone = 0;
    for (const ElementIndex element : failures.ranked)
        if (const FailureEffect& effect = *failures.effect(element);
            effect.dark + effect.impaired <= 1 && effect.lost.empty())
            ++alone; // a point's own cord, cable, port
        else
            out.groups.back().rows.push_back(row_of(facts, model[element], effect, seats));
    const std::string count = std::to_string(alone);
    out.notes = {
        {"点位中断：原先能到达的核心、互联网和业务全部不可达；受损：部分不可达。人员为全部点位中断的房间的人数；未填人"
         "数的房间按所属机构编制余数分摊到点位，每点至多一人。",
         "A point is dark when it comes to none of what it came to before (core, Internet, services), impaired "
         "when it comes to less. People are those of rooms all of whose points are dark; rooms that state none share "
         "what is left of the head count of their body by points, at most one a point."}};
    if (!seats)
        out.notes.push_back(
            {"各房间未填写人数，人员一栏为空。", "No room says how many people are in it: none are counted."});
    if (alone > 0)
        out.notes.push_back(
            {"另有 " + count + " 个元素各只影响一个点位（其跳线、线缆、端口），未列出。",
             count + " more elements take one point each (its cords, cable, port) and are not listed."});
    return out;
}

} // namespace riser
