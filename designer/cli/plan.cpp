// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/command.h"
#include "designer/cli/options.h"
#include "exporters/tables/cost.h"
#include "exporters/tables/names.h"
#include "model/edits/issue_edits.h"
#include "solvers/planning/by_deck.h"
#include "solvers/planning/steps.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace riser {

namespace {

struct PlanOptions {
    std::string path;
    std::string steps;
    std::string out;
    std::string access_points;
    std::string rooms = "named";
    bool all_reasons = false;
};

// "2F, 3F, 3F 302 Office and 5 more: …": what a reason is about, by place and name.
std::string shown(const Reason& reason, const Design& design, Language language) {
    constexpr std::size_t most = 3;
    std::vector<std::string> names;
    for (const AnyId subject : reason.subjects) {
        const RowPlace place = place_of(design, subject);
        const bool is_place = subject.kind == Kind::floors || subject.kind == Kind::rooms;
        std::string name = (is_place ? describe(design, place) : name_of(design, subject)).in(language);
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    std::string out;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i)
        out += (out.empty() ? "" : Text{"、", ", "}.in(language)) + names[i];
    if (names.size() > most)
        out +=
            Text{" 等 " + std::to_string(names.size()) + " 项", " and " + std::to_string(names.size() - most) + " more"}
                .in(language);
    return out + (out.empty() ? "" : Text{"：", ": "}.in(language)) + reason.sentence.in(language);
}

void print_step(const StepReport& step, const Design& design, bool all_reasons, const Console& console) {
    const Language language = console.language;
    std::ostream& out = console.out();
    out << step.title.in(language) << ": +" << step.added << " ~" << step.changed << " -" << step.removed;
    for (const StepTotal& total : step.totals)
        out << "  " << total.what.in(language) << " " << shown(total.value, total.unit);
    if (step.outcome == Outcome::stopped)
        out << Text{"（已停止，未完成）", " (stopped before the end)"}.in(language);
    out << "\n";
    if (const Text rows = sentence_of(step.by_kind); !rows.en.empty())
        out << "  " << Text{"其中：", "of these: "}.in(language) << rows.in(language) << "\n";
    for (const StepObjective& objective : step.objectives)
        out << "  " << sentence_of(objective).in(language) << "\n";
    const std::size_t shown_reasons = all_reasons ? step.reasons.size() : 12;
    for (std::size_t i = 0; i < std::min(step.reasons.size(), shown_reasons); ++i)
        out << "  " << shown(step.reasons[i], design, language) << "\n";
    if (const std::size_t more = step.reasons.size() - std::min(step.reasons.size(), shown_reasons); more > 0)
        out << Text{"  …另有 " + std::to_string(more) + " 条（--reasons 全部显示）",
                    "  … and " + std::to_string(more) + " more (--reasons shows all)"}
                   .in(language)
            << "\n";
}

// What the word asks for; nothing when it is no such word.
std::optional<AccessPointBasis> basis_of(std::string_view word) {
    if (word.empty() || word == "both")
        return AccessPointBasis::point_table_and_coverage;
    if (word == "point-table")
        return AccessPointBasis::point_table;
    if (word == "coverage")
        return AccessPointBasis::coverage;
    return std::nullopt;
}

// A deck that cannot be had is for the check to complain of.
PlanningOptions asked_for(const PlanOptions& options, const Design& design) {
    const Result<Deck> deck = deck_for(design, {});
    PlanningOptions out = deck ? planning_options(*deck, design) : PlanningOptions();
    out.access_points.basis = basis_of(options.access_points).value_or(out.access_points.basis);
    if (options.rooms == "fewest")
        out.spaces.choice = DistributorChoice::fewest;
    return out;
}

Exit run_plan(const PlanOptions& options, const Console& console) {
    const Result<Opened> opened = open_for_change(options.path, console);
    if (!opened)
        return console.fail(opened.error());
    IdSource ids = new_ids();
    Edit edit(opened->design, {"规划", "Plan"}, ids);
    const Run run = console.run();
    const Cost before = cost_of(Facts(opened->design));
    const Result<std::vector<StepReport>> steps =
        perform_steps(edit, split_list(options.steps), asked_for(options, opened->design), run);
    run.report(1, {});
    if (!steps)
        return console.fail(steps.error());
    retire_given_up(opened->design, edit.working(), today());
    const bool elsewhere = !options.out.empty() && options.out != options.path;
    const Result<void> saved = elsewhere ? save_new(options.out, edit.design(), {options.path})
                                         : save_over(options.path, edit.design(), opened->stamp);
    if (!saved)
        return console.fail(saved.error());
    if (!console.quiet) {
        for (const StepReport& step : *steps)
            print_step(step, edit.design(), options.all_reasons, console);
        const Text cost = cost_sentence(before, cost_of(Facts(edit.design())), edit.design().project());
        console.out() << cost.in(console.language) << "\n";
    }
    return Exit::done;
}

} // namespace

Command plan_command() {
    return {
        "plan",
        {"规划点位、用房、路由与缆线", "Plan outlets, spaces, pathways and cables"},
        "riser plan office.riser --steps outlets,spaces,pathways,cables,backbone",
        [](CLI::App& app, const Console& console) -> std::function<Exit()> {
            auto options = std::make_shared<PlanOptions>();
            const auto said = [&](const Text& text) { return text.in(console.language); };
            std::string names;
            for (const PlanningStep& step : planning_steps())
                names += (names.empty() ? "" : ",") + std::string(step.name);
            app.add_option("DESIGN", options->path, said({"设计文件", "The design"}))->required();
            app.add_option("--steps", options->steps, said({"步骤，默认全部：", "Steps; default all: "}) + names);
            app.add_option("-o,--output", options->out, said({"另存为", "Save here instead"}));
            app.add_option("--access-points", options->access_points,
                           said({"无线接入点的依据：point-table 点位表，coverage 覆盖与容量，both 点位表加覆盖（默认）",
                                 "Access points by: point-table, coverage (and capacity), or both (the default)"}))
                ->check([](const std::string& word) {
                    return basis_of(word) ? std::string() : "point-table | coverage | both";
                });
            app.add_option("--rooms", options->rooms,
                           said({"电信间：named 图上所有（默认），fewest 能服务全部信息点的最少数量",
                                 "Telecom rooms: named takes all that the drawing names (default), fewest as few as "
                                 "serve every point"}))
                ->check(CLI::IsMember({"named", "fewest"}));
            app.add_flag("--reasons", options->all_reasons, said({"显示全部理由", "Show every reason"}));
            return [options, &console] { return run_plan(*options, console); };
        }};
}

} // namespace riser
