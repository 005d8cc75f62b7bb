// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/command.h"
#include "designer/cli/options.h"
#include "designer/cli/simulation.h"
#include "exporters/writers/table_json.h"
#include "exporters/writers/table_text.h"
#include "solvers/checks/project_settings.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>

namespace riser {

std::span<const SimulationPart> simulation_parts() {
    static const std::vector<SimulationPart> list{failures_part(), redundancy_part(), fixes_part(), availability_part(),
                                                  load_part(),     growth_part(),     slips_part()};
    return list;
}

namespace {

struct SimulateOptions {
    std::string path;
    std::string format = "text";
    std::string only;
    std::string deck;
    int failures = 1;
    std::size_t top = 20;
};

std::string part_names() {
    std::string out;
    for (const SimulationPart& part : simulation_parts())
        out += (out.empty() ? "" : ", ") + std::string(part.name);
    return out;
}

Result<std::vector<SimulationPart>> parts_wanted(const std::string& only) {
    const std::vector<std::string> names = split_list(only);
    for (const std::string& name : names)
        if (std::none_of(simulation_parts().begin(), simulation_parts().end(),
                         [&](const SimulationPart& part) { return part.name == name; }))
            return Error{.code = ErrorCode::bad_input,
                         .message = {"不认识的部分 " + name, "no such part: " + name},
                         .fix = {"可用：" + part_names(), "there are: " + part_names()},
                         .where = {}};
    std::vector<SimulationPart> out;
    for (const SimulationPart& part : simulation_parts())
        if (names.empty() || std::find(names.begin(), names.end(), part.name) != names.end())
            out.push_back(part);
    return out;
}

void print_text(const std::vector<TableSection>& sections, std::size_t top, const Console& console) {
    for (const TableSection& section : sections) {
        console.out() << "== " << section.title.in(console.language) << " ==\n";
        for (const TableDocument& table : section.tables)
            console.out() << table_text(table, console.language, top) << "\n";
    }
}

Exit run_simulate(const SimulateOptions& options, const Console& console) {
    const Result<std::vector<SimulationPart>> parts = parts_wanted(options.only);
    if (!parts)
        return console.fail(parts.error());
    const Result<Opened> opened = open_to_read(options.path, console);
    if (!opened)
        return console.fail(opened.error());
    const Result<Deck> deck = deck_for(opened->design, options.deck);
    if (!deck)
        return console.fail(deck.error());
    const Deck holds = settled_deck(*deck, opened->design);
    const Facts facts(opened->design);
    const Run run = console.run();
    std::vector<TableSection> sections;
    for (const SimulationPart& part : *parts) {
        Result<std::vector<TableDocument>> tables =
            part.tables({.facts = facts, .deck = holds, .failures = options.failures, .run = run});
        if (!tables)
            return console.fail(tables.error());
        sections.push_back({std::string(part.name), part.title, std::move(*tables)});
    }
    run.report(1, {});
    if (options.format == "json")
        console.out() << tables_json(sections) << "\n";
    else
        print_text(sections, options.top, console);
    return Exit::done;
}

} // namespace

Command simulate_command() {
    return {"simulate",
            {"推演故障：断什么、断谁", "Say what goes dark when something fails"},
            "riser simulate office.riser --failures 2 --only failures --format json",
            [](CLI::App& app, const Console& console) -> std::function<Exit()> {
                auto options = std::make_shared<SimulateOptions>();
                const auto said = [&](const Text& text) { return text.in(console.language); };
                app.add_option("DESIGN", options->path, said({"设计文件", "The design"}))->required();
                app.add_option("--failures", options->failures,
                               said({"同时故障的元素数：1 或 2", "How many things fail at once: 1 or 2"}))
                    ->check(CLI::IsMember({1, 2}));
                app.add_option("--only", options->only,
                               said({"只推演这些部分，逗号分隔：" + part_names(),
                                     "Only these parts, separated by commas: " + part_names()}));
                app.add_option("--top", options->top,
                               said({"text 每张表最多显示的行数", "Rows of each table that text shows at most"}));
                app.add_option("--format", options->format, "text, json")->check(CLI::IsMember({"text", "json"}));
                app.add_option("--deck", options->deck, said({"规则集名称或文件", "Rule deck, by name or file"}));
                return [options, &console] { return run_simulate(*options, console); };
            }};
}

} // namespace riser
