// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/reports/report.h"

#include "exporters/writers/html.h"
#include "exporters/writers/markup.h"

namespace riser {

namespace {

// Text inside Markdown: what would start a mark-up is escaped, a line stays a line.
std::string markdown(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            out += ' ';
            continue;
        }
        if (std::string_view("\\`*_{}[]<>#|").find(c) != std::string_view::npos)
            out += '\\';
        out += c;
    }
    return out;
}

void append_element(std::string& out, std::string_view tag, std::string_view text) {
    ((out += '<') += tag) += '>';
    append_escaped(out, text);
    ((out += "</") += tag) += ">\n";
}

void append_html(std::string& out, const ReportTable& table, Language language) {
    const auto row = [&](std::string_view tag, const std::vector<Text>& cells) {
        out += "<tr>";
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool number = table.numbers_from > 0 && i >= table.numbers_from;
            ((out += '<') += tag) += number ? " class=\"n\">" : ">";
            append_escaped(out, cells[i].in(language));
            ((out += "</") += tag) += '>';
        }
        out += "</tr>\n";
    };
    out += "<table>\n<thead>";
    row("th", table.head);
    out += "</thead>\n<tbody>\n";
    for (const std::vector<Text>& cells : table.rows)
        row("td", cells);
    out += "</tbody>\n</table>\n";
}

void append_markdown(std::string& out, const ReportTable& table, Language language) {
    const auto row = [&](const std::vector<Text>& cells) {
        out += '|';
        for (const Text& cell : cells)
            out += ' ' + markdown(cell.in(language)) + " |";
        out += '\n';
    };
    row(table.head);
    out += '|';
    for (std::size_t i = 0; i < table.head.size(); ++i)
        out += table.numbers_from > 0 && i >= table.numbers_from ? " ---: |" : " --- |";
    out += '\n';
    for (const std::vector<Text>& cells : table.rows)
        row(cells);
    out += '\n';
}

} // namespace

std::string report_html(const Report& report, Language language) {
    std::string body;
    append_element(body, "h1", report.title.in(language));
    if (!report.subtitle.empty())
        body += "<p class=\"sub\">" + escaped(report.subtitle.in(language)) + "</p>\n";
    for (const ReportSection& section : report.sections) {
        append_element(body, "h2", section.title.in(language));
        for (const Text& paragraph : section.paragraphs)
            append_element(body, "p", paragraph.in(language));
        for (const ReportTable& table : section.tables)
            if (!table.rows.empty())
                append_html(body, table, language);
        if (section.points.empty())
            continue;
        body += "<ul>\n";
        for (const Text& point : section.points)
            append_element(body, "li", point.in(language));
        body += "</ul>\n";
    }
    return html_page(report.title.in(language), body, language);
}

std::string report_markdown(const Report& report, Language language) {
    std::string out = "# " + markdown(report.title.in(language)) + "\n\n";
    if (!report.subtitle.empty())
        out += markdown(report.subtitle.in(language)) + "\n\n";
    for (const ReportSection& section : report.sections) {
        out += "## " + markdown(section.title.in(language)) + "\n\n";
        for (const Text& paragraph : section.paragraphs)
            out += markdown(paragraph.in(language)) + "\n\n";
        for (const ReportTable& table : section.tables)
            if (!table.rows.empty())
                append_markdown(out, table, language);
        for (const Text& point : section.points)
            out += "- " + markdown(point.in(language)) + "\n";
        if (!section.points.empty())
            out += "\n";
    }
    return out;
}

} // namespace riser
