// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/command.h"
#include "designer/cli/options.h"
#include "model/import/dxf.h"
#include "model/import/floor_list.h"
#include "model/import/sheets.h"
#include "solvers/geometry/apply_floor.h"
#include "solvers/geometry/recognise.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <ostream>

namespace riser {

namespace {

struct ImportOptions {
    std::string plan;
    std::string into;
    std::string floors;
    std::optional<int> sheet;
    std::string units;
    std::vector<std::string> layers;
    std::string body;
    bool list_sheets = false;
};

std::optional<double> millimetres_of(const std::string& unit) {
    for (const auto& [name, size] : std::initializer_list<std::pair<const char*, double>>{
             {"mm", 1}, {"cm", 10}, {"m", 1000}, {"in", 25.4}, {"ft", 304.8}})
        if (unit == name)
            return size;
    return std::nullopt;
}

// NAME=role is a rule, anything else a file of rules.
Result<LayerMap> layer_map_of(const std::vector<std::string>& words) {
    LayerMap map;
    for (const std::string& word : words) {
        if (word.find('=') != std::string::npos) {
            if (Result<void> added = map.add(word); !added)
                return std::move(added).error();
            continue;
        }
        const Result<std::string> bytes = read_whole_file(word);
        if (!bytes)
            return bytes.error();
        if (Result<void> read = map.read(*bytes, word); !read)
            return std::move(read).error();
    }
    return map;
}

void print_sheets(const std::vector<SketchSheet>& sheets, const Console& console) {
    for (const SketchSheet& sheet : sheets) {
        console.out() << sheet.number << "  " << sheet.title << "  " << sheet.verdict.in(console.language) << "\n";
        for (const Text& reason : sheet.reasons)
            console.out() << "     " << reason.in(console.language) << "\n";
    }
}

void print_list(const char* zh, const char* en, const std::vector<Text>& sentences, const Console& console) {
    if (sentences.empty())
        return;
    console.out() << Text{zh, en}.in(console.language) << "\n";
    for (const Text& sentence : sentences)
        console.out() << "  " << sentence.in(console.language) << "\n";
}

void print_report(const PlanSketch& sketch, const RecognisedFloor& floor, const FloorImportPlan& plan,
                  const std::vector<std::string>& labels, const Console& console) {
    const Language language = console.language;
    std::ostream& out = console.out();
    std::string names;
    for (const std::string& label : labels)
        names += (names.empty() ? "" : " ") + label;
    out << sketch.file << " (" << sketch.format << ", " << sketch.encoding << ") -> " << names << "\n";
    out << Text{"单位 ", "unit "}.in(language) << sketch.unit.name.in(language) << ": "
        << sketch.unit.reason.in(language) << "\n";
    for (const Text& sentence : sketch.unit.evidence)
        out << "  " << sentence.in(language) << "\n";
    for (const Reason& reason : plan.reasons)
        out << reason.sentence.in(language) << "\n";
    print_list("读到", "read", floor.report.read, console);
    print_list("推断", "guessed", floor.report.guessed, console);
    print_list("忽略", "ignored", floor.report.ignored, console);
    for (const SketchCount& count : sketch.counts)
        if (count.left_out > 0)
            out << "  " << count.left_out << " " << count.what << ": " << count.why.in(language) << "\n";
    print_list("请查看", "to look at", floor.report.doubts, console);
}

// The storeys named on the command line, else by the drawing's title, else the first above what there is.
Result<std::vector<StoreyNumber>> storeys_for(const ImportOptions& options, const RecognisedFloor& floor,
                                              const Console& console) {
    if (!options.floors.empty())
        return parse_floor_list(options.floors);
    if (floor.storeys) {
        std::vector<StoreyNumber> storeys;
        for (int n = floor.storeys->first; n <= floor.storeys->last; ++n)
            if (n != 0)
                storeys.push_back(StoreyNumber{n});
        return storeys;
    }
    console.say({"图名未写楼层，按 1F 导入；如不对请用 --floors",
                 "the title names no storey, taken as 1F; say --floors if that is wrong"});
    return std::vector<StoreyNumber>{StoreyNumber{1}};
}

Exit run_import(const ImportOptions& options, const Console& console) {
    if (std::string extension = std::filesystem::path(options.plan).extension().string();
        extension != ".dxf" && extension != ".DXF")
        return console.fail(
            Error{.code = ErrorCode::unsupported,
                  .message = {"不支持的图纸格式 " + extension, "drawings of the kind " + extension + " are not read"},
                  .fix = {"请在 CAD 中另存为 ASCII DXF", "save it in CAD as ASCII DXF"},
                  .where = {options.plan, 0, 0}});
    const Result<LayerMap> map = layer_map_of(options.layers);
    if (!map)
        return console.fail(map.error());
    const Result<std::string> bytes = read_whole_file(options.plan);
    if (!bytes)
        return console.fail(bytes.error());
    DxfOptions reading;
    reading.millimetres_per_unit = millimetres_of(options.units);
    const Result<PlanSketch> sketch = read_dxf(*bytes, options.plan, reading);
    if (!sketch)
        return console.fail(sketch.error());
    const std::vector<SketchSheet> sheets = find_sheets(*sketch, *map);
    if (options.list_sheets) {
        print_sheets(sheets, console);
        return Exit::done;
    }
    if (options.into.empty())
        return console.fail({"缺少 --into", "--into is required"},
                            {"写明要导入到哪个设计", "name the design to import into"});
    const Result<const SketchSheet*> sheet = pick_sheet(sheets, options.sheet, options.plan);
    if (!sheet)
        return console.fail(sheet.error());
    const Result<Opened> opened = open_for_change(options.into, console);
    if (!opened)
        return console.fail(opened.error());

    const Run run = console.run();
    RecogniseOptions recognising;
    recognising.names = RoomNames(opened->design);
    const Result<RecognisedFloor> floor = recognise(*sketch, **sheet, *map, recognising, run);
    run.report(1, {});
    if (!floor)
        return console.fail(floor.error());
    const Result<std::vector<StoreyNumber>> storeys = storeys_for(options, *floor, console);
    if (!storeys)
        return console.fail(storeys.error());

    std::vector<std::string> labels;
    for (const StoreyNumber storey : *storeys)
        labels.push_back(floor_label(storey));
    const Result<FloorImportPlan> planned =
        plan_floors(opened->design, *floor, {.labels = labels, .body = options.body});
    if (!planned)
        return console.fail(planned.error());
    IdSource ids = new_ids();
    Edit edit(opened->design, {"导入 " + options.plan, "Import " + options.plan}, ids);
    if (const Result<void> applied = apply(edit, planned->change); !applied)
        return console.fail(applied.error());
    if (const Result<void> saved = save_over(options.into, edit.design(), opened->stamp); !saved)
        return console.fail(saved.error());
    if (!console.quiet)
        print_report(*sketch, *floor, *planned, labels, console);
    return Exit::done;
}

} // namespace

Command import_command() {
    return {"import",
            {"导入平面图并识别房间", "Import a floor plan and recognise its rooms"},
            "riser import plan.dxf --into office.riser --floors 3-10 --layers \"A-WALL*=wall\"",
            [](CLI::App& app, const Console& console) -> std::function<Exit()> {
                auto options = std::make_shared<ImportOptions>();
                const auto said = [&](const Text& text) { return text.in(console.language); };
                app.add_option("PLAN", options->plan, said({"平面图（ASCII DXF）", "The floor plan (ASCII DXF)"}))
                    ->required();
                app.add_option("--into", options->into, said({"要导入到的设计", "The design to import into"}));
                app.add_option(
                    "--floors", options->floors,
                    said({"楼层，如 3-10、B1；默认按图名", "Floors, such as 3-10 or B1; default: by the title"}));
                app.add_option("--sheet", options->sheet,
                               said({"图号序号（一个文件多张图时）", "Which of several sheets"}));
                app.add_option("--units", options->units,
                               said({"图形单位；默认按声明或推断", "Drawing unit; default: as declared, else guessed"}))
                    ->check(CLI::IsMember({"mm", "cm", "m", "in", "ft"}));
                app.add_option(
                    "--layers", options->layers,
                    said({"图层对照：文件，或 图层=角色，可多个", "Layer map: a file, or LAYER=role, repeatable"}));
                app.add_option("--body", options->body,
                               said({"办公房间的使用机构代号", "Code of the body whose offices these are"}));
                app.add_flag("--list-sheets", options->list_sheets,
                             said({"只列出图纸，不导入", "List the sheets, import nothing"}));
                return [options, &console] { return run_import(*options, console); };
            }};
}

} // namespace riser
