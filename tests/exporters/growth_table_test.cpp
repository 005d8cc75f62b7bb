// SPDX-License-Identifier: GPL-3.0-or-later
// The table of growth, read back from its cells.
#include "exporters/tables/growth.h"
#include "model/brief.h"
#include "model/equipment.h"
#include "tests/solvers/checks/office.h"

#include <gtest/gtest.h>

#include <cmath>

namespace riser {
namespace {

using test::Office;

std::string cell(const TableDocument& table, const TableRow& row, const char* key, Language language = Language::en) {
    const std::size_t column = table.column(key);
    return shown(row.cells.at(column), table.columns.at(column), row, language);
}

// 20 of 24 ports at 5 % a year: for ln 1.2 / ln 1.05 = 3.7 years.
TEST(GrowthTable, SaysWhatRunsOutFirstAndWhen) {
    Office o;
    Brief brief;
    brief.id = the_brief;
    brief.growth_per_year = percent(5);
    brief.horizon_years = 5;
    o.design.briefs.put(brief);
    EquipmentType type;
    type.role = EquipmentRole::access_switch;
    Equipment device;
    device.type = o.add(type);
    device.label = "SW-1";
    device.plane = o.plane;
    device.space = o.space;
    const EquipmentId id = o.add(device);
    for (int n = 0; n < 24; ++n) {
        Port port;
        port.equipment = id;
        port.mode = n < 20 ? PortMode::access : PortMode::unused;
        o.add(port);
    }
    const Facts facts(o.design);
    const TableDocument table = growth_table(facts, {});
    for (const TableRow& row : table.groups.front().rows) {
        ASSERT_EQ(row.cells.size(), table.columns.size());
        for (const TableCell& one : row.cells)
            if (const auto* text = std::get_if<Text>(&one)) {
                EXPECT_EQ(text->zh.empty(), text->en.empty());
            }
    }
    const TableRow& first = table.groups.front().rows.front();
    EXPECT_EQ(first.subject, AnyId(o.space));
    EXPECT_EQ(cell(table, first, "resource"), "Access ports");
    EXPECT_EQ(cell(table, first, "resource", Language::zh), "接入端口");
    EXPECT_NE(cell(table, first, "where").find(o.design.find(o.space)->label), std::string::npos);
    EXPECT_EQ(cell(table, first, "today"), "20.0");
    EXPECT_EQ(cell(table, first, "horizon"), "25.5");
    EXPECT_EQ(cell(table, first, "capacity"), "24.0");
    EXPECT_EQ(cell(table, first, "years"), "3.7");
    EXPECT_EQ(cell(table, first, "remark"), "runs out within the brief's years");
    EXPECT_EQ(first.tone, RowTone::attention);
    // The tray has room; the table names it all the same, as the first of its sort.
    bool tray = false;
    for (const TableRow& row : table.groups.front().rows)
        if (row.subject == AnyId(o.tray)) {
            tray = true;
            EXPECT_EQ(row.tone, RowTone::plain);
        }
    EXPECT_TRUE(tray);
}

} // namespace
} // namespace riser
