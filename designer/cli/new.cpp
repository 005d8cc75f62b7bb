// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/command.h"
#include "designer/cli/options.h"
#include "model/file/brief_reader.h"
#include "model/file/save.h"
#include "model/file/starter.h"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace riser {

namespace {

struct NewOptions {
    std::string path;
    std::string brief;
};

Exit run_new(const NewOptions& options, const Console& console) {
    if (std::filesystem::exists(options.path))
        return console.fail(Error{
            .code = ErrorCode::refused,
            .message = {"文件已存在", "the file exists already"},
            .fix = {"换一个名字；已有的设计不会被覆盖", "choose another name; an existing design is never overwritten"},
            .where = {options.path, 0, 0}});
    const Result<Design> design =
        options.brief.empty() ? read_brief(starter_brief(), "starter.xml") : load_brief(options.brief);
    if (!design)
        return console.fail(design.error());
    if (const Result<void> saved = save_new(options.path, *design); !saved)
        return console.fail(saved.error());
    console.say({"已新建 " + options.path + "（" + std::to_string(design->bodies.size()) + " 个机构，" +
                     std::to_string(design->planes.size()) + " 个网络，" + std::to_string(design->point_rules.size()) +
                     " 条点位配置）",
                 "made " + options.path + " (" + std::to_string(design->bodies.size()) + " bodies, " +
                     std::to_string(design->planes.size()) + " planes, " + std::to_string(design->point_rules.size()) +
                     " point rules)"});
    return Exit::done;
}

} // namespace

Command new_command() {
    return {"new",
            {"由任务书新建设计", "Make a design from a brief"},
            "riser new office.riser --brief brief.xml",
            [](CLI::App& app, const Console& console) -> std::function<Exit()> {
                auto options = std::make_shared<NewOptions>();
                const auto said = [&](const Text& text) { return text.in(console.language); };
                app.add_option("OUT", options->path, said({"要新建的 *.riser", "The *.riser to make"}))->required();
                app.add_option(
                    "--brief", options->brief,
                    said({"任务书 XML；不给则用内置的起始任务书", "Brief as XML; default: a built-in starter brief"}));
                return [options, &console] { return run_new(*options, console); };
            }};
}

} // namespace riser
