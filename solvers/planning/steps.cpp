// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/planning/steps.h"

#include "model/fields/table_access.h"

#include <algorithm>
#include <cstdio>

namespace riser {

namespace {

using Unit = StepTotal::Unit;

// Applies the plan and makes its report; `totals` names the figures of this kind of plan, `objectives` what it keeps
// small.
template<class Plan, class Totals>
Result<StepReport> applied(Edit& edit, Result<Plan> plan, Totals totals,
                           std::vector<StepObjective> (*objectives)(const Plan&) = nullptr) {
    if (!plan)
        return plan.error();
    StepReport report;
    const ChangeSet changes = plan->change.changes();
    for (std::size_t i = 0; i < changes.tables.size(); ++i) {
        const TableChanges& table = changes.tables[i];
        if (table.empty())
            continue;
        report.added += table.added.size();
        report.changed += table.changed.size();
        report.removed += table.removed.size();
        report.by_kind.push_back({.kind = static_cast<Kind>(i),
                                  .added = table.added.size(),
                                  .changed = table.changed.size(),
                                  .removed = table.removed.size()});
    }
    if (Result<void> done = apply(edit, plan->change); !done)
        return done.error();
    report.outcome = plan->outcome;
    report.totals = totals(*plan);
    if (objectives && plan->outcome == Outcome::complete)
        report.objectives = objectives(*plan);
    report.reasons = std::move(plan->reasons);
    return report;
}

Result<StepReport> outlets(Edit& edit, const PlanningOptions& options, const Run& run) {
    OutletOptions asked = options.outlets;
    if (options.access_points.basis == AccessPointBasis::coverage)
        asked.wireless = WirelessLines::left_to_coverage;
    return applied(edit, plan_outlets(edit.design(), asked, run), [](const OutletPlan& plan) {
        return std::vector<StepTotal>{{{"信息插座", "outlets"}, plan.outlets, Unit::count},
                                      {{"信息点", "jacks"}, plan.jacks, Unit::count},
                                      {{"有信息点的房间", "rooms with outlets"}, plan.rooms, Unit::count}};
    });
}

Result<StepReport> wireless(Edit& edit, const PlanningOptions& options, const Run& run) {
    return applied(
        edit, plan_access_points(edit.design(), options.access_points, run),
        [](const AccessPointPlan& plan) {
            return std::vector<StepTotal>{
                {{"无线网络", "wireless networks"}, plan.networks, Unit::count},
                {{"增设的无线接入点", "access points added"}, plan.planned, Unit::count},
                {{"已有的无线接入点", "access points there already"}, plan.standing, Unit::count},
                {{"检查处所", "spots looked at"}, plan.spots, Unit::count},
                {{"信号不足的处所", "spots below their level"}, plan.below, Unit::count},
                {{"同时在线终端", "devices active at once"}, (plan.devices + 500) / 1'000, Unit::count},
                {{"无法接入的终端", "devices turned away"}, (plan.turned_away + 999) / 1'000, Unit::count}};
        },
        +[](const AccessPointPlan& plan) {
            if (plan.networks == 0)
                return std::vector<StepObjective>{};
            return std::vector<StepObjective>{
                {{"增设的无线接入点", "access points added"},
                 plan.planned,
                 plan.bound,
                 Unit::count,
                 {"在所考察的吊顶位置中，穿墙后各处信号达标并承载全部终端，已有接入点计入",
                  "of the ceiling places looked at, that reach every spot through the walls and carry every device, "
                  "beside the access points there already"}}};
        });
}

Result<StepReport> spaces(Edit& edit, const PlanningOptions& options, const Run& run) {
    SpaceOptions asked = options.spaces;
    asked.pathways = options.pathways; // lengths are measured over what that step will lay
    return applied(
        edit, plan_spaces(edit.design(), asked, run),
        [](const SpacePlan& plan) {
            return std::vector<StepTotal>{
                {{"弱电用房", "telecom spaces"}, plan.spaces, Unit::count},
                {{"不需启用的电信间", "telecom rooms not needed"}, plan.not_needed, Unit::count},
                {{"由他层服务的楼层", "floors served from another"}, plan.floors_from_elsewhere, Unit::count}};
        },
        +[](const SpacePlan& plan) {
            if (!plan.distributors)
                return std::vector<StepObjective>{};
            return std::vector<StepObjective>{
                {{"电信间数量", "telecom rooms"},
                 plan.distributors->value,
                 plan.distributors->bound,
                 Unit::count,
                 {"在长度和每间点数之内服务全部信息点，一间能服务的楼层不拆分",
                  "that serve every point within reach and capacity, a floor whole where one room can"}},
                {{"由其引出的缆线", "cable from them"},
                 plan.cable.value,
                 plan.cable.bound,
                 Unit::millimetres,
                 {"以同样数量的电信间，沿将要敷设的线路估算", "for so many rooms, over the pathways to be laid"}}};
        });
}

Result<StepReport> pathways(Edit& edit, const PlanningOptions& options, const Run& run) {
    return applied(
        edit, plan_pathways(edit.design(), options.pathways, run),
        [](const PathwayPlan& plan) {
            return std::vector<StepTotal>{{{"线路段", "pathway runs"}, plan.runs, Unit::count},
                                          {{"桥架", "trays"}, plan.tray_mm, Unit::millimetres},
                                          {{"支路", "branches"}, plan.branch_mm, Unit::millimetres},
                                          {{"竖井", "risers"}, plan.riser_mm, Unit::millimetres}};
        },
        +[](const PathwayPlan& plan) {
            if (plan.priced_mm == 0) // every corridor has its tray, or people drew them all
                return std::vector<StepObjective>{};
            return std::vector<StepObjective>{
                {{"桥架与其中缆线（折合最小桥架长度）", "trays and the cables in them, as metres of the smallest tray"},
                 plan.priced_mm,
                 plan.bound_mm,
                 Unit::millimetres,
                 {"桥架、弯通、穿墙按施泰纳树的下界，各信息点缆线按全部走廊桥架中的最短路，二者之和",
                  "the least tree of trays, fittings and penetrations plus each point's shortest way over all "
                  "corridors"}}};
        });
}

Result<StepReport> cables(Edit& edit, const PlanningOptions& options, const Run& run) {
    return applied(
        edit, plan_cables(edit.design(), options.cables, run),
        [](const CablePlan& plan) {
            return std::vector<StepTotal>{{{"缆线", "cables"}, plan.cables, Unit::count},
                                          {{"总长", "total length"}, plan.total_mm, Unit::millimetres},
                                          {{"桥架内", "in trays"}, plan.tray_mm, Unit::millimetres},
                                          {{"竖向", "in risers"}, plan.riser_mm, Unit::millimetres},
                                          {{"引下", "in drops"}, plan.drop_mm, Unit::millimetres},
                                          {{"预留", "slack"}, plan.slack_mm, Unit::millimetres},
                                          {{"最长", "longest"}, plan.longest.value, Unit::millimetres},
                                          {{"超过允许长度", "too long"}, plan.too_long, Unit::count},
                                          {{"未布线信息点", "jacks without a cable"}, plan.unrouted, Unit::count},
                                          {{"加宽的线路段", "runs widened"}, plan.widened, Unit::count},
                                          {{"仍超填充率的线路段", "runs still too full"}, plan.overfull, Unit::count}};
        },
        +[](const CablePlan& plan) {
            return std::vector<StepObjective>{
                {{"缆线总长", "length of cable"},
                 plan.total_mm,
                 plan.bound_mm,
                 Unit::millimetres,
                 {"各缆线沿现有线路由就近电信间引来的最短长度之和，不计填充率与人工锁定",
                  "the sum of each cable's shortest way over the pathways as they are from "
                  "the nearest telecom room, whatever the fill and what people pinned"}}};
        });
}

Result<StepReport> backbone(Edit& edit, const PlanningOptions& options, const Run& run) {
    return applied(edit, plan_backbone(edit.design(), options.backbone, run), [](const BackbonePlan& plan) {
        std::vector<StepTotal> totals{{{"干线缆线", "backbone cables"}, plan.cables, Unit::count},
                                      {{"总长", "total length"}, plan.total_mm, Unit::millimetres},
                                      {{"占用芯", "cores lit"}, plan.cores_lit, Unit::count},
                                      {{"备用芯", "cores spare"}, plan.cores_spare, Unit::count},
                                      {{"语音对", "voice pairs lit"}, plan.pairs_lit, Unit::count},
                                      {{"备用语音对", "voice pairs spare"}, plan.pairs_spare, Unit::count}};
        for (const Diversity level : {Diversity::cable, Diversity::tray, Diversity::shaft, Diversity::compartment}) {
            const Text name = label_of(level);
            totals.push_back({{"双路干线·" + name.zh, "pairs of routes apart by " + name.en},
                              plan.pairs_of_routes[static_cast<std::size_t>(level)],
                              Unit::count});
        }
        totals.push_back({{"未达冗余等级的电信间", "uplinks short of their class"}, plan.short_of_class, Unit::count});
        totals.push_back({{"无干线的电信间", "uplinks without a cable"}, plan.unserved, Unit::count});
        totals.push_back({{"加宽的线路段", "runs widened"}, plan.widened, Unit::count});
        totals.push_back({{"仍超填充率的线路段", "runs still too full"}, plan.overfull, Unit::count});
        return totals;
    });
}

Result<StepReport> equipment(Edit& edit, const PlanningOptions& options, const Run& run) {
    return applied(edit, plan_equipment(edit.design(), options.equipment, run), [](const EquipmentPlan& plan) {
        return std::vector<StepTotal>{
            {{"机柜", "racks"}, plan.racks, Unit::count},
            {{"配线架", "panels"}, plan.panels, Unit::count},
            {{"交换机", "switches"}, plan.switches, Unit::count},
            {{"安全设备与业务主机", "security devices and hosts"}, plan.hosts, Unit::count},
            {{"已用接入端口", "access ports used"}, plan.ports_used, Unit::count},
            {{"空闲接入端口", "access ports free"}, plan.ports_free, Unit::count},
            {{"未跳接信息点", "jacks without a port"}, plan.unpatched, Unit::count},
            {{"上联链路", "uplinks"}, plan.links, Unit::count},
            {{"光模块", "transceivers"}, plan.transceivers, Unit::count},
            {{"无可用光模块的光链路", "fibre links that none carries"}, plan.links_failing, Unit::count},
            {{"PoE功率", "PoE power"}, plan.poe.value, Unit::milliwatts},
            {{"空余U位", "free units"}, plan.units_free, Unit::count}};
    });
}

Result<StepReport> power(Edit& edit, const PlanningOptions& options, const Run& run) {
    return applied(edit, plan_power(edit.design(), options.power, run), [](const PowerPlan& plan) {
        return std::vector<StepTotal>{{{"UPS", "UPS"}, plan.ups, Unit::count},
                                      {{"回路", "circuits"}, plan.circuits, Unit::count},
                                      {{"接地排", "earth bars"}, plan.earth_bars, Unit::count},
                                      {{"等电位联结", "bonds"}, plan.bonds, Unit::count},
                                      {{"用电功率", "power"}, plan.load.value, Unit::milliwatts},
                                      {{"散热量", "heat"}, plan.heat.value, Unit::milliwatts}};
    });
}

Result<StepReport> addresses(Edit& edit, const PlanningOptions& options, const Run& run) {
    return applied(
        edit, plan_addresses(edit.design(), options.addresses, run),
        [](const AddressPlan& plan) {
            return std::vector<StepTotal>{
                {{"VLAN", "VLANs"}, plan.vlans, Unit::count},
                {{"网段", "prefixes"}, plan.prefixes, Unit::count},
                {{"网关", "gateways"}, plan.gateways, Unit::count},
                {{"路由", "routes"}, plan.routes, Unit::count},
                {{"终端与设备", "hosts and devices"}, plan.hosts, Unit::count},
                {{"未归安全域的信息点", "points in no zone"}, plan.without_zone, Unit::count},
                {{"未分配网段的VLAN", "VLANs without a prefix"}, plan.without_prefix, Unit::count}};
        },
        +[](const AddressPlan& plan) {
            if (plan.reserved == 0)
                return std::vector<StepObjective>{};
            return std::vector<StepObjective>{{{"网段所含地址", "addresses in the prefixes"},
                                               plan.reserved,
                                               plan.least,
                                               Unit::count,
                                               {"各网段取能容纳其终端、增长与网关的最小者",
                                                "each the smallest prefix for its hosts, growth and gateways"}}};
        });
}

Result<StepReport> zones(Edit& edit, const PlanningOptions& options, const Run& run) {
    return applied(edit, plan_zones(edit.design(), options.zones, run), [](const ZonePlan& plan) {
        return std::vector<StepTotal>{
            {{"区域边界", "boundaries"}, plan.boundaries, Unit::count},
            {{"放行策略", "policies that permit"}, plan.permits, Unit::count},
            {{"禁止策略", "policies that deny"}, plan.denials, Unit::count},
            {{"缺少的控制措施", "controls missing"}, plan.missing, Unit::count},
            {{"过滤规则", "filter rules"}, plan.rules, Unit::count},
            {{"VLAN 过滤", "filters on VLANs"}, plan.filters, Unit::count},
            {{"地址转换", "translations"}, plan.translations, Unit::count},
            {{"发布业务的转换", "translations of published services"}, plan.published, Unit::count}};
    });
}

} // namespace

const std::vector<PlanningStep>& planning_steps() {
    static const std::vector<PlanningStep> steps{
        {.name = "outlets", .title = {"布置信息点", "Place outlets"}, .perform = outlets},
        {.name = "access-points", .title = {"布置无线接入点", "Place access points"}, .perform = wireless},
        {.name = "spaces", .title = {"确定弱电用房", "Name telecom spaces"}, .perform = spaces},
        {.name = "pathways", .title = {"敷设桥架", "Lay pathways"}, .perform = pathways},
        {.name = "cables", .title = {"布放缆线", "Route cables"}, .perform = cables},
        {.name = "backbone", .title = {"布放干线", "Lay the backbone"}, .perform = backbone},
        {.name = "equipment", .title = {"配置机柜与设备", "Equip the rooms"}, .perform = equipment},
        {.name = "power", .title = {"配置供电与接地", "Feed and earth the racks"}, .perform = power},
        {.name = "addresses", .title = {"划分VLAN与地址", "Number VLANs and give addresses"}, .perform = addresses},
        {.name = "zones", .title = {"划定安全域策略", "Guard the zones"}, .perform = zones},
    };
    return steps;
}

const PlanningStep* find_step(std::string_view name) {
    for (const PlanningStep& step : planning_steps())
        if (step.name == name)
            return &step;
    return nullptr;
}

std::string shown(std::int64_t value, StepTotal::Unit unit) {
    if (unit == StepTotal::Unit::count)
        return std::to_string(value);
    return std::to_string((value + 500) / 1000) + (unit == StepTotal::Unit::milliwatts ? " W" : " m");
}

Text sentence_of(std::span<const KindChanges> changes) {
    Text out;
    for (const KindChanges& of : changes) {
        const Label& name = table_access(of.kind).record->label;
        const std::string counts =
            " +" + std::to_string(of.added) + " ~" + std::to_string(of.changed) + " -" + std::to_string(of.removed);
        out.zh += (out.zh.empty() ? "" : "、") + std::string(name.zh) + counts;
        out.en += (out.en.empty() ? "" : ", ") + std::string(name.en) + counts;
    }
    return out;
}

Text sentence_of(const StepObjective& objective) {
    const std::string value = shown(objective.value, objective.unit), bound = shown(objective.bound, objective.unit);
    if (objective.value <= objective.bound)
        return {objective.what.zh + " " + value + "，已证最优：" + objective.why.zh,
                objective.what.en + " " + value + ", proved best: " + objective.why.en};
    const double gap = 100.0 * static_cast<double>(objective.value - objective.bound) /
                       static_cast<double>(std::max<std::int64_t>(objective.bound, 1));
    char percent[32];
    std::snprintf(percent, sizeof percent, "%.2f %%", gap);
    return {objective.what.zh + " " + value + "，不可能少于 " + bound + "（差距 " + percent + "）：" + objective.why.zh,
            objective.what.en + " " + value + ", never less than " + bound + " (gap " + percent +
                "): " + objective.why.en};
}

Result<std::vector<StepReport>> perform_steps(Edit& edit, std::span<const std::string> names,
                                              const PlanningOptions& options, const Run& run) {
    for (const std::string& name : names)
        if (!find_step(name)) {
            std::string known;
            for (const PlanningStep& step : planning_steps())
                known += (known.empty() ? "" : ",") + std::string(step.name);
            return Error{.code = ErrorCode::not_found,
                         .message = {"没有名为“" + name + "”的规划步骤", "there is no planning step \"" + name + "\""},
                         .fix = {"可用：" + known, "the steps are " + known},
                         .where = {}};
        }
    std::vector<StepReport> reports;
    for (const PlanningStep& step : planning_steps()) {
        if (!names.empty() && std::find(names.begin(), names.end(), step.name) == names.end())
            continue;
        Result<StepReport> report = step.perform(edit, options, run);
        if (!report)
            return report.error();
        report->step = step.name;
        report->title = step.title;
        reports.push_back(std::move(*report));
        if (reports.back().outcome == Outcome::stopped)
            break;
    }
    return reports;
}

} // namespace riser
