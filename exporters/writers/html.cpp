// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/writers/html.h"

#include "exporters/writers/markup.h"

#include <array>

namespace riser {

namespace {

constexpr std::string_view style = R"(
body{font:10.5pt/1.5 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1A1F26;
background:#fff;margin:16mm;max-width:360mm}
h1{font-size:16pt;margin:0 0 2mm}h2{font-size:12pt;margin:5mm 0 1mm}p{margin:1mm 0}
ul,ol{margin:1mm 0;padding-left:6mm}.sub{color:#5B6673}
table{border-collapse:collapse;margin:2mm 0;font-size:9pt}thead{display:table-header-group}tr{break-inside:avoid}
th,td{border:0.2mm solid #C3CAD3;padding:0.6mm 1.6mm;text-align:left;vertical-align:top}
th{background:#EEF1F5;font-weight:600}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
td.c,th.c{text-align:center}tr.group td{background:#F6F8FA;font-weight:600}
tr.sum td{font-weight:600;border-top:0.4mm solid #5B6673}tr.muted td{color:#7A8592}
tr.attention td:first-child{border-left:1mm solid #B42318}
@media print{body{margin:0;max-width:none}a{color:inherit;text-decoration:none}}
)";

std::string_view page_rule(PageSize size) {
    switch (size) {
    case PageSize::a4_portrait:
        return "@page{size:A4 portrait;margin:15mm}";
    case PageSize::a4_landscape:
        return "@page{size:A4 landscape;margin:12mm}";
    case PageSize::a3_landscape:
        return "@page{size:A3 landscape;margin:12mm}";
    }
    return {};
}

std::string_view class_of(const TableColumn& column) {
    switch (column.alignment) {
    case Alignment::automatic:
        return column.type == CellType::text ? "" : " class=\"n\"";
    case Alignment::start:
        return "";
    case Alignment::centre:
        return " class=\"c\"";
    case Alignment::end:
        return " class=\"n\"";
    }
    return "";
}

class TableWriter {
  public:
    TableWriter(const TableDocument& table, Language language) : table_(table), language_(language) {}

    std::string write() && {
        out_ = "<table>\n<thead><tr>";
        for (const TableColumn& column : table_.columns)
            cell("th", column, heading(column, language_));
        out_ += "</tr></thead>\n<tbody>\n";
        for (const TableGroup& group : table_.groups)
            write(group);
        out_ += "</tbody>\n";
        totals();
        out_ += "</table>\n";
        return std::move(out_);
    }

  private:
    void cell(std::string_view tag, const TableColumn& column, std::string_view text) {
        ((out_ += '<') += tag) += class_of(column);
        out_ += '>';
        append_escaped(out_, text);
        ((out_ += "</") += tag) += '>';
    }

    void write(const TableGroup& group) {
        if (!group.title.empty()) {
            out_ += "<tr class=\"group\"><td colspan=\"" + std::to_string(table_.columns.size()) + "\">";
            append_escaped(out_, group.title.in(language_));
            out_ += "</td></tr>\n";
        }
        for (const TableRow& row : group.rows)
            write(row);
        if (!group.title.empty() && has_totals(table_))
            sums({"小计", "Subtotal"}, [&](std::size_t c) { return total_of(group, c); });
    }

    void write(const TableRow& row) {
        constexpr std::array<std::string_view, 3> tones{"", " class=\"muted\"", " class=\"attention\""};
        ((out_ += "<tr") += tones[static_cast<std::size_t>(row.tone)]) += '>';
        for (std::size_t c = 0; c < table_.columns.size(); ++c)
            cell("td", table_.columns[c],
                 c < row.cells.size() ? shown(row.cells[c], table_.columns[c], row, language_) : std::string());
        out_ += "</tr>\n";
    }

    template<class Sum> void sums(const Text& title, Sum sum) {
        out_ += "<tr class=\"sum\">";
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            const TableColumn& column = table_.columns[c];
            if (column.total == TotalKind::sum)
                cell("td", column, shown(TableCell(sum(c)), column, {}, language_));
            else
                cell("td", column, c == 0 ? std::string_view(title.in(language_)) : std::string_view());
        }
        out_ += "</tr>\n";
    }

    void totals() {
        if (!has_totals(table_) && table_.footers.empty())
            return;
        out_ += "<tfoot>\n";
        if (has_totals(table_))
            sums({"合计", "Total"}, [&](std::size_t c) { return total_of(table_, c); });
        for (const TableFooter& footer : table_.footers) {
            const std::size_t at = table_.column(footer.column);
            out_ += "<tr class=\"sum\">";
            for (std::size_t c = 0; c < table_.columns.size(); ++c)
                cell("td", table_.columns[c],
                     c == at  ? shown(TableCell(footer.formula), table_.columns[c], {}, language_)
                     : c == 0 ? footer.title.in(language_)
                              : std::string());
            out_ += "</tr>\n";
        }
        out_ += "</tfoot>\n";
    }

    const TableDocument& table_;
    Language language_;
    std::string out_;
};

} // namespace

std::string html_page(std::string_view title, std::string_view body, Language language, PageSize size) {
    const std::string_view tongue = language == Language::zh ? "zh-CN" : "en";
    std::string out = "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"";
    ((out += tongue) += "\" xml:lang=\"") += tongue;
    out += "\">\n<head>\n<meta charset=\"UTF-8\"/>\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>";
    append_escaped(out, title);
    out += "</title>\n<style>";
    (out += page_rule(size)) += style;
    out += "</style>\n</head>\n<body>\n";
    (out += body) += "</body>\n</html>\n";
    return out;
}

std::string html_table(const TableDocument& table, Language language) { return TableWriter(table, language).write(); }

std::string html(const TableDocument& table, Language language) {
    const std::string& title = table.title.in(language);
    std::string body = "<h1>" + escaped(title) + "</h1>\n" + html_table(table, language);
    if (!table.notes.empty()) {
        body += "<ol>\n";
        for (const Text& note : table.notes)
            body += "<li>" + escaped(note.in(language)) + "</li>\n";
        body += "</ol>\n";
    }
    return html_page(title, body, language,
                     table.paper == TablePaper::a3_landscape ? PageSize::a3_landscape : PageSize::a4_landscape);
}

} // namespace riser
