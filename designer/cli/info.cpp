// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/command.h"
#include "designer/cli/options.h"
#include "model/fields/table_access.h"
#include "model/file/format.h"
#include "model/file/schema.h"

#include <CLI/CLI.hpp>

#include <ostream>

namespace riser {

namespace {

struct InfoOptions {
    std::string path;
    std::string format = "text";
};

void print_text(const Design& design, const Console& console) {
    const Language language = console.language;
    std::ostream& out = console.out();
    const std::string name = design.project().name.in(language);
    out << (name.empty() ? Text{"（未命名）", "(unnamed)"}.in(language) : name) << "\n"
        << Text{"格式 ", "format "}.in(language) << to_string(format_of(design)) << "\n";
    for (const TableAccess& table : all_tables())
        if (const std::size_t rows = table.size(design); rows > 0) {
            const std::string count = std::to_string(rows);
            out << std::string(count.size() < 8 ? 8 - count.size() : 0, ' ') << count << "  "
                << (language == Language::zh ? table.record->label.zh : table.record->label.en) << "\n";
        }
}

Exit run_info(const InfoOptions& options, const Console& console) {
    const Result<Opened> opened = open_to_read(options.path, console);
    if (!opened)
        return console.fail(opened.error());
    const Design& design = opened->design;
    if (options.format == "json")
        console.out() << info_json(design) << "\n";
    else
        print_text(design, console);
    return Exit::done;
}

} // namespace

Command info_command() {
    return {"info",
            {"显示设计里有什么", "Say what is in a design"},
            "riser info office.riser --format json",
            [](CLI::App& app, const Console& console) -> std::function<Exit()> {
                auto options = std::make_shared<InfoOptions>();
                const auto said = [&](const Text& text) { return text.in(console.language); };
                app.add_option("DESIGN", options->path, said({"设计文件", "The design"}))->required();
                app.add_option("--format", options->format, "text, json")->check(CLI::IsMember({"text", "json"}));
                return [options, &console] { return run_info(*options, console); };
            }};
}

} // namespace riser
