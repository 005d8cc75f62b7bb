// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/command.h"
#include "designer/cli/options.h"
#include "exporters/writers/check_report.h"
#include "solvers/base/facts.h"
#include "solvers/checks/run_checks.h"

#include <CLI/CLI.hpp>

#include <ostream>

namespace riser {

namespace {

struct CheckOptions {
    std::string path;
    std::string format = "text";
    std::string fail_on = "error";
    std::string rules;
    std::string deck;
    bool near_misses = false;
};

bool fails(const CheckReport& report, const std::string& fail_on) {
    if (fail_on == "never")
        return false;
    const std::size_t errors = report.count(Severity::error);
    return errors > 0 || (fail_on == "warning" && report.count(Severity::warning) > 0);
}

Exit run_check(const CheckOptions& options, const Console& console) {
    const Result<Opened> opened = open_to_read(options.path, console);
    if (!opened)
        return console.fail(opened.error());
    const Result<Deck> deck = deck_for(opened->design, options.deck);
    if (!deck)
        return console.fail(deck.error());
    const Run run = console.run();
    const Facts facts(opened->design);
    const std::vector<std::string> wanted = split_list(options.rules);
    Result<CheckReport> report =
        wanted.empty() ? Result<CheckReport>(run_checks(facts, *deck, run)) : run_checks(facts, *deck, wanted, run);
    run.report(1, {});
    if (!report)
        return console.fail(report.error());
    const NearMisses near = options.near_misses ? NearMisses::shown : NearMisses::hidden;
    if (options.format == "json")
        console.out() << check_json(*report, opened->design, near) << "\n";
    else if (options.format == "sarif")
        console.out() << check_sarif(*report, opened->design, options.path, near) << "\n";
    else if (options.format == "junit")
        console.out() << check_junit(*report, console.language) << "\n";
    else
        console.out() << check_text(*report, console.language, near);
    return fails(*report, options.fail_on) ? Exit::findings : Exit::done;
}

} // namespace

Command check_command() {
    return {"check",
            {"按规则集检查设计", "Check a design against the rules"},
            "riser check office.riser --format json --fail-on warning",
            [](CLI::App& app, const Console& console) -> std::function<Exit()> {
                auto options = std::make_shared<CheckOptions>();
                const auto said = [&](const Text& text) { return text.in(console.language); };
                app.add_option("DESIGN", options->path, said({"设计文件", "The design"}))->required();
                app.add_option("--format", options->format, "text, json, sarif, junit")
                    ->check(CLI::IsMember({"text", "json", "sarif", "junit"}));
                app.add_option("--fail-on", options->fail_on,
                               said({"从哪一级起状态为 1：error、warning、never",
                                     "From which severity the status is 1: error, warning, never"}))
                    ->check(CLI::IsMember({"error", "warning", "never"}));
                app.add_option("--rules", options->rules,
                               said({"只检查这些规则，逗号分隔", "Only these rules, separated by commas"}));
                app.add_option("--deck", options->deck, said({"规则集名称或文件", "Rule deck, by name or file"}));
                app.add_flag(
                    "--near-misses", options->near_misses,
                    said({"也列出距限值不到 " + display(near_share) + " 的合格项（text、json、sarif）",
                          "Also what passes within " + display(near_share) + " of its limit (text, json, sarif)"}));
                return [options, &console] { return run_check(*options, console); };
            }};
}

} // namespace riser
