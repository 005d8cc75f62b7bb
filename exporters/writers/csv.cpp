// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/writers/csv.h"

#include <algorithm>

namespace riser {

namespace {

void append_field(std::string& out, std::string_view field) {
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
        out += field;
        return;
    }
    out += '"';
    for (const char c : field) {
        if (c == '"')
            out += '"';
        out += c;
    }
    out += '"';
}

void append_text(std::string& out, std::string_view text) {
    if (looks_like_formula(text))
        append_field(out, '\'' + std::string(text));
    else
        append_field(out, text);
}

} // namespace

bool looks_like_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string csv(const TableDocument& table, Language language, CsvEncoding encoding) {
    const bool grouped = std::any_of(table.groups.begin(), table.groups.end(),
                                     [](const TableGroup& group) { return !group.title.empty(); });
    std::string out = encoding == CsvEncoding::utf8_with_mark ? "\xef\xbb\xbf" : "";
    if (grouped)
        out += Text{"分组", "group"}.in(language);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (c > 0 || grouped)
            out += ',';
        append_text(out, heading(table.columns[c], language));
    }
    out += "\r\n";
    for (const TableGroup& group : table.groups)
        for (const TableRow& row : group.rows) {
            if (grouped)
                append_text(out, group.title.in(language));
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                if (c > 0 || grouped)
                    out += ',';
                const std::string field = exact(row.cells[c], table.columns[c], language);
                if (is_number(row.cells[c]))
                    out += field;
                else
                    append_text(out, field);
            }
            out += "\r\n";
        }
    return out;
}

} // namespace riser
