// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/checks/waive.h"
#include "designer/cli/command.h"
#include "designer/cli/options.h"

#include <CLI/CLI.hpp>

namespace riser {

namespace {

struct WaiveOptions {
    std::string path;
    std::string deck;
    WaiverRequest request;
    std::vector<std::string> subjects;
};

Exit run_waive(const WaiveOptions& options, const Console& console) {
    const Result<Opened> opened = open_for_change(options.path, console);
    if (!opened)
        return console.fail(opened.error());
    const Result<Deck> deck = deck_for(opened->design, options.deck);
    if (!deck)
        return console.fail(deck.error());
    WaiverRequest request = options.request;
    for (const std::string& word : options.subjects) {
        const std::optional<AnyId> id = parse_any_id(word);
        if (!id)
            return console.fail(
                {"“" + word + "” 不是编号", "'" + word + "' is no id"},
                {"用 check --format json 给出的 subjects", "take one of the subjects that check --format json prints"});
        request.subjects.push_back(*id);
    }
    if (!request.date)
        request.date = today();
    IdSource ids = new_ids();
    Edit edit(opened->design, {"豁免 " + request.rule, "Waive " + request.rule}, ids);
    if (const Result<WaiverId> waiver = waive(edit, *deck, std::move(request)); !waiver)
        return console.fail(waiver.error());
    if (const Result<void> saved = save_over(options.path, edit.design(), opened->stamp); !saved)
        return console.fail(saved.error());
    console.say({"已豁免", "waived"});
    return Exit::done;
}

} // namespace

Command waive_command() {
    return {
        "waive",
        {"豁免一条规则的某些对象", "Waive a rule for some subjects"},
        "riser waive office.riser --rule ROOM-02 --subject rm-7k3qx9m2pv --reason \"existing room\" --author \"Li\"",
        [](CLI::App& app, const Console& console) -> std::function<Exit()> {
            auto options = std::make_shared<WaiveOptions>();
            const auto said = [&](const Text& text) { return text.in(console.language); };
            app.add_option("DESIGN", options->path, said({"设计文件", "The design"}))->required();
            app.add_option("--rule", options->request.rule, said({"规则编号", "Rule id"}))->required();
            app.add_option("--subject", options->subjects, said({"对象编号，可多个", "Ids of the subjects"}))
                ->required();
            app.add_option("--reason", options->request.reason, said({"理由", "Why"}))->required();
            app.add_option("--author", options->request.author, said({"批准人", "Who answers for it"}))->required();
            app.add_option("--deck", options->deck, said({"规则集名称或文件", "Rule deck, by name or file"}));
            return [options, &console] { return run_waive(*options, console); };
        }};
}

} // namespace riser
