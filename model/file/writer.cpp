// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/writer.h"

#include "model/file/characters.h"
#include "model/file/format.h"
#include "model/file/row_writer.h"

namespace riser {

namespace {

void append_lines(const std::vector<std::string>& lines, std::string_view indent, std::string& out) {
    for (const std::string& line : lines)
        ((out += indent) += line) += '\n';
}

void append_attributes(const Extras* extras, std::string_view but, std::string& out) {
    if (!extras)
        return;
    for (const Extras::Attribute& attribute : extras->attributes) {
        if (attribute.name == but)
            continue;
        ((out += ' ') += attribute.name) += "=\"";
        append_escaped(attribute.value, out);
        out += '"';
    }
}

void append_table(const Design& design, const TableAccess& table, std::string& out) {
    const Extras* extras = design.table_extras[static_cast<std::size_t>(table.kind)].get();
    if (table.size(design) == 0 && !extras)
        return;
    const Layout& layout = layout_of(table.kind);
    const std::string element = table_element(table.kind);
    if (extras)
        append_lines(extras->before, "", out);
    (out += '<') += element;
    append_attributes(extras, "", out);
    out += ">\n";
    table.for_each(design, [&](const void* row) {
        if (const Extras* own = table.base(row)->extras.get())
            append_lines(own->before, "  ", out);
        out += "  ";
        append_row(layout, table, row, out);
        out += '\n';
    });
    if (extras)
        append_lines(extras->children, "  ", out);
    ((out += "</") += element) += ">\n";
}

} // namespace

std::string write_design(const Design& design) {
    std::size_t rows = 0;
    for (const TableAccess& table : all_tables())
        rows += table.size(design);
    std::string out;
    out.reserve(1024 + rows * 192);
    const Extras* extras = design.document_extras.get();
    out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    if (extras)
        append_lines(extras->before, "", out);
    ((out += "<riser format=\"") += to_string(format_of(design))) += '"';
    append_attributes(extras, format_attribute, out);
    out += ">\n";
    for (const TableAccess& table : all_tables())
        append_table(design, table, out);
    if (extras)
        append_lines(extras->children, "", out);
    out += "</riser>\n";
    return out;
}

} // namespace riser
