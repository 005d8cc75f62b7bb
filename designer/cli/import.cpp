// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/cli/command.h"
#include "designer/cli/options.h"
#include "model/edits/issue_edits.h"
#include "model/file/assets.h"
#include "model/file/sha256.h"
#include "model/import/device_type.h"
#include "solvers/geometry/import_plan.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>

namespace riser {

namespace {

struct ImportOptions {
    std::vector<std::string> files; // one plan, or types of devices
    std::string into;
    std::string floors;
    std::optional<int> sheet;
    std::string units;
    std::vector<std::string> layers;
    std::string body;
    bool list_sheets = false;
};

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

void print_report(const PlanDrawing& drawing, const PlanImport& import, const Console& console) {
    std::ostream& out = console.out();
    std::string names;
    for (const std::string& label : import.labels)
        names += (names.empty() ? "" : " ") + label;
    const PlanSketch& sketch = drawing.sketch;
    out << sketch.file << " (" << sketch.format << ", " << sketch.encoding << ") -> " << names << "\n";
    for (const ImportSection& section : import_report(drawing, import)) {
        out << section.title.in(console.language) << "\n";
        for (const Text& sentence : section.sentences)
            out << "  " << sentence.in(console.language) << "\n";
    }
}

bool is_device_type(const std::string& file) { return file.ends_with(".yaml") || file.ends_with(".yml"); }

// All of them or none.
Exit import_types(const ImportOptions& options, const Console& console) {
    const Result<Opened> opened = open_for_change(options.into, console);
    if (!opened)
        return console.fail(opened.error());
    IdSource ids = new_ids();
    Edit edit(opened->design, {"导入设备型号", "Import types of devices"}, ids);
    std::vector<std::pair<EquipmentTypeId, std::vector<Text>>> added;
    for (const std::string& file : options.files) {
        const Result<std::string> bytes = read_whole_file(file);
        if (!bytes)
            return console.fail(bytes.error());
        Result<DeviceTypeFile> read = read_device_type(*bytes, file);
        if (!read)
            return console.fail(read.error());
        const Result<EquipmentTypeId> id = add_device_type(edit, std::move(read->type));
        if (!id)
            return console.fail(
                Error{id.error().code, id.error().message, id.error().fix, {.file = file, .line = 0, .column = 0}});
        added.emplace_back(*id, std::move(read->notes));
    }
    if (const Result<void> saved = save_over(options.into, edit.design(), opened->stamp); !saved)
        return console.fail(saved.error());
    if (!console.quiet)
        for (const auto& [id, notes] : added) {
            const EquipmentType& type = *edit.design().find(id);
            std::int32_t ports = 0;
            for (const PortGroup& group : type.ports)
                ports += group.count;
            console.out() << type.code << "  " << type.manufacturer << "  "
                          << Text{std::to_string(ports) + " 口，" + std::to_string(type.rack_units) + " U",
                                  std::to_string(ports) + " ports, " + std::to_string(type.rack_units) + " U"}
                                 .in(console.language)
                          << "\n";
            for (const Text& note : notes)
                console.out() << "     " << note.in(console.language) << "\n";
        }
    return Exit::done;
}

Exit import_plan_drawing(const ImportOptions& options, const std::string& plan, const Console& console) {
    const Result<LayerMap> map = layer_map_of(options.layers);
    if (!map)
        return console.fail(map.error());
    const Result<std::string> bytes = read_whole_file(plan);
    if (!bytes)
        return console.fail(bytes.error());
    DxfOptions reading;
    reading.millimetres_per_unit = millimetres_of_unit(options.units);
    const Result<PlanDrawing> drawing = read_plan(*bytes, plan, *map, reading);
    if (!drawing)
        return console.fail(drawing.error());
    if (options.list_sheets) {
        print_sheets(drawing->sheets, console);
        return Exit::done;
    }
    if (options.into.empty())
        return console.fail({"缺少 --into", "--into is required"},
                            {"写明要导入到哪个设计", "name the design to import into"});
    const Result<Opened> opened = open_for_change(options.into, console);
    if (!opened)
        return console.fail(opened.error());
    const PlanWish wish{
        .sheet = options.sheet, .floors = options.floors, .body = options.body, .asset = sha256(*bytes)};
    const Result<PlanImport> import = plan_import(opened->design, *drawing, wish, console.run());
    if (!import)
        return console.fail(import.error());
    for (const Text& note : import->notes)
        console.say({note.zh + "；如不对请用 --floors", note.en + "; say --floors if that is wrong"});
    IdSource ids = new_ids();
    Edit edit(opened->design, {"导入 " + plan, "Import " + plan}, ids);
    if (const Result<void> applied = apply(edit, import->plan.change); !applied)
        return console.fail(applied.error());
    retire_given_up(opened->design, edit.working(), today());
    // First the copy, so that the design never names what is not there.
    if (const Result<std::string> kept = store_asset(options.into, *bytes); !kept)
        return console.fail(kept.error());
    if (const Result<void> saved = save_over(options.into, edit.design(), opened->stamp); !saved)
        return console.fail(saved.error());
    if (!console.quiet)
        print_report(*drawing, *import, console);
    return Exit::done;
}

Exit run_import(const ImportOptions& options, const Console& console) {
    const auto types = std::count_if(options.files.begin(), options.files.end(), is_device_type);
    if (types == 0 && options.files.size() == 1)
        return import_plan_drawing(options, options.files.front(), console);
    if (types != static_cast<std::ptrdiff_t>(options.files.size()))
        return console.fail(
            {"一次只能导入一张平面图，或若干设备型号文件", "one floor plan at a time, or files of device types alone"},
            {"分几次导入", "import them one after another"});
    if (options.into.empty())
        return console.fail({"缺少 --into", "--into is required"},
                            {"写明要导入到哪个设计", "name the design to import into"});
    return import_types(options, console);
}

} // namespace

Command import_command() {
    return {
        "import",
        {"导入平面图并识别房间，或导入设备型号", "Import a floor plan and recognise its rooms, or types of devices"},
        "riser import plan.dxf --into office.riser --floors 3-10 --layers \"A-WALL*=wall\"",
        [](CLI::App& app, const Console& console) -> std::function<Exit()> {
            auto options = std::make_shared<ImportOptions>();
            const auto said = [&](const Text& text) { return text.in(console.language); };
            app.add_option("FILE", options->files,
                           said({"平面图（ASCII DXF），或设备型号（NetBox 设备型号库的 YAML，可多个）",
                                 "The floor plan (ASCII DXF), or types of devices (YAML of the NetBox device type "
                                 "library, repeatable)"}))
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
