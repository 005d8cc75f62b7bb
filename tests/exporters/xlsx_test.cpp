// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks read back from the zip: real formulas with their values, totals equal to sums computed again, a frozen and
// filtered header, texts that are never formulas, equal tables giving equal bytes.
#include "exporters/tables/bill.h"
#include "exporters/tables/schedules.h"
#include "exporters/writers/xlsx.h"
#include "tests/exporters/tower.h"

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>

namespace riser {
namespace {

namespace fs = std::filesystem;

std::string part_of(const fs::path& workbook, const std::string& part) {
    const std::string command = "unzip -p '" + workbook.string() + "' '" + part + "'";
    std::string out;
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe)
        return out;
    std::array<char, 65536> buffer{};
    while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe))
        out.append(buffer.data(), got);
    EXPECT_EQ(pclose(pipe), 0) << command;
    return out;
}

std::string bytes_of(const fs::path& path) {
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

struct ReadCell {
    std::string formula;
    std::string text;
    double number = 0;
    bool is_text = false;
};

struct ReadSheet {
    pugi::xml_document xml;
    std::map<std::string, ReadCell> cells;
    explicit ReadSheet(const std::string& text) {
        EXPECT_TRUE(xml.load_string(text.c_str()));
        for (const pugi::xml_node row : xml.child("worksheet").child("sheetData"))
            for (const pugi::xml_node c : row) {
                ReadCell cell;
                cell.is_text = std::string(c.attribute("t").value()) == "inlineStr";
                cell.text = c.child("is").child("t").text().get();
                cell.formula = c.child("f").text().get();
                cell.number = c.child("v").text().as_double();
                cells[c.attribute("r").value()] = cell;
            }
    }
};

class Xlsx : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() / ("riser-xlsx-" + std::to_string(::getpid()) + "-" +
                                               testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }
    fs::path file(const char* name = "book.xlsx") const { return folder_ / name; }
    fs::path folder_;
};

std::string failure(const Result<void>& result) { return result ? "" : to_string(result.error(), Language::en); }

Workbook book_of(std::vector<TableDocument> tables) {
    return {.title = {"工程量清单", "Bill"},
            .subtitle = {"市行政中心", "Municipal centre"},
            .cover = {{{"项目编号", "Project number"}, same_text("ELV-2026-07")}},
            .tables = std::move(tables),
            .author = "",
            .date = Date{2026, 11, 22}};
}

TEST_F(Xlsx, holds_formulas_with_values_and_totals_that_are_the_sums) {
    const TableDocument bill =
        bill_of_materials(Facts(tower({.floors = 6, .distributors = 2, .shafts = 2, .kinds = 5})));
    ASSERT_EQ("", failure(write_xlsx(book_of({bill}), file(), Language::zh)));
    const ReadSheet sheet(part_of(file(), "xl/worksheets/sheet2.xml"));
    std::size_t row = 3; // after title, subtitle, header
    std::size_t formulas = 0;
    const std::size_t amount = bill.column("amount");
    const std::size_t first = row;
    for (const TableGroup& group : bill.groups) {
        EXPECT_EQ(sheet.cells.at(cell_name(row, 0)).text, group.title.zh);
        const std::size_t group_first = ++row;
        for (const TableRow& entry : group.rows) {
            for (std::size_t c = 0; c < bill.columns.size(); ++c) {
                const auto found = sheet.cells.find(cell_name(row, c));
                ASSERT_NE(found, sheet.cells.end());
                if (const auto* formula = std::get_if<Formula>(&entry.cells[c])) {
                    ++formulas;
                    EXPECT_FALSE(found->second.formula.empty());
                    EXPECT_EQ(found->second.formula.find('{'), std::string::npos);
                    EXPECT_NEAR(found->second.number * static_cast<double>(scale_of(bill.columns[c].type)),
                                static_cast<double>(formula->value), 0.01);
                } else if (const auto* text = std::get_if<Text>(&entry.cells[c])) {
                    EXPECT_TRUE(found->second.is_text);
                    EXPECT_EQ(found->second.text, text->zh);
                }
            }
            const std::string here = std::to_string(row + 1);
            EXPECT_EQ(sheet.cells.at(cell_name(row, amount)).formula, "ROUND(F" + here + "*L" + here + ",2)");
            ++row;
        }
        const ReadCell& subtotal = sheet.cells.at(cell_name(row, amount));
        EXPECT_EQ(subtotal.formula,
                  "SUBTOTAL(9," + cell_name(group_first, amount) + ":" + cell_name(row - 1, amount) + ")");
        EXPECT_NEAR(subtotal.number * 100, static_cast<double>(total_of(group, amount)), 0.01);
        ++row;
    }
    EXPECT_GT(formulas, 20u);
    const ReadCell& total = sheet.cells.at(cell_name(row, amount));
    EXPECT_EQ(total.formula, "SUBTOTAL(9," + cell_name(first, amount) + ":" + cell_name(row - 1, amount) + ")");
    EXPECT_NEAR(total.number * 100, static_cast<double>(total_of(bill, amount)), 0.01);
    const ReadCell& tax = sheet.cells.at(cell_name(row + 1, amount));
    EXPECT_EQ(tax.formula, "ROUND(" + cell_name(row, amount) + "*9%,2)");
    EXPECT_NEAR(tax.number, std::round(total.number * 9) / 100, 0.0051);
}

