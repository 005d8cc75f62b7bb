// SPDX-License-Identifier: GPL-3.0-or-later
// CSV read back by a strict RFC 4180 reader gives the table's own cells.
#include "exporters/tables/bill.h"
#include "exporters/tables/schedules.h"
#include "exporters/writers/csv.h"
#include "tests/exporters/tower.h"

#include <gtest/gtest.h>

namespace riser {
namespace {

// Fails the test on anything RFC 4180 does not allow.
std::vector<std::vector<std::string>> read(std::string_view text) {
    std::vector<std::vector<std::string>> lines(1);
    std::size_t at = 0;
    while (at < text.size()) {
        std::string field;
        if (text[at] == '"') {
            for (++at;; ++at) {
                if (at >= text.size()) {
                    ADD_FAILURE() << "a quoted field does not end";
                    return lines;
                }
                if (text[at] == '"' && (++at >= text.size() || text[at] != '"'))
                    break;
                field += text[at];
            }
        } else {
            while (at < text.size() && text[at] != ',' && text[at] != '\r') {
                EXPECT_NE(text[at], '"');
                EXPECT_NE(text[at], '\n');
                field += text[at++];
            }
        }
        lines.back().push_back(std::move(field));
        if (at < text.size() && text[at] == ',') {
            ++at;
            continue;
        }
        EXPECT_EQ(text.substr(at, 2), "\r\n");
        at += 2;
        if (at < text.size())
            lines.emplace_back();
    }
    return lines;
}

TEST(Csv, reads_back_as_the_table) {
    const Facts facts(tower({.kinds = 4}));
    for (const TableDocument& table : {outlet_schedule(facts), cable_schedule(facts), pathway_schedule(facts)}) {
        SCOPED_TRACE(table.name);
        const std::string text = csv(table, Language::zh, CsvEncoding::utf8);
        const auto lines = read(text);
        ASSERT_EQ(lines.size(), table.row_count() + 1);
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            EXPECT_EQ(lines[0][c], heading(table.columns[c], Language::zh));
        for (std::size_t r = 0; r < table.groups[0].rows.size(); ++r) {
            ASSERT_EQ(lines[r + 1].size(), table.columns.size());
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                const TableCell& cell = table.groups[0].rows[r].cells[c];
                std::string expected = exact(cell, table.columns[c], Language::zh);
                if (!is_number(cell) && looks_like_formula(expected))
                    expected = '\'' + expected;
                EXPECT_EQ(lines[r + 1][c], expected);
            }
        }
    }
}

TEST(Csv, carries_the_group_and_the_mark) {
    const TableDocument bill = bill_of_materials(Facts(tower()));
    const std::string text = csv(bill, Language::en);
    ASSERT_TRUE(text.starts_with("\xef\xbb\xbf"));
    const auto lines = read(std::string_view(text).substr(3));
    EXPECT_EQ(lines[0][0], "group");
    EXPECT_EQ(lines[1][0], "1 Cables");
}

TEST(Csv, disarms_formulas_and_quotes_what_needs_it) {
    TableDocument table;
    table.columns = {{.key = "a", .title = {"甲", "a"}}, {.key = "b", .title = {"乙", "b"}, .type = CellType::whole}};
    TableGroup& group = table.groups.emplace_back();
    for (const char* text :
         {"=HYPERLINK(\"http://x\")", "+1", "-1F", "@SUM(A1)", "plain", "a,b", "say \"no\"", "two\nlines"})
        group.rows.push_back(RowBuilder().text(text).number(-5).done());
    const std::string text = csv(table, Language::en, CsvEncoding::utf8);
    const auto lines = read(text);
    EXPECT_EQ(lines[1][0], "'=HYPERLINK(\"http://x\")");
    EXPECT_EQ(lines[2][0], "'+1");
    EXPECT_EQ(lines[3][0], "'-1F");
    EXPECT_EQ(lines[4][0], "'@SUM(A1)");
    EXPECT_EQ(lines[5][0], "plain");
    EXPECT_EQ(lines[6][0], "a,b");
    EXPECT_EQ(lines[7][0], "say \"no\"");
    EXPECT_EQ(lines[8][0], "two\nlines");
    EXPECT_EQ(lines[1][1], "-5");
}

} // namespace
} // namespace riser
