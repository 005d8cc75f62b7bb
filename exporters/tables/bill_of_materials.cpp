// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/tables/bill.h"

#include "exporters/tables/columns.h"
#include "exporters/tables/cost.h"
#include "model/fields/field.h"

#include <algorithm>
#include <array>

namespace riser {

namespace {

using Entry = std::pair<const BillKey*, const BillLine*>;

constexpr std::int64_t thousand = 1000;

std::int64_t divided_up(std::int64_t value, std::int64_t by) { return (value + by - 1) / by; }

std::string code_of(const Entry& entry) { return entry.second->item ? entry.second->item->code : std::string(); }

// Coded lines first, by code, then by name and features.
bool reads_before(const Entry& a, const Entry& b) {
    const std::string code_a = code_of(a);
    const std::string code_b = code_of(b);
    if (code_a.empty() != code_b.empty())
        return !code_a.empty();
    if (code_a != code_b)
        return natural_less(code_a, code_b);
    if (a.first->package != b.first->package)
        return natural_less(a.first->package, b.first->package);
    if (a.second->name != b.second->name)
        return a.second->name < b.second->name;
    if (a.second->features != b.second->features)
        return natural_less(a.second->features.zh, b.second->features.zh);
    return *a.first < *b.first;
}

std::vector<TableColumn> columns(const Project& project, bool by_package) {
    const auto quantity = [](std::string key, Text title) {
        return TableColumn{
            .key = std::move(key), .title = std::move(title), .type = CellType::decimal, .unit = {}, .decimals = 2};
    };
    const auto money = [&](std::string key, Text title, TotalKind total) {
        return TableColumn{.key = std::move(key),
                           .title = std::move(title),
                           .type = CellType::money,
                           .unit = same_text(project.currency),
                           .total = total};
    };
    std::vector<TableColumn> out{
        count_column("no", {"序号", "No."}, TotalKind::none),
        centred_column("code", {"项目编码", "Bill code"}, 14),
        text_column("name", {"项目名称", "Item"}, 26),
        text_column("features", {"项目特征", "Features"}, 34),
        centred_column("unit", {"单位", "Unit"}),
        quantity("net", {"清单工程量", "Net quantity"}),
        {.key = "loss", .title = {"损耗率", "Loss"}, .type = CellType::percent, .unit = same_text("%"), .decimals = 1},
        quantity("consumption", {"消耗量", "Consumption"}),
        quantity("package-size", {"每包装", "Per package"}),
        count_column("purchase", {"采购量", "Purchase"}, TotalKind::none),
        centred_column("purchase-unit", {"采购单位", "Bought in"}),
        money("price", {"综合单价", "Unit price"}, TotalKind::none),
        money("amount", {"合价", "Amount"}, TotalKind::sum),
        centred_column("supplier", {"供货", "Supplied by"}),
        centred_column("edition", {"清单依据", "Bill edition"}, 14)};
    if (by_package)
        out.push_back(centred_column("package", {"标段", "Package"}));
    return out;
}

// "一、线缆", "1 Cables".
Text numbered(std::size_t index, const Text& name) {
    constexpr std::array numerals{"一", "二", "三", "四", "五", "六", "七", "八"};
    return {numerals[index] + ("、" + name.zh), std::to_string(index + 1) + " " + name.en};
}

class BillRows {
  public:
    explicit BillRows(bool by_package) : by_package_(by_package) {}

    TableRow row(const Entry& entry) {
        const auto& [key, line] = entry;
        const BillItem* item = line->item;
        const std::int64_t net = billed_quantity(*line);
        const std::int64_t loss = item ? item->loss.value : 0;
        const std::int64_t exact = net * (10000 + loss); // 1e7 of a unit
        const std::int64_t consumption =
            line->in_metres ? (exact + 50000) / 100000 * 10 : divided_up(exact, 10'000'000) * thousand;
        RowBuilder row(line->subject);
        row.number(++number_)
            .text(item ? same_text(item->code) : Text{"无清单编码", "no bill code"})
            .text(line->name)
            .text(line->features)
            .text(line->unit)
            .number(net)
            .number(loss)
            .formula(line->in_metres ? "ROUND({net}*(1+{loss}),2)" : "ROUNDUP(ROUND({net}*(1+{loss}),6),0)",
                     consumption);
        purchase(row, *line, consumption);
        const std::int64_t price = item ? item->price.value : 0;
        if (price > 0)
            row.number(price);
        else
            row.empty(), ++unpriced_;
        row.formula("ROUND({net}*{price},2)", amount_of(*line).value)
            .text(label_of(key->supplier))
            .text(item ? item->edition : std::string())
            .decimals(line->in_metres ? 2 : 0);
        if (by_package_)
            row.text(key->package);
        if (!item) {
            row.tone(RowTone::attention);
            ++uncoded_;
        }
        return row.done();
    }
    std::int64_t uncoded() const { return uncoded_; }
    std::int64_t unpriced() const { return unpriced_; }

