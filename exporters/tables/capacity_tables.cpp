// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/capacity_tables.h"

#include "exporters/tables/columns.h"
#include "exporters/tables/failure_names.h"
#include "model/power.h"
#include "solvers/capacity/load_words.h"
#include "solvers/failure/tier_failures.h"

#include <algorithm>
#include <cmath>

namespace riser {

namespace {

TableColumn decimal_column(std::string key, Text title, Text unit, std::int32_t decimals) {
    return {.key = std::move(key),
            .title = std::move(title),
            .type = CellType::decimal,
            .unit = std::move(unit),
            .decimals = decimals};
}

std::int64_t thousandths(double value) { return std::llround(value * 1'000); }

double ratio(const TierRates& rates) { return static_cast<double>(rates.down) / static_cast<double>(rates.up); }

Text title_of(int tier) {
    return tier == 1 ? Text{"接入层", "Access"} : tier == 2 ? Text{"汇聚层", "Distribution"} : Text{"核心层", "Core"};
}

Text members_name(const Design& design, const TierFailure& row) {
    Text out = name_of(design, row.members.front());
    if (row.members.size() > 1) {
        const std::string count = std::to_string(row.members.size());
        out.zh += "（堆叠" + count + "台）";
        out.en += " (stack of " + count + ")";
    }
    return out;
}

TableRow tier_row(const Facts& facts, const TierFailure& row) {
    const Design& design = facts.design();
    constexpr double megabit = 1e6;
    const Equipment* device = design.find(row.members.front());
    RowBuilder out(row.members.front());
    out.text(members_name(design, row)).text(plane_name(design, device ? device->plane : std::nullopt));
    out.number(thousandths(static_cast<double>(row.whole.down) / megabit))
        .number(thousandths(static_cast<double>(row.whole.up) / megabit))
        .number(thousandths(ratio(row.whole)));
    if (row.cause)
        out.number(thousandths(static_cast<double>(row.worst.up) / megabit))
            .number(thousandths(ratio(row.worst)))
            .text(name_of(facts, *row.cause));
    else
        out.empty().empty().empty();
    out.number(static_cast<std::int64_t>(row.cut_by.size()));
    if (row.cut_by.empty())
        out.empty();
    else
        out.text(name_of(facts, row.cut_by.front()));
    return out.tone(row.cut_by.empty() ? RowTone::plain : RowTone::attention).done();
}

} // namespace

TableDocument tiers_table(const Facts& facts) {
    const Text megabits = same_text("Mbit/s"), to_one{":1", ":1"};
    TableDocument table;
    table.name = "oversubscription";
    table.sheet = {"收敛比", "Oversubscription"};
    table.title = {"上联收敛比表", "What switches take to what they send up"};
    table.columns = {text_column("switch", {"交换机", "Switch"}),
                     text_column("plane", {"网络", "Network"}),
                     decimal_column("down", {"下联总速率", "From below"}, megabits, 0),
                     decimal_column("up", {"上联总速率", "Upwards"}, megabits, 0),
                     decimal_column("ratio", {"收敛比", "Ratio"}, to_one, 2),
                     decimal_column("worst-up", {"故障后上联", "Upwards at worst"}, megabits, 0),
                     decimal_column("worst", {"故障后收敛比", "Ratio at worst"}, to_one, 2),
                     text_column("failure", {"最不利故障", "Failure"}, 24),
                     count_column("cuts", {"断上联的单点数", "Failures that cut it off"}, TotalKind::none),
                     text_column("cut-by", {"其中之一", "One of them"}, 24)};
    table.frozen_columns = 1;
    table.paper = TablePaper::a3_landscape;
    const TierFailures& failures = facts.get<TierFailures>();
    for (const int tier : {1, 2, 3}) {
        std::vector<const TierFailure*> order;
        for (const TierFailure& row : failures.switches)
            if (row.tier == tier)
                order.push_back(&row);
        std::stable_sort(order.begin(), order.end(), [](const TierFailure* x, const TierFailure* y) {
            return x->cut_by.empty() != y->cut_by.empty() ? y->cut_by.empty() : ratio(x->worst) > ratio(y->worst);
        });
        TableGroup group{.title = title_of(tier), .rows = {}};
        for (const TierFailure* row : order)
            group.rows.push_back(tier_row(facts, *row));
        if (!group.rows.empty())
            table.groups.push_back(std::move(group));
    }
    table.notes = {
        {"下联计在用的接入端口与至下层的链路，上联计至上层的链路，堆叠按一台计。任一元素失效后交换机仍在的，"
         "比值取最大者；失去全部上联的另列。",
         "From below: access ports in use and links to the tiers below; upwards: links to the tiers above; a "
         "stack is one switch. The worst of all single failures after which the switch stands; those that "
         "leave it no uplink are counted apart."}};
    return table;
}

TableDocument flow_bound_table(const FlowBound& found) {
    TableDocument table;
    table.name = "flow-bound";
    table.sheet = {"承载上限", "Flow bound"};
    table.title = {"全网承载上限表", "How much all links could carry"};
    const Text times{"倍", "x"};
    table.columns = {
        decimal_column("asked", {"忙时需求", "Busy hour"}, same_text("Mbit/s"), 1),
        decimal_column("as-built", {"按现有转发", "As forwarded"}, times, 3),
        decimal_column("any", {"任意选路可达", "By some routing"}, times, 3),
        decimal_column("bound", {"任意选路上限", "By no routing more"}, times, 3),
        {.key = "gap", .title = {"差距", "Gap"}, .type = CellType::percent, .unit = same_text("%"), .decimals = 2},
        count_column("unlimited", {"未知速率链路", "Links of unknown rate"}, TotalKind::none)};
    table.frozen_columns = 0;
    RowBuilder row;
    row.number(thousandths(found.asked / 1e6));
    for (const double factor : {found.as_built, found.lambda, found.bound})
        if (std::isfinite(factor))
            row.number(thousandths(factor));
        else
            row.empty();
    if (std::isfinite(found.bound) && found.lambda > 0)
        row.number(static_cast<std::int64_t>(std::ceil(found.gap() * 10'000 - 1e-6)));
    else
        row.empty();
    row.number(static_cast<std::int64_t>(found.unlimited));
    table.groups.push_back({.title = {}, .rows = {row.done()}});
    table.notes = {{"全部需求按同一倍数增长时的最大并发流：只受链路速率限制，两个方向各计，不受VLAN、生成树与路由限制；"
                    "有多台主机或多个出口的业务可任选。上限由链路价格证明。空格表示不受已知速率限制。",
                    "The maximum concurrent flow as all demands grow alike: only rates of links count, each direction "
                    "by itself, no VLAN, spanning tree or route; a service with several hosts or ways out may use any. "
                    "Prices of links prove the bound. Empty: no known rate is in the way."}};
    if (found.apart > 0)
        table.notes.push_back({"未连通或无主机而未计入：" + rate_words(found.apart) + "。",
                               "Left aside, as nothing joins the ends: " + rate_words(found.apart) + "."});
    if (found.outcome != Outcome::complete)
        table.notes.push_back(
            {"未达到要求的精度即结束，差距如上。", "Ended before the gap that was asked for; it is as above."});
    return table;
}

} // namespace riser
