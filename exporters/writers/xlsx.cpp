// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/writers/xlsx.h"

#include "exporters/writers/xlsx_formats.h"

#include <algorithm>
#include <fstream>

namespace riser {

namespace {

constexpr std::size_t header_row = 2;
constexpr std::size_t longest_text = 32767;
constexpr std::size_t most_rows = 1048576;

class SheetWriter {
  public:
    SheetWriter(lxw_worksheet* sheet, CellFormats& formats, const TableDocument& table, Language language)
        : sheet_(sheet), formats_(formats), table_(table), language_(language) {}

    void write(const Text& subtitle) {
        set_up();
        columns();
        // From here on strictly row by row: rows that were left are gone from memory.
        keep(worksheet_set_row(sheet_, 0, 24, nullptr));
        text(0, 0, table_.title.in(language_), {.look = CellLook::title});
        text(1, 0, subtitle.in(language_), {.look = CellLook::subtitle});
        keep(worksheet_set_row(sheet_, header_row, 32, nullptr));
        for (std::size_t c = 0; c < table_.columns.size(); ++c)
            text(header_row, c, heading(table_.columns[c], language_), {.look = CellLook::header});
        body();
        notes();
    }
    lxw_error error() const { return error_; }

  private:
    void keep(lxw_error code) {
        if (error_ == LXW_NO_ERROR)
            error_ = code;
    }
    static lxw_row_t row_number(std::size_t row) { return static_cast<lxw_row_t>(row); }
    static lxw_col_t column_number(std::size_t column) { return static_cast<lxw_col_t>(column); }

    void text(std::size_t row, std::size_t column, const std::string& value, const CellStyle& style) {
        lxw_format* format = formats_.of(style);
        keep(value.empty()
                 ? worksheet_write_blank(sheet_, row_number(row), column_number(column), format)
                 : worksheet_write_string(sheet_, row_number(row), column_number(column), value.c_str(), format));
    }
    static double shown_value(std::int64_t stored, CellType type) {
        return static_cast<double>(stored) / static_cast<double>(scale_of(type));
    }
    void formula(std::size_t row, std::size_t column, const std::string& expression, std::int64_t value,
                 const CellStyle& style) {
        keep(worksheet_write_formula_num(sheet_, row_number(row), column_number(column), ('=' + expression).c_str(),
                                         formats_.of(style), shown_value(value, style.type)));
    }

    void set_up() {
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, table_.paper == TablePaper::a3_landscape ? 8 : 9);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_set_margins(sheet_, 0.5, 0.5, 0.6, 0.6);
        worksheet_repeat_rows(sheet_, 0, header_row);
        worksheet_set_footer(sheet_, "&L&9&A&R&9&P / &N");
        worksheet_freeze_panes(sheet_, header_row + 1, column_number(static_cast<std::size_t>(table_.frozen_columns)));
        worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
    }

    void columns() {
        const bool totals = has_totals(table_);
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            const TableColumn& column = table_.columns[c];
            std::int32_t width = column.width;
            if (width == 0) {
                width = std::clamp(display_columns(heading(column, language_)) * 2 / 3 + 1, 6, 24);
                for (const TableGroup& group : table_.groups)
                    for (const TableRow& row : group.rows)
                        width = std::max(width, display_columns(shown(row.cells[c], column, row, language_)));
                if (totals && column.total != TotalKind::none)
                    width = std::max(
                        width, display_columns(decimal_text(total_of(table_, c), column.type, column.decimals)) + 3);
                width = std::min(width, 48);
            }
            widths_.push_back(width);
            keep(worksheet_set_column(sheet_, column_number(c), column_number(c), width * 1.04 + 2.2, nullptr));
        }
    }

    // Rows in the order they will stand, so that formulas may point down to the totals.
    std::size_t total_row() const {
        std::size_t row = header_row + 1;
        for (const TableGroup& group : table_.groups)
            row += group.rows.size() + (group.title.empty() ? 0 : has_totals(table_) ? 2 : 1);
        return row;
    }
    std::string resolve(const std::string& pattern, std::size_t row) const {
        std::string out;
        for (std::size_t at = 0; at < pattern.size();) {
            const std::size_t open = pattern.find('{', at);
            const std::size_t close = open == std::string::npos ? open : pattern.find('}', open);
            if (close == std::string::npos)
                return out + pattern.substr(at);
            out += pattern.substr(at, open - at);
            std::string key = pattern.substr(open + 1, close - open - 1);
            const bool of_total = key.ends_with(":total");
            if (of_total)
                key.resize(key.size() - 6);
            const std::size_t column = table_.column(key);
            ensure(column < table_.columns.size(), "a formula names a column of its table");
            out += cell_name(of_total ? total_row() : row, column);
            at = close + 1;
        }
        return out;
    }