  private:
    void purchase(RowBuilder& row, const BillLine& line, std::int64_t consumption) {
        if (line.package <= 1) {
            row.empty().formula("ROUNDUP(ROUND({consumption},6),0)", divided_up(consumption, thousand)).text(line.unit);
            return;
        }
        const std::int64_t by_length = divided_up(consumption, line.package * thousand);
        row.number(line.package * thousand);
        const std::string division = "ROUNDUP(ROUND({consumption}/{package-size},6),0)";
        if (line.cuts.empty()) {
            row.formula(division, by_length);
        } else {
            const std::int64_t whole =
                boxes_without_joints(line.cuts, Millimetres(static_cast<std::int32_t>(line.package * thousand)));
            row.formula("MAX(" + division + "," + std::to_string(whole) + ")", std::max(by_length, whole));
        }
        row.text(line.package_unit);
    }

    bool by_package_;
    std::int64_t number_ = 0;
    std::int64_t uncoded_ = 0;
    std::int64_t unpriced_ = 0;
};

void add_tax(TableDocument& table, BasisPoints tax) {
    if (tax.value <= 0)
        return;
    const std::int64_t amount = total_of(table, table.column("amount"));
    const std::int64_t charged = (amount * tax.value + 5000) / 10000;
    const std::string rate = decimal_text(tax.value, CellType::percent, 2, Digits::shortest);
    const std::string charge = "ROUND({amount:total}*" + rate + "%,2)";
    table.footers.push_back(
        {{"增值税（" + rate + "%）", "Value added tax (" + rate + " %)"}, "amount", {charge, charged}});
    table.footers.push_back({{"含税合计", "Total with tax"}, "amount", {"{amount:total}+" + charge, amount + charged}});
}

void add_notes(TableDocument& table, const BillLines& lines, const BillRows& rows) {
    table.notes = {
        {"清单工程量按设计路由净量计（线缆含预留），不含损耗；消耗量 = 清单工程量 ×（1 + "
         "损耗率）；采购量为整箱、整盘数，线缆按中间不接头配盘。三者口径不同，不得相加。",
         "Net quantities follow the designed routes (cables with their slack) without loss; consumption = net x (1 + "
         "loss); purchase is in whole "
         "boxes and drums, with no joint within a cable. The three are measured differently and never added."},
        {"合价 = 清单工程量 × 综合单价，未含税。", "Amount = net quantity x unit price, without tax."}};
    const auto note = [&](std::int64_t count, std::string zh, std::string en) {
        if (count > 0)
            table.notes.push_back({std::to_string(count) + zh, std::to_string(count) + en});
    };
    note(rows.uncoded(), " 项无清单编码，须由编制人补充。", " lines have no bill code: the estimator adds it.");
    note(rows.unpriced(), " 项未定价，合价为零。", " lines have no price yet; their amount is zero.");
    note(lines.unmeasured, " 根线缆没有有效路由，长度未计入。",
         " cables have no valid route: their length is not in the bill.");
    note(lines.existing, " 项为现状或预留，不计。", " rows exist already or are reserved and are not billed.");
    for (const auto& [scope, count] : lines.other_scopes)
        note(count, " 项属“" + label_of(scope).zh + "”范围，不计。",
             " rows are in the scope \"" + label_of(scope).en + "\" and are not billed.");
}

} // namespace

TableDocument bill_of_materials(const Facts& facts) {
    const Project& project = facts.design().project();
    const BillLines lines = bill_lines(facts);
    std::vector<Entry> entries;
    for (const auto& [key, line] : lines.lines)
        entries.emplace_back(&key, &line);
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.first->section != b.first->section ? a.first->section < b.first->section : reads_before(a, b);
    });

    TableDocument table;
    table.name = "bill-of-materials";
    table.sheet = {"工程量清单", "Bill"};
    table.title = {"综合布线工程量清单", "Bill of materials"};
    table.columns = columns(project, lines.by_package);
    table.paper = TablePaper::a3_landscape;
    table.frozen_columns = 3;
    BillRows rows(lines.by_package);
    std::optional<BillSection> section;
    for (const Entry& entry : entries) {
        if (section != entry.first->section) {
            section = entry.first->section;
            table.groups.push_back({numbered(table.groups.size(), name_of(*section)), {}});
        }
        table.groups.back().rows.push_back(rows.row(entry));
    }
    add_tax(table, project.tax);
    add_notes(table, lines, rows);
    return table;
}

} // namespace riser