TEST_F(Xlsx, freezes_filters_and_sets_up_the_page) {
    const TableDocument table = outlet_schedule(Facts(tower()));
    ASSERT_EQ("", failure(write_xlsx(book_of({table}), file(), Language::en)));
    const ReadSheet sheet(part_of(file(), "xl/worksheets/sheet2.xml"));
    const pugi::xml_node worksheet = sheet.xml.child("worksheet");
    const pugi::xml_node pane = worksheet.child("sheetViews").child("sheetView").child("pane");
    EXPECT_EQ(std::string(pane.attribute("state").value()), "frozen");
    EXPECT_EQ(pane.attribute("ySplit").as_int(), 3);
    EXPECT_EQ(pane.attribute("xSplit").as_int(), table.frozen_columns);
    const std::string filter = worksheet.child("autoFilter").attribute("ref").value();
    EXPECT_EQ(filter, "A3:" + cell_name(2 + table.row_count(), table.columns.size() - 1));
    EXPECT_EQ(std::string(worksheet.child("pageSetup").attribute("orientation").value()), "landscape");
    EXPECT_EQ(worksheet.child("pageSetup").attribute("paperSize").as_int(), 8);
    EXPECT_NE(part_of(file(), "xl/workbook.xml").find("_xlnm.Print_Titles"), std::string::npos);
    const std::size_t count = table.column("count");
    const ReadCell& total = sheet.cells.at(cell_name(3 + table.row_count(), count));
    EXPECT_TRUE(total.formula.starts_with("SUBTOTAL(9,"));
    EXPECT_EQ(total.number, static_cast<double>(table.row_count()));
}

TEST_F(Xlsx, has_a_tab_a_table_and_a_cover) {
    const Facts facts(tower());
    ASSERT_EQ("", failure(write_xlsx(book_of({bill_of_materials(facts), outlet_schedule(facts), point_summary(facts)}),
                                     file(), Language::zh)));
    pugi::xml_document xml;
    ASSERT_TRUE(xml.load_string(part_of(file(), "xl/workbook.xml").c_str()));
    std::vector<std::string> tabs;
    for (const pugi::xml_node sheet : xml.child("workbook").child("sheets"))
        tabs.emplace_back(sheet.attribute("name").value());
    EXPECT_EQ(tabs, (std::vector<std::string>{"封面", "工程量清单", "点位表", "点位统计"}));
    EXPECT_NE(part_of(file(), "xl/worksheets/sheet1.xml").find("ELV-2026-07"), std::string::npos);
}

