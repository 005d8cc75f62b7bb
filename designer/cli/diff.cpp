// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/diff.h"
#include "designer/cli/command.h"
#include "designer/cli/options.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <ostream>

namespace riser {

namespace {

struct DiffOptions {
    std::string before;
    std::string after;
    std::string format = "text";
};

std::string_view sign_of(RowChangeKind kind) {
    return kind == RowChangeKind::added ? "+" : kind == RowChangeKind::removed ? "-" : "~";
}

void print_diff_text(const std::vector<RowChange>& changes, const Console& console) {
    for (const RowChange& change : changes) {
        console.out() << sign_of(change.kind) << " " << change.title.in(console.language) << "  ("
                      << to_string(change.id) << ")\n";
        for (const FieldChange& field : change.fields)
            console.out() << "    " << field.label.in(console.language) << ": " << field.before << " -> " << field.after
                          << "\n";
    }
    console.say({std::to_string(changes.size()) + " 行不同", std::to_string(changes.size()) + " rows differ"});
}

void print_diff_json(const std::vector<RowChange>& changes, const Console& console) {
    nlohmann::ordered_json out = nlohmann::ordered_json::array();
    for (const RowChange& change : changes) {
        nlohmann::ordered_json fields = nlohmann::ordered_json::array();
        for (const FieldChange& field : change.fields)
            fields.push_back({{"field", field.key}, {"before", field.before}, {"after", field.after}});
        out.push_back({{"id", to_string(change.id)},
                       {"table", table_name(change.id.kind)},
                       {"change", change.kind == RowChangeKind::added     ? "added"
                                  : change.kind == RowChangeKind::removed ? "removed"
                                                                          : "changed"},
                       {"title", {{"zh", change.title.zh}, {"en", change.title.en}}},
                       {"fields", std::move(fields)}});
    }
    console.out() << nlohmann::ordered_json{{"changes", std::move(out)}}.dump(2) << "\n";
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text)
        out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
    return out;
}

void print_diff_html(const std::vector<RowChange>& changes, const Console& console) {
    const bool chinese = console.language == Language::zh;
    std::ostream& out = console.out();
    out << "<!DOCTYPE html>\n<html lang=\"" << (chinese ? "zh-CN" : "en") << "\"><head><meta charset=\"utf-8\"><title>"
        << Text{"设计差异", "Design changes"}.in(console.language)
        << "</title><style>body{font:14px 'Noto Sans CJK "
           "SC',sans-serif;margin:2em;color:#1a1f26}table{border-collapse:collapse}"
           "td,th{border:1px solid #dfe3e8;padding:4px 8px;text-align:left;vertical-align:top}.added{color:#1b7f4b}"
           ".removed{color:#c62828}</style></head><body>\n<table><tr>";
    for (const Text& title :
         {Text{"对象", "Row"}, Text{"字段", "Field"}, Text{"原值", "Before"}, Text{"新值", "After"}})
        out << "<th>" << title.in(console.language) << "</th>";
    out << "</tr>\n";
    for (const RowChange& change : changes) {
        const std::string title = escaped(change.title.in(console.language));
        if (change.kind != RowChangeKind::changed)
            out << "<tr class=\"" << (change.kind == RowChangeKind::added ? "added" : "removed") << "\"><td>"
                << sign_of(change.kind) << " " << title << "</td><td></td><td></td><td></td></tr>\n";
        for (const FieldChange& field : change.fields)
            out << "<tr><td>" << title << "</td><td>" << escaped(field.label.in(console.language)) << "</td><td>"
                << escaped(field.before) << "</td><td>" << escaped(field.after) << "</td></tr>\n";
    }
    out << "</table></body></html>\n";
}

Exit run_diff(const DiffOptions& options, const Console& console) {
    const Result<Opened> before = open_to_read(options.before, console);
    if (!before)
        return console.fail(before.error());
    const Result<Opened> after = open_to_read(options.after, console);
    if (!after)
        return console.fail(after.error());
    const std::vector<RowChange> changes = diff(before->design, after->design);
    if (options.format == "json")
        print_diff_json(changes, console);
    else if (options.format == "html")
        print_diff_html(changes, console);
    else
        print_diff_text(changes, console);
    return Exit::done;
}

} // namespace

Command diff_command() {
    return {"diff",
            {"列出两个设计的不同", "List what differs between two designs"},
            "riser diff before.riser after.riser --format html > changes.html",
            [](CLI::App& app, const Console& console) -> std::function<Exit()> {
                auto options = std::make_shared<DiffOptions>();
                const auto said = [&](const Text& text) { return text.in(console.language); };
                app.add_option("A", options->before, said({"原设计", "The design before"}))->required();
                app.add_option("B", options->after, said({"新设计", "The design after"}))->required();
                app.add_option("--format", options->format, "text, json, html")
                    ->check(CLI::IsMember({"text", "json", "html"}));
                return [options, &console] { return run_diff(*options, console); };
            }};
}

} // namespace riser
