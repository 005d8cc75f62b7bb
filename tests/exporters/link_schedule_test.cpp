// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of links: what stands in them is what the facts say, read back from the cells.
#include "exporters/tables/link_schedule.h"
#include "tests/exporters/formula.h"
#include "tests/solvers/checks/fibre_link.h"
#include "tests/solvers/checks/patched.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

using test::FibreLink;
using test::Office;
using test::Patched;

LinkAllowances allowances() {
    LinkAllowances out;
    out.work_area_cord = metres(5);
    out.equipment_cords = metres(4);
    LinkTables& t = out.tables;
    const auto pair = [](int n) { return LossPair{MilliDecibels(n), MilliDecibels(n)}; };
    t.applications = {{"10GBASE-LR", BitRate(10'000'000'000), Category::os2, 1'310, 2, metres(10'000),
                       MilliDecibels(6'200), Trust::unverified}};
    t.attenuations = {{Category::os2, 1'310, pair(400), Trust::verified}};
    for (const JointKind kind : {JointKind::connection, JointKind::splice, JointKind::pigtail, JointKind::ageing})
        t.joints.push_back({kind, FibreMode::single, pair(kind == JointKind::connection ? 500 : 150), Trust::verified});
    t.copper = {{Category::cat6a, BitRate(10'000'000'000), metres(100), metres(100), metres(100), Trust::verified}};
    return out;
}

std::string cell(const TableDocument& table, std::size_t row, const char* key, Language language = Language::en) {
    const std::size_t column = table.column(key);
    return shown(table.groups.front().rows.at(row).cells.at(column), table.columns.at(column),
                 table.groups.front().rows[row], language);
}

void expect_whole(const TableDocument& table) {
    for (const TableRow& row : table.groups.front().rows) {
        ASSERT_EQ(row.cells.size(), table.columns.size());
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            if (const auto* text = std::get_if<Text>(&row.cells[c])) {
                EXPECT_EQ(text->zh.empty(), text->en.empty()) << table.columns[c].key;
            }
            if (const auto* formula = std::get_if<Formula>(&row.cells[c])) {
                EXPECT_NEAR(evaluate(formula->pattern, table, row) * 1'000, static_cast<double>(formula->value), 0.51);
            }
        }
    }
}

TEST(FibreLinkSchedule, SaysEndsLengthJointsLossAndMargin) {
    Office office;
    FibreLink link(office, Category::os2, 94);
    link.splice(metres(100)); // 200 m: 0.08 + 1.0 + 0.15 + 0.3 + 0.15
    const TableDocument table = fibre_link_schedule(Facts(office.design), allowances());
    ASSERT_EQ(table.row_count(), 1U);
    expect_whole(table);
    EXPECT_EQ(cell(table, 0, "from"), "SW-L");
    EXPECT_EQ(cell(table, 0, "to"), "SW-R");
    EXPECT_EQ(cell(table, 0, "pmd"), "10GBASE-LR");
    EXPECT_EQ(cell(table, 0, "fibre"), "OS2");
    EXPECT_EQ(cell(table, 0, "cords"), "6.00");
    EXPECT_EQ(cell(table, 0, "laid"), "194.00");
    EXPECT_EQ(cell(table, 0, "length"), "200.00");
    EXPECT_EQ(cell(table, 0, "mated"), "2");
    EXPECT_EQ(cell(table, 0, "splices"), "1");
    EXPECT_EQ(cell(table, 0, "pigtails"), "2");
    EXPECT_EQ(cell(table, 0, "loss"), "1.68");
    EXPECT_EQ(cell(table, 0, "limit"), "6.20");
    EXPECT_EQ(cell(table, 0, "margin"), "4.52");
    EXPECT_EQ(cell(table, 0, "remark"), "no transceiver chosen: by rate and fibre; check the official text");
    EXPECT_EQ(cell(table, 0, "remark", Language::zh), "未选光模块，按速率与光纤计；数值请核对正式文本");
    EXPECT_EQ(table.groups.front().rows.front().tone, RowTone::plain);
}

TEST(FibreLinkSchedule, WhatFailsOrIsNotKnownSaysSo) {
    Office office;
    FibreLink link(office, Category::os2, 11'000);
    TableDocument table = fibre_link_schedule(Facts(office.design), allowances());
    EXPECT_EQ(cell(table, 0, "remark").substr(0, 8), "too long");
    EXPECT_EQ(table.groups.front().rows.front().tone, RowTone::attention);
    office.change(link.a, [](Port& row) { row.rate = {}; });
    table = fibre_link_schedule(Facts(office.design), allowances());
    expect_whole(table);
    EXPECT_EQ(cell(table, 0, "remark"), "not checked: a port of it states no rate");
    EXPECT_EQ(cell(table, 0, "loss"), "");
    EXPECT_EQ(cell(table, 0, "length"), "11006.00");
    table = fibre_link_schedule(Facts(office.design), {});
    EXPECT_EQ(cell(table, 0, "remark").substr(0, 12), "not checked:");
}

TEST(CopperMargins, TheWorstChannelOfEachRoom) {
    Office office;
    office.set_length(60);
    const Patched patched(office, BitRate(10'000'000'000));
    TableDocument table = copper_margins(Facts(office.design), allowances());
    ASSERT_EQ(table.row_count(), 1U);
    expect_whole(table);
    EXPECT_EQ(cell(table, 0, "space"), "3F-E1");
    EXPECT_EQ(cell(table, 0, "rate"), "10 Gbit/s");
    EXPECT_EQ(cell(table, 0, "jack"), "J-1");
    EXPECT_EQ(cell(table, 0, "cords"), "7.00") << "2 m drawn at the panel, 5 m assumed at the jack";
    EXPECT_EQ(cell(table, 0, "margin"), "33.00");
    // A second jack over the same tray with a longer drop is the worst then.
    const JackId second = office.add_jack(office.outlet, office.plane);
    const CableId cable = office.add_cable(second, office.plane);
    office.change(cable, [](Cable& row) { row.exit_drop = metres(60); });
    const CableId cord = office.add_cord(office.panel, 2, metres(2));
    office.terminate(cord, CableEnd::b, Patched::add_port(office, BitRate(10'000'000'000)));
    table = copper_margins(Facts(office.design), allowances());
    ASSERT_EQ(table.row_count(), 1U);
    EXPECT_EQ(cell(table, 0, "channels"), "2");
    EXPECT_EQ(cell(table, 0, "jack"), "J-2");
    EXPECT_EQ(cell(table, 0, "margin"), "23.00") << "10 m of tray, 60 m of drop, 7 m of cords";
    office.change(patched.port, [](Port& row) { row.rate = BitRate(1'000'000); });
    table = copper_margins(Facts(office.design), allowances());
    ASSERT_EQ(table.row_count(), 2U) << "one a speed";
    EXPECT_EQ(cell(table, 0, "remark"), "not checked: the table has no such row");
}

} // namespace
} // namespace riser