TEST_F(Xlsx, makes_a_row_as_high_as_its_longest_text) {
    TableDocument table;
    table.sheet = {"表", "Table"};
    table.title = {"表", "Table"};
    table.columns = {{.key = "a", .title = {"短", "Short"}, .width = 20},
                     {.key = "b", .title = {"长", "Long"}, .width = 20}};
    std::string words;
    for (int i = 0; i < 30; ++i)
        words += "线缆";
    TableGroup& group = table.groups.emplace_back();
    for (const std::string& text : {std::string("刚好二十个半角字宽哈"), words})
        group.rows.push_back(RowBuilder().text(Text{"甲", "A"}).text(same_text(text)).done());
    ASSERT_EQ("", failure(write_xlsx(book_of({table}), file(), Language::zh)));
    const ReadSheet sheet(part_of(file(), "xl/worksheets/sheet2.xml"));
    std::map<int, double> heights;
    for (const pugi::xml_node row : sheet.xml.child("worksheet").child("sheetData"))
        heights[row.attribute("r").as_int()] = row.attribute("ht").as_double();
    EXPECT_EQ(heights[4], 0);      // as usual
    EXPECT_GE(heights[5], 6 * 13); // 120 half-width characters in 20
}

TEST_F(Xlsx, never_runs_a_text_as_a_formula) {
    TableDocument table;
    table.sheet = {"表", "Table"};
    table.title = {"表", "Table"};
    table.columns = {{.key = "a", .title = {"甲", "a"}}};
    TableGroup& group = table.groups.emplace_back();
    for (const char* text : {"=1+1", "+1", "-1F", "@SUM(A1)", "http://example.com"})
        group.rows.push_back(RowBuilder().text(text).done());
    ASSERT_EQ("", failure(write_xlsx(book_of({table}), file(), Language::zh)));
    const ReadSheet sheet(part_of(file(), "xl/worksheets/sheet2.xml"));
    for (std::size_t r = 0; r < 5; ++r) {
        const ReadCell& cell = sheet.cells.at(cell_name(3 + r, 0));
        EXPECT_TRUE(cell.is_text);
        EXPECT_TRUE(cell.formula.empty());
        EXPECT_EQ(cell.text, std::get<Text>(group.rows[r].cells[0]).zh);
    }
}

TEST_F(Xlsx, equal_tables_give_equal_bytes) {
    const Facts facts(tower());
    ASSERT_EQ("", failure(write_xlsx(book_of({bill_of_materials(facts)}), file("a.xlsx"), Language::zh)));
    ASSERT_EQ("", failure(write_xlsx(book_of({bill_of_materials(Facts(tower()))}), file("b.xlsx"), Language::zh)));
    EXPECT_EQ(bytes_of(file("a.xlsx")), bytes_of(file("b.xlsx")));
}

TEST_F(Xlsx, keeps_odd_names_of_tabs_apart) {
    TableDocument table;
    table.columns = {{.key = "a", .title = {"甲", "a"}}};
    table.sheet = same_text("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十/[x]:*?");
    ASSERT_EQ("", failure(write_xlsx(book_of({table, table}), file(), Language::zh)));
    EXPECT_NE(part_of(file(), "xl/worksheets/sheet3.xml").find("worksheet"), std::string::npos);
}

TEST_F(Xlsx, says_when_it_cannot_write) {
    const Result<void> result = write_xlsx(book_of({}), folder_ / "missing" / "book.xlsx", Language::zh);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::io);
}

TEST(CellName, counts_in_letters) {
    EXPECT_EQ(cell_name(0, 0), "A1");
    EXPECT_EQ(cell_name(9, 25), "Z10");
    EXPECT_EQ(cell_name(0, 26), "AA1");
    EXPECT_EQ(cell_name(0, 701), "ZZ1");
    EXPECT_EQ(cell_name(0, 702), "AAA1");
}

} // namespace
} // namespace riser
