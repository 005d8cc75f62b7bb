// SPDX-License-Identifier: GPL-3.0-or-later
// A document is a table value first and CSV, XLSX, HTML or JSON second: typed columns, groups of rows, totals, notes.
// Numbers are whole counts of a stored unit (a length in millimetres), so totals are exact; writers show them scaled. A
// formula keeps its pattern for spreadsheets and its value for everyone else.
#pragma once

#include "model/base/text.h"
#include "model/kinds.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace riser {

// How a cell's whole number is stored and shown.
enum class CellType {
    text,
    whole,   // a count
    decimal, // stored in thousandths
    length,  // stored in millimetres, shown in metres
    money,   // stored in minor units, shown in the currency's unit
    percent, // stored in basis points
};
// Stored units in one shown unit: 1000 for a length.
std::int64_t scale_of(CellType type);

enum class Alignment { automatic, start, centre, end };
enum class TotalKind { none, sum };

struct TableColumn {
    std::string key = {}; // stable: the name in formulas and in JSON
    Text title = {};
    CellType type = CellType::text;
    Text unit = {};                             // shown with the title; empty: none
    std::int32_t decimals = 2;                  // shown; of decimal, length, money and percent
    Alignment alignment = Alignment::automatic; // text to the start, numbers to the end
    std::int32_t width = 0;                     // in half-width characters; 0: as wide as what stands in it
    TotalKind total = TotalKind::none;
};

// "{net}*{price}": each {key} is the shown number of that column in the same row, or {key:total} of the whole table.
struct Formula {
    std::string pattern;
    std::int64_t value = 0; // in stored units
    bool operator==(const Formula&) const = default;
};

// Empty, a text, a number in stored units, or a formula.
using TableCell = std::variant<std::monostate, Text, std::int64_t, Formula>;

enum class RowTone { plain, muted, attention };

struct TableRow {
    std::vector<TableCell> cells; // one a column
    AnyId subject;                // what the row is about; value 0: nothing in particular
    RowTone tone = RowTone::plain;
    std::optional<std::int32_t> decimals; // of its decimal cells, when they differ from the column's
    std::string accent;                   // "#D55E00": the colour of the body it belongs to; empty: none
};

// Rows under one heading, with a subtotal of their own when the heading is not empty.
struct TableGroup {
    Text title;
    std::vector<TableRow> rows;
};

// A line under the totals: one number in one column ("tax", "with tax").
struct TableFooter {
    Text title;
    std::string column;
    Formula formula; // {key:total} only
};

enum class TablePaper { a4_landscape, a3_landscape };

struct TableDocument {
    std::string name; // "outlet-schedule": the stem of its file
    Text sheet;       // short name, of a workbook's tab
    Text title;
    std::vector<TableColumn> columns;
    std::vector<TableGroup> groups;
    std::vector<TableFooter> footers;
    std::vector<Text> notes;
    std::int32_t frozen_columns = 0;
    std::string accent_column; // whose cells carry the rows' accent
    TablePaper paper = TablePaper::a4_landscape;

    // columns.size() when there is none.
    std::size_t column(std::string_view key) const;
    std::size_t row_count() const;
};

// The number a cell shows, in stored units; 0 for empty cells and texts.
std::int64_t number_of(const TableCell& cell);
bool is_number(const TableCell& cell);
std::int64_t total_of(const TableGroup& group, std::size_t column);
std::int64_t total_of(const TableDocument& table, std::size_t column);
bool has_totals(const TableDocument& table);

// `value` stored units with exactly `decimals` digits behind the point, rounded half away from zero; with `trim_zeros`,
// as many as are needed up to that.
enum class Digits { fixed, shortest };
std::string decimal_text(std::int64_t value, CellType type, std::int32_t decimals, Digits digits = Digits::fixed);

// What people read in a cell (numbers without their unit) and what programs read (every digit that is stored).
std::string shown(const TableCell& cell, const TableColumn& column, const TableRow& row, Language language);
std::string exact(const TableCell& cell, const TableColumn& column, Language language);
// "Length / m".
std::string heading(const TableColumn& column, Language language);

// Half-width columns that a text fills in a spreadsheet or a terminal: CJK characters count two.
std::int32_t display_columns(std::string_view text);

// Builds rows cell by cell in the order of the columns.
class RowBuilder {
  public:
    explicit RowBuilder(AnyId subject = {}) { row_.subject = subject; }
    RowBuilder& text(std::string_view name);
    RowBuilder& text(const Text& name);
    RowBuilder& number(std::int64_t stored);
    RowBuilder& formula(std::string pattern, std::int64_t value);
    RowBuilder& empty();
    RowBuilder& tone(RowTone tone) { return row_.tone = tone, *this; }
    RowBuilder& decimals(std::int32_t count) { return row_.decimals = count, *this; }
    RowBuilder& accent(std::string_view colour) { return row_.accent = colour, *this; }
    TableRow done() { return std::move(row_); }

  private:
    TableRow row_;
};

} // namespace riser