    void body() {
        std::size_t row = header_row + 1;
        const std::size_t first = row;
        for (const TableGroup& group : table_.groups) {
            if (!group.title.empty())
                heading_row(row++, group.title);
            const std::size_t group_first = row;
            for (const TableRow& entry : group.rows)
                entry_row(row++, entry);
            if (!group.title.empty() && has_totals(table_)) {
                const Text label{group.title.zh + " 小计", "Subtotal, " + group.title.in(Language::en)};
                sum_row(row, CellLook::subtotal, label, group_first, row,
                        [&](std::size_t c) { return total_of(group, c); });
                ++row;
            }
        }
        if (row > first)
            keep(worksheet_autofilter(sheet_, header_row, 0, row_number(row - 1),
                                      column_number(table_.columns.size() - 1)));
        ensure(row == total_row(), "the rows of a sheet are counted as they are written");
        if (has_totals(table_)) {
            sum_row(row, CellLook::total, {"合计", "Total"}, first, row,
                    [&](std::size_t c) { return total_of(table_, c); });
            ++row;
        }
        for (const TableFooter& footer : table_.footers)
            footer_row(row++, footer);
        next_row_ = row;
    }

    void heading_row(std::size_t row, const Text& title) {
        for (std::size_t c = 0; c < table_.columns.size(); ++c)
            text(row, c, c == 0 ? title.in(language_) : std::string(), {.look = CellLook::group});
    }

    void entry_row(std::size_t row, const TableRow& entry) {
        std::int32_t lines = 1;
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            const TableColumn& column = table_.columns[c];
            CellStyle style{
                .type = column.type, .decimals = column.decimals, .alignment = column.alignment, .tone = entry.tone};
            if (column.type == CellType::decimal && entry.decimals)
                style.decimals = *entry.decimals;
            if (column.key == table_.accent_column && !entry.accent.empty())
                style.fill = tint(entry.accent);
            const TableCell& cell = entry.cells[c];
            if (const auto* calculated = std::get_if<Formula>(&cell))
                formula(row, c, resolve(calculated->pattern, row), calculated->value, style);
            else if (const auto* number = std::get_if<std::int64_t>(&cell))
                keep(worksheet_write_number(sheet_, row_number(row), column_number(c),
                                            shown_value(*number, column.type), formats_.of(style)));
            else {
                style.type = CellType::text;
                if (column.type != CellType::text && style.alignment == Alignment::automatic)
                    style.alignment = Alignment::end;
                const std::string words = shown(cell, column, entry, language_);
                // A tenth more than it takes: lines break between words.
                if (const std::int32_t taken = display_columns(words); taken > widths_[c])
                    lines = std::max(lines, (taken * 11 / 10 + widths_[c] - 1) / widths_[c]);
                text(row, c, words, style);
            }
        }
        // Not every program makes a row as high as its wrapped text.
        if (lines > 1)
            keep(worksheet_set_row(sheet_, row_number(row), 14.0 * lines + 2, nullptr));
    }

    template<class Sum>
    void sum_row(std::size_t row, CellLook look, const Text& label, std::size_t from, std::size_t end, Sum sum) {
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            const TableColumn& column = table_.columns[c];
            CellStyle style{
                .look = look, .type = column.type, .decimals = column.decimals, .alignment = column.alignment};
            if (column.total == TotalKind::none || end <= from) {
                style.type = CellType::text;
                style.alignment = Alignment::start;
                text(row, c, c == 0 ? label.in(language_) : std::string(), style);
                continue;
            }
            formula(row, c, "SUBTOTAL(9," + cell_name(from, c) + ":" + cell_name(end - 1, c) + ")", sum(c), style);
        }
    }

    void footer_row(std::size_t row, const TableFooter& footer) {
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            const TableColumn& column = table_.columns[c];
            if (column.key == footer.column)
                formula(row, c, resolve(footer.formula.pattern, row), footer.formula.value,
                        {.look = CellLook::subtotal, .type = column.type, .decimals = column.decimals});
            else
                text(row, c, c == 0 ? footer.title.in(language_) : std::string(), {.look = CellLook::subtotal});
        }
    }

    void notes() {
        std::size_t row = next_row_ + 1;
        for (const Text& note : table_.notes) {
            const std::string& sentence = note.in(language_);
            keep(worksheet_merge_range(sheet_, row_number(row), 0, row_number(row),
                                       column_number(std::max<std::size_t>(table_.columns.size(), 2) - 1),
                                       sentence.c_str(), formats_.of({.look = CellLook::note})));
            keep(worksheet_set_row(sheet_, row_number(row), 15.0 * (1 + display_columns(sentence) / 110), nullptr));
            ++row;
        }
    }

    lxw_worksheet* sheet_;
    CellFormats& formats_;
    const TableDocument& table_;
    Language language_;
    lxw_error error_ = LXW_NO_ERROR;
    std::size_t next_row_ = 0;
    std::vector<std::int32_t> widths_; // of the columns, in characters
};

