// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/command.h"
#include "designer/cli/options.h"
#include "designer/cli/paper.h"
#include "exporters/package.h"
#include "exporters/painting/paper_formats.h"
#include "solvers/base/facts.h"
#include "solvers/checks/run_checks.h"

#include <CLI/CLI.hpp>

#include <ostream>

namespace riser {

namespace {

struct ExportRequest {
    std::string path;
    std::string directory;
    std::string only;
    std::string planes;
    std::string profile = "contractor";
    std::string deck;
    std::string format;
    int dpi = default_dpi;
};

Exit run_export(const ExportRequest& request, const Console& console) {
    const Result<Opened> opened = open_to_read(request.path, console);
    if (!opened)
        return console.fail(opened.error());
    const Result<Deck> deck = deck_for(opened->design, request.deck);
    if (!deck)
        return console.fail(deck.error());
    const Result<Profile> profile = parse_profile(request.profile);
    if (!profile)
        return console.fail(profile.error());
    const Result<PaperFormats> paper = paper_formats(request.format, request.dpi);
    if (!paper)
        return console.fail(paper.error());
    const Run run = console.run();
    const Facts facts(opened->design);
    const CheckReport report = run_checks(facts, *deck, run);
    ExportOptions options;
    options.directory = request.directory;
    options.only = split_list(request.only);
    options.language = console.language;
    options.profile = *profile;
    options.planes = split_list(request.planes);
    options.formats = paper->formats;
    options.underlays = underlays_from({.designs = {request.path}, .held = {}});
    take_numbers(settled_deck(*deck, facts.design()), options);
    const Result<PackageReport> package = export_package(facts, report, options, run);
    run.report(1, {});
    if (!package)
        return console.fail(package.error());
    if (!console.quiet)
        for (const PackageFile& file : package->files)
            console.out() << file.name << "  " << (file.bytes + 1023) / 1024 << " KiB  "
                          << file.title.in(console.language) << "\n";
    return Exit::done;
}

} // namespace

Command export_command() {
    return {"export",
            {"输出设计文件", "Write the design documents"},
            "riser export office.riser --to documents --only drawings --format pdf,svg",
            [](CLI::App& app, const Console& console) -> std::function<Exit()> {
                auto request = std::make_shared<ExportRequest>();
                const auto said = [&](const Text& text) { return text.in(console.language); };
                std::string groups;
                for (const std::string_view group : package_groups())
                    groups += (groups.empty() ? "" : ",") + std::string(group);
                app.add_option("DESIGN", request->path, said({"设计文件", "The design"}))->required();
                app.add_option("--to", request->directory, said({"输出到的文件夹", "The folder to write into"}))
                    ->required();
                app.add_option("--only", request->only, said({"只输出：", "Only: "}) + groups);
                app.add_option("--format", request->format,
                               said({"图纸格式：pdf（默认）、svg、png", "Of drawings: pdf (default), svg, png"}));
                app.add_option("--dpi", request->dpi,
                               said({"png 每英寸点数，默认 " + std::to_string(default_dpi),
                                     "Dots an inch of png; default: " + std::to_string(default_dpi)}));
                app.add_option("--planes", request->planes,
                               said({"审查人可见的涉密网络代号", "Codes of secret planes that a reviewer may see"}));
                app.add_option(
                    "--profile", request->profile,
                    said({"读者：contractor、reviewer、body:代号", "Reader: contractor, reviewer, body:CODE"}));
                app.add_option("--deck", request->deck, said({"规则集名称或文件", "Rule deck, by name or file"}));
                return [request, &console] { return run_export(*request, console); };
            }};
}

} // namespace riser
