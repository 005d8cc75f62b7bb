// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/writers/table_text.h"

#include <algorithm>

namespace riser {

namespace {

struct Line {
    Text group = {}; // a heading; else cells
    std::vector<std::string> cells = {};
};

std::vector<Line> lines_of(const TableDocument& table, Language language, std::size_t most) {
    std::vector<Line> out;
    std::size_t rows = 0;
    for (const TableGroup& group : table.groups) {
        if (rows == most)
            break;
        if (!group.title.empty())
            out.push_back({.group = group.title});
        for (const TableRow& row : group.rows) {
            if (rows++ == most)
                return out;
            Line line;
            for (std::size_t c = 0; c < table.columns.size(); ++c)
                line.cells.push_back(c < row.cells.size() ? shown(row.cells[c], table.columns[c], row, language) : "");
            for (std::string& cell : line.cells)
                std::replace(cell.begin(), cell.end(), '\n', ' ');
            out.push_back(std::move(line));
        }
    }
    return out;
}

bool at_the_end(const TableColumn& column) {
    return column.alignment == Alignment::end ||
           (column.alignment == Alignment::automatic && column.type != CellType::text);
}

std::string padded(const std::string& text, std::int32_t width, bool at_end) {
    const std::string gap(static_cast<std::size_t>(std::max(0, width - display_columns(text))), ' ');
    return at_end ? gap + text : text + gap;
}

} // namespace

std::string table_text(const TableDocument& table, Language language, std::size_t most) {
    const std::vector<Line> lines = lines_of(table, language, most);
    Line head;
    for (const TableColumn& column : table.columns)
        head.cells.push_back(heading(column, language));
    std::vector<std::int32_t> width;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        width.push_back(display_columns(head.cells[c]));
        for (const Line& line : lines)
            if (c < line.cells.size())
                width[c] = std::max(width[c], display_columns(line.cells[c]));
    }
    std::string out = table.title.in(language) + "\n";
    const auto write = [&](const Line& line) {
        std::string text;
        for (std::size_t c = 0; c < line.cells.size(); ++c)
            text += std::string("  ") + padded(line.cells[c], width[c], at_the_end(table.columns[c]));
        text.erase(text.find_last_not_of(' ') + 1);
        out += text + "\n";
    };
    write(head);
    for (const Line& line : lines)
        if (!line.cells.empty())
            write(line);
        else
            out += line.group.in(language) + "\n";
    if (const std::size_t rows = table.row_count(); rows > most)
        out += "  " +
               Text{"……另有 " + std::to_string(rows - most) + " 行", "... and " + std::to_string(rows - most) + " more"}
                   .in(language) +
               "\n";
    for (const Text& note : table.notes)
        out += "  " + note.in(language) + "\n";
    return out;
}

} // namespace riser
