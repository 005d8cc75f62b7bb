// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edits/merge.h"

#include "designer/cli/command.h"
#include "designer/cli/options.h"
#include "model/file/assets.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <ostream>

namespace riser {

namespace {

struct MergeOptions {
    std::string base;
    std::string ours;
    std::string theirs;
    std::string out;
};

Exit run_merge(const MergeOptions& options, const Console& console) {
    std::vector<Design> designs;
    for (const std::string* path : {&options.base, &options.ours, &options.theirs}) {
        Result<Opened> opened = open_for_change(*path, console);
        if (!opened)
            return console.fail(opened.error());
        designs.push_back(std::move(opened->design));
    }
    const Merged merged = merge(designs[0], designs[1], designs[2]);
    const Language language = console.language;
    for (const MergeConflict& conflict : merged.conflicts) {
        console.out() << Text{"冲突 ", "conflict "}.in(language) << conflict.title.in(language) << "  ("
                      << to_string(conflict.row) << ")";
        if (conflict.field.empty())
            console.out() << Text{"：一方删除，一方修改，已保留修改",
                                  ": removed on one side, changed on the other; the change is kept"}
                                 .in(language);
        else
            console.out() << "  " << conflict.field << ": " << conflict.base << " -> A " << conflict.ours << " | B "
                          << conflict.theirs << Text{"，已保留 A", "; A's is kept"}.in(language);
        console.out() << "\n";
    }
    const AssetSource assets{.designs = {options.ours, options.theirs, options.base}, .held = {}};
    if (const Result<void> carried = carry_assets(merged.design, assets, options.out); !carried)
        return console.fail(carried.error());
    const bool over = std::filesystem::exists(options.out);
    const Result<FileStamp> saved =
        save_design(merged.design, options.out, {.previous = over ? Previous::keep : Previous::drop});
    if (!saved)
        return console.fail(saved.error());
    console.say(
        {std::to_string(merged.conflicts.size()) + " 处冲突", std::to_string(merged.conflicts.size()) + " conflicts"});
    return merged.conflicts.empty() ? Exit::done : Exit::findings;
}

} // namespace

Command merge_command() {
    return {
        "merge",
        {"按字段三方合并", "Merge two designs made from one, field by field"},
        "riser merge base.riser mine.riser yours.riser -o merged.riser",
        [](CLI::App& app, const Console& console) -> std::function<Exit()> {
            auto options = std::make_shared<MergeOptions>();
            const auto said = [&](const Text& text) { return text.in(console.language); };
            app.add_option("BASE", options->base, said({"共同的原设计", "The design both began from"}))->required();
            app.add_option("A", options->ours, said({"甲方的设计", "One side's"}))->required();
            app.add_option("B", options->theirs, said({"乙方的设计", "The other side's"}))->required();
            app.add_option("-o,--output", options->out, said({"合并结果", "Where the merged design goes"}))->required();
            app.footer(app.get_footer() + said({"\n有冲突时状态为 1。", "\nStatus 1 when there were conflicts."}));
            return [options, &console] { return run_merge(*options, console); };
        }};
}

} // namespace riser