lxw_error write_cover(lxw_worksheet* sheet, CellFormats& formats, const Workbook& workbook, Language language,
                      const std::vector<std::string>& tabs) {
    worksheet_set_paper(sheet, 9);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_column(sheet, 0, 0, 4, nullptr);
    worksheet_set_column(sheet, 1, 1, 24, nullptr);
    worksheet_set_column(sheet, 2, 2, 64, nullptr);
    lxw_row_t row = 2;
    lxw_error error = LXW_NO_ERROR;
    const auto put = [&](lxw_col_t column, const std::string& value, const CellStyle& style) {
        const lxw_error code =
            value.empty() ? LXW_NO_ERROR : worksheet_write_string(sheet, row, column, value.c_str(), formats.of(style));
        error = error == LXW_NO_ERROR ? code : error;
    };
    worksheet_set_row(sheet, row, 30, nullptr);
    put(1, workbook.title.in(language), {.look = CellLook::title});
    ++row;
    put(1, workbook.subtitle.in(language), {.look = CellLook::subtitle});
    row += 2;
    for (const CoverLine& entry : workbook.cover) {
        put(1, entry.label.in(language), {.look = CellLook::cover_label});
        put(2, entry.value.in(language), {.look = CellLook::cover_value});
        worksheet_set_row(sheet, row, 18, nullptr);
        ++row;
    }
    row += 1;
    put(1, Text{"目录", "Contents"}.in(language), {.look = CellLook::cover_label});
    for (std::size_t i = 0; i < tabs.size(); ++i, ++row) {
        const std::string link = "internal:'" + tabs[i] + "'!A1";
        const lxw_error code =
            worksheet_write_url_opt(sheet, row, 2, link.c_str(), formats.of({.look = CellLook::link}),
                                    workbook.tables[i].title.in(language).c_str(), nullptr);
        error = error == LXW_NO_ERROR ? code : error;
    }
    return error;
}

std::time_t created(const std::optional<Date>& date) {
    std::tm day{};
    day.tm_year = (date ? date->year : 2000) - 1900;
    day.tm_mon = (date ? date->month : 1) - 1;
    day.tm_mday = date ? date->day : 1;
    day.tm_hour = 12;
    return timegm(&day);
}

Error cannot_write(const std::filesystem::path& path, const std::string& why) {
    return {.code = ErrorCode::io,
            .message = {"无法写入工作簿（" + why + "）", "the workbook cannot be written (" + why + ")"},
            .fix = {"请检查目录与磁盘空间", "check the folder and the free space"},
            .where = {.file = path.string()}};
}

std::optional<Error> what_does_not_fit(const Workbook& workbook, Language language) {
    for (const TableDocument& table : workbook.tables) {
        if (table.row_count() + 2 * table.groups.size() + 64 > most_rows)
            return Error{.code = ErrorCode::bad_input,
                         .message = {"表“" + table.title.zh + "”行数超过工作簿上限",
                                     "table \"" + table.title.en + "\" has more rows than a workbook can hold"},
                         .fix = {"请改用 CSV", "use the CSV file"},
                         .where = {}};
        for (const TableGroup& group : table.groups)
            for (const TableRow& row : group.rows) {
                ensure(row.cells.size() == table.columns.size(), "a row has one cell a column");
                for (const TableCell& cell : row.cells)
                    if (const auto* text = std::get_if<Text>(&cell);
                        text && code_points(text->in(language)) > longest_text)
                        return Error{
                            .code = ErrorCode::bad_input,
                            .message = {"表“" + table.title.zh + "”有超过 32767 字的文字",
                                        "table \"" + table.title.en + "\" holds a text of more than 32767 characters"},
                            .fix = {"请改用 CSV", "use the CSV file"},
                            .where = {}};
            }
    }
    return std::nullopt;
}

} // namespace

std::string cell_name(std::size_t row, std::size_t column) {
    std::string letters;
    for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
    return letters + std::to_string(row + 1);
}

Result<void> write_xlsx(const Workbook& workbook, const std::filesystem::path& path, Language language) {
    if (std::optional<Error> error = what_does_not_fit(workbook, language))
        return *std::move(error);
    // libxlsxwriter complains on standard error; a path that cannot be written is found before it is asked.
    if (!std::ofstream(path, std::ios::binary | std::ios::app))
        return cannot_write(path, "cannot open");
    // Rows go straight to a temporary file: memory does not grow with the design.
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
    std::string title = workbook.title.in(language);
    std::string author = workbook.author;
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.created = created(workbook.date);
    workbook_set_properties(book, &properties);

    CellFormats formats(book);
    std::set<std::string> used;
    const std::string cover_tab = tab_name(Text{"封面", "Cover"}.in(language), used);
    std::vector<std::string> tabs;
    for (const TableDocument& table : workbook.tables)
        tabs.push_back(tab_name(table.sheet.in(language), used));
    lxw_error code = write_cover(workbook_add_worksheet(book, cover_tab.c_str()), formats, workbook, language, tabs);
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        SheetWriter writer(workbook_add_worksheet(book, tabs[i].c_str()), formats, workbook.tables[i], language);
        writer.write(workbook.subtitle);
        code = code == LXW_NO_ERROR ? writer.error() : code;
    }
    const lxw_error closing = workbook_close(book);
    code = closing != LXW_NO_ERROR ? closing : code;
    if (code != LXW_NO_ERROR)
        return cannot_write(path, lxw_strerror(code));
    return {};
}

} // namespace riser
