// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/command.h"
#include "designer/cli/options.h"
#include "model/edits/issue_edits.h"
#include "model/fields/field.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>

namespace riser {

namespace {

struct IssueOptions {
    std::string path;
    std::vector<std::string> sheets;
    std::string date;
    std::string content;
    std::string floors;
    std::string revision;
    std::string author;
    std::string description;
    bool withdraw = false;
};

Error no_sheet(const Design& design, const std::string& number) {
    std::string known;
    for (const Sheet& sheet : design.sheets)
        known += (known.empty() ? "" : ", ") + sheet.number;
    return {.code = ErrorCode::not_found,
            .message = {"没有图纸 " + number, "there is no sheet " + number},
            .fix = {known.empty() ? "用 --content 新建" : "已有 " + known + "；或用 --content 新建",
                    known.empty() ? "make it with --content" : "there are " + known + "; or make it with --content"},
            .where = {}};
}

Result<std::vector<FloorId>> floors_named(const Design& design, const std::string& list) {
    std::vector<FloorId> out;
    for (const std::string& label : split_list(list)) {
        const auto floor = std::find_if(design.floors.begin(), design.floors.end(),
                                        [&](const Floor& row) { return row.label == label; });
        if (floor == design.floors.end())
            return Error{.code = ErrorCode::not_found,
                         .message = {"没有楼层 " + label, "there is no floor " + label},
                         .fix = {"写楼层编号，如 3F", "name floors by their labels, such as 3F"},
                         .where = {}};
        out.push_back(floor->id);
    }
    return out;
}

// The sheet of that number; made when --content says what it shows.
Result<SheetId> sheet_of(Edit& edit, const std::string& number, const IssueOptions& options) {
    for (const Sheet& sheet : edit.design().sheets)
        if (sheet.number == number)
            return sheet.id;
    if (options.content.empty())
        return no_sheet(edit.design(), number);
    const std::optional<SheetContent> content = choice_of<SheetContent>(options.content);
    Result<std::vector<FloorId>> floors = floors_named(edit.design(), options.floors);
    if (!floors)
        return floors.error();
    return add_sheet(
        edit, {.number = number, .content = content.value_or(SheetContent::floor_plan), .floors = std::move(*floors)});
}

Result<IssueRequest> request_of(Edit& edit, const IssueOptions& options) {
    IssueRequest out;
    out.day = options.date.empty() ? today() : Date::parse(options.date);
    if (!out.day)
        return Error{.code = ErrorCode::bad_input,
                     .message = {"不是日期：" + options.date, "no date: " + options.date},
                     .fix = {"写作 2026-05-01", "write it as 2026-05-01"},
                     .where = {}};
    out.revision = options.revision;
    out.author = options.author;
    out.description = {options.description, options.description};
    for (const std::string& number : options.sheets) {
        const Result<SheetId> sheet = sheet_of(edit, number, options);
        if (!sheet)
            return sheet.error();
        out.sheets.push_back(*sheet);
    }
    return out;
}

void list_sheets(const Design& design, const Console& console) {
    for (const Sheet& sheet : design.sheets) {
        std::string floors;
        for (const Viewport& viewport : design.viewports)
            if (const Floor* floor = design.find(viewport.floor); floor && viewport.sheet == sheet.id)
                floors += " " + floor->label;
        const Revision* revision = design.find(sheet.revision);
        console.out() << sheet.number << "  " << label_of(sheet.content).in(console.language) << floors << "  "
                      << (sheet.issued ? to_string(*sheet.issued) : Text{"未签发", "not issued"}.in(console.language))
                      << (revision ? "  " + revision->number : "") << "\n";
    }
    if (design.sheets.empty())
        console.say({"设计中没有图纸；用 --sheet 与 --content 新建并签发",
                     "the design has no sheets: make and issue one with --sheet and --content"});
}

Exit run_issue(const IssueOptions& options, const Console& console) {
    if (options.sheets.empty()) {
        const Result<Opened> opened = open_to_read(options.path, console);
        if (!opened)
            return console.fail(opened.error());
        list_sheets(opened->design, console);
        return Exit::done;
    }
    const Result<Opened> opened = open_for_change(options.path, console);
    if (!opened)
        return console.fail(opened.error());
    IdSource ids = new_ids();
    Edit edit(opened->design, options.withdraw ? Text{"撤回签发", "Withdraw"} : Text{"签发", "Issue"}, ids);
    const Result<IssueRequest> request = request_of(edit, options);
    if (!request)
        return console.fail(request.error());
    const Result<Issue> done = options.withdraw ? withdraw_issue(edit, *request) : issue_sheets(edit, *request);
    if (!done)
        return console.fail(done.error());
    if (const Result<void> saved = save_over(options.path, edit.design(), opened->stamp); !saved)
        return console.fail(saved.error());
    const std::string sheets = std::to_string(done->sheets), labels = std::to_string(done->labels);
    console.say(options.withdraw ? Text{"已撤回 " + sheets + " 张图纸，记为修改 " + request->revision,
                                        "sheets withdrawn: " + sheets + ", as revision " + request->revision}
                                 : Text{"已签发 " + sheets + " 张图纸，冻结 " + labels + " 个编号",
                                        "sheets issued: " + sheets + ", labels frozen: " + labels});
    return Exit::done;
}

} // namespace

Command issue_command() {
    return {"issue",
            {"签发图纸，冻结其上编号", "Issue sheets: the labels on them freeze"},
            "riser issue office.riser --sheet ELV-03 --content floor-plan --floors 3F --date 2026-05-01",
            [](CLI::App& app, const Console& console) -> std::function<Exit()> {
                auto options = std::make_shared<IssueOptions>();
                const auto said = [&](const Text& text) { return text.in(console.language); };
                std::vector<std::string> contents;
                for (const Choice& choice : choices(SheetContent{}))
                    contents.emplace_back(choice.key);
                app.add_option("DESIGN", options->path, said({"设计文件", "The design"}))->required();
                app.add_option("--sheet", options->sheets,
                               said({"图号，可多个；不给则列出图纸", "Sheet numbers; without any, sheets are listed"}));
                app.add_option("--date", options->date, said({"签发日期，默认今天", "Day of issue; default: today"}));
                app.add_option("--content", options->content,
                               said({"图纸尚无时新建：内容", "Makes a sheet that is not there: what it shows"}))
                    ->check(CLI::IsMember(contents));
                app.add_option(
                    "--floors", options->floors,
                    said({"新建图纸的楼层，如 3F,4F；默认全楼", "Floors of a new sheet, as 3F,4F; default: all"}));
                app.add_option(
                    "--revision", options->revision,
                    said({"修改版次；再次签发与撤回须写明", "Revision: needed to issue again and to withdraw"}));
                app.add_option("--author", options->author, said({"修改人", "Who revised it"}));
                app.add_option("--description", options->description, said({"修改内容", "What was revised"}));
                app.add_flag("--withdraw", options->withdraw,
                             said({"撤回签发，记为修改", "Take the issue back, as a revision"}));
                return [options, &console] { return run_issue(*options, console); };
            }};
}

} // namespace riser
